import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { startEmbedded } from '../db/embedded/index.ts'
import { tryExclusive } from '../db/embedded/lock.ts'
import { isPostgresAlive, readPostmasterFile } from '../db/embedded/postmaster-file.ts'
import { stopServer } from '../db/embedded/server.ts'
import { databaseName } from '../db/open.ts'
import { contentOf, settle, type TableContent, tablesOf } from './contents.ts'
import type { Manifest } from './manifest.ts'
import { putBack } from './restore.ts'
import { takeBackup } from './take.ts'

const prefix = 'drill-'

/** One table in the database and in the restored copy of its backup. */
export type Compared = { readonly table: string; readonly live: TableContent; readonly restored: TableContent | null }

/** What a drill found, and the seconds that each part of it took. */
export type DrillResult = {
  readonly manifest: Manifest
  readonly tables: readonly Compared[]
  readonly surplus: readonly string[]
  readonly seconds: { readonly backup: number; readonly restore: number; readonly compare: number }
}

/** What `drill` needs. */
export type DrillOptions = {
  readonly dir: string
  /** Where the copies lie while it runs: they hold what the database holds, so on a disk that is as well guarded. */
  readonly workFolder: string
  readonly program: string
  readonly keyId: string | null
  readonly log: (line: string) => void
  /** What else to do with the restored copy, as an operator, before it is removed. */
  readonly look?: (connection: pg.ClientConfig) => Promise<void>
}

/**
 * Backs the database up, restores the backup beside it, and compares every table of the two as they were at one moment.
 * People can work meanwhile: writing waits for some milliseconds, once. The copies are removed, whatever happens.
 */
export const drill = async (options: DrillOptions): Promise<DrillResult> => {
  mkdirSync(options.workFolder, { recursive: true, mode: 0o700 })
  const alone = tryExclusive(join(options.workFolder, 'drill.lock'))
  if (alone === null) throw new Error('Another drill is running. Wait for it to end.')
  try {
    await removeLeftovers(options)
    const folder = mkdtempSync(join(options.workFolder, prefix))
    try {
      return await compareCopy(options, folder)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  } finally {
    alone.release()
  }
}

/** A drill that was killed leaves its copies behind, and perhaps a server on one of them. */
const removeLeftovers = async ({ workFolder }: DrillOptions): Promise<void> => {
  for (const entry of readdirSync(workFolder, { withFileTypes: true })) {
    if (!entry.isDirectory() || !entry.name.startsWith(prefix)) continue
    const left = join(workFolder, entry.name)
    const cluster = join(left, 'postgres/cluster')
    const server = readPostmasterFile(cluster)
    if (server !== null && isPostgresAlive(server.pid)) await stopServer(cluster, server.pid)
    rmSync(left, { recursive: true, force: true })
  }
}

const compareCopy = async (options: DrillOptions, folder: string): Promise<DrillResult> => {
  const { dir, program, keyId, log } = options
  const started = performance.now()
  const since = () => (performance.now() - started) / 1000
  const server = await startEmbedded({ dir, log: () => {} })
  // Three connections: one copies, one holds writing still for a moment, and this one keeps that moment to be read at leisure.
  const live = new pg.Client({ ...server.connection, database: databaseName })
  try {
    await live.connect()
    await settle(live)
    const backup = join(folder, 'backup')
    const manifest = await takeBackup({
      dir,
      folder: backup,
      program,
      keyId,
      log,
      ending: (stop) => standStill(server.connection, live, stop),
    })
    const backedUp = since()
    const restoredDir = join(folder, 'postgres')
    await putBack({ folder: backup, dir: restoredDir, mayMoveAside: false })
    const copy = await startEmbedded({ dir: restoredDir, log: () => {} })
    try {
      const restored = since()
      const connection = { ...copy.connection, database: databaseName }
      await options.look?.(connection)
      const compared = await compare(live, connection)
      return {
        manifest,
        ...compared,
        seconds: { backup: backedUp, restore: restored - backedUp, compare: since() - restored },
      }
    } finally {
      await copy.stop()
    }
  } finally {
    await live.end()
    await server.stop()
  }
}

/** Ends the copy and takes a snapshot at a moment at which nobody writes, so that the two hold exactly the same. */
export const standStill = async (
  connection: pg.ClientConfig,
  live: pg.Client,
  stop: () => Promise<void>,
): Promise<void> => {
  const holder = new pg.Client({ ...connection, database: databaseName })
  await holder.connect()
  try {
    await settle(holder)
    const tables = await tablesOf(holder)
    await lockWriting(holder, tables)
    await live.query('begin isolation level repeatable read read only')
    await live.query('select 1')
    await stop()
  } finally {
    await holder.end()
  }
}

/** Waits for those who are writing. Gives way within half a second, before PostgreSQL would end one of the two as a deadlock. */
const lockWriting = async (holder: pg.Client, tables: readonly string[]): Promise<void> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await holder.query(`begin; set local lock_timeout = '500ms'; lock table ${tables.join(', ')} in share mode`)
      return
    } catch (error) {
      await holder.query('rollback')
      if (attempt >= 20)
        throw new Error('Somebody has been writing without pause. Try the drill again at a quieter time.', {
          cause: error,
        })
      await sleep(250)
    }
  }
}

const compare = async (
  live: pg.Client,
  connection: pg.ClientConfig,
): Promise<Pick<DrillResult, 'tables' | 'surplus'>> => {
  const restored = new pg.Client(connection)
  await restored.connect()
  try {
    await settle(restored)
    const there = new Set(await tablesOf(restored))
    const tables: Compared[] = []
    for (const table of await tablesOf(live)) {
      const [before, after] = await Promise.all([
        contentOf(live, table),
        there.has(table) ? contentOf(restored, table) : null,
      ])
      tables.push({ table, live: before, restored: after })
    }
    return { tables, surplus: [...there].filter((table) => !tables.some((known) => known.table === table)) }
  } finally {
    await restored.end()
  }
}
