import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { StackFile } from '../definition/stack.ts'
import { readAnnex } from '../readers/annex-a/index.ts'
import { readCin } from '../readers/cin/index.ts'
import type { FileKind, ReadFile, RefusedFile } from '../readers/extract.ts'
import { type FlagMapping, flagMapping, readFlags, standardMapping } from '../readers/flags/index.ts'
import { readCare } from '../readers/ssda903/index.ts'
import type { Options } from './options.ts'

/** Files that were read as one, by the names that they were given. */
export type Read = {
  readonly kind: FileKind
  readonly names: readonly string[]
  /** SHA-256 of each, in hexadecimal: what shows that a file is the same. */
  readonly prints: readonly string[]
  readonly file: ReadFile
}

/** Nothing of these can be read: why, in a sentence, by name. */
export class Unreadable extends Error {}

/** What is not streamed is held whole: a table of 150,000 rows has some 15 MB. */
const mostBytes = 256 * 1024 * 1024

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file.',
  EISDIR: 'This is a folder. Name the files in it.',
  EACCES: 'This account may not read the file.',
}

/** Runs what opens files; what the file system says becomes a sentence. */
const opening = async <T>(name: string, open: () => Promise<T>): Promise<T> => {
  try {
    return await open()
  } catch (error) {
    const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
    // What is no answer of the file system is a fault of the program, and shows itself.
    if (code === null || !/^E[A-Z]+$/.test(code)) throw error
    throw new Unreadable(`${name}: ${reasons[code] ?? `The file cannot be opened (${code}).`}`)
  }
}

type Named = { readonly name: string; readonly bytes: Uint8Array }
const nothing = new Uint8Array()

/** A file whole. Throws `Unreadable`. */
export const bytesOf = (folder: string, name: string): Promise<Named> =>
  opening(name, async () => {
    const path = resolve(folder, name)
    if ((await stat(path)).size > mostBytes)
      throw new Unreadable(`${name}: The file is larger than 256 MB. Leave out what is not needed.`)
    return { name, bytes: await readFile(path) }
  })

const unlessRefused = <T extends ReadFile>(names: readonly string[], read: T | RefusedFile): T => {
  if (!('refused' in read)) return read
  const line = read.line === null ? '' : ` (line ${read.line})`
  throw new Unreadable(`${names.join(', ')}: ${read.refused}${line}`)
}

const mappingFrom = async (folder: string, name: string | undefined): Promise<FlagMapping> => {
  if (name === undefined) return standardMapping
  const { bytes } = await bytesOf(folder, name)
  let given: unknown
  try {
    given = JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    throw new Unreadable(`${name}: This is no JSON.`)
  }
  const parsed = flagMapping.safeParse(given)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new Unreadable(`${name}: ${[issue?.path.join('.'), issue?.message].filter(Boolean).join(': ')}.`)
}

const printOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** The chunks of a file as they come, and its print once they have all come. */
const printed = (chunks: AsyncIterable<Uint8Array>) => {
  const hash = createHash('sha256')
  return {
    async *chunks() {
      for await (const chunk of chunks) {
        hash.update(chunk)
        yield chunk
      }
    },
    print: (): string => hash.digest('hex'),
  }
}

const readCensus = async (folder: string, name: string): Promise<Read> =>
  opening(name, async () => {
    const { chunks, print } = printed(createReadStream(resolve(folder, name)))
    const file = unlessRefused([name], await readCin(name, chunks()))
    return { kind: 'cin', names: [name], prints: [print()], file }
  })

/** Files of a kind that are read whole, and together. */
const readWhole = async (
  kind: FileKind,
  names: readonly string[],
  { folder, read }: { folder: string; read: (files: readonly Named[]) => Promise<ReadFile | RefusedFile> },
): Promise<Read> => {
  const files: Named[] = []
  for (const name of names) files.push(await bytesOf(folder, name))
  const prints = files.map(({ bytes }) => printOf(bytes))
  return { kind, names, prints, file: unlessRefused(names, await read(files)) }
}

/** Reads all files that are named, one after the other. Throws `Unreadable` at the first that cannot be read at all. */
export const readFiles = async ({ files, mapping }: Options, folder: string): Promise<Read[]> => {
  const flags = await mappingFrom(folder, mapping)
  const all: Read[] = []
  for (const name of files.cin) all.push(await readCensus(folder, name))
  if (files.ssda903.length > 0) all.push(await readWhole('ssda903', files.ssda903, { folder, read: readCare }))
  const each = async (kind: FileKind, read: (file: Named) => Promise<ReadFile | RefusedFile>): Promise<void> => {
    for (const name of files[kind]) {
      all.push(
        await readWhole(kind, [name], { folder, read: async ([file]) => read(file ?? { name, bytes: nothing }) }),
      )
    }
  }
  await each('annex-a', readAnnex)
  await each('referral-flags', (file) => readFlags(file, flags))
  return all
}

/** The files as they are stacked, each with the days that are said of its kind. */
export const stackFilesOf = (read: readonly Read[], covers: Options['covers']): StackFile[] =>
  read.map(({ kind, names, file: { extract } }) => {
    const [span, ...furtherSpans] = kind === 'cin' ? [] : covers[kind]
    return { name: names.join(', '), extract, span: span ?? null, furtherSpans }
  })
