import { expect, test } from 'vitest'
import { addDays, localDate } from '#platform/dates.ts'
import { periodWords, placeOf, quarterNamed, quarterOn, quarterShort, startOf } from './quarter-words.ts'

test('a quarter is read from its name and named in months', () => {
  const [first, last] = [quarterNamed('2024-Q1'), quarterNamed('2024-Q4')]
  expect(last - first).toBe(3)
  expect([first, first + 1, first + 2, last].map(quarterShort)).toEqual([
    'Apr to Jun 2024',
    'Jul to Sep 2024',
    'Oct to Dec 2024',
    'Jan to Mar 2025',
  ])
  expect(startOf(last)).toBe('2025-01-01')
  expect(periodWords(first, last)).toBe('April 2024 to March 2025')
})

test('every day of two years lies in the quarter whose first day is not after it', () => {
  for (let day = localDate('2023-12-01'); day < '2025-12-01'; day = addDays(day, 1)) {
    const quarter = quarterOn(day)
    expect(startOf(quarter) <= day && day < startOf(quarter + 1)).toBe(true)
    expect(Math.floor(placeOf(day))).toBe(quarter)
  }
})

test('a day stands as far into its quarter as it is', () => {
  expect(placeOf(localDate('2024-04-01'))).toBe(quarterNamed('2024-Q1'))
  expect(placeOf(localDate('2024-05-17')) - quarterNamed('2024-Q1')).toBeCloseTo(46 / 91, 9)
})
