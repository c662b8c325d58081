import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { PgBoss } from 'pg-boss'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeSealer } from '#platform/access/sealing.ts'
import { systemClock } from '#platform/clock.ts'
import { readConfig } from '#platform/config.ts'
import { type Database, openDatabase } from '#platform/db/connection.ts'
import { createLog } from '#platform/log.ts'
import { makeRecorder } from '#platform/record/recorder.ts'
import { type TestDatabase, testDatabase } from '#test/postgres.ts'
import { accountId, makeWorld } from '#test/world.ts'
import type { Job, JobGiven } from '../module.ts'
import { housekeeping } from './housekeeping.ts'
import { startJobs } from './jobs.ts'

let database: TestDatabase
let db: Database
let operator: pg.Client
let given: JobGiven
const logged: string[] = []
const log = createLog({ level: 'info', write: (line) => logged.push(line) })

beforeAll(async () => {
  database = await testDatabase('jobs')
  await makeWorld(database.admin)
  db = openDatabase(database.worker)
  operator = new pg.Client(database.admin)
  await operator.connect()
  const secret = 'a secret of the tests, long enough'
  given = {
    db,
    config: readConfig({}),
    services: {
      db,
      clock: systemClock,
      recorder: makeRecorder(db),
      sealer: makeSealer(secret),
      secret,
      baseUrl: '',
      neutralSite: '',
    },
  }
})
afterAll(async () => {
  await Promise.all([db.close(), operator.end()])
  await database.drop()
})

// Far from now, so that only what a test sends runs.
const cron = '0 0 1 1 *'
const job = (name: string, run: Job['run']): Job => ({ name, cron, run })

/** Puts a job into its queue, as its time would. */
const send = async (name: string) => {
  const boss = new PgBoss({
    ...(database.worker as object),
    schema: 'pgboss',
    max: 1,
    supervise: false,
    schedule: false,
    migrate: false,
  })
  boss.on('error', () => {})
  await boss.start()
  await boss.send(name)
  await boss.stop({ graceful: false })
}
const until = async (ms: number, done: () => boolean | Promise<boolean>) => {
  const end = performance.now() + ms
  while (!(await done())) {
    if (performance.now() > end) throw new Error(`not within ${ms} ms`)
    await sleep(100)
  }
}
const state = async (name: string) =>
  (await operator.query<{ state: string }>('select state::text from pgboss.job where name = $1', [name])).rows.map(
    (row) => row.state,
  )

describe('Jobs', () => {
  test('run as tl_worker on a database where it owns nothing but the queue, and say so in the log', {
    timeout: 30_000,
  }, async () => {
    let seen: unknown
    const looks = job('looks', async ({ db: worker }) => {
      seen = (await worker.ask<{ who: string }>('select session_user::text as who', []))[0]?.who
      return { count: 7 }
    })
    const running = await startJobs(database.worker, [looks], given, log)
    await send('looks')
    await until(15_000, async () => (await state('looks'))[0] === 'completed')
    await running.stop()
    expect(seen).toBe('tl_worker')
    expect(logged.map((line) => JSON.parse(line))).toContainEqual(
      expect.objectContaining({ event: 'job.done', job: 'looks', count: 7 }),
    )
  })

  test('start a second time, and on a second server, as if it were the first', { timeout: 30_000 }, async () => {
    const idle = job('idle', async () => ({ count: 0 }))
    const [one, two] = await Promise.all([
      startJobs(database.worker, [idle], given, log),
      startJobs(database.worker, [idle], given, log),
    ])
    await one.stop()
    await two.stop()
    const { rows } = await operator.query("select name, cron, timezone from pgboss.schedule where name = 'idle'")
    expect(rows).toEqual([{ name: 'idle', cron, timezone: 'Europe/London' }])
  })

  test('are waited for when the server stops', { timeout: 30_000 }, async () => {
    let done = false
    let begun = false
    const slow = job('slow', async () => {
      begun = true
      await sleep(1500)
      done = true
      return { count: 1 }
    })
    const running = await startJobs(database.worker, [slow], given, log)
    await send('slow')
    await until(15_000, () => begun)
    await running.stop()
    expect(done).toBe(true)
    expect(await state('slow')).toEqual(['completed'])
  })

  test('that fail are tried again, and what they failed of is not in the log', { timeout: 60_000 }, async () => {
    let tries = 0
    const shaky = job('shaky', async () => {
      tries += 1
      if (tries === 1) throw new Error('Mrs Marked-Value of 7 Hidden Lane')
      return { count: 1 }
    })
    const running = await startJobs(database.worker, [shaky], given, log)
    await send('shaky')
    await until(40_000, async () => (await state('shaky'))[0] === 'completed')
    await running.stop()
    expect(tries).toBe(2)
    expect(logged.join()).not.toMatch(/Marked-Value|Hidden/)
    expect(logged.map((line) => JSON.parse(line))).toContainEqual(
      expect.objectContaining({ event: 'job.failed', job: 'shaky' }),
    )
  })

  test('whose server was killed are taken up by another within half a minute', { timeout: 90_000 }, async () => {
    let takenUp = false
    const other = job('taken-up', async () => {
      takenUp = true
      return { count: 1 }
    })
    const child = spawn(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        `import { startJobs } from '#platform/jobs/jobs.ts'
         const log = { error: () => {}, info: () => {} }
         const run = () => { console.log('taken'); return new Promise(() => {}) }
         await startJobs(${JSON.stringify(database.worker)}, [{ name: 'taken-up', cron: '${cron}', run }], {}, log)
         console.log('ready')`,
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    )
    let said = ''
    child.stdout.on('data', (text) => {
      said += text
    })
    await until(30_000, () => said.includes('ready'))
    await send('taken-up')
    await until(15_000, () => said.includes('taken'))
    child.kill('SIGKILL')
    await once(child, 'exit')
    const running = await startJobs(database.worker, [other], given, log)
    await until(32_000, () => takenUp)
    await until(5_000, async () => (await state('taken-up'))[0] === 'completed')
    await running.stop()
  })
})

describe('Housekeeping', () => {
  const admin = accountId('admin@Alder')

  test('deletes what has had its time and nothing else, and nothing the second time', async () => {
    await operator.query(
      `insert into submission (account_id, once, body_sha, location, at) select $1, gen_random_uuid(), '\\x00', '/' || x, now() - x::interval
       from unnest(array['49 hours', '47 hours', '0 hours']) x`,
      [admin],
    )
    await operator.query(
      `insert into draft (account_id, path, sealed, updated_at) select $1, '/' || x, '\\x00', now() - x::interval from unnest(array['61 days', '59 days']) x`,
      [admin],
    )
    await operator.query(
      `insert into session (token_sha, account_id, complete, device, idle_minutes, expires_at) select sha256(x::bytea), $1, true, x, 15, now() - x::interval
       from unnest(array['31 days', '29 days', '1 minute']) x`,
      [admin],
    )
    await operator.query(
      `insert into sign_in_failure (key_sha, at) select sha256(x::bytea), now() - x::interval from unnest(array['25 hours', '23 hours']) x`,
    )
    await operator.query(
      `insert into mail (template, sealed, created_at) values ('word', '\\x00', now() - interval '400 days')`,
    )
    const all = async () => {
      const { rows } = await operator.query<{ t: string }>(
        "select relname as t from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1",
      )
      const counts: Record<string, number> = {}
      for (const { t } of rows) counts[t] = (await operator.query(`select from ${t}`)).rowCount ?? 0
      return counts
    }
    const before = await all()
    expect(await housekeeping.run(given)).toEqual({ count: 4 })
    const after = await all()
    const gone = Object.fromEntries(
      Object.keys(before)
        .map((t) => [t, (before[t] ?? 0) - (after[t] ?? 0)])
        .filter(([, n]) => n !== 0),
    )
    expect(gone).toEqual({ submission: 1, draft: 1, session: 1, sign_in_failure: 1 })
    expect(
      (await operator.query('select location from submission order by 1')).rows.map((row) => row.location),
    ).toEqual(['/0 hours', '/47 hours'])
    expect((await operator.query('select path from draft')).rows).toEqual([{ path: '/59 days' }])
    expect((await operator.query("select device from session where device like '31%'")).rowCount).toBe(0)
    expect(await housekeeping.run(given)).toEqual({ count: 0 })
  })
})
