import { openToAll } from '#platform/access/actor.ts'
import { roles } from '#platform/access/role.ts'
import type { Route } from '#platform/web/route.ts'
import { exchangePaths } from './paths.ts'
import { recordSchema } from './schema.ts'

const document = recordSchema()

/** The schema of a family's record, for whoever reads one. */
export const schemaRoute: Route = {
  kind: 'json',
  methods: ['GET'],
  path: exchangePaths.schema,
  permission: openToAll('cases.schema', roles),
  recorded: 'nothing: a description of a format',
  answer: async () => ({
    kind: 'json',
    status: 200,
    body: document,
    headers: { 'content-type': 'application/schema+json' },
  }),
}
