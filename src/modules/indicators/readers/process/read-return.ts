import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { FileKind, ReadFile, RefusedFile } from '../extract.ts'
import type { FlagMapping, LookedAt, ReadFlags } from '../flags/index.ts'
import type { Answer, Outcome } from './answer.ts'
import { frameHead, type Head } from './frame.ts'
import { takeTurn } from './turn.ts'

/*
 * A return is read in a process of its own: a file that somebody made to do harm, or one that is merely huge, can take neither the server's memory nor its
 * time, and what it could make a reader do, it would do where there is no key of the database and no session. The children's ids stay there too.
 */

export type ReturnToRead = {
  readonly kind: FileKind
  /** As faults say it. */
  readonly name: string
  readonly bytes: Uint8Array
  /** The other files of a set: the tables of an SSDA903 return come one to a file. */
  readonly further?: readonly { readonly name: string; readonly bytes: Uint8Array }[]
  /** For referral flags their mapping, else null. */
  readonly settings: FlagMapping | null
  /** The installation's key for the prints of children. */
  readonly key: Uint8Array
  /** Told the share of the bytes that have been read, from 0 to 1. */
  readonly onProgress?: (share: number) => void
  /** Milliseconds after which the reading is stopped. */
  readonly longest?: number
}

/** Megabytes of JavaScript objects that a reading may hold. A census of 150,000 children takes about half. */
const mostMemory = 384
const longestReading = 60_000

const gaveUp = (what: string): RefusedFile => ({
  refused: `${what} Check that it is the right file, and that it holds no more than one year.`,
  line: null,
})
/** The reading was stopped by the clock. */
export const tookTooLong = gaveUp('Reading the file took too long and was stopped, so nothing of it was read.')
/** The process ended by itself: it ran out of memory, or a reader failed. */
export const failed = gaveUp(
  'The file could not be read: it needs more memory than any return, or holds what no reader here expects.',
)

// In the source the program lies beside this file; in what is built, beside the programs.
const entry = (): string => {
  const places = ['./entry.ts', './read-return.js'].map((place) => fileURLToPath(new URL(place, import.meta.url)))
  const found = places.find((place) => existsSync(place))
  if (found === undefined) throw new Error('The program that reads returns is not there: npm run build makes it')
  return found
}

type Work = {
  readonly head: Head
  readonly parts: readonly Uint8Array[]
  readonly onProgress: ((share: number) => void) | undefined
  readonly longest: number
}

/**
 * Reads a return in a process of its own. Every child's id comes back as a print (prints.ts); of referral flags also `unmapped`. Rejects only where the
 * program itself is missing.
 */
export const readReturn = async (given: ReturnToRead): Promise<ReadFile | ReadFlags | RefusedFile> => {
  const files = [{ name: given.name, bytes: given.bytes }, ...(given.further ?? [])]
  const head: Head = {
    task: 'read',
    kind: given.kind,
    files: files.map(({ name, bytes }) => ({ name, size: bytes.length })),
    mapping: given.settings,
    key: Buffer.from(given.key).toString('base64'),
  }
  const parts = files.map(({ bytes }) => bytes)
  const { onProgress, longest = longestReading } = given
  // The program answers the task that it was given.
  return (await takeTurn(() => run({ head, parts, onProgress, longest }))) as ReadFile | ReadFlags | RefusedFile
}

/** Looks in a process of its own at a table that is to be mapped: its columns, and their values where they are few. */
export const lookAtReturn = async (given: {
  readonly name: string
  readonly bytes: Uint8Array
  readonly longest?: number
}): Promise<LookedAt | RefusedFile> => {
  const files = [{ name: given.name, size: given.bytes.length }]
  const head: Head = { task: 'look', kind: 'referral-flags', files, mapping: null, key: '' }
  const { longest = longestReading } = given
  // The program answers the task that it was given.
  return (await takeTurn(() => run({ head, parts: [given.bytes], onProgress: undefined, longest }))) as
    | LookedAt
    | RefusedFile
}

const run = async (work: Work): Promise<Outcome> => {
  const child = spawn(process.execPath, [`--max-old-space-size=${mostMemory}`, entry()], {
    stdio: ['pipe', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
    // Windows starts nothing without it. Nothing else of ours goes in: no key, no address of the database.
    env: { SystemRoot: process.env['SystemRoot'] },
  })
  try {
    const answer = answerOf(child, work)
    // A process that ended takes no more bytes; its end is noticed in `answerOf`.
    child.stdin?.on('error', () => undefined)
    child.stdin?.write(frameHead(work.head))
    for (const part of work.parts) child.stdin?.write(part)
    child.stdin?.end()
    return await answer
  } finally {
    child.kill('SIGKILL')
  }
}

const answerOf = (child: ChildProcess, { head, onProgress, longest }: Work): Promise<Outcome> =>
  new Promise((resolve) => {
    const total = head.files.reduce((sum, { size }) => sum + size, 0)
    const end = (result: Outcome): void => {
      clearTimeout(timer)
      resolve(result)
    }
    const timer = setTimeout(() => end(tookTooLong), longest)
    child.on('message', (message) => {
      // Only our own program sends messages, and only of this shape.
      const answer = message as Answer
      if ('result' in answer) end(answer.result)
      else onProgress?.(answer.bytes / total)
    })
    child.once('error', () => end(failed))
    child.once('exit', () => end(failed))
  })
