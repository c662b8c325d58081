import { h } from 'preact'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openToAll, permission } from '#platform/access/actor.ts'
import { roles } from '#platform/access/role.ts'
import { makeSealer } from '#platform/access/sealing.ts'
import { systemClock } from '#platform/clock.ts'
import { type Database, openDatabase } from '#platform/db/connection.ts'
import { createLog } from '#platform/log.ts'
import { makeRecorder } from '#platform/record/recorder.ts'
import { type TestDatabase, testDatabase } from '#test/postgres.ts'
import { makeWorld, tokenOf } from '#test/world.ts'
import { look } from '#ui/look.tsx'
import { page } from './page.ts'
import { path } from './path.ts'
import { notRecorded } from './route.ts'
import { buildServer } from './server.ts'

const shared = {
  record: notRecorded('a test'),
  title: 'Here',
  load: async () => ({}),
  view: () => h('p', null, 'Here'),
}
const open = page({ ...shared, path: path('/'), permission: openToAll('test-open', roles) })
const closed = page({ ...shared, path: path('/mine'), permission: permission('test-mine', roles) })

let database: TestDatabase
let db: Database
beforeAll(async () => {
  database = await testDatabase('limits')
  await makeWorld(database.admin)
  db = openDatabase(database.app, database.door)
})
afterAll(async () => {
  await db.close()
  await database.drop()
})

/** A server that has just started, so that each test counts from nothing. The limits are those that people meet. */
const started = async (limits?: { session: number; address: number }) => {
  const secret = 'a secret of the tests, long enough'
  const server = await buildServer({
    services: {
      db,
      clock: systemClock,
      recorder: makeRecorder(db),
      sealer: makeSealer(secret),
      secret,
      baseUrl: 'http://throughline.test',
      neutralSite: 'https://neutral.example/weather',
    },
    routes: [open, closed],
    look,
    areas: () => [],
    assets: { css: '/assets/app.css', js: '/assets/app.js' },
    log: createLog({ level: 'info', write: () => {} }),
    secureCookies: false,
    trustProxy: false,
    ...(limits && { limits }),
  })
  const ask = (url: string, session?: string, remoteAddress = '10.0.0.1') =>
    server.inject({ url, remoteAddress, ...(session !== undefined && { cookies: { s: session } }) })
  return { ask, server }
}

/** How often each status came. */
const counted = (replies: readonly { statusCode: number }[]) => {
  const counts: Record<number, number> = {}
  for (const { statusCode } of replies) counts[statusCode] = (counts[statusCode] ?? 0) + 1
  return counts
}

const times = async <T>(n: number, ask: (n: number) => Promise<T>): Promise<T[]> => {
  const replies: T[] = []
  for (let i = 0; i < n; i += 1) replies.push(await ask(i))
  return replies
}

test('A thousand requests of one session in a minute are slowed, and another session of the same office is not', async () => {
  const { ask, server } = await started()
  const replies = await times(1000, () => ask('/mine', tokenOf('lead@Alder')))
  expect(counted(replies)).toEqual({ 200: 240, 429: 760 })
  const slowed = replies.at(-1)
  expect(slowed?.body).toContain('Wait a moment')
  expect(Number(slowed?.headers['retry-after'])).toBeLessThanOrEqual(60)
  expect(slowed?.headers['content-security-policy']).toContain("default-src 'none'")
  expect((await ask('/mine', tokenOf('admin@Alder'))).statusCode).toBe(200)
  expect((await ask('/')).statusCode).toBe(200)
  await server.close()
})

test('A new made-up session each time is no new visitor each time: all of them count for the address', async () => {
  const { ask, server } = await started({ session: 100, address: 20 })
  const replies = await times(50, (n) => ask('/', `made-up-${n}-${'x'.repeat(30)}`))
  expect(counted(replies)).toEqual({ 200: 20, 429: 30 })
  expect((await ask('/', undefined, '10.0.0.2')).statusCode).toBe(200)
  await server.close()
})

test('Whoever tries addresses that lead nowhere is slowed like everybody', async () => {
  const { ask, server } = await started({ session: 100, address: 20 })
  expect(counted(await times(50, (n) => ask(`/try-${n}`)))).toEqual({ 404: 20, 429: 30 })
  await server.close()
})

test('Style sheets and the question whether we are well are not counted', async () => {
  const { ask, server } = await started({ session: 100, address: 5 })
  expect(counted(await times(20, () => ask('/health')))).toEqual({ 200: 20 })
  expect(counted(await times(20, () => ask('/assets/none.css')))).toEqual({ 404: 20 })
  expect((await ask('/')).statusCode).toBe(200)
  await server.close()
})
