import { Unreadable } from '../../document.ts'
import { limits } from './limits.ts'

/** What the directory of a zip file says of an entry. It may lie: what is unpacked is held to it. */
export type Entry = { readonly name: string; readonly packed: number; readonly unpacked: number }

const END = 0x06054b50
const END_LENGTH = 22
const ENTRY = 0x02014b50
const ENTRY_LENGTH = 46
const LONGEST_COMMENT = 0xffff

const damaged = 'it is a damaged zip file'

const endOf = (view: DataView): number => {
  const lowest = Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT)
  for (let at = view.byteLength - END_LENGTH; at >= lowest; at -= 1) if (view.getUint32(at, true) === END) return at
  throw new Unreadable(`${damaged}: its directory is missing`)
}

const refuseLarge = (entry: Entry): void => {
  if (entry.packed === 0xffffffff || entry.unpacked === 0xffffffff)
    throw new Unreadable('it is larger than a document can be')
  if (entry.unpacked > limits.partBytes)
    throw new Unreadable(`${entry.name} in it unpacks to more than ${limits.partBytes / 2 ** 20} MB`)
  if (entry.unpacked > limits.ratioFrom && entry.unpacked > entry.packed * limits.ratio)
    throw new Unreadable(`${entry.name} in it unpacks to more than ${limits.ratio} times its size`)
}

/** The entries of a zip file by name, read from its directory alone: nothing is unpacked. */
export const directoryOf = (bytes: Uint8Array): ReadonlyMap<string, Entry> => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.byteLength < END_LENGTH) throw new Unreadable(damaged)
  const end = endOf(view)
  const count = view.getUint16(end + 10, true)
  if (count > limits.entries) throw new Unreadable(`it holds more than ${limits.entries} parts`)
  const entries = new Map<string, Entry>()
  let at = view.getUint32(end + 16, true)
  for (let n = 0; n < count; n += 1) {
    if (at + ENTRY_LENGTH > view.byteLength || view.getUint32(at, true) !== ENTRY) throw new Unreadable(damaged)
    if (view.getUint16(at + 8, true) & 1) throw new Unreadable('it has a password')
    const nameLength = view.getUint16(at + 28, true)
    const name = new TextDecoder().decode(bytes.subarray(at + ENTRY_LENGTH, at + ENTRY_LENGTH + nameLength))
    // Two of one name: programs differ in which of them they read.
    if (entries.has(name)) throw new Unreadable(`${damaged}: ${name} is in it twice`)
    const entry = { name, packed: view.getUint32(at + 20, true), unpacked: view.getUint32(at + 24, true) }
    refuseLarge(entry)
    entries.set(name, entry)
    at += ENTRY_LENGTH + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}
