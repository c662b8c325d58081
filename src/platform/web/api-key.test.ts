import { createHash } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { permission } from '#platform/access/actor.ts'
import { makeSealer } from '#platform/access/sealing.ts'
import { systemClock } from '#platform/clock.ts'
import { type Database, openDatabase } from '#platform/db/connection.ts'
import { createLog } from '#platform/log.ts'
import { makeRecorder } from '#platform/record/recorder.ts'
import { type TestDatabase, testDatabase } from '#test/postgres.ts'
import { makeWorld, organisationId, personId } from '#test/world.ts'
import { look } from '#ui/look.tsx'
import { newApiKey } from './api-key.ts'
import { keyRoute } from './api-key-route.ts'
import { path } from './path.ts'
import { buildServer } from './server.ts'

const keys = [newApiKey(), newApiKey()] as const

const route = keyRoute({
  path: path('/api/v1/things/:id'),
  permission: permission('test-with-key', []),
  summary: 'A thing',
  query: z.strictObject({}),
  answer: z.strictObject({ name: z.string() }),
  load: async ({ params }) => (params.id.endsWith('1') ? { name: 'thing' } : { name: 'thing', secret: 'kept' }),
  record: { act: 'thing.read', subjects: () => [{ kind: 'thing', id: '1' }] },
})
const thing = '/api/v1/things/00000000-0000-4000-8000-00000000000'

let database: TestDatabase
let db: Database
beforeAll(async () => {
  database = await testDatabase('keys')
  await makeWorld(database.admin)
  db = openDatabase(database.app, database.door)
  const operator = new pg.Client(database.admin)
  await operator.connect()
  await operator.query('begin; set local role tl_loader')
  for (const key of keys)
    await operator.query(
      `insert into api_key (organisation_id, name, token_sha, made_by, expires_on) values ($1, 'Test', $2, $3, '2099-01-01')`,
      [organisationId('Alder'), createHash('sha256').update(key).digest(), personId('admin@Alder')],
    )
  await operator.query('commit')
  await operator.end()
})
afterAll(async () => {
  await db.close()
  await database.drop()
})

const started = async () => {
  const secret = 'a secret of the tests, long enough'
  return buildServer({
    services: {
      db,
      clock: systemClock,
      recorder: makeRecorder(db),
      sealer: makeSealer(secret),
      secret,
      baseUrl: 'http://throughline.test',
      neutralSite: 'https://neutral.example/weather',
    },
    routes: [route],
    look,
    areas: () => [],
    assets: { css: '/assets/app.css', js: '/assets/app.js' },
    log: createLog({ level: 'info', write: () => {} }),
    secureCookies: false,
    trustProxy: false,
    limits: { session: 5, address: 12 },
  })
}

const asking = (server: Awaited<ReturnType<typeof started>>) => async (key: string, url: string) => {
  const reply = await server.inject({ url, headers: { authorization: `Bearer ${key}` } })
  return reply.statusCode
}

test('a key is 256 random bits behind a beginning that tells what it is', () => {
  expect(newApiKey()).toMatch(/^tl_[\w-]{43}$/)
  expect(newApiKey()).not.toBe(newApiKey())
})

test('what the answer does not name never leaves: the request fails', async () => {
  const server = await started()
  const ask = asking(server)
  expect([await ask(keys[0], `${thing}1`), await ask(keys[0], `${thing}2`)]).toEqual([200, 500])
  await server.close()
})

test('requests are counted by key; keys that open nothing are counted by address, all together', async () => {
  const server = await started()
  const ask = asking(server)
  const many = async (key: () => string, times: number) => {
    const counts: Record<number, number> = {}
    for (let n = 0; n < times; n += 1) {
      const status = await ask(key(), `${thing}1`)
      counts[status] = (counts[status] ?? 0) + 1
    }
    return counts
  }
  expect(await many(() => keys[0], 8)).toEqual({ 200: 5, 429: 3 })
  expect(await many(() => keys[1], 2)).toEqual({ 200: 2 })
  expect(await many(newApiKey, 20)).toEqual({ 401: 12, 429: 8 })
  await server.close()
})

test('an id that cannot be one is not found, and no value of the query is passed over', async () => {
  const server = await started()
  const ask = asking(server)
  expect(await ask(keys[0], '/api/v1/things/1')).toBe(404)
  expect(await ask(keys[0], `${thing}1?all=1`)).toBe(422)
  await server.close()
})
