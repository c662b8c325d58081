import { expect, it } from 'vitest'
import { agrees, compareNumbers } from './compare.ts'

it.each([
  ['0.05', 0.0467, null],
  ['0.05', 0.0578, 'truncated'],
  ['0.08', 0.0875, 'truncated'],
  ['0.003', 0.0382, 'decimal slip'],
  ['0.1', 0.1295, null],
  ['12', 6, 'differs'],
  ['1', 12, 'differs'],
  ['120', 12, 'decimal slip'],
  ['1,884', 1884, null],
  ['about 5', 5, 'differs'],
  ['0.0', 0, null],
])('printed %s against %s: %s', (printed, computed, expected) => {
  expect(compareNumbers(printed, computed)).toBe(expected)
})

it.each([
  ['over 5', 5.4, true],
  ['over 5', 4, false],
  ['03', '3', true],
  ['Hammersmith & Fulham', 'Hammersmith and Fulham', true],
  ['weekly', 'every two weeks', false],
  ['6', 6, true],
])('a statement of %s and %s agree: %s', (printed, value, expected) => {
  expect(agrees(printed, value)).toBe(expected)
})
