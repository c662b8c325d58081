import { createHash, createHmac } from 'node:crypto'

/*
 * A print is a keyed hash of letters and digits, and after it, hidden under the same key, how long they are and a fingerprint that can be
 * rolled along a text: so that a text of a megabyte is looked through without hashing every part of it. Without the key neither says anything.
 *
 * 32 bytes HMAC-SHA-256 | 4 fingerprint | 2 length | 1 whether it may begin and end inside a word; the last seven under a pad made from the first.
 */

const HASH = 32
const REST = 7

export type OpenPrint = {
  readonly hash: Buffer
  readonly fingerprint: number
  readonly length: number
  readonly isLoose: boolean
}

/** The key of a borough, as its parts. */
export type PrintKeys = { readonly hash: Buffer; readonly pad: Buffer; readonly base: number }

const part = (key: Buffer, name: string): Buffer => createHmac('sha256', key).update(name).digest()

export const printKeys = (key: Buffer): PrintKeys => ({
  hash: part(key, 'hash'),
  pad: part(key, 'pad'),
  // Odd, so that no place of the text is multiplied away.
  base: part(key, 'base').readUInt32BE(0) | 1,
})

export const hashOf = (letters: string, { hash }: PrintKeys): Buffer =>
  createHmac('sha256', hash).update(letters).digest()

const fingerprintOf = (letters: string, { base }: PrintKeys): number => {
  let sum = 0
  for (let index = 0; index < letters.length; index++) sum = (Math.imul(sum, base) + letters.charCodeAt(index)) | 0
  return sum
}

const underPad = (hash: Buffer, rest: Buffer, { pad }: PrintKeys): Buffer => {
  const stream = createHash('sha256').update(pad).update(hash).digest()
  return Buffer.from(rest.map((byte, index) => byte ^ (stream[index] ?? 0)))
}

export const sealPrint = (letters: string, isLoose: boolean, keys: PrintKeys): Buffer => {
  const hash = hashOf(letters, keys)
  const rest = Buffer.alloc(REST)
  rest.writeInt32BE(fingerprintOf(letters, keys), 0)
  rest.writeUInt16BE(letters.length, 4)
  rest.writeUInt8(isLoose ? 1 : 0, 6)
  return Buffer.concat([hash, underPad(hash, rest, keys)])
}

/** Null: not a print of this format. */
export const openPrint = (sha: Uint8Array, keys: PrintKeys): OpenPrint | null => {
  const bytes = Buffer.from(sha)
  if (bytes.length !== HASH + REST) return null
  const hash = bytes.subarray(0, HASH)
  const rest = underPad(hash, bytes.subarray(HASH), keys)
  return { hash, fingerprint: rest.readInt32BE(0), length: rest.readUInt16BE(4), isLoose: rest.readUInt8(6) === 1 }
}
