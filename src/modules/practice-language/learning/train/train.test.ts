import { expect, test } from 'vitest'
import { loadModel } from '../../engine/model/load.ts'
import { sentencesOf } from '../../engine/text/sentences.ts'
import { readDocuments } from '../corpus.ts'
import { pack } from './pack.ts'
import { settings, train } from './train.ts'
import type { Vectors } from './vectors.ts'

const names = ['Ana', 'Bea', 'Cora', 'Dana', 'Edie', 'Fay', 'Gita', 'Hana', 'Iona', 'Jess']
const text = names
  .flatMap((name) => [
    `## note\n${name} [[RS|must keep him away from the flat]] until the review. The nurse weighed the baby on Monday.`,
    `## note\n${name} and Tom were [[MU|arguing all night]] again. ${name} took the children to school.`,
  ])
  .join('\n\n')

const noVectors: Vectors = { size: 1, rows: new Map(), values: new Float32Array(0) }

const learn = (seed: number) =>
  train(
    readDocuments('tiny', text),
    noVectors,
    { ...settings, width: 8, hidden: 16, rounds: 60, batch: 4, seed },
    () => {},
  )

const bytesOf = (seed: number) =>
  pack(learn(seed), noVectors, { most: 500, thresholds: Array.from({ length: 7 }, () => 0.5), madeFrom: 'test' })

test('what was learned is found again in sentences with other names, and ordinary sentences stay silent', () => {
  const model = loadModel(bytesOf(1))
  const given =
    'Kezia must keep him away from the flat now. The nurse weighed the baby. Kezia and Tom were arguing all night.'
  const spans = model.find({ text: given, sentences: sentencesOf(given) }).filter(model.isEnough)
  expect(spans.map(({ category }) => category)).toEqual(['responsibility_on_survivor', 'mutualising'])
  expect(given.slice(spans[0]?.start, spans[0]?.end)).toContain('keep him away')
  expect(given.slice(spans[1]?.start, spans[1]?.end)).toContain('arguing')
})

test('the same text and settings give the same bytes, and another seed others', () => {
  expect(Buffer.compare(bytesOf(1), bytesOf(1))).toBe(0)
  expect(Buffer.compare(bytesOf(1), bytesOf(2))).not.toBe(0)
})
