import { existsSync, mkdirSync, readdirSync, realpathSync, rmSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import pg from 'pg'
import { clusterExists } from '../db/embedded/cluster.ts'
import { startEmbedded } from '../db/embedded/index.ts'
import { databaseName } from '../db/open.ts'
import { isSystemError, syncFolder } from './files.ts'
import { copyRunning, type Ending } from './hot-copy.ts'
import { clusterFolder, type Manifest, writeManifest } from './manifest.ts'

/** What `takeBackup` needs. */
export type TakeOptions = {
  /** The folder of the built-in PostgreSQL, as `startEmbedded` takes it. */
  readonly dir: string
  /** Where the backup goes: absent, or empty. */
  readonly folder: string
  /** The version of the program, for the record. */
  readonly program: string
  readonly keyId: string | null
  readonly log: (line: string) => void
  /** For whoever must hold something still while the copy ends. */
  readonly ending?: Ending
}

/**
 * Copies the built-in database while people work in it, without holding anybody up. Whatever was acknowledged before the
 * copy ended is in it. The database is copied as it is: no migration runs first.
 * @throws Error in words; then nothing of the backup is left behind
 */
export const takeBackup = async (options: TakeOptions): Promise<Manifest> => {
  const { dir, folder } = options
  if (!clusterExists(join(dir, 'cluster'))) throw new Error(`There is no database in ${dir} to back up.`)
  refuseFull(folder)
  const isNew = !existsSync(folder)
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    refuseInside(folder, dir)
    return await copyAndDescribe(options)
  } catch (error) {
    for (const name of existsSync(folder) ? readdirSync(folder) : [])
      rmSync(join(folder, name), { recursive: true, force: true })
    if (isNew) rmSync(folder, { recursive: true, force: true })
    throw isSystemError(error, 'ENOSPC') ? new Error(`There is no room for the backup in ${folder}.`) : error
  }
}

const refuseFull = (folder: string): void => {
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new Error(`${folder} has something in it. Name a folder that is empty or not there yet.`)
}

const refuseInside = (folder: string, dir: string): void => {
  const way = relative(realpathSync(dir), realpathSync(folder))
  if (way !== '..' && !way.startsWith(`..${sep}`))
    throw new Error(`${folder} lies in the folder of the database itself. Name another.`)
}

const copyAndDescribe = async ({ dir, folder, program, keyId, log, ending }: TakeOptions): Promise<Manifest> => {
  const server = await startEmbedded({ dir, log })
  const client = new pg.Client({ ...server.connection, database: databaseName })
  try {
    await client.connect()
    const copied = await copyRunning(client, join(dir, 'cluster'), join(folder, clusterFolder), ending)
    const manifest: Manifest = { format: 1, program, keyId, ...(await facts(client)), ...copied }
    await writeManifest(folder, manifest)
    for (const changed of [folder, dirname(folder)]) syncFolder(changed)
    return manifest
  } finally {
    await client.end()
    await server.stop()
  }
}

const facts = async (client: pg.Client): Promise<Pick<Manifest, 'postgres' | 'migrations'>> => {
  const { rows } = await client.query<{ version: string; major: number; migrations: string[] }>(
    `select current_setting('server_version') as version, current_setting('server_version_num')::integer / 10000 as major,
      array(select name from migration.applied order by name) as migrations`,
  )
  const [row] = rows
  if (row === undefined) throw new Error('PostgreSQL did not say what it is.')
  return { postgres: { version: row.version, major: row.major }, migrations: row.migrations }
}
