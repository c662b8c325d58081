import JSZip from 'jszip'
import { Unreadable } from '../../document.ts'
import { directoryOf, type Entry } from './directory.ts'
import { limits } from './limits.ts'

/** The parts of a Word file: `read` unpacks one, held to what the directory says of it. Null: there is no such part. */
export type Parts = { readonly read: (name: string) => Promise<Uint8Array | null> }

/** Stops at the first byte more than the directory promised. */
const unpacked = (part: JSZip.JSZipObject, entry: Entry): Promise<Uint8Array> =>
  new Promise((done, failed) => {
    const chunks: Uint8Array[] = []
    let size = 0
    const stream = part.nodeStream('nodebuffer')
    const refuse = (reason: string): void => {
      stream.removeAllListeners('data')
      stream.pause()
      failed(new Unreadable(reason))
    }
    stream.on('data', (chunk: Uint8Array) => {
      size += chunk.length
      if (size > entry.unpacked) refuse(`${entry.name} in it unpacks to more than it says`)
      else chunks.push(chunk)
    })
    stream.on('error', () => refuse(`${entry.name} in it is damaged`))
    stream.on('end', () => {
      if (size < entry.unpacked) refuse(`${entry.name} in it is cut short`)
      else done(Buffer.concat(chunks))
    })
  })

/** Opens a zip file without unpacking anything. */
export const openParts = async (bytes: Uint8Array): Promise<Parts> => {
  if (bytes.length > limits.fileBytes) throw new Unreadable(`it is larger than ${limits.fileBytes / 2 ** 20} MB`)
  const directory = directoryOf(bytes)
  const zip = await JSZip.loadAsync(bytes).catch(() => {
    throw new Unreadable('it is a damaged zip file')
  })
  let left: number = limits.allBytes
  return {
    read: async (name) => {
      const entry = directory.get(name)
      const part = zip.file(name)
      if (entry === undefined || part === null) return null
      left -= entry.unpacked
      if (left < 0) throw new Unreadable(`its text unpacks to more than ${limits.allBytes / 2 ** 20} MB`)
      return unpacked(part, entry)
    },
  }
}
