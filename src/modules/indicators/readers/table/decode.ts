import { refuse } from '../workbook/index.ts'

/*
 * Text files name no encoding. A mark at the start says it; without one, what is UTF-8 is UTF-8 (other text hardly ever is by chance), and all else is what
 * Excel on Windows writes in this country.
 */

/** Bytes that stand for nothing in windows-1252. */
const nothing = [0x81, 0x8d, 0x8f, 0x90, 0x9d]

const decode = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return strictly('utf-16le', bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return strictly('utf-16be', bytes)
  if (bytes.includes(0))
    return refuse(
      'This is no text file: it holds bytes that no text has. Save the table as CSV UTF-8, and upload that.',
    )
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    if (nothing.some((byte) => bytes.includes(byte))) return unknown()
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

const unknown = (): never =>
  refuse('It cannot be told in which encoding the file is written. Save the table as CSV UTF-8, and upload that.')

const strictly = (encoding: string, bytes: Uint8Array): string => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return unknown()
  }
}

/** The text of a file, its lines ending in \n. */
export const textOfBytes = (bytes: Uint8Array): string =>
  decode(bytes).replaceAll('\r\n', '\n').replaceAll('\r', '\n').replaceAll('\ufeff', '')
