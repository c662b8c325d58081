import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'

const prefix = 'throughline-'

/** The port is only part of the socket's name: nothing listens on the network. */
export const SOCKET_PORT = 5432

// A path to a socket holds 107 bytes on Linux and 103 on macOS.
const LONGEST = 103

const fits = (folder: string): boolean => Buffer.byteLength(join(folder, `.s.PGSQL.${SOCKET_PORT}`)) <= LONGEST

/**
 * The folder for the server's socket: the given one where the path is short enough, otherwise a private new one below the
 * system's temporary folder. Whoever looks for it later finds it in `postmaster.pid`.
 */
export const makeSocketFolder = (folder: string): string => {
  if (fits(folder)) return folder
  const roomy = fits(join(tmpdir(), `${prefix}XXXXXX`)) ? tmpdir() : '/tmp'
  return mkdtempSync(join(roomy, prefix))
}

/** Removes a folder that `makeSocketFolder` made; leaves any other alone. */
export const removeSocketFolder = (socketFolder: string, folder: string): void => {
  if (socketFolder === folder || !basename(socketFolder).startsWith(prefix)) return
  rmSync(socketFolder, { recursive: true, force: true })
}
