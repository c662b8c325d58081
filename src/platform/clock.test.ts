import { expect, test } from 'vitest'
import { fixedClock, systemClock } from './clock.ts'
import { londonDate } from './dates.ts'

test('in summer the day begins in London an hour before it does at Greenwich', () => {
  expect(fixedClock('2026-06-30T22:59:59Z').today()).toBe('2026-06-30')
  expect(fixedClock('2026-06-30T23:00:00Z').today()).toBe('2026-07-01')
  expect(fixedClock('2026-12-31T23:59:59Z').today()).toBe('2026-12-31')
})

test('a day alone is that day', () => {
  expect(fixedClock('2026-06-30').today()).toBe('2026-06-30')
  expect(fixedClock('2026-01-01').today()).toBe('2026-01-01')
})

test('a fixed clock cannot be moved by who reads it', () => {
  const clock = fixedClock('2026-03-03T09:30:00+01:00')
  clock.now().setFullYear(1999)
  expect(clock.now().toISOString()).toBe('2026-03-03T08:30:00.000Z')
})

test('a time without a zone, and what is no time, is refused', () => {
  for (const text of ['2026-03-03T09:30', '3 March 2026', '', '2026-13-01', '2026-03-03T25:00:00Z']) {
    expect(() => fixedClock(text), text).toThrow(RangeError)
  }
})

test('the system clock runs', () => {
  expect(Math.abs(systemClock.now().getTime() - Date.now())).toBeLessThan(5000)
  expect([londonDate(new Date()), londonDate(new Date(Date.now() - 5000))]).toContain(systemClock.today())
})
