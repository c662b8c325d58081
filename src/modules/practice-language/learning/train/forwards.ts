import { kinds, type Shape, type Weights } from './shape.ts'

/**
 * The network, forwards, one sentence at a time. `backwards.ts` learns from what it leaves in the scratch.
 *
 * Every index below is within its array by construction, which the compiler cannot see: `as number` says it.
 */

/** A sentence as numbers. `kind` is the label of each token, 255 where it does not count (inside quotation marks). */
export type Example = {
  /** Row of the published word vectors, or -1. */
  readonly vectors: Int32Array
  /** Row of the learned words, 0 for a word that is not among them. */
  readonly words: Int32Array
  readonly suffixes: Int32Array
  readonly roles: Uint8Array
  readonly kind: Uint8Array
  readonly flag: number
  /** What the document is about: the mean of its words, the same array for all of its sentences. */
  readonly topic: Float32Array
}

export type Scratch = {
  readonly words: Float32Array
  readonly mask: Float32Array
  /** The learned word that stood for each token: 0 where it was left out. */
  readonly used: Int32Array
  readonly hidden: Float32Array
  readonly dropped: Uint8Array
  readonly pooled: Float32Array
  readonly strongest: Int32Array
  readonly kinds: Float32Array
  readonly whole: Float32Array
  readonly wholeFrom: Int32Array
  readonly backHidden: Float32Array
  readonly backWords: Float32Array
  readonly backPooled: Float32Array
}

/** Longer sentences are cut: nobody labels a sentence of more than this many tokens. */
export const longest = 160

export const scratchFor = ({ width, hidden }: Shape): Scratch => ({
  words: new Float32Array(longest * width),
  mask: new Float32Array(longest * width),
  used: new Int32Array(longest),
  hidden: new Float32Array(longest * hidden),
  dropped: new Uint8Array(longest * hidden),
  pooled: new Float32Array(2 * width),
  strongest: new Int32Array(width),
  kinds: new Float32Array(longest * kinds),
  whole: new Float32Array(kinds - 1),
  wholeFrom: new Int32Array(hidden),
  backHidden: new Float32Array(longest * hidden),
  backWords: new Float32Array(longest * width),
  backPooled: new Float32Array(2 * width),
})

export type Pass = {
  readonly shape: Shape
  readonly weights: Weights
  readonly published: Float32Array
  readonly scratch: Scratch
  /** Shares dropped at random while learning: of the word vectors, of hidden units, of learned words. */
  readonly drop: { readonly input: number; readonly hidden: number; readonly word: number }
  readonly random: () => number
}

/** to += factor * matrix row: the one loop that nearly all the time goes to. */
export const addRow = (
  to: Float32Array,
  toAt: number,
  from: Float32Array,
  fromAt: number,
  count: number,
  factor: number,
): void => {
  for (let n = 0; n < count; n++) {
    to[toAt + n] = (to[toAt + n] as number) + factor * (from[fromAt + n] as number)
  }
}

/** to += published vector * projection. */
const project = ({ shape, weights, published }: Pass, row: number, to: Float32Array, at: number) => {
  const { vector, width } = shape
  for (let k = 0; k < vector; k++) {
    addRow(to, at, weights.projection, k * width, width, published[row * vector + k] as number)
  }
}

const readWords = (pass: Pass, example: Example, length: number) => {
  const { shape, weights, scratch, drop, random } = pass
  const { width } = shape
  scratch.words.fill(0, 0, length * width)
  for (let t = 0; t < length; t++) {
    const row = example.vectors[t] as number
    if (row >= 0) project(pass, row, scratch.words, t * width)
    const word = drop.word > 0 && random() < drop.word ? 0 : (example.words[t] as number)
    scratch.used[t] = word
    addRow(scratch.words, t * width, weights.words, word * width, width, 1)
    addRow(scratch.words, t * width, weights.suffixes, (example.suffixes[t] as number) * width, width, 1)
    addRow(scratch.words, t * width, weights.roles, (example.roles[t] as number) * width, width, 1)
  }
}

const pool = ({ shape, scratch }: Pass, length: number) => {
  const { width } = shape
  scratch.pooled.fill(0)
  for (let d = 0; d < width; d++) {
    let most = Number.NEGATIVE_INFINITY
    let sum = 0
    for (let t = 0; t < length; t++) {
      const value = scratch.words[t * width + d] as number
      sum += value
      if (value > most) {
        most = value
        scratch.strongest[d] = t
      }
    }
    scratch.pooled[d] = sum / length
    scratch.pooled[width + d] = most
  }
}

const base = (pass: Pass, example: Example): Float32Array => {
  const { shape, weights, scratch } = pass
  const { width, hidden } = shape
  const start = Float32Array.from(weights.windowBias)
  for (let d = 0; d < 2 * width; d++)
    addRow(start, 0, weights.sentence, d * hidden, hidden, scratch.pooled[d] as number)
  for (let d = 0; d < width; d++) addRow(start, 0, weights.document, d * hidden, hidden, example.topic[d] as number)
  addRow(start, 0, weights.flags, example.flag * hidden, hidden, 1)
  return start
}

const look = (pass: Pass, length: number, start: Float32Array) => {
  const { shape, weights, scratch, drop, random } = pass
  const { width, hidden, reach } = shape
  const keep = 1 / (1 - drop.hidden)
  for (let t = 0; t < length; t++) {
    const at = t * hidden
    scratch.hidden.set(start, at)
    for (let o = Math.max(0, t - reach); o <= Math.min(length - 1, t + reach); o++) {
      const block = (o - t + reach) * width
      for (let d = 0; d < width; d++) {
        addRow(scratch.hidden, at, weights.window, (block + d) * hidden, hidden, scratch.words[o * width + d] as number)
      }
    }
    for (let h = 0; h < hidden; h++) {
      const isOut = (scratch.hidden[at + h] as number) <= 0 || (drop.hidden > 0 && random() < drop.hidden)
      scratch.dropped[at + h] = isOut ? 1 : 0
      scratch.hidden[at + h] = isOut ? 0 : (scratch.hidden[at + h] as number) * (drop.hidden > 0 ? keep : 1)
    }
  }
}

const decide = ({ shape, weights, scratch }: Pass, length: number) => {
  const { hidden } = shape
  for (let t = 0; t < length; t++) {
    scratch.kinds.set(weights.outBias, t * kinds)
    for (let h = 0; h < hidden; h++) {
      const value = scratch.hidden[t * hidden + h] as number
      if (value !== 0) addRow(scratch.kinds, t * kinds, weights.out, h * kinds, kinds, value)
    }
  }
  scratch.whole.set(weights.wholeBias)
  for (let h = 0; h < hidden; h++) {
    let from = 0
    for (let t = 1; t < length; t++) {
      if ((scratch.hidden[t * hidden + h] as number) > (scratch.hidden[from * hidden + h] as number)) from = t
    }
    scratch.wholeFrom[h] = from
    addRow(scratch.whole, 0, weights.whole, h * (kinds - 1), kinds - 1, scratch.hidden[from * hidden + h] as number)
  }
}

/** Fills the scratch with the scores of each token and of the whole sentence, before softmax and sigmoid. Returns the length used. */
export const forwards = (pass: Pass, example: Example): number => {
  const length = Math.min(longest, example.vectors.length)
  readWords(pass, example, length)
  dropInput(pass, length)
  pool(pass, length)
  look(pass, length, base(pass, example))
  decide(pass, length)
  return length
}

const dropInput = ({ shape, scratch, drop, random }: Pass, length: number) => {
  const { width } = shape
  const keep = 1 / (1 - drop.input)
  for (let at = 0; at < length * width; at++) {
    const factor = drop.input > 0 ? (random() < drop.input ? 0 : keep) : 1
    scratch.mask[at] = factor
    scratch.words[at] = (scratch.words[at] as number) * factor
  }
}
