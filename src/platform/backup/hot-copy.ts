import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { type CopiedFile, copyFile, forEach, isSystemError, listTree, syncFolder, writeNewFile } from './files.ts'
import type { Manifest } from './manifest.ts'

/** Calls `stop` once: what is committed before that is in the copy. */
export type Ending = (stop: () => Promise<void>) => Promise<void>

const controlFile = 'global/pg_control'
// What a running server makes for itself and a restored one makes anew: the lists of pg_basebackup (basebackup.c, excludeDirContents, excludeFiles).
const emptied = /^(pg_dynshmem|pg_notify|pg_replslot|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)\//
const ownFiles =
  /^(postmaster\.(pid|opts)|backup_label(\.old)?|tablespace_map|backup_manifest|current_logfiles|postgresql\.auto\.conf\.tmp)$/
const isLeftOut = (path: string): boolean =>
  emptied.test(path) ||
  ownFiles.test(path) ||
  /^pg_wal\/(?!(archive_status|summaries)$)/.test(path) ||
  /(^|\/)(pgsql_tmp|pg_internal\.init)/.test(path)

/**
 * Copies the files of a running server into `target`, with the log of what was written meanwhile, from which the server
 * that is started on the copy makes it whole. `client` is a superuser's and does nothing else meanwhile.
 */
export const copyRunning = async (
  client: pg.Client,
  cluster: string,
  target: string,
  ending: Ending = (stop) => stop(),
): Promise<Pick<Manifest, 'madeAt' | 'lsn' | 'folders' | 'files'>> => {
  // Keeps the log from being reused before it is copied. It goes with this connection, however that ends.
  await client.query("select pg_create_physical_replication_slot('backup_' || pg_backend_pid(), true, true)")
  const start = await startCopy(client)
  const { folders, files } = listTree(cluster, isLeftOut)
  for (const path of ['', ...folders]) mkdirSync(join(target, path), { mode: 0o700 })
  const data = await forEach(
    files.filter((path) => path !== controlFile),
    (path) => copyIfThere(cluster, target, path),
  )
  const control = await copyControlFile(cluster, target)
  let end: (Stopped & { madeAt: string }) | undefined
  await ending(async () => {
    // Before the end, so that whatever was acknowledged by then is in the copy.
    const madeAt = new Date().toISOString()
    end = { madeAt, ...(await stopCopy(client)) }
  })
  if (end === undefined) throw new Error('The copy was not ended.')
  const log = await forEach(logBetween(cluster, end), (name) => copyIfThere(cluster, target, `pg_wal/${name}`))
  if (log.includes(null)) throw new Error('A part of the log of PostgreSQL went while it was being copied.')
  const label = { path: 'backup_label', ...(await writeNewFile(join(target, 'backup_label'), end.label)) }
  for (const path of ['', ...folders]) syncFolder(join(target, path))
  const copied = [...data, control, ...log, label].filter((file) => file !== null)
  return {
    madeAt: end.madeAt,
    lsn: { start, stop: end.lsn },
    folders: [...folders],
    files: copied.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
  }
}

const startCopy = async (client: pg.Client): Promise<string> => {
  const { rows } = await client.query<{ lsn: string }>(
    "select pg_backup_start('throughline', fast => true)::text as lsn",
  )
  return rows[0]?.lsn ?? ''
}

const copyIfThere = async (cluster: string, target: string, path: string): Promise<CopiedFile | null> => {
  try {
    return { path, ...(await copyFile(join(cluster, path), join(target, path))) }
  } catch (error) {
    // A table was dropped or a temporary file removed, and the log tells of it. A missing target is another matter.
    if (isSystemError(error, 'ENOENT') && !existsSync(join(cluster, path))) return null
    throw error
  }
}

/** Last, and only as read twice alike: the server may be writing it at that moment, and no log would mend it. */
const copyControlFile = async (cluster: string, target: string): Promise<CopiedFile> => {
  const [from, to] = [join(cluster, controlFile), join(target, controlFile)]
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const before = readFileSync(from)
    const copied = await copyFile(from, to)
    if (before.equals(readFileSync(to))) return { path: controlFile, ...copied }
    rmSync(to)
  }
  throw new Error('PostgreSQL wrote its control file without pause, so it could not be copied.')
}

type Stopped = { readonly label: string; readonly lsn: string; readonly last: string }

const stopCopy = async (client: pg.Client): Promise<Stopped> => {
  const { rows } = await client.query<Stopped & { spaces: string }>(
    `select labelfile as label, spcmapfile as spaces, lsn::text, pg_walfile_name(lsn) as last
     from pg_backup_stop(wait_for_archive => false)`,
  )
  const [row] = rows
  if (row === undefined) throw new Error('PostgreSQL did not say where the copy ends.')
  if (row.spaces.trim() !== '')
    throw new Error('The database uses tablespaces, and those are not copied. Move the tables back first.')
  return row
}

/** The files of the log from the beginning of the copy to its end. */
const logBetween = (cluster: string, { label, last }: Stopped): string[] => {
  const first = /^START WAL LOCATION: \S+ \(file ([0-9A-F]{24})\)/m.exec(label)?.[1]
  if (first === undefined) throw new Error('PostgreSQL did not say where the copy begins.')
  const isNeeded = (name: string) =>
    name.endsWith('.history') || (/^[0-9A-F]{24}$/.test(name) && name >= first && name <= last)
  return readdirSync(join(cluster, 'pg_wal')).filter(isNeeded)
}
