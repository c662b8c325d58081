import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { serverEnvironment } from './cluster.ts'
import { clearDeadServer, isPostgresAlive, type PostmasterFile, readPostmasterFile } from './postmaster-file.ts'
import type { Runner } from './runner.ts'

// After a crash the server first replays its log, which takes as long as the log is.
const READY_WITHIN = 120_000
const STOP_POLITELY = 30_000
const LOG_LIMIT = 1_000_000

/** Where a client connects: a socket's folder, never an address of a network. */
export type EmbeddedConnection = { host: string; port: number; user: 'postgres'; database: 'postgres' }

/** The connection of a superuser to the server that wrote this file. */
export const connectionTo = (file: PostmasterFile): EmbeddedConnection => ({
  host: file.socketFolder,
  port: file.port,
  user: 'postgres',
  database: 'postgres',
})

const answers = async (file: PostmasterFile): Promise<boolean> => {
  const client = new pg.Client({ ...connectionTo(file), connectionTimeoutMillis: 5000 })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

/** Waits until the server of this data directory answers; null when it has died or never was. */
const whenReady = async (cluster: string, isOver: () => boolean): Promise<PostmasterFile | null> => {
  const deadline = performance.now() + READY_WITHIN
  while (!isOver()) {
    const file = readPostmasterFile(cluster)
    if (file?.ready && isPostgresAlive(file.pid) && (await answers(file))) return file
    if (performance.now() > deadline)
      throw new Error(`PostgreSQL in ${cluster} was not ready within ${READY_WITHIN / 1000} seconds`)
    await sleep(15)
  }
  return null
}

/** Finds the server that runs on this data directory, waiting while it still starts; clears away one that died. */
export const findRunningServer = async (cluster: string): Promise<PostmasterFile | null> => {
  const file = readPostmasterFile(cluster)
  if (!file) return null
  const found = await whenReady(cluster, () => !isPostgresAlive(readPostmasterFile(cluster)?.pid ?? 0))
  if (!found) clearDeadServer(cluster, file)
  return found
}

const openLog = (file: string): number => {
  if (existsSync(file) && statSync(file).size > LOG_LIMIT) renameSync(file, `${file}.1`)
  return openSync(file, 'a', 0o600)
}

const spawnServer = (options: StartOptions): { child: ChildProcess; complaint: () => string } => {
  const before = existsSync(options.logFile) ? statSync(options.logFile).size : 0
  const log = openLog(options.logFile)
  const { file, args, identity } = options.runner.command(options.program, ['-D', options.cluster, ...options.settings])
  try {
    const child = spawn(file, args, {
      ...identity,
      cwd: options.cluster,
      env: serverEnvironment(),
      stdio: ['ignore', log, log],
      // In a session of its own, so that Ctrl-C in the terminal reaches the program and not its database under it.
      detached: true,
    })
    child.unref()
    const complaint = () => {
      const text = readFileSync(options.logFile)
      return text
        .subarray(text.length < before ? 0 : before)
        .toString('utf8')
        .trim()
    }
    return { child, complaint }
  } finally {
    closeSync(log)
  }
}

/** What `startServer` needs: the program, how to run it, its data, its settings as arguments, and its log. */
export type StartOptions = {
  program: string
  runner: Runner
  cluster: string
  settings: readonly string[]
  logFile: string
}

/** Starts the server and waits until it answers. Throws with the server's own words when it does not. */
export const startServer = async (options: StartOptions): Promise<PostmasterFile> => {
  // A killed server's children may live on for a moment and hold its memory, until then a new one refuses to start.
  for (let attempt = 1; ; attempt += 1) {
    const { child, complaint } = spawnServer(options)
    let failure: Error | null = null
    child.once('error', (error) => {
      failure = error
    })
    const file = await whenReady(
      options.cluster,
      () => failure !== null || child.exitCode !== null || child.signalCode !== null,
    )
    if (file) return file
    const words = failure ?? complaint()
    if (attempt >= 20 || !String(words).includes('shared memory block')) {
      throw new Error(`PostgreSQL did not start (${options.logFile}): ${String(words)}`)
    }
    await sleep(500)
  }
}

/** Stops the server: open transactions end, everything committed is kept. After 30 seconds less politely, and still safely. */
export const stopServer = async (cluster: string, pid: number): Promise<void> => {
  const isGone = () => readPostmasterFile(cluster)?.pid !== pid || !isPostgresAlive(pid)
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if (isGone()) return
    process.kill(pid, signal)
    const deadline = performance.now() + STOP_POLITELY
    while (performance.now() < deadline) {
      if (isGone()) return
      await sleep(15)
    }
  }
  throw new Error(`PostgreSQL (process ${pid}) in ${cluster} did not stop`)
}
