import { expect, test } from 'vitest'
import { makeReader } from '../../engine/model/network.ts'
import { tokensOf } from '../../engine/model/tokens.ts'
import { readDocuments } from '../corpus.ts'
import { examplesOf, wordsOf } from './examples.ts'
import { forwards, type Pass, scratchFor } from './forwards.ts'
import { meaningOf } from './meaning.ts'
import { begin, kinds, randomFrom, type Shape } from './shape.ts'
import type { Vectors } from './vectors.ts'

const random = randomFrom(5)
const known = ['mum', 'rang', 'kerry', 'school', 'he']
const vectors: Vectors = {
  size: 6,
  rows: new Map(known.map((word, row) => [word, row])),
  values: Float32Array.from({ length: known.length * 6 }, () => random() - 0.5),
}
const sentences = [
  'Mum rang.',
  'No.',
  'Kerry took the children to school, and he rang twice',
  'He',
  'Mum rang Kerry now.',
]
const [document] = readDocuments('a', `## note\n${sentences.join('\n')}`)
const words = wordsOf(document === undefined ? [] : [document], 1)
const shape: Shape = { vector: 6, width: 8, reach: 2, hidden: 8, words: words.size }
const weights = begin(shape, random)
// Far from nothing, so that one row too many or too few is seen.
for (const values of Object.values(weights)) for (const [at, value] of values.entries()) values[at] = value * 4

const wide = (values: Float32Array) => Float64Array.from(values)
const { roles, window, windowBias, sentence, document: about, flags, out, outBias, whole, wholeBias } = weights
const reader = makeReader({
  ...{ width: 8, reach: 2, hidden: 8, roles: wide(roles), window: wide(window), windowBias: wide(windowBias) },
  ...{ sentence: wide(sentence), document: wide(about), flags: wide(flags), out: wide(out), outBias: wide(outBias) },
  ...{ whole: wide(whole), wholeBias: wide(wholeBias) },
  meaningOf: (word) => wide(meaningOf(word, { shape, weights, words }, vectors)),
})

const pass: Pass = {
  ...{ shape, weights, published: vectors.values, scratch: scratchFor(shape), random },
  drop: { input: 0, hidden: 0, word: 0 },
}

test.each(sentences.map((text, at) => ({ text, at })))(
  'what is read in “$text” is what was learned',
  ({ text, at }) => {
    const example = examplesOf(
      document ?? { id: '', kind: '', text: '', labels: [] },
      words,
      vectors,
      new Float32Array(8),
    )[at]
    if (example === undefined) throw new Error('there is no such sentence')
    const length = forwards(pass, example)
    const learned = Array.from({ length }, (_, t) => {
      const scores = Array.from(pass.scratch.kinds.subarray(t * kinds, (t + 1) * kinds), Math.exp)
      const sum = scores.reduce((total, score) => total + score, 0)
      return scores.slice(1).map((score) => score / sum)
    }).flat()
    const read = reader.read(tokensOf(text), reader.topicOf([]))
    expect(read.tokens.length).toBe(learned.length)
    for (const [place, chance] of learned.entries()) expect(read.tokens[place]).toBeCloseTo(chance, 4)
    for (const [place, score] of pass.scratch.whole.entries())
      expect(read.whole[place]).toBeCloseTo(1 / (1 + Math.exp(-score)), 4)
  },
)
