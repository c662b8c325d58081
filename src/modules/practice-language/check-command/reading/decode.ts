import { Unreadable } from '../document.ts'

/** What a file that is no text begins with, and what to do about it. */
const kinds: readonly (readonly [number[], string])[] = [
  [
    [0xd0, 0xcf, 0x11, 0xe0],
    'it is a Word file of before 2007, or one with a password. Save it as .docx without a password',
  ],
  [[0x25, 0x50, 0x44, 0x46, 0x2d], 'it is a PDF. Check the document that it was made from'],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'it is rich text (RTF). Save it as .docx or plain text'],
  [[0x1f, 0x8b], 'it is compressed (gzip)'],
]

const beginsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, at) => bytes[at] === byte)

const decoded = (bytes: Uint8Array, encoding: string, name: string): string => {
  try {
    // The mark at the beginning is no part of the text, and no place counts it.
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof RangeError) throw new Unreadable('it is too large')
    throw new Unreadable(`it is not valid ${name}`)
  }
}

/** The byte at which UTF-8 goes wrong, to help to find it: the first replacement that does not stand in the file itself. */
const firstWrongByte = (bytes: Uint8Array): number => {
  const lenient = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  let from = 0
  let byte = 0
  for (let at = lenient.indexOf('\ufffd'); at >= 0; at = lenient.indexOf('\ufffd', from)) {
    byte += Buffer.byteLength(lenient.slice(from, at))
    if (!beginsWith(bytes.subarray(byte), [0xef, 0xbf, 0xbd])) break
    byte += 3
    from = at + 1
  }
  return byte
}

const NULS_OF_UTF_16 = 0.2

/** The text of a file in UTF-8 or, with its mark, in UTF-16. */
export const decode = (bytes: Uint8Array): string => {
  const kind = kinds.find(([start]) => beginsWith(bytes, start))
  if (kind) throw new Unreadable(kind[1])
  if (beginsWith(bytes, [0xff, 0xfe])) return decoded(bytes, 'utf-16le', 'UTF-16')
  if (beginsWith(bytes, [0xfe, 0xff])) return decoded(bytes, 'utf-16be', 'UTF-16')
  const head = bytes.subarray(0, 4096)
  if (head.length > 0 && head.filter((byte) => byte === 0).length / head.length > NULS_OF_UTF_16)
    throw new Unreadable('it is no plain text, or UTF-16 without a byte order mark. Save it as UTF-8')
  try {
    return decoded(bytes, 'utf-8', 'UTF-8')
  } catch (error) {
    if (error instanceof Unreadable && error.message.includes('valid'))
      throw new Unreadable(`it is not valid UTF-8 (byte ${firstWrongByte(bytes)}). Save it as UTF-8`)
    throw error
  }
}
