/** A file that cannot be brought in, with the reason in words for whoever sent it. */
export class NotReadable extends Error {}

const notText =
  'This is not a text or CSV file, whatever its name ends with. Save it again from the program that it came from'

// What no text has besides tabs and the ends of lines.
const strange = (text: string): number => text.match(/(?![\t\n\r\f])\p{Cc}/gu)?.length ?? 0

const decoded = (bytes: Buffer, encoding: string): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null // it is written in another encoding
  }
}

/**
 * The text of a file: UTF-8, UTF-16 with its mark, else Windows-1252 as older programs write it.
 * @throws NotReadable where it is no text.
 */
export const textOfFile = (bytes: Buffer): string => {
  const mark = bytes.subarray(0, 2).toString('hex')
  const wide = mark === 'fffe' ? 'utf-16le' : mark === 'feff' ? 'utf-16be' : null
  if (wide === null && bytes.includes(0)) throw new NotReadable(notText)
  const text = wide === null ? (decoded(bytes, 'utf-8') ?? decoded(bytes, 'windows-1252')) : decoded(bytes, wide)
  if (text === null || text.includes('\0') || strange(text) > text.length / 100) throw new NotReadable(notText)
  return text
}
