import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import pg from 'pg'
import { h } from 'preact'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { permission } from '#platform/access/actor.ts'
import { makeSealer } from '#platform/access/sealing.ts'
import { systemClock } from '#platform/clock.ts'
import { createLog } from '#platform/log.ts'
import { makeRecorder } from '#platform/record/recorder.ts'
import { csrfFor } from '#platform/web/csrf.ts'
import { formPage } from '#platform/web/form-page.ts'
import { page } from '#platform/web/page.ts'
import { path } from '#platform/web/path.ts'
import { buildServer } from '#platform/web/server.ts'
import { makeWorld, tokenOf } from '#test/world.ts'
import { look } from '#ui/look.tsx'
import { type Database, openDatabase } from './connection.ts'
import { type EmbeddedServer, startEmbedded } from './embedded/index.ts'
import { migrate } from './migrate.ts'

/** How long the next form lies in its transaction after it has written. */
let linger: (q: (seconds: number) => Promise<unknown>) => Promise<void> = async () => {}

const teams = permission('test-teams', ['admin'])
const list = page({
  path: path('/teams'),
  permission: teams,
  record: { act: 'test.teams-listed' },
  title: 'Teams',
  load: async ({ db, query }) => {
    if (query.has('slow')) await sql`select set_config('statement_timeout', '200', true), pg_sleep(0)`.execute(db.q)
    if (query.has('slow')) await sql`select pg_sleep(5)`.execute(db.q)
    return { names: (await db.q.selectFrom('team').select('name').orderBy('name').execute()).map(({ name }) => name) }
  },
  view: ({ loaded }) => h('p', null, loaded.names.join(', ')),
})
const add = formPage({
  path: path('/teams/new'),
  permission: teams,
  record: { act: 'test.team-added' },
  title: 'Add a team',
  form: z.strictObject({ name: z.string() }),
  load: async () => ({}),
  save: async ({ db, actor, input }) => {
    if (actor.kind === 'nobody') return { errors: { name: 'Sign in' } }
    await db.q.insertInto('team').values({ organisation_id: actor.grant.organisationId, name: input.name }).execute()
    await linger((seconds) => sql`select pg_sleep(${seconds})`.execute(db.q))
    return { redirect: '/teams' }
  },
  view: () => h('p', null, 'Add'),
})

const secret = 'a secret of the tests, long enough'
const logged: string[] = []
let folder: string
let postgres: EmbeddedServer
let db: Database
let server: Awaited<ReturnType<typeof buildServer>>

const start = () => startEmbedded({ dir: join(folder, 'postgres'), log: () => {}, disposable: true })

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-away-'))
  postgres = await start()
  await migrate({ connection: postgres.connection })
  await makeWorld(postgres.connection)
  const as = (user: string) => ({ ...postgres.connection, user, max: 4 })
  db = openDatabase(as('tl_login'), as('tl_door'))
  server = await buildServer({
    services: {
      db,
      clock: systemClock,
      recorder: makeRecorder(db),
      sealer: makeSealer(secret),
      secret,
      baseUrl: 'http://throughline.test',
      neutralSite: 'https://neutral.example/weather',
    },
    routes: [list, add],
    look,
    areas: () => [],
    assets: { css: '/assets/app.css', js: '/assets/app.js' },
    log: createLog({ level: 'info', write: (line) => logged.push(line) }),
    secureCookies: false,
    trustProxy: false,
  })
})
afterAll(async () => {
  await server.close()
  await db.close()
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
})

const session = tokenOf('admin@Alder')
const get = (url: string) => server.inject({ url, cookies: { s: session } })
const send = (name: string) =>
  server.inject({
    method: 'POST',
    url: '/teams/new',
    cookies: { s: session },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ name, _csrf: csrfFor(secret, session) }).toString(),
  })
const operate = async <T extends pg.QueryResultRow>(text: string): Promise<T[]> => {
  const client = new pg.Client(postgres.connection)
  await client.connect()
  try {
    return (await client.query<T>(text)).rows
  } finally {
    await client.end()
  }
}
const kept = async () => ({
  teams: (await operate<{ name: string }>('select name from team order by name')).map(({ name }) => name),
  acts: (await operate<{ n: number }>("select count(*)::int as n from record_entry where act = 'test.team-added'"))[0]
    ?.n,
})

const expectSorry = (reply: { statusCode: number; body: string; headers: object }, status: number) => {
  expect(reply.statusCode).toBe(status)
  expect(reply.body).toContain('there is a problem with the service')
  expect(reply.body).not.toMatch(/postgres|terminat|ECONN|timeout|57P01|socket|\.ts\b|cancel/i)
  expect(reply.headers).toHaveProperty('content-security-policy')
}

/** Asks until it is answered as it should be. How long that may take is the promise. */
const within = async (ms: number, ask: () => Promise<{ statusCode: number }>) => {
  const end = performance.now() + ms
  while ((await ask()).statusCode >= 500) {
    if (performance.now() > end) throw new Error(`not back within ${ms} ms`)
    await sleep(100)
  }
}

test('While the database is away every page says so, and it comes back by itself', { timeout: 60_000 }, async () => {
  expect((await send('Before')).statusCode).toBe(303)
  await postgres.stop()
  for (const reply of [await get('/teams'), await send('While away'), await server.inject('/health')]) {
    expectSorry(reply, 503)
    expect(reply.headers['retry-after']).toBe('10')
  }
  postgres = await start()
  await within(5000, () => get('/teams'))
  expect((await send('After')).statusCode).toBe(303)
  expect(await kept()).toEqual({ teams: ['After', 'Before'], acts: 2 })
})

test('A form whose connection breaks in the middle keeps nothing, and the next one is kept', async () => {
  const before = await kept()
  linger = async (wait) => {
    const ended = wait(10)
    ended.catch(() => {}) // told below
    await sleep(300)
    await operate("select pg_terminate_backend(pid) from pg_stat_activity where usename in ('tl_login', 'tl_door')")
    await ended
  }
  expectSorry(await send('Broken off'), 503)
  // Also while nothing is being asked: the server closes a connection whose transaction waits for us.
  linger = async () => {
    await operate("select pg_terminate_backend(pid) from pg_stat_activity where usename in ('tl_login', 'tl_door')")
    await sleep(300)
  }
  expectSorry(await send('Broken off in silence'), 503)
  linger = async () => {}
  await within(5000, () => get('/teams'))
  expect(await kept()).toEqual(before)
  expect((await send('Sent again')).statusCode).toBe(303)
})

test('A database that is restarted in the middle of forty forms keeps exactly those that were answered', {
  timeout: 60_000,
}, async () => {
  const before = await kept()
  linger = (wait) => wait(0.05).then(() => {})
  const names = Array.from({ length: 40 }, (_, n) => `Team ${n}`)
  const sending = Promise.all(names.map(async (name) => ({ name, status: (await send(name)).statusCode })))
  await sleep(250)
  await operate(
    "select pg_terminate_backend(pid) from pg_stat_activity where usename in ('tl_login', 'tl_door')",
  ).catch(() => {})
  await postgres.stop()
  postgres = await start()
  const replies = await sending
  linger = async () => {}
  await within(5000, () => get('/teams'))
  const now = await kept()
  const added = now.teams.filter((name) => !before.teams.includes(name))
  const told = replies.filter(({ status }) => status === 303).map(({ name }) => name)
  expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([303, 503]))
  // Nobody is told that something was kept which was not. The other way round it can happen: committed, and the answer lost on the way.
  expect(added).toEqual(expect.arrayContaining(told))
  expect(added.length - told.length).toBeLessThanOrEqual(4)
  // Each with its line in the record, or neither.
  expect(Number(now.acts) - Number(before.acts)).toBe(added.length)
})

test('A statement that takes too long ends with a page that says so, and holds nothing up', async () => {
  expectSorry(await get('/teams?slow'), 500)
  const replies = await Promise.all(Array.from({ length: 8 }, () => get('/teams?slow')))
  for (const reply of replies) expectSorry(reply, 500)
  expect((await get('/teams')).statusCode).toBe(200)
})

test('A connection on which nothing could be begun is not left behind broken', async () => {
  const nobody = { role: 'tl_owner' as 'r_public' } // a role that the pages cannot take
  for (let n = 0; n < 8; n += 1) await expect(db.read(nobody, async () => 1)).rejects.toThrow(/permission denied/)
  expect((await get('/teams')).statusCode).toBe(200)
})

test('What the log holds of all this is codes and places', () => {
  const failures = logged.filter((line) => line.includes('request.failed')).map((line) => JSON.parse(line))
  expect(failures.length).toBeGreaterThan(5)
  expect(failures.map(({ error }) => error.code)).toEqual(expect.arrayContaining(['57014']))
  expect(logged.join()).not.toMatch(/Broken off|terminating|While away/)
})
