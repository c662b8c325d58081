import { z } from 'zod'
import { openToAll } from '#platform/access/actor.ts'
import { roles } from '#platform/access/role.ts'
import type { JsonRoute } from '#platform/web/json-route.ts'
import type { Route } from '#platform/web/route.ts'
import { paths } from './paths.ts'

/** The OpenAPI 3.1 document, made from the same schemas that the routes answer with, so that it cannot say something else. */
export const openApiDocument = (routes: readonly JsonRoute[]) => ({
  openapi: '3.1.0',
  info: {
    title: 'Throughline',
    version: '1',
    description: 'What other systems can ask for. Sign in first: requests carry the session cookie.',
  },
  paths: Object.fromEntries(
    routes.map((route) => [route.path.pattern.replaceAll(/:(\w+)/g, '{$1}'), { get: operation(route) }]),
  ),
})

const operation = (route: JsonRoute) => ({
  summary: route.describe.summary,
  parameters: [...route.path.pattern.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  })),
  responses: {
    200: {
      description: 'What was asked for',
      content: { 'application/json': { schema: z.toJSONSchema(route.describe.answer) } },
    },
    401: { description: 'Sign in first' },
    404: { description: 'There is no such thing, or it is not for you to see' },
  },
})

export const openApi = (routes: readonly JsonRoute[]): Route => {
  const document = openApiDocument(routes)
  return {
    kind: 'json',
    methods: ['GET'],
    path: paths.openApi,
    permission: openToAll('site', roles),
    recorded: 'nothing: a description of routes',
    answer: async () => ({ kind: 'json', status: 200, body: document }),
  }
}
