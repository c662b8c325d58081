import { z } from 'zod'
import { openToAll, permission } from '#platform/access/actor.ts'
import { roles } from '#platform/access/role.ts'
import { keyRoute } from '#platform/web/api-key-route.ts'
import type { JsonRoute } from '#platform/web/json-route.ts'
import type { Route } from '#platform/web/route.ts'
import { paths } from '../../paths.ts'
import { apiPaths } from './paths.ts'
import { ownRelease, ownReleaseSchema } from './release.ts'
import { readOwnRelease } from './store.ts'

/** For no role: a borough's own system with a key. */
const askWithKey = permission('indicators.ask-with-key', [])

const ownReleaseRoute = keyRoute({
  path: paths.releasesApi,
  permission: askWithKey,
  summary: 'The change data that the borough of the key has released last',
  query: z.strictObject({}),
  answer: ownRelease,
  load: ({ db }) => readOwnRelease(db),
  record: {
    act: 'change-release.read-by-system',
    subjects: ({ release }) => (release === null ? [] : [{ kind: 'change-release', id: release.id }]),
  },
})

const schema = ownReleaseSchema()

/** The format of what is answered, for whoever reads it. */
const schemaRoute: Route = {
  kind: 'json',
  methods: ['GET'],
  path: apiPaths.schema,
  permission: openToAll('indicators.schema', roles),
  recorded: 'nothing: a description of a format',
  answer: async () => ({
    kind: 'json',
    status: 200,
    body: schema,
    headers: { 'content-type': 'application/schema+json' },
  }),
}

export const apiRoutes: readonly (Route | JsonRoute)[] = [ownReleaseRoute, schemaRoute]
