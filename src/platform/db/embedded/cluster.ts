import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Binaries } from './binaries.ts'
import type { Runner } from './runner.ts'

const unfinished = 'making-'

/** Only what PostgreSQL needs: no setting of another server's (PGDATA, PGPORT) and none of our secrets reaches it. */
export const serverEnvironment = (): NodeJS.ProcessEnv => ({ PATH: process.env['PATH'] ?? '', LC_ALL: 'C', TZ: 'UTC' })

/** True once the data directory has been made, whole. */
export const clusterExists = (cluster: string): boolean => existsSync(join(cluster, 'PG_VERSION'))

/** Refuses data of another major version, unchanged; the file formats differ. */
export const checkMajorVersion = (cluster: string, major: number): void => {
  const found = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
  if (found === String(major)) return
  throw new Error(
    `The data in ${cluster} was made by PostgreSQL ${found}, and this Throughline brings PostgreSQL ${major}. ` +
      `Nothing has been changed. Back the data up with the Throughline that made it and restore it here (docs/running), ` +
      `or set DATA_DIR to another folder, or DATABASE_URL to a server of your own.`,
  )
}

/**
 * Makes a data directory: UTF-8, a sort order that is the same on every machine (PostgreSQL's own C.UTF-8), checksums.
 * It appears under its name only when whole, so that one killed half-way leaves nothing that looks like data.
 * The caller holds the lock of the folder.
 */
export const makeCluster = (options: {
  cluster: string
  binaries: Binaries
  runner: Runner
  isDisposable: boolean
}): void => {
  const { cluster, binaries, runner } = options
  const folder = dirname(cluster)
  for (const name of readdirSync(folder)) {
    if (name.startsWith(unfinished)) rmSync(join(folder, name), { recursive: true, force: true })
  }
  if (existsSync(cluster))
    throw new Error(`${cluster} exists but holds no database. Move it away, or set DATA_DIR to another folder.`)
  const making = join(folder, `${unfinished}${process.pid}`)
  mkdirSync(making, { mode: 0o700 })
  runner.own(making)
  const { file, args, identity } = runner.command(binaries.initdb, [
    `--pgdata=${making}`,
    '--username=postgres',
    // Whoever can open the socket may connect, and only the owner of its folder can open it.
    '--auth=trust',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    '--data-checksums',
    '--no-instructions',
    ...(options.isDisposable ? ['--no-sync'] : []),
  ])
  const done = spawnSync(file, args, { ...identity, cwd: folder, env: serverEnvironment(), encoding: 'utf8' })
  if (done.status !== 0) {
    rmSync(making, { recursive: true, force: true })
    throw new Error(`The database could not be made in ${folder}: ${done.error?.message ?? done.stderr.trim()}`)
  }
  renameSync(making, cluster)
}
