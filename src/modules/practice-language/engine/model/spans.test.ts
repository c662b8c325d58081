import { expect, test } from 'vitest'
import { categories } from '../finding.ts'
import { spansOf } from './spans.ts'
import { tokensOf } from './tokens.ts'

const text = 'She, it seems, lied again.'
const tokens = tokensOf(text)

/** Chances of one category, token by token; nothing of the others. */
const chancesOf = (category: (typeof categories)[number], of: readonly number[]) => ({
  tokens: Float64Array.from({ length: tokens.length * categories.length }, (_, at) =>
    at % categories.length === categories.indexOf(category) ? (of[Math.floor(at / categories.length)] ?? 0) : 0,
  ),
  whole: new Float64Array(categories.length).fill(0.64),
})

const phrases = (of: readonly number[]) =>
  spansOf(tokens, chancesOf('victim_blaming', of)).map(({ start, end, score }) => [text.slice(start, end), score])

//                      She ,  it seems ,  lied again .
test.each([
  ['a mark at either edge is left out', [0, 0, 0, 0, 0.9, 1, 0.9, 0.9], [['lied again', 0.8]]],
  [
    'words less than half as likely as the likeliest are left out',
    [0, 0, 0, 0.3, 0.3, 1, 0.6, 0],
    [['lied again', 0.8]],
  ],
  [
    'words apart are two spans',
    [1, 0, 0, 0, 0, 0.25, 0, 0],
    [
      ['She', 0.8],
      ['lied', 0.4],
    ],
  ],
  ['what is hardly likely is no span', [0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1], []],
])('%s', (_, chances, expected) => {
  expect(phrases(chances)).toEqual(expected)
})
