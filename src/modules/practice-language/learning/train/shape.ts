import { flagCount, roleCount, suffixCount } from '../../engine/model/features.ts'

/** How large the network is. Words are vectors of `width`; `reach` words are seen to each side; `hidden` units decide. */
export type Shape = {
  readonly vector: number
  readonly width: number
  readonly reach: number
  readonly hidden: number
  readonly words: number
}

/** Kind 0 is "nothing"; the seven categories follow in their order. */
export const kinds = 8

export type Weights = {
  readonly projection: Float32Array
  readonly words: Float32Array
  readonly suffixes: Float32Array
  readonly roles: Float32Array
  readonly window: Float32Array
  readonly windowBias: Float32Array
  readonly sentence: Float32Array
  readonly document: Float32Array
  readonly flags: Float32Array
  readonly out: Float32Array
  readonly outBias: Float32Array
  readonly whole: Float32Array
  readonly wholeBias: Float32Array
}

export type Name = keyof Weights

/** Row 0 of `words` is every word that was not met often enough; it stays zero. */
export const sizes = ({ vector, width, reach, hidden, words }: Shape): Readonly<Record<Name, number>> => ({
  projection: vector * width,
  words: (words + 1) * width,
  suffixes: suffixCount * width,
  roles: roleCount * width,
  window: (2 * reach + 1) * width * hidden,
  windowBias: hidden,
  sentence: 2 * width * hidden,
  document: width * hidden,
  flags: flagCount * hidden,
  out: hidden * kinds,
  outBias: kinds,
  whole: hidden * (kinds - 1),
  wholeBias: kinds - 1,
})

const nothing = (shape: Shape): Weights => {
  const size = sizes(shape)
  return {
    projection: new Float32Array(size.projection),
    words: new Float32Array(size.words),
    suffixes: new Float32Array(size.suffixes),
    roles: new Float32Array(size.roles),
    window: new Float32Array(size.window),
    windowBias: new Float32Array(size.windowBias),
    sentence: new Float32Array(size.sentence),
    document: new Float32Array(size.document),
    flags: new Float32Array(size.flags),
    out: new Float32Array(size.out),
    outBias: new Float32Array(size.outBias),
    whole: new Float32Array(size.whole),
    wholeBias: new Float32Array(size.wholeBias),
  }
}

export const zeros = nothing

/** Random numbers that come out the same each time: the model can be made again from the text. */
export const randomFrom = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const uniform = (into: Float32Array, bound: number, random: () => number) => {
  for (let at = 0; at < into.length; at++) into[at] = (2 * random() - 1) * bound
}

/** Small random weights, as wide as the number of inputs of each layer allows. */
export const begin = (shape: Shape, random: () => number): Weights => {
  const weights = nothing(shape)
  const { vector, width, reach } = shape
  uniform(weights.projection, 1 / Math.sqrt(vector), random)
  uniform(weights.words, 0.03, random)
  weights.words.fill(0, 0, width)
  uniform(weights.suffixes, 0.03, random)
  uniform(weights.roles, 0.17, random)
  uniform(weights.window, 1 / Math.sqrt((2 * reach + 1) * width), random)
  uniform(weights.sentence, 1 / Math.sqrt(2 * width), random)
  uniform(weights.document, 1 / Math.sqrt(width), random)
  uniform(weights.out, 1 / Math.sqrt(shape.hidden), random)
  uniform(weights.whole, 1 / Math.sqrt(shape.hidden), random)
  return weights
}
