import { randomFrom } from './shape.ts'

/** Pieces that many words share: `centres` holds 256 pieces of `size` numbers, `codes` says which one each word has. */
export type Pieces = { readonly centres: Float32Array; readonly codes: Uint8Array }

const pieces = 256
const rounds = 12

/** Indices are within their arrays by construction. */
const nearest = (centres: Float32Array, values: Float32Array, at: number, size: number): number => {
  let best = 0
  let least = Number.POSITIVE_INFINITY
  for (let piece = 0; piece < pieces; piece++) {
    let far = 0
    for (let d = 0; d < size; d++) far += ((values[at + d] as number) - (centres[piece * size + d] as number)) ** 2
    if (far < least) {
      least = far
      best = piece
    }
  }
  return best
}

/** Groups the pieces of all words into 256 (k-means). `weight` says how much each word counts: frequent ones are kept truest. */
export const groupPieces = (values: Float32Array, size: number, weight: Float32Array): Pieces => {
  const count = values.length / size
  const random = randomFrom(7)
  const centres = new Float32Array(pieces * size)
  for (let piece = 0; piece < pieces; piece++) {
    const from = Math.floor(random() * count) * size
    centres.set(values.subarray(from, from + size), piece * size)
  }
  const codes = new Uint8Array(count)
  for (let round = 0; round < rounds; round++) {
    const sums = new Float64Array(pieces * (size + 1))
    for (let word = 0; word < count; word++) {
      const code = nearest(centres, values, word * size, size)
      codes[word] = code
      const heavy = weight[word] as number
      for (let d = 0; d < size; d++) {
        sums[code * (size + 1) + d] =
          (sums[code * (size + 1) + d] as number) + heavy * (values[word * size + d] as number)
      }
      sums[code * (size + 1) + size] = (sums[code * (size + 1) + size] as number) + heavy
    }
    for (let piece = 0; piece < pieces; piece++) {
      const heavy = sums[piece * (size + 1) + size] as number
      if (heavy === 0) continue
      for (let d = 0; d < size; d++) centres[piece * size + d] = (sums[piece * (size + 1) + d] as number) / heavy
    }
  }
  return { centres, codes }
}
