import { open } from 'node:fs/promises'
import { resolve } from 'node:path'
import { type CheckedText, Unreadable } from '../document.ts'
import { decode } from './decode.ts'
import { looksLikeMarkdown, proseOf } from './markdown.ts'

/** A record of a whole family's years is a few megabytes. */
const MOST_BYTES = 64 * 2 ** 20
const tooLarge = (): never => {
  throw new Unreadable(`it is larger than ${MOST_BYTES / 2 ** 20} MB`)
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'you may not read it',
  EPERM: 'you may not read it',
  EISDIR: 'it is a folder',
  ENOTDIR: 'there is no such file',
  ENAMETOOLONG: 'there is no such file',
}

export const reasonOf = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return reasons[code] ?? `it cannot be read (${code || 'unknown reason'})`
}

const bytesOfFile = async (path: string): Promise<Uint8Array> => {
  try {
    const file = await open(path)
    try {
      const facts = await file.stat()
      if (facts.isDirectory()) throw new Unreadable('it is a folder')
      if (!facts.isFile() && !facts.isFIFO()) throw new Unreadable('it is not a file')
      if (facts.size > MOST_BYTES) tooLarge()
      return await bytesOfStream(file.createReadStream({ autoClose: false }))
    } finally {
      await file.close()
    }
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable(reasonOf(error))
  }
}

const bytesOfStream = async (input: AsyncIterable<Uint8Array>): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of input) {
    chunks.push(chunk)
    size += chunk.length
    if (size > MOST_BYTES) tooLarge()
  }
  return Buffer.concat(chunks)
}

const isMarkdownName = (name: string): boolean => /\.(md|markdown|mdown|mkd)$/i.test(name)
const isPlainName = (name: string): boolean => /\.(txt|text|log|csv)$/i.test(name)

/** What a file holds, told by its bytes and, for Markdown, by its name first. */
export const readBytes = async (bytes: Uint8Array, name: string): Promise<CheckedText> => {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    // Loaded for Word files only: most calls have none.
    const { readDocx } = await import('./docx/read-docx.ts')
    const { text, parts } = await readDocx(bytes)
    return { name, kind: 'docx', text, prose: text, parts }
  }
  if (/\.docx$/i.test(name)) throw new Unreadable('it is named .docx and is no Word file')
  const text = decode(bytes)
  const isMarkdown = isMarkdownName(name) || (!isPlainName(name) && looksLikeMarkdown(text))
  return isMarkdown ? { name, kind: 'markdown', text, prose: proseOf(text) } : { name, kind: 'text', text, prose: text }
}

/** Reads a file named on the command line, or standard input for `-`. Throws `Unreadable` with the reason. */
export const readFileNamed = async (
  name: string,
  { folder, input }: { folder: string; input: AsyncIterable<Uint8Array> },
): Promise<CheckedText> =>
  name === '-'
    ? readBytes(await bytesOfStream(input), 'standard input')
    : readBytes(await bytesOfFile(resolve(folder, name)), name)
