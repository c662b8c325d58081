import type { Labelled } from '../corpus.ts'
import { makeAdam } from './adam.ts'
import { backwards } from './backwards.ts'
import { examplesOf, wordsOf } from './examples.ts'
import { type Example, longest, type Pass, scratchFor } from './forwards.ts'
import { topicsOf } from './meaning.ts'
import { begin, randomFrom, type Shape, type Weights, zeros } from './shape.ts'
import type { Vectors } from './vectors.ts'

export type Settings = {
  readonly width: number
  readonly reach: number
  readonly hidden: number
  readonly rounds: number
  readonly batch: number
  readonly rate: number
  readonly drop: { readonly input: number; readonly hidden: number; readonly word: number }
  /** How much the question "is there such a phrase in this sentence?" counts beside the question for each word. */
  readonly whole: number
  /** A word is learned for itself when the text has it this often. */
  readonly least: number
  readonly seed: number
}

export const settings: Settings = {
  width: 24,
  reach: 4,
  hidden: 32,
  rounds: 10,
  batch: 48,
  rate: 2e-3,
  drop: { input: 0.15, hidden: 0.3, word: 0.15 },
  whole: 0.5,
  least: 2,
  seed: 1,
}

export type Trained = { readonly shape: Shape; readonly weights: Weights; readonly words: ReadonlyMap<string, number> }

const shuffle = <T>(all: T[], random: () => number) => {
  for (let at = all.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    const [a, b] = [all[at], all[other]]
    if (a === undefined || b === undefined) continue
    all[at] = b
    all[other] = a
  }
}

const countOf = ({ kind }: Example): number => kind.subarray(0, longest).filter((one) => one !== 255).length

const learnBatch = (pass: Pass, batch: readonly Example[], change: Weights, whole: number): number => {
  const tokens = batch.reduce((sum, example) => sum + countOf(example), 0)
  let loss = 0
  for (const example of batch) loss += backwards(pass, example, change, 1 / tokens, whole / (batch.length * 7))
  return loss
}

/** Learns from the labelled documents. The same text and settings give the same weights. */
export const train = (
  documents: readonly Labelled[],
  vectors: Vectors,
  given: Settings,
  say: (text: string) => void,
): Trained => {
  const random = randomFrom(given.seed)
  const words = wordsOf(documents, given.least)
  const { width, reach, hidden, drop } = given
  const topics = documents.map(() => new Float32Array(width))
  const examples = documents.flatMap((document, at) =>
    examplesOf(document, words, vectors, topics[at] ?? new Float32Array(width)),
  )
  const shape: Shape = { vector: vectors.size, width, reach, hidden, words: words.size }
  const weights = begin(shape, random)
  const change = zeros(shape)
  const pass: Pass = { shape, weights, published: vectors.values, scratch: scratchFor(shape), drop, random }
  const perRound = Math.ceil(examples.length / given.batch)
  const adam = makeAdam(shape, given.rate, perRound * given.rounds)
  say(`${documents.length} documents, ${examples.length} sentences, ${words.size} words`)
  for (let round = 1; round <= given.rounds; round++) {
    // What a document is about is taken from the words as they are now; nothing is learned through it.
    const topicOf = topicsOf({ shape, weights, words }, vectors)
    for (const [at, topic] of topics.entries()) topicOf(documents[at]?.text ?? '', topic)
    shuffle(examples, random)
    let loss = 0
    for (let at = 0; at < examples.length; at += given.batch) {
      loss += learnBatch(pass, examples.slice(at, at + given.batch), change, given.whole)
      adam.step(weights, change)
    }
    say(`round ${round}: loss ${(loss / perRound).toFixed(4)}`)
  }
  return { shape, weights, words }
}
