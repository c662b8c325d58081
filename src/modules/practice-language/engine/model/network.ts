import { flagOf, roleOf } from './features.ts'
import type { Token } from './tokens.ts'

/**
 * The learned network, reading. A sentence goes in as tokens; out comes, for each token, the chance of each category.
 *
 * A word is a vector of `width` numbers. Every token looks at the words up to `reach` places to each side, at the mean and the
 * strongest of the sentence and at what the whole text is about, through one layer of `hidden` units. Since the first layer adds up
 * what each word gives to each place, that is worked out once a word and kept.
 *
 * Every index below is within its array by construction (unpack.ts checks the lengths): `as number` says so to the compiler.
 */
export type Network = {
  readonly width: number
  readonly reach: number
  readonly hidden: number
  /** The vector of a word; of a word never met, that of its ending. */
  meaningOf(word: string): Float64Array
  readonly roles: Float64Array
  readonly window: Float64Array
  readonly windowBias: Float64Array
  readonly sentence: Float64Array
  readonly document: Float64Array
  readonly flags: Float64Array
  readonly out: Float64Array
  readonly outBias: Float64Array
  readonly whole: Float64Array
  readonly wholeBias: Float64Array
}

/** For each token and category, in the order of `categories`; `whole` is the chance that the sentence has one at all. */
export type Chances = { readonly tokens: Float64Array; readonly whole: Float64Array }

export type Reader = {
  /** What a text of these words is about, for `read`. */
  topicOf(words: readonly string[]): Float64Array
  read(tokens: readonly Token[], topic: Float64Array): Chances
}

const kinds = 8
/** Where the whole sentence is less likely than this to have a label, no span in it can be held to be one: most sentences. */
const hopeless = 0.01
/** Words kept worked out, in each of two generations: about 1 kB a word. */
const keptWords = 6000

// Sums are kept as 64-bit numbers: there the machine adds without converting, which halves the time.
type Known = { readonly vector: Float64Array; readonly gives: Float32Array }

/** to += factor * from, over `count` numbers. */
const addRow = (
  to: Float64Array,
  toAt: number,
  from: Float64Array,
  fromAt: number,
  count: number,
  factor: number,
): void => {
  for (let n = 0; n < count; n++) to[toAt + n] = (to[toAt + n] as number) + factor * (from[fromAt + n] as number)
}

const workOut = (network: Network, word: string, role: number): Known => {
  const { width, hidden, window, roles } = network
  const vector = Float64Array.from(network.meaningOf(word), (value, d) => value + (roles[role * width + d] as number))
  const places = window.length / (width * hidden)
  const gives = new Float64Array(places * hidden)
  for (let place = 0; place < places; place++) {
    // The place `reach` words before this one sees it furthest to its right: the last row of the window comes first.
    for (let d = 0; d < width; d++) {
      addRow(gives, (places - 1 - place) * hidden, window, (place * width + d) * hidden, hidden, vector[d] as number)
    }
  }
  return { vector, gives: Float32Array.from(gives) }
}

/** Keeps what was worked out. When the young are many they become the old, and the old that nobody asked for meanwhile are let go. */
const rememberer = (network: Network) => {
  let young = new Map<string, Known>()
  let old = new Map<string, Known>()
  const keep = (key: string, known: Known): Known => {
    if (young.size >= keptWords) {
      old = young
      young = new Map()
    }
    young.set(key, known)
    return known
  }
  return (token: Token): Known => {
    const role = roleOf(token)
    const key = role === 6 ? `${token.word}\u0000` : token.word
    return young.get(key) ?? keep(key, old.get(key) ?? workOut(network, token.word, role))
  }
}

/** What is the same for each token of a sentence: the topic and bias, the mean and the strongest of its words, and how it ends. */
const shared = (network: Network, words: readonly Known[], topic: Float64Array, flag: number): Float64Array => {
  const { width, hidden, sentence } = network
  const start = Float64Array.from(topic)
  for (let d = 0; d < width; d++) {
    let most = Number.NEGATIVE_INFINITY
    let sum = 0
    for (const { vector } of words) {
      const value = vector[d] as number
      sum += value
      if (value > most) most = value
    }
    addRow(start, 0, sentence, d * hidden, hidden, sum / words.length)
    addRow(start, 0, sentence, (width + d) * hidden, hidden, most)
  }
  addRow(start, 0, network.flags, flag * hidden, hidden, 1)
  return start
}

/** to += from, over `count` numbers. */
const add = (to: Float64Array, toAt: number, from: Float32Array, fromAt: number, count: number): void => {
  for (let n = 0; n < count; n++) to[toAt + n] = (to[toAt + n] as number) + (from[fromAt + n] as number)
}

/** What two words one after another give, in one go where they give to the same places: half as often read and written. */
const addBoth = (to: Float64Array, toAt: number, one: Float32Array, next: Float32Array, hidden: number): void => {
  const { length } = one
  add(to, toAt, one, 0, hidden)
  for (let n = hidden; n < length; n++) {
    to[toAt + n] = (to[toAt + n] as number) + ((one[n] as number) + (next[n - hidden] as number))
  }
  add(to, toAt + length, next, length - hidden, hidden)
}

/**
 * Adds what each word gives to the places around it, and lets nothing below zero through. The first and the last `reach` rows lie outside
 * the sentence: with them every word adds one stretch of numbers, without asking where the sentence ends.
 */
const hiddenOf = ({ hidden, reach }: Network, words: readonly Known[], start: Float64Array): Float64Array => {
  const all = new Float64Array((words.length + 2 * reach + 1) * hidden)
  for (let t = 0; t < words.length; t++) all.set(start, (t + reach) * hidden)
  for (let o = 0; o < words.length; o += 2) {
    const { gives } = words[o] as Known
    const next = words[o + 1]
    if (next === undefined) add(all, o * hidden, gives, 0, gives.length)
    else addBoth(all, o * hidden, gives, next.gives, hidden)
  }
  const from = reach * hidden
  const to = (reach + words.length) * hidden
  for (let at = from; at < to; at++) all[at] = Math.max(0, all[at] as number)
  return all.subarray(from, to)
}

/** Four sums at once: each would wait for itself. `hidden` is a multiple of four. */
const dot = (a: Float64Array, aAt: number, b: Float64Array, bAt: number, count: number): number => {
  let one = 0
  let two = 0
  let three = 0
  let four = 0
  for (let n = 0; n < count; n += 4) {
    one += (a[aAt + n] as number) * (b[bAt + n] as number)
    two += (a[aAt + n + 1] as number) * (b[bAt + n + 1] as number)
    three += (a[aAt + n + 2] as number) * (b[bAt + n + 2] as number)
    four += (a[aAt + n + 3] as number) * (b[bAt + n + 3] as number)
  }
  return one + two + three + four
}

/** `columns` holds, for each kind, its weights one after another. */
const ofTokens = (hidden: number, columns: Float64Array, bias: Float64Array, all: Float64Array): Float64Array => {
  const count = all.length / hidden
  const chances = new Float64Array(count * (kinds - 1))
  const scores = new Float64Array(kinds)
  for (let t = 0; t < count; t++) {
    let sum = 0
    for (let c = 0; c < kinds; c++) {
      const score = (bias[c] as number) + dot(all, t * hidden, columns, c * hidden, hidden)
      scores[c] = Math.exp(Math.min(60, score))
      sum += scores[c] as number
    }
    for (let c = 1; c < kinds; c++) chances[t * (kinds - 1) + c - 1] = (scores[c] as number) / sum
  }
  return chances
}

const ofWhole = ({ hidden, whole, wholeBias }: Network, all: Float64Array): Float64Array => {
  const most = new Float64Array(hidden)
  for (let at = 0; at < all.length; at += hidden) {
    for (let h = 0; h < hidden; h++) {
      const value = all[at + h] as number
      if (value > (most[h] as number)) most[h] = value
    }
  }
  const scores = Float64Array.from(wholeBias)
  for (let h = 0; h < hidden; h++) addRow(scores, 0, whole, h * (kinds - 1), kinds - 1, most[h] as number)
  return scores.map((score) => 1 / (1 + Math.exp(-score)))
}

const columnsOf = ({ hidden, out }: Network): Float64Array =>
  Float64Array.from({ length: kinds * hidden }, (_, at) => out[(at % hidden) * kinds + Math.floor(at / hidden)] ?? 0)

/** A reader keeps the words that it has met: make one for each network and use it again. */
export const makeReader = (network: Network): Reader => {
  const { width, hidden } = network
  const known = rememberer(network)
  const columns = columnsOf(network)
  return {
    topicOf(words) {
      const mean = new Float64Array(width)
      for (const word of words) addRow(mean, 0, network.meaningOf(word), 0, width, 1 / words.length)
      const topic = Float64Array.from(network.windowBias)
      for (let d = 0; d < width; d++) addRow(topic, 0, network.document, d * hidden, hidden, mean[d] as number)
      return topic
    },
    read(tokens, topic) {
      const words = tokens.map(known)
      const all = hiddenOf(network, words, shared(network, words, topic, flagOf(tokens)))
      const whole = ofWhole(network, all)
      if (whole.every((chance) => chance < hopeless)) return { tokens: new Float64Array(tokens.length * 7), whole }
      return { tokens: ofTokens(hidden, columns, network.outBias, all), whole }
    },
  }
}
