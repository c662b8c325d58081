import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { inject } from 'vitest'
import type { TestProject } from 'vitest/node'
import { type EmbeddedConnection, startEmbedded } from '#platform/db/embedded/index.ts'
import { tryExclusive } from '#platform/db/embedded/lock.ts'
import { migrate } from '#platform/db/migrate.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The folder of this run's PostgreSQL. Nothing is in it until a test asks for a database. */
    postgresFolder: string
  }
}

/** A database of a test's own, migrated and otherwise empty. */
export type TestDatabase = {
  name: string
  /** Superuser: for making what a test needs and for looking behind the policies. */
  admin: pg.ClientConfig
  /** As the pages connect. */
  app: pg.ClientConfig
  /** As the sign-in pages and the access record of readings connect. */
  door: pg.ClientConfig
  /** As the jobs connect. */
  worker: pg.ClientConfig
  /** Removes it, closing what is still connected. Optional: the end of the run removes everything. */
  drop(): Promise<void>
}

const prefix = 'throughline-test-'
const template = 'tl_template'
// Any number that no migration uses: the first test that needs the template makes it, the others wait.
const templateLock = 7_408_262

const serverIn = (folder: string) =>
  startEmbedded({
    dir: join(folder, 'postgres'),
    log: () => {},
    disposable: true,
    settings: { max_connections: '200' },
  })

const discard = async (folder: string): Promise<void> => {
  const pidFile = join(folder, 'postgres/cluster/postmaster.pid')
  // A worker that is just ending may still use the server.
  for (let attempt = 0; attempt < 50 && existsSync(pidFile); attempt += 1) {
    if ((await (await serverIn(folder)).stop()) === 'left') await sleep(100)
  }
  rmSync(folder, { recursive: true, force: true })
}

/** A run that was killed leaves its server behind; the next run ends it. */
const discardLeftovers = async (): Promise<void> => {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const folder = join(tmpdir(), name)
    const facts = statSync(folder, { throwIfNoEntry: false })
    const isOurs = facts && facts.uid === process.getuid?.() && Date.now() - facts.ctimeMs > 60_000
    if (!isOurs || !existsSync(join(folder, 'run.lock'))) continue
    const held = tryExclusive(join(folder, 'run.lock'))
    if (!held) continue
    await discard(folder)
    held.release()
  }
}

/** Vitest calls this once before all tests: it prepares a folder and starts nothing, so that pure tests wait for nothing. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  await discardLeftovers()
  const folder = mkdtempSync(join(tmpdir(), prefix))
  const running = tryExclusive(join(folder, 'run.lock'))
  project.provide('postgresFolder', folder)
  return async () => {
    await discard(folder)
    running?.release()
  }
}

const withClient = async (
  connection: pg.ClientConfig,
  work: (client: pg.Client) => Promise<unknown>,
): Promise<void> => {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

const makeTemplate = (connection: EmbeddedConnection) =>
  withClient(connection, async (client) => {
    await client.query('select pg_advisory_lock($1)', [templateLock])
    const { rowCount } = await client.query('select from pg_database where datname = $1', [template])
    if (rowCount === 0) {
      // It gets its name when whole: a migration that fails leaves no template to copy.
      await client.query('drop database if exists tl_making with (force)')
      await client.query('create database tl_making')
      await migrate({ connection: { ...connection, database: 'tl_making' } })
      await client.query(`alter database tl_making rename to ${template}`)
    }
  })

const start = async (): Promise<EmbeddedConnection> => {
  const { connection } = await serverIn(inject('postgresFolder'))
  await makeTemplate(connection)
  return connection
}

let started: Promise<EmbeddedConnection> | undefined

/** Makes a migrated, empty database in some 30 ms. `name` only helps to recognise it. */
export const testDatabase = async (name = 'test'): Promise<TestDatabase> => {
  started ??= start()
  const server = await started
  const database = `t_${name
    .replaceAll(/[^a-z0-9]+/gi, '_')
    .toLowerCase()
    .slice(0, 40)}_${randomBytes(5).toString('hex')}`
  await withClient(server, (client) => client.query(`create database ${database} template ${template}`))
  const as = (user: string): pg.ClientConfig => ({ ...server, user, database })
  return {
    name: database,
    admin: as('postgres'),
    app: as('tl_login'),
    door: as('tl_door'),
    worker: as('tl_worker'),
    drop: () => withClient(server, (client) => client.query(`drop database if exists ${database} with (force)`)),
  }
}
