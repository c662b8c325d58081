import { flagCount, roleCount, suffixCount, suffixOf } from './features.ts'
import type { Network } from './network.ts'

/**
 * The learned model as bytes: `TLM1`, the length of a header (uint32, little-endian), the header (JSON), then the sections that the
 * header names, one after another. Words are front-coded: each line begins with how many letters it shares with the line before.
 * The vector of a word is put together from `parts` pieces, each one of 256 in a book of pieces; all other numbers are a byte times a
 * scale. Made by `learning/train/pack.ts`.
 */
export type Header = {
  readonly width: number
  readonly reach: number
  readonly hidden: number
  readonly words: number
  readonly parts: number
  /** Score from which a span is shown, by category in the order of `categories`. */
  readonly thresholds: readonly number[]
  /** Digest of the labelled text and the settings that it was made from. */
  readonly madeFrom: string
  readonly sections: readonly { readonly name: string; readonly bytes: number; readonly scale: number }[]
}

export const magic = 'TLM1'
const kinds = 8

const isHeader = (value: unknown): value is Header =>
  typeof value === 'object' &&
  value !== null &&
  'sections' in value &&
  Array.isArray(value.sections) &&
  'parts' in value

const readHeader = (bytes: Uint8Array): { readonly header: Header; readonly from: number } => {
  const text = new TextDecoder()
  if (text.decode(bytes.subarray(0, 4)) !== magic) throw new Error('These bytes are no learned model.')
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true)
  const header: unknown = JSON.parse(text.decode(bytes.subarray(8, 8 + length)))
  if (!isHeader(header)) throw new Error('The learned model has no readable header.')
  return { header, from: 8 + length }
}

const sectionsOf = (bytes: Uint8Array, { sections }: Header, from: number) => {
  let at = from
  const parts = new Map<string, { readonly bytes: Uint8Array; readonly scale: number }>()
  for (const { name, bytes: length, scale } of sections) {
    parts.set(name, { bytes: bytes.subarray(at, at + length), scale })
    at += length
  }
  if (at !== bytes.length) throw new Error(`The learned model is ${bytes.length} bytes long and should be ${at}.`)
  return (name: string) => {
    const part = parts.get(name)
    if (part === undefined) throw new Error(`The learned model lacks its section “${name}”.`)
    return part
  }
}

const decodeWords = (bytes: Uint8Array): ReadonlyMap<string, number> => {
  const words = new Map<string, number>()
  let before = ''
  for (const line of new TextDecoder().decode(bytes).split('\n')) {
    const word = before.slice(0, line.charCodeAt(0) - 32) + line.slice(1)
    words.set(word, words.size)
    before = word
  }
  return words
}

/** Reads the bytes of a model, and refuses what does not fit together. */
export const unpack = (bytes: Uint8Array): { readonly header: Header; readonly network: Network } => {
  const { header, from } = readHeader(bytes)
  const section = sectionsOf(bytes, header, from)
  const { width, reach, hidden, parts } = header
  if (hidden % 4 !== 0) throw new Error('The learned model has a number of units that is no multiple of four.')
  const numbers = (name: string, length: number): Float64Array => {
    const part = section(name)
    if (part.bytes.length !== length) throw new Error(`Section “${name}” of the learned model has the wrong length.`)
    return Float64Array.from(new Int8Array(part.bytes), (one) => one * part.scale)
  }
  const words = decodeWords(section('words').bytes)
  if (words.size !== header.words) throw new Error('The learned model has not as many words as it says.')
  const codes = section('codes').bytes
  if (codes.length !== words.size * parts) throw new Error('The learned model has words without vectors.')
  const book = numbers('book', 256 * width)
  const suffixes = numbers('suffixes', suffixCount * width)
  // Put together once: the topic of a text asks for every word of it.
  const meanings = new Map<string, Float64Array>()
  const meaningOf = (word: string): Float64Array => {
    const row = words.get(word)
    if (row === undefined) return suffixes.subarray(suffixOf(word) * width, (suffixOf(word) + 1) * width)
    const had = meanings.get(word)
    if (had !== undefined) return had
    const meaning = meaningFrom(codes.subarray(row * parts, (row + 1) * parts), book, width / parts)
    meanings.set(word, meaning)
    return meaning
  }
  const network: Network = {
    ...{ width, reach, hidden, meaningOf },
    roles: numbers('roles', roleCount * width),
    window: numbers('window', (2 * reach + 1) * width * hidden),
    windowBias: numbers('windowBias', hidden),
    sentence: numbers('sentence', 2 * width * hidden),
    document: numbers('document', width * hidden),
    flags: numbers('flags', flagCount * hidden),
    out: numbers('out', hidden * kinds),
    outBias: numbers('outBias', kinds),
    whole: numbers('whole', hidden * (kinds - 1)),
    wholeBias: numbers('wholeBias', kinds - 1),
  }
  return { header, network }
}

/** Piece `n` of a word is one of the 256 pieces of part `n` of the book. */
const meaningFrom = (codes: Uint8Array, book: Float64Array, size: number): Float64Array => {
  const meaning = new Float64Array(codes.length * size)
  for (const [part, code] of codes.entries()) {
    const from = (part * 256 + code) * size
    meaning.set(book.subarray(from, from + size), part * size)
  }
  return meaning
}
