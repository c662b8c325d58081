import { refuse } from './refusal.ts'

/** What a file is by its first bytes, whatever it is called. */
export type Kind = 'zip' | 'xml' | 'text'

const begins = (bytes: Uint8Array, ...start: readonly number[]): boolean =>
  start.every((byte, at) => bytes[at] === byte)

const saveAsXlsx = 'Open it in Excel, choose “Save as” and “Excel workbook (.xlsx)”, and upload that file.'

/** The name of the stream in which Excel keeps a workbook with a password, as the old container writes names. */
const encrypted = Buffer.from('EncryptedPackage', 'utf16le')

const refuseKnown = (bytes: Uint8Array): void => {
  if (bytes.length === 0) refuse('The file is empty. Export it again.')
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    const hasPassword = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(encrypted)
    if (hasPassword)
      refuse('The workbook has a password. Open it in Excel, take the password away, save it and upload it again.')
    refuse(`This is a file of the old Excel format (.xls). ${saveAsXlsx}`)
  }
  if (begins(bytes, 0x25, 0x50, 0x44, 0x46))
    refuse('This is a PDF, whatever its name says. Upload the CSV file or the workbook that it was made from.')
  const isPacked =
    begins(bytes, 0x1f, 0x8b) || begins(bytes, 0x52, 0x61, 0x72, 0x21) || begins(bytes, 0x37, 0x7a, 0xbc, 0xaf)
  if (isPacked) refuse('This is a packed archive. Unpack it, and upload the files that are in it.')
}

/**
 * Says what a file is by its bytes. What is known and cannot be read (.xls, PDF, archives, web pages with the ending .xls) is refused with what to do.
 */
export const kindOf = (bytes: Uint8Array): Kind => {
  refuseKnown(bytes)
  if (begins(bytes, 0x50, 0x4b, 0x03, 0x04) || begins(bytes, 0x50, 0x4b, 0x05, 0x06)) return 'zip'
  const isWide = begins(bytes, 0xff, 0xfe) || begins(bytes, 0xfe, 0xff)
  const start = new TextDecoder(isWide ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8')
    .decode(bytes.subarray(0, 1000))
    .trimStart()
  if (/^<(!doctype html|html|head|body|table|meta|div|style)/i.test(start))
    refuse(`This is a web page that was saved under the name of a table. ${saveAsXlsx}`)
  if (!start.startsWith('<')) return 'text'
  if (start.includes('progid="Excel.Sheet"')) refuse(`This is a workbook saved as XML of 2003. ${saveAsXlsx}`)
  return 'xml'
}
