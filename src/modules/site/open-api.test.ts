import { expect, test } from 'vitest'
import { z } from 'zod'
import { permission } from '#platform/access/actor.ts'
import { keyPut, keyRoute } from '#platform/web/api-key-route.ts'
import { sessionCookie } from '#platform/web/cookies.ts'
import { jsonRoute } from '#platform/web/json-route.ts'
import { path } from '#platform/web/path.ts'
import { notRecorded } from '#platform/web/route.ts'
import { openApiDocument } from './open-api.ts'

const withKey = permission('test', [])
const document = openApiDocument([
  jsonRoute({
    path: path('/api/v1/figures'),
    permission: withKey,
    record: notRecorded('a test'),
    summary: 'Figures',
    answer: z.strictObject({ count: z.int() }),
    load: async () => ({ count: 1 }),
  }),
  keyRoute({
    path: path('/api/v1/things/:id'),
    permission: withKey,
    summary: 'A thing',
    query: z.strictObject({ number: z.string(), most: z.string().optional() }),
    answer: z.strictObject({ name: z.string() }),
    load: async () => ({ name: 'x' }),
    record: { act: 'thing.read', subjects: () => [] },
  }),
  keyPut({
    path: path('/api/v1/things/:id'),
    permission: withKey,
    summary: 'Takes a thing',
    act: 'thing.sent',
    params: z.strictObject({ id: z.string() }),
    body: () => z.strictObject({ name: z.string().transform((name) => name.trim()) }),
    bodyLimit: 1000,
    save: async () => {},
  }),
])

test('routes for people ask for a session, routes for systems for a key', () => {
  expect(document.components.securitySchemes.session.name).toBe(sessionCookie)
  expect(document.paths['/api/v1/figures']?.['get']?.security).toEqual([{ session: [] }])
  expect(document.paths['/api/v1/things/{id}']?.['get']?.security).toEqual([{ key: [] }])
})

test('a route that reads and one that takes stand under one path, with what each is asked and sent', () => {
  const { get, put } = document.paths['/api/v1/things/{id}'] ?? {}
  expect(get?.parameters.map((parameter) => [parameter.in, parameter.name, parameter.required])).toEqual([
    ['path', 'id', true],
    ['query', 'number', true],
    ['query', 'most', false],
  ])
  expect(put?.requestBody?.content['application/json'].schema).toMatchObject({
    type: 'object',
    required: ['name'],
    properties: { name: { type: 'string' } },
  })
  expect(Object.keys(put?.responses ?? {})).toEqual(['202', '401', '404', '422'])
})
