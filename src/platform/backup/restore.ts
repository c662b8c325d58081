import { existsSync, lchownSync, mkdirSync, readdirSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { findBinaries } from '../db/embedded/binaries.ts'
import { type Hold, tryExclusive } from '../db/embedded/lock.ts'
import { isPostgresAlive, readPostmasterFile } from '../db/embedded/postmaster-file.ts'
import { chooseRunner } from '../db/embedded/runner.ts'
import { copyFile, forEach, isSystemError, listTree, syncFolder } from './files.ts'
import { clusterFolder, type Manifest, readManifest } from './manifest.ts'

const unfinished = 'restoring-'

/** What `putBack` needs. */
export type PutBackOptions = {
  /** A finished backup. */
  readonly folder: string
  /** The folder of the built-in PostgreSQL, as `startEmbedded` takes it. */
  readonly dir: string
  /** Whether a database that is there may be put aside; otherwise it is not touched. */
  readonly mayMoveAside: boolean
}

/**
 * Puts the database of a backup where `startEmbedded` looks for it. Every file is compared with the manifest as it is
 * copied; nothing takes its place before all of them were right.
 * @returns where the database that was there before was put; null where there was none
 * @throws Error in words; then the database that was there is as it was
 */
export const putBack = async ({
  folder,
  dir,
  mayMoveAside,
}: PutBackOptions): Promise<{ manifest: Manifest; aside: string | null }> => {
  const manifest = await readManifest(folder)
  refuseOtherMajor(manifest)
  refuseOtherFiles(folder, manifest)
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  const held = holdAlone(dir)
  const cluster = join(dir, 'cluster')
  const making = join(dir, `${unfinished}${process.pid}`)
  try {
    if (existsSync(cluster) && !mayMoveAside)
      throw new Error(
        `There is a database in ${dir} already, and nothing was changed. With --move-aside it is kept there under another name.`,
      )
    for (const name of readdirSync(dir)) if (name.startsWith(unfinished)) rmSync(join(dir, name), { recursive: true })
    await copyChecked(join(folder, clusterFolder), making, manifest)
    handOver(making, dir)
    const aside = existsSync(cluster)
      ? join(dir, `cluster-until-${new Date().toISOString().replaceAll(/[:.]/g, '-')}`)
      : null
    if (aside !== null) renameSync(cluster, aside)
    renameSync(making, cluster)
    syncFolder(dir)
    return { manifest, aside }
  } catch (error) {
    rmSync(making, { recursive: true, force: true })
    throw isSystemError(error, 'ENOSPC')
      ? new Error(`There is no room for the database in ${dir}. Nothing was changed.`)
      : error
  } finally {
    for (const hold of held) hold.release()
  }
}

const refuseOtherMajor = ({ postgres }: Manifest): void => {
  const { major } = findBinaries()
  if (postgres.major !== major)
    throw new Error(
      `The backup was made with PostgreSQL ${postgres.major}, and this Throughline brings PostgreSQL ${major}. Restore it with the Throughline that made it.`,
    )
}

const refuseOtherFiles = (folder: string, manifest: Manifest): void => {
  const present = new Set(listTree(join(folder, clusterFolder)).files)
  const listed = new Set(manifest.files.map(({ path }) => path))
  for (const path of listed) if (!present.has(path)) throw new Error(`The backup is not whole: ${path} is missing.`)
  for (const path of present)
    if (!listed.has(path)) throw new Error(`The backup is not as it was made: ${path} does not belong to it.`)
}

/** While these are held nobody starts the database. Throws where somebody uses it. */
const holdAlone = (dir: string): Hold[] => {
  const held: Hold[] = []
  const refuse = (why: string): never => {
    for (const hold of held) hold.release()
    throw new Error(`The database in ${dir} is in use. ${why}, then restore.`)
  }
  for (const name of ['start.lock', 'users.lock']) {
    const hold = tryExclusive(join(dir, name))
    if (hold === null) return refuse('Stop Throughline')
    held.push(hold)
  }
  const left = readPostmasterFile(join(dir, 'cluster'))
  return left !== null && isPostgresAlive(left.pid)
    ? refuse('It runs on after a program that was killed: start Throughline and stop it')
    : held
}

const copyChecked = async (from: string, to: string, manifest: Manifest): Promise<void> => {
  for (const path of ['', ...manifest.folders]) mkdirSync(join(to, path), { mode: 0o700, recursive: true })
  await forEach(manifest.files, async ({ path, size, sha256 }) => {
    const copied = await copyFile(join(from, path), join(to, path))
    if (copied.size !== size || copied.sha256 !== sha256)
      throw new Error(`The backup was damaged: ${path} is not as it was made. Nothing was changed.`)
  })
  for (const path of ['', ...manifest.folders]) syncFolder(join(to, path))
}

/** Root restores for whoever owns the folder, or for the account that the server will run as. */
const handOver = (making: string, dir: string): void => {
  const { folders, files } = listTree(making)
  const owner = statSync(realpathSync(dir))
  const own =
    process.getuid?.() === 0 && owner.uid !== 0
      ? (path: string) => lchownSync(path, owner.uid, owner.gid)
      : chooseRunner(join(dir, 'cluster')).own
  for (const path of ['', ...folders, ...files]) own(join(making, path))
}
