import { chmodSync, mkdirSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { findBinaries } from './binaries.ts'
import { checkMajorVersion, clusterExists, makeCluster } from './cluster.ts'
import { tryExclusive, tryShared, waitExclusive } from './lock.ts'
import { chooseRunner } from './runner.ts'
import { connectionTo, type EmbeddedConnection, findRunningServer, startServer, stopServer } from './server.ts'
import { type Settings, settingArguments } from './settings.ts'
import { makeSocketFolder, removeSocketFolder } from './socket-folder.ts'

export type { EmbeddedConnection } from './server.ts'
export type { Settings } from './settings.ts'

/** A running built-in PostgreSQL that this process uses, perhaps together with others. */
export type EmbeddedServer = {
  /** Connects as superuser over the private socket. */
  connection: EmbeddedConnection
  /** True when it ran already: another process started it, or an earlier one that was killed. */
  adopted: boolean
  /** Ends this process's use, and stops the server unless another process uses it: `left` says that one does. */
  stop(): Promise<'stopped' | 'left'>
  /** Ends this process's use and lets the server run on. */
  leave(): void
}

/** What `startEmbedded` needs. */
export type EmbeddedOptions = {
  /** A folder of its own: the data in `cluster/`, the socket, the server's log, the locks. Made when absent. */
  dir: string
  /** Told in plain words what is being done. */
  log: (line: string) => void
  /** Settings of PostgreSQL over the standing ones; those on which durability rests are refused. */
  settings?: Settings
  /** For tests only: nothing is flushed to the disk, so it is quick and does not survive a power cut. */
  disposable?: boolean
}

// Making a database takes a second and replaying a long log a minute or two; whoever waits longer is told so.
const LOCK_PATIENCE = 180_000

const prepareFolder = (dir: string): string => {
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 })
    const folder = realpathSync(dir)
    chmodSync(folder, 0o700)
    return folder
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'EACCES' || error.code === 'EPERM')) {
      throw new Error(
        `${dir} belongs to another account. Start Throughline as its owner, or set DATA_DIR to another folder.`,
        {
          cause: error,
        },
      )
    }
    throw error
  }
}

const findOrStart = async (folder: string, options: EmbeddedOptions) => {
  const cluster = join(folder, 'cluster')
  const binaries = findBinaries()
  const isDisposable = options.disposable ?? false
  if (clusterExists(cluster)) {
    checkMajorVersion(cluster, binaries.major)
    const running = await findRunningServer(cluster)
    if (running) {
      options.log(`The built-in PostgreSQL ${binaries.major} was running already`)
      return { cluster, running, adopted: true }
    }
  }
  const runner = chooseRunner(cluster)
  runner.own(folder)
  if (!clusterExists(cluster)) {
    options.log(`Making the database in ${folder}`)
    makeCluster({ cluster, binaries, runner, isDisposable })
  }
  const socketFolder = makeSocketFolder(folder)
  runner.own(socketFolder)
  const settings = settingArguments({ socketFolder, extra: options.settings ?? {}, isDisposable })
  const logFile = join(folder, 'server.log')
  try {
    const running = await startServer({ program: binaries.postgres, runner, cluster, settings, logFile })
    options.log(`Started the built-in PostgreSQL ${binaries.major} ${runner.how}`)
    return { cluster, running, adopted: false }
  } catch (error) {
    removeSocketFolder(socketFolder, folder)
    throw error
  }
}

/**
 * Starts the PostgreSQL that comes with the package, or takes up the one that runs on this folder already.
 * Several processes may use it at once; of two that start at the same time one starts it and the other takes it up.
 * It listens on a private socket only and outlives this process, so a killed process loses nothing and its successor
 * finds the server running.
 *
 * @throws Error with what to do, when the data is of another major version or of another account, or the server does not start
 */
export const startEmbedded = async (options: EmbeddedOptions): Promise<EmbeddedServer> => {
  const folder = prepareFolder(options.dir)
  const startLock = join(folder, 'start.lock')
  const usersLock = join(folder, 'users.lock')
  const starting = await waitExclusive(startLock, LOCK_PATIENCE)
  try {
    // Taken only under the start lock, and so free of anybody who asks whether he is the last.
    const using = tryShared(usersLock)
    if (!using) throw new Error(`${usersLock} is held by a program that is not Throughline`)
    try {
      const { cluster, running, adopted } = await findOrStart(folder, options)
      const stop = async () => {
        const stopping = await waitExclusive(startLock, LOCK_PATIENCE)
        try {
          using.release()
          const alone = tryExclusive(usersLock)
          if (!alone) return 'left'
          alone.release()
          await stopServer(cluster, running.pid)
          removeSocketFolder(running.socketFolder, folder)
          return 'stopped'
        } finally {
          stopping.release()
        }
      }
      return { connection: connectionTo(running), adopted, stop, leave: () => using.release() }
    } catch (error) {
      using.release()
      throw error
    }
  } finally {
    starting.release()
  }
}
