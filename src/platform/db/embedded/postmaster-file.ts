import { readFileSync, readlinkSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'

/** What a running server says of itself in `postmaster.pid`; the socket stands there only once it listens. */
export type PostmasterFile = { pid: number; port: number; socketFolder: string; ready: boolean }

/** Reads `postmaster.pid` of a data directory; null when there is none, or none that can be understood. */
export const readPostmasterFile = (cluster: string): PostmasterFile | null => {
  let lines: string[]
  try {
    lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
  // Order of the lines: src/include/utils/pidfile.h of PostgreSQL, the same from 10 to 18.
  const [pid, , , port, socketFolder, , , status] = lines
  if (!Number.isInteger(Number(pid)) || Number(pid) <= 0) return null
  return { pid: Number(pid), port: Number(port), socketFolder: socketFolder ?? '', ready: status?.trim() === 'ready' }
}

/** True while a process of this number lives and, where the system tells, is a PostgreSQL. */
export const isPostgresAlive = (pid: number): boolean => {
  if (process.platform === 'linux') {
    try {
      return basename(readlinkSync(`/proc/${pid}/exe`)).startsWith('postgres')
    } catch (error) {
      // ENOENT: gone, or dead and not yet collected. Anything else: it lives, but is not ours to look into.
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false
    }
  }
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/**
 * Removes what a dead server left behind. PostgreSQL does so itself unless the number of its process has since been
 * given to another, which is the rule and not the exception after the restart of a container.
 */
export const clearDeadServer = (cluster: string, file: PostmasterFile): void => {
  rmSync(join(cluster, 'postmaster.pid'), { force: true })
  if (file.socketFolder) {
    const socket = join(file.socketFolder, `.s.PGSQL.${file.port}`)
    rmSync(`${socket}.lock`, { force: true })
    rmSync(socket, { force: true })
  }
}
