import { crc32 } from 'node:zlib'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { workbookLimits as limits } from './limits.ts'
import { refuse } from './refusal.ts'

/** The parts of a workbook, walked and measured. Names are compared without case, as the format says. */
export type Archive = {
  readonly has: (name: string) => boolean
  /** A part as text, piece by piece, until `take` says false. Missing: nothing is given. */
  readonly read: (name: string, take: (text: string) => boolean) => Promise<void>
}

const again = 'Open it in Excel, save it as a new .xlsx file and upload that.'
const inMegabytes = (bytes: number): string => `${bytes / 1024 / 1024} MB`
const tooLarge = `Unpacked, a part of the workbook is larger than ${inMegabytes(limits.part)}, or all of it larger than ${inMegabytes(limits.total)}. Save each sheet that is needed as a CSV file, and upload those.`

/** A workbook that Excel did not save so, or that was damaged on its way. */
export const damaged: (what: string) => never = (what) => refuse(`The workbook is damaged: ${what}. ${again}`)

/**
 * Opens the archive of a workbook and unpacks each part once, counting and keeping nothing, before anything is parsed: what its directory says of sizes is
 * a claim. Sheets are later read through the same directory by the same unpacker, so that no second reader can see another archive than the one walked.
 */
export const openArchive = async (bytes: Uint8Array): Promise<Archive> => {
  const zip = await opened(bytes)
  const entries = new Map<string, Entry>()
  let total = 0
  if (zip.entryCount > limits.parts) damaged(`it has more than ${limits.parts} parts`)
  for await (const entry of eachEntry(zip)) {
    const name = entry.fileName.toLowerCase()
    if (entries.has(name)) damaged('two of its parts have one name')
    refuseByName(name)
    entries.set(name, entry)
    total += await measured(zip, entry, limits.total - total)
  }
  return {
    has: (name) => entries.has(name.toLowerCase()),
    read: async (name, take) => {
      const entry = entries.get(name.toLowerCase())
      if (entry !== undefined) await read(zip, entry, take)
    },
  }
}

const opened = async (bytes: Uint8Array): Promise<ZipFile> => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    return await fromBufferPromise(buffer, { autoClose: false, strictFileNames: true })
  } catch {
    return damaged('its end is missing, or it is no workbook')
  }
}

const eachEntry = async function* (zip: ZipFile): AsyncGenerator<Entry> {
  const entries = zip.eachEntry()
  while (true) {
    // yauzl refuses names that lead elsewhere ("../", "C:", "\"), and sizes that contradict one another.
    const next = await entries.next().catch(() => damaged('the list of its parts cannot be read'))
    if (next.done === true) return
    yield next.value
  }
}

const refuseByName = (name: string): void => {
  if (/(^|\/)vbaproject.*\.bin$/.test(name))
    refuse('The workbook holds macros. Choose “Save as” and “Excel workbook (.xlsx)”, which leaves them out.')
  if (name === 'xl/workbook.bin')
    refuse('This is a binary workbook (.xlsb). Choose “Save as” and “Excel workbook (.xlsx)”, and upload that file.')
  if (name === 'content.xml' || name === 'mimetype')
    refuse('This is a file of LibreOffice or OpenOffice. Choose “Save as” and “Excel (.xlsx)”, and upload that file.')
}

const doctype = Buffer.from('<!DOCTYPE')

/** Unpacks a part to count it. @returns its bytes. */
const measured = async (zip: ZipFile, entry: Entry, left: number): Promise<number> => {
  if (entry.isEncrypted()) refuse(`The workbook has a password. ${again}`)
  const most = Math.min(limits.part, left)
  if (entry.uncompressedSize > most) refuse(tooLarge)
  const isXml = /\.(xml|rels|vml)$/i.test(entry.fileName)
  let size = 0
  let sum = 0
  let end: Buffer = Buffer.alloc(0)
  for await (const chunk of unpacked(zip, entry)) {
    size += chunk.length
    // yauzl stops at the size that the directory claims; this holds also where another version of it would not.
    if (size > most) refuse(tooLarge)
    if (size > limits.ratioFrom && size > limits.ratio * entry.compressedSize)
      refuse(
        `A part of the workbook is almost wholly empty or repeated. Delete the empty rows below the table. ${again}`,
      )
    sum = crc32(chunk, sum)
    if (!isXml) continue
    if (Buffer.concat([end, chunk]).includes(doctype)) damaged('it holds a document type declaration')
    end = chunk.subarray(-doctype.length)
  }
  if (sum !== entry.crc32) damaged('a part is not as it was saved')
  return size
}

const unpacked = async function* (zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  const stream = await zip
    .openReadStreamPromise(entry)
    .catch(() => damaged('a part is packed in a way that Excel does not use'))
  try {
    for await (const chunk of stream) {
      // A stream of bytes gives buffers; its type does not say so.
      if (Buffer.isBuffer(chunk)) yield chunk
    }
  } catch {
    damaged('a part cannot be unpacked, or is not as large as it says')
  } finally {
    stream.destroy()
  }
}

const read = async (zip: ZipFile, entry: Entry, take: (text: string) => boolean): Promise<void> => {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const decode = (chunk: Buffer, isLast: boolean): string => {
    try {
      return decoder.decode(chunk, { stream: !isLast })
    } catch {
      return damaged('a part is not written in UTF-8')
    }
  }
  for await (const chunk of unpacked(zip, entry)) if (!take(decode(chunk, false))) return
  take(decode(Buffer.alloc(0), true))
}
