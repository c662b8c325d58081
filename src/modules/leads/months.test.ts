import { describe, expect, test } from 'vitest'
import { localDate } from '#platform/dates.ts'
import { byReturn, inWords, monthsDue, termConsultations } from './months.ts'

const term = { starts: localDate('2025-08-01'), ends: localDate('2026-08-01') }
const since = (starts: string, ends: string | null = null) => ({
  starts: localDate(starts),
  ends: ends === null ? null : localDate(ends),
})

describe('the months for which a borough owes a return', () => {
  test('are whole months of the term that are over', () => {
    expect(monthsDue(term, since('2021-01-01'), localDate('2025-10-31'))).toEqual(['2025-08-01', '2025-09-01'])
    expect(monthsDue(term, since('2021-01-01'), localDate('2025-11-01'))).toHaveLength(3)
    expect(monthsDue(term, since('2021-01-01'), localDate('2027-01-01'))).toHaveLength(12)
  })

  test('begin with the month in which it joined and end with the last whole one before it left', () => {
    const months = monthsDue(term, since('2025-09-20', '2025-12-15'), localDate('2026-06-01'))
    expect(months).toEqual(['2025-09-01', '2025-10-01', '2025-11-01'])
  })

  test('are none in a term that has only begun', () => {
    expect(monthsDue(term, since('2021-01-01'), localDate('2025-08-20'))).toEqual([])
  })
})

test('Months are named as a sentence names them', () => {
  const months = ['2026-05-01', '2026-06-01', '2026-07-01'].map(localDate)
  expect(inWords(months)).toBe('May 2026, June 2026 and July 2026')
  expect(inWords(months.slice(0, 1))).toBe('May 2026')
  expect(inWords([])).toBe('')
})

test('A rate is per month of data, and without a month there is none', () => {
  expect(termConsultations(99, 9).rate?.value).toBe(11)
  expect(termConsultations(0, 0).rate).toBeNull()
})

test('Only what was held in months with a return is part of the rate; the rest is said apart', () => {
  const held = new Map([
    [localDate('2025-07-01'), 50],
    [localDate('2025-08-01'), 6],
    [localDate('2025-09-01'), 4],
    [localDate('2026-08-01'), 70],
  ])
  const { sent, counted, outside } = byReturn(held, ['2025-07-01', '2025-08-01', '2025-10-01'].map(localDate), term)
  expect(sent).toEqual(['2025-08-01', '2025-10-01'])
  expect([counted.consultations, counted.months, counted.rate?.value, outside]).toEqual([6, 2, 3, 4])
})
