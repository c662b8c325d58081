import { expect, test } from 'vitest'
import { score, scoreByCategory } from './score.ts'
import type { Measured } from './sets.ts'

const text: Measured = {
  ...{ id: 'a', kind: 'note', text: 'x'.repeat(40) },
  labels: [
    { category: 'mutualising', start: 2, end: 5 },
    { category: 'label', start: 12, end: 18 },
  ],
  sentences: [
    { start: 0, end: 10 },
    { start: 10, end: 20 },
    { start: 20, end: 30 },
    { start: 30, end: 40 },
  ],
}

const found = [
  { category: 'mutualising', start: 4, end: 9 },
  { category: 'mutualising', start: 5, end: 9 },
  { category: 'victim_blaming', start: 12, end: 18 },
  { category: 'label', start: 32, end: 33 },
] as const

test('a finding is right where it overlaps a label of its own category; touching is not overlapping', () => {
  expect(score([text], [found])).toEqual({
    precision: { right: 1, of: 4 },
    recall: { right: 1, of: 2 },
    sentences: { right: 2, of: 2 },
    cleanFlagged: { right: 1, of: 2 },
  })
})

test('by category only its own labels and findings count', () => {
  const by = scoreByCategory([text], [found])
  expect(by.get('mutualising')).toMatchObject({ precision: { right: 1, of: 2 }, recall: { right: 1, of: 1 } })
  expect(by.get('minimising')).toMatchObject({ precision: { right: 0, of: 0 }, recall: { right: 0, of: 0 } })
})
