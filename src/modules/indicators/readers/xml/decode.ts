import { isAscii } from 'node:buffer'
import type { Encoding } from './encoding.ts'

/** What a piece of a file says, or at how many lines below the piece's first line there are bytes that are not of the encoding. */
export type Decoded = { readonly text: string } | { readonly badAfter: number }

/** Turns a file into text, piece by piece in order. A character may lie across two pieces. */
export type Decode = (piece: Uint8Array, isLast: boolean) => Decoded

// Bytes that stand for nothing in windows-1252; the decoder makes control characters of them.
const nothing = [0x81, 0x8d, 0x8f, 0x90, 0x9d]

const linesBefore = (bytes: Uint8Array, end: number): number => {
  let lines = 0
  for (let at = bytes.indexOf(10); at !== -1 && at < end; at = bytes.indexOf(10, at + 1)) lines += 1
  return lines
}

const ascii: Decode = (piece) =>
  isAscii(piece)
    ? { text: Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength).toString('latin1') }
    : {
        badAfter: linesBefore(
          piece,
          piece.findIndex((byte) => byte > 0x7f),
        ),
      }

const latin: Decode = (piece) => ({
  text: Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength).toString('latin1'),
})

const windows = (): Decode => {
  const decoder = new TextDecoder('windows-1252')
  return (piece) => {
    const bad = nothing.map((byte) => piece.indexOf(byte)).filter((at) => at !== -1)
    if (bad.length > 0) return { badAfter: linesBefore(piece, Math.min(...bad)) }
    return { text: decoder.decode(piece) }
  }
}

const unicode = (encoding: Encoding): Decode => {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true })
  let held: Uint8Array = new Uint8Array()
  return (piece, isLast) => {
    try {
      const text = decoder.decode(piece, { stream: !isLast })
      held = piece.slice(-4)
      return { text }
    } catch {
      return { badAfter: badLine(encoding, held, piece) }
    }
  }
}

/** Read again without strictness: where the first character that cannot be read is put. The bytes held are the end of the piece before. */
const badLine = (encoding: Encoding, held: Uint8Array, piece: Uint8Array): number => {
  const lenient = new TextDecoder(encoding, { ignoreBOM: true })
  // What continues a character that began before the bytes held is not bad.
  const whole = encoding === 'utf-8' ? held.subarray(held.findIndex((byte) => byte < 0x80 || byte > 0xbf)) : held
  const text = lenient.decode(Buffer.concat([whole, piece]))
  const before = text.slice(0, text.indexOf('\uFFFD')).split('\n').length - 1
  return Math.max(0, before - linesBefore(whole, whole.length))
}

/** A decoder for one file. */
export const decoderOf = (encoding: Encoding): Decode => {
  if (encoding === 'us-ascii') return ascii
  if (encoding === 'iso-8859-1') return latin
  if (encoding === 'windows-1252') return windows()
  return unicode(encoding)
}
