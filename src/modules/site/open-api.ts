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
    description:
      'What other systems can ask for. Routes for people carry the session cookie of somebody who is signed in; routes for systems carry a key that an administrator of the borough made, and no cookie.',
  },
  components: {
    securitySchemes: {
      session: { type: 'apiKey', in: 'cookie', name: 's' },
      key: { type: 'http', scheme: 'bearer', description: 'A key of the borough’s own: tl_ and 43 characters' },
    },
  },
  paths: Object.fromEntries(
    [...Map.groupBy(routes, (route) => route.path.pattern)].map(([pattern, same]) => [
      pattern.replaceAll(/:(\w+)/g, '{$1}'),
      Object.fromEntries(
        same.flatMap((route) => route.methods.map((method) => [method.toLowerCase(), operation(route)])),
      ),
    ]),
  ),
})

const operation = (route: JsonRoute) => {
  const { summary, answer, query, body } = route.describe
  return {
    summary,
    security: route.by === 'key' ? [{ key: [] }] : [{ session: [] }],
    parameters: [...inPath(route), ...(query ? inQuery(query) : [])],
    ...(body && { requestBody: { required: true, content: json(z.toJSONSchema(body, { io: 'input' })) } }),
    responses: {
      ...(answer === null
        ? { 202: { description: 'Taken' } }
        : { 200: { description: 'What was asked for', content: json(z.toJSONSchema(answer)) } }),
      401: { description: route.by === 'key' ? 'No key, or none that works' : 'Sign in first' },
      404: { description: 'There is no such thing, or it is not for you to see' },
      ...(route.by === 'key' && { 422: { description: 'Something in it is wrong: `errors` names each field' } }),
    },
  }
}

const json = (schema: unknown) => ({ 'application/json': { schema } })

const inPath = ({ path }: JsonRoute) =>
  [...path.pattern.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))

const inQuery = (query: z.ZodObject) =>
  Object.entries(query.shape).map(([name, schema]) => ({
    name,
    in: 'query',
    required: !schema.safeParse(undefined).success,
    schema: z.toJSONSchema(schema as z.ZodType, { io: 'input' }), // what a Zod object is made of
  }))

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
