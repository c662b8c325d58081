import { expect, test } from 'vitest'
import { moved } from './moved.ts'

const before = 'one two three'
const places = [
  { start: 0, end: 3 },
  { start: 4, end: 7 },
  { start: 8, end: 13 },
]
const words = (now: string) => moved(places, before, now).map(({ start, end }) => now.slice(start, end))

test.each([
  ['one two three', ['one', 'two', 'three']],
  ['Before one two three', ['one', 'two', 'three']],
  ['one two three.', ['one', 'two', 'three']],
  ['one and two three', ['one', 'two', 'three']],
  ['one tw three', ['one', 'three']],
  ['Xne two three', ['two', 'three']],
  ['one twXo three', ['one', 'three']],
  ['one 2 three', ['one', 'three']],
  ['', []],
  ['something else', []],
])('After typing, "%s" has its marks on the same words', (now, expected) => {
  expect(words(now)).toEqual(expected)
})

test('What was typed twice over is never marked in a wrong place', () => {
  const text = 'aaaa'
  const typed = 'aaaaaa'
  const found = moved([{ start: 1, end: 3 }], text, typed)
  for (const { start, end } of found) expect(typed.slice(start, end)).toBe('aa')
})
