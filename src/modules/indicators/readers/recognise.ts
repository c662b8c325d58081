import { inflateRawSync } from 'node:zlib'
import type { FileKind } from './extract.ts'

/** What a file looks like by what is in it, whatever it is called. `kind` null: none of ours, or not to be told. `said`: 'an SSDA903 file', for a sentence. */
export type Recognised = { readonly kind: FileKind | null; readonly said: string }

const looksLike = (kind: FileKind | null, said: string): Recognised => ({ kind, said })

const starts: readonly (readonly [readonly number[], string])[] = [
  [[0x25, 0x50, 0x44, 0x46], 'a PDF'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'a workbook of the old Excel format (.xls), or one with a password'],
  [[0x1f, 0x8b], 'a packed file'],
  [[0x52, 0x61, 0x72, 0x21], 'a packed file'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'a packed file'],
  [[0x89, 0x50, 0x4e, 0x47], 'a picture'],
  [[0xff, 0xd8, 0xff], 'a picture'],
]

const startBytes = 64 * 1024

const startText = (bytes: Uint8Array): string => {
  const start = bytes.subarray(0, startBytes)
  const [first, second] = start
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(start).trimStart()
}

/** Says what a file looks like, so that a page can say that it is not what was asked for. It decides nothing: the readers do. */
export const recognise = (bytes: Uint8Array): Recognised => {
  if (bytes.length === 0) return looksLike(null, 'an empty file')
  const known = starts.find(([start]) => start.every((byte, at) => bytes[at] === byte))
  if (known !== undefined) return looksLike(null, known[1])
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5)) return archive(bytes)
  const text = startText(bytes)
  if (text.includes('\0')) return looksLike(null, 'a file that is no text')
  return text.startsWith('<') ? xml(text) : table(text.slice(0, text.search(/[\r\n]|$/)))
}

const xml = (text: string): Recognised => {
  const elements = new Set(Array.from(text.matchAll(/<(?:\w+:)?(\w+)/g), ([, name = '']) => name.toLowerCase()))
  if (elements.has('expssda903')) return looksLike('ssda903', 'an SSDA903 file')
  if (elements.has('html')) return looksLike(null, 'a web page')
  const collection = /<Collection>\s*(\w{1,10})\s*</i.exec(text)?.[1]?.toUpperCase()
  if (elements.has('cindetails') || elements.has('lachildid') || collection === 'CIN')
    return looksLike('cin', 'a CIN census file')
  return looksLike(null, 'an XML file of another kind')
}

const columnsOf = (line: string): readonly string[] =>
  line.split(/[,;\t]/).map((name) =>
    name
      .replaceAll(/["']/g, '')
      .trim()
      .toLowerCase()
      .replaceAll(/[\s_]+/g, ' '),
  )

const hasAll = (columns: readonly string[], ...wanted: readonly string[]): boolean =>
  wanted.every((name) => columns.includes(name))

const table = (header: string): Recognised => {
  const columns = columnsOf(header)
  if (hasAll(columns, 'child') && columns.some((name) => ['decom', 'duc', 'sex', 'review', 'dob'].includes(name)))
    return looksLike('ssda903', 'an SSDA903 file')
  if (hasAll(columns, 'child unique id')) return looksLike('annex-a', 'a list of Annex A')
  if (columns.some((name) => name.includes('referral date') || name === 'date of referral') && columns.length > 2)
    return looksLike('referral-flags', 'a table of referrals')
  return looksLike(null, columns.length > 1 ? 'a table of another kind' : 'a text file')
}

const archive = (bytes: Uint8Array): Recognised => {
  const entries = entriesOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  const book = entries.find(({ name }) => name === 'xl/workbook.xml')
  if (book === undefined) {
    const isText = entries.some(({ name }) => name.startsWith('word/'))
    return looksLike(null, isText ? 'a Word document' : 'a packed file')
  }
  const sheets = Array.from(
    inflated(bytes, book).matchAll(/<(?:\w+:)?sheet\s[^>]*?name="([^"]{1,100})"/g),
    ([, name = '']) => name.toLowerCase().replaceAll(/[\s_-]+/g, ' '),
  )
  if (sheets.some((name) => /^list \d/.test(name))) return looksLike('annex-a', 'an Annex A workbook')
  if (sheets.includes('episodes')) return looksLike('ssda903', 'an SSDA903 workbook')
  return looksLike(null, 'an Excel workbook')
}

type Entry = { readonly name: string; readonly method: number; readonly size: number; readonly at: number }
const mostEntries = 1000

/** The directory of an archive, as far as it can be found. A damaged one has no entries. */
const entriesOf = (bytes: Buffer): readonly Entry[] => {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  if (end === -1 || end + 22 > bytes.length) return []
  const entries: Entry[] = []
  for (let at = bytes.readUInt32LE(end + 16); entries.length < mostEntries && at + 46 <= bytes.length; ) {
    if (bytes.readUInt32LE(at) !== 0x02014b50) break
    const nameLength = bytes.readUInt16LE(at + 28)
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength)
    entries.push({
      name,
      method: bytes.readUInt16LE(at + 10),
      size: bytes.readUInt32LE(at + 20),
      at: bytes.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries
}

/** The text of one entry, up to a limit; '' where it is damaged or larger. */
const inflated = (given: Uint8Array, { method, size, at }: Entry): string => {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength)
  if (at + 30 > bytes.length) return ''
  const from = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
  const packed = bytes.subarray(from, Math.min(from + size, bytes.length))
  if (method === 0) return packed.toString('utf8', 0, startBytes)
  try {
    return inflateRawSync(packed, { maxOutputLength: startBytes }).toString('utf8')
  } catch {
    return ''
  }
}
