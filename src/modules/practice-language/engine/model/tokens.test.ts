import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tokensOf } from './tokens.ts'

const words = (text: string) => tokensOf(text).map(({ word }) => word)

test.each([
  ["She didn't ring.", ['she', 'did', "n't", 'ring', '.']],
  ['Mum’s phone', ['mum', "'s", 'phone']],
  ['in 2023, 2 calls, 14/03', ['in', '0000', ',', '2', 'calls', ',', '00', '/', '00']],
  ['Zoë & Łukasz', ['zoë', '&', 'łukasz']],
  ['', []],
])('%s', (text, expected) => {
  expect(words(text)).toEqual(expected)
})

test('the parts of a word lie where they stand', () => {
  const text = 'He didn’t take Mum’s 2 phones.'
  expect(tokensOf(text, 3).map(({ start, end }) => text.slice(start, end))).toEqual([
    'did',
    'n’t',
    'take',
    'Mum',
    '’s',
    '2',
    'phones',
    '.',
  ])
})

test('any text has tokens that lie in order, do not overlap and leave out nothing but white space', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      let at = 0
      for (const { start, end } of tokensOf(text)) {
        expect(text.slice(at, start).trim()).toBe('')
        expect(end).toBeGreaterThan(start)
        at = end
      }
      expect(text.slice(at).trim()).toBe('')
    }),
  )
})
