import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  compareDates,
  type DateInput,
  dateRuleMessage,
  daysBetween,
  formatDate,
  formatMonth,
  formatPeriod,
  isLocalDate,
  type LocalDate,
  localDate,
  londonDate,
  monthsBetween,
  parseDateInput,
  period,
  periodContains,
  periodMonths,
  periodsOverlap,
  relativeDate,
} from './dates.ts'

const d = localDate
const anyDate = fc.integer({ min: 0, max: 73_000 }).map((days) => addDays(d('1900-01-01'), days))
const anyPeriod = fc
  .tuple(anyDate, fc.option(fc.integer({ min: 1, max: 4000 })))
  .map(([starts, days]) => period(starts, days === null ? null : addDays(starts, days)))
const input = (day: string, month: string, year: string): DateInput => ({ day, month, year })
const messageOf = (day: string, month: string, year: string, name = 'Date of birth') => {
  const parsed = parseDateInput(input(day, month, year), name)
  return parsed.ok ? parsed.date : parsed.message
}

describe('days', () => {
  test('only days that exist are days', () => {
    expect(['2024-02-29', '2026-12-31', '2000-02-29'].every(isLocalDate)).toBe(true)
    const none = [
      '2023-02-29',
      '1900-02-29',
      '2026-13-01',
      '2026-00-10',
      '2026-01-00',
      '2026-04-31',
      '2026-1-1',
      '0999-01-01',
      '',
    ]
    expect(none.filter(isLocalDate)).toEqual([])
    expect(() => d('2023-02-29')).toThrow(RangeError)
  })

  test('days can be counted there and back', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days)
        expect(addDays(addDays(date, days), -days)).toBe(date)
      }),
    )
  })

  test('text order is date order', () => {
    fc.assert(fc.property(anyDate, anyDate, (a, b) => Math.sign(compareDates(a, b)) === Math.sign(daysBetween(b, a))))
    expect(daysBetween(d('2026-03-28'), d('2026-03-30'))).toBe(2)
  })

  test('a month later is the same day, or the last of a shorter month', () => {
    expect(addMonths(d('2026-01-31'), 1)).toBe('2026-02-28')
    expect(addMonths(d('2024-01-31'), 1)).toBe('2024-02-29')
    expect(addMonths(d('2026-01-15'), -1)).toBe('2025-12-15')
    expect(addMonths(d('2026-12-01'), 1)).toBe('2027-01-01')
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -600, max: 600 }), (date, months) => {
        const moved = addMonths(date, months)
        const count = (value: LocalDate) => Number(value.slice(0, 4)) * 12 + Number(value.slice(5, 7))
        expect(count(moved) - count(date)).toBe(months)
        expect(moved.slice(8) <= date.slice(8)).toBe(true)
      }),
    )
  })

  test('the day in London changes with its clocks', () => {
    expect(londonDate(new Date('2026-03-29T00:30:00Z'))).toBe('2026-03-29')
    expect(londonDate(new Date('2026-07-10T23:30:00Z'))).toBe('2026-07-11')
    expect(londonDate(new Date('2026-10-25T23:30:00Z'))).toBe('2026-10-25')
  })
})

describe('months of a period', () => {
  test('whole calendar months are whole', () => {
    expect(monthsBetween(d('2021-08-01'), d('2022-07-01'))).toBe(11)
    expect(monthsBetween(d('2021-11-01'), d('2022-07-01'))).toBe(8)
    expect(monthsBetween(d('2022-01-01'), d('2022-01-01'))).toBe(0)
    expect(monthsBetween(d('2021-08-15'), d('2022-08-15'))).toBe(12)
  })

  test('a part of a month is its days over its length', () => {
    expect(monthsBetween(d('2022-01-01'), d('2022-01-16'))).toBe(15 / 31)
    expect(monthsBetween(d('2022-01-01'), d('2022-02-15'))).toBe(1.5)
    expect(monthsBetween(d('2022-01-31'), d('2022-03-01'))).toBe(1 + 1 / 31)
  })

  test('a longer period never has fewer months, and whole ones count exactly', () => {
    fc.assert(
      fc.property(anyDate, fc.nat(3000), fc.nat(200), (starts, days, more) => {
        const ends = addDays(starts, days)
        expect(monthsBetween(starts, addDays(ends, more))).toBeGreaterThanOrEqual(monthsBetween(starts, ends))
      }),
    )
    fc.assert(
      fc.property(
        anyDate,
        fc.nat(300),
        (starts, months) => monthsBetween(starts, addMonths(starts, months)) === months,
      ),
    )
  })

  test('a period that ends before it starts is refused', () => {
    expect(() => monthsBetween(d('2022-01-02'), d('2022-01-01'))).toThrow(RangeError)
    expect(() => period(d('2022-01-01'), d('2022-01-01'))).toThrow(RangeError)
  })
})

describe('half-open periods', () => {
  const year = period(d('2021-08-01'), d('2022-07-01'))

  test('the first day counts, the day it ends does not', () => {
    expect(['2021-07-31', '2021-08-01', '2022-06-30', '2022-07-01'].map((day) => periodContains(year, d(day)))).toEqual(
      [false, true, true, false],
    )
    expect(periodContains(period(d('2021-08-01'), null), d('2999-01-01'))).toBe(true)
  })

  test('one that ends where another starts does not overlap it', () => {
    expect(periodsOverlap(year, period(d('2022-07-01'), null))).toBe(false)
    expect(periodsOverlap(period(d('2022-07-01'), null), year)).toBe(false)
    expect(periodsOverlap(year, period(d('2022-06-30'), null))).toBe(true)
  })

  test('two overlap exactly when the later start lies in both', () => {
    fc.assert(
      fc.property(anyPeriod, anyPeriod, (a, b) => {
        const later = compareDates(a.starts, b.starts) > 0 ? a.starts : b.starts
        expect(periodsOverlap(a, b)).toBe(periodContains(a, later) && periodContains(b, later))
        expect(periodsOverlap(b, a)).toBe(periodsOverlap(a, b))
      }),
    )
  })

  test('an open period is counted up to a day', () => {
    expect(periodMonths(year, d('2030-01-01'))).toBe(11)
    expect(periodMonths(period(d('2026-01-01'), null), d('2026-03-01'))).toBe(2)
    expect(periodMonths(period(d('2026-01-01'), null), d('2025-03-01'))).toBe(0)
  })

  test('in words the last day that counts is named', () => {
    expect(formatPeriod(year)).toBe('August 2021 to June 2022')
    expect(formatPeriod(period(d('2021-08-01'), d('2021-09-01')))).toBe('August 2021')
    expect(formatPeriod(period(d('2026-03-03'), d('2026-03-10')))).toBe('3 March 2026 to 9 March 2026')
    expect(formatPeriod(period(d('2026-03-03'), d('2026-03-04')))).toBe('3 March 2026')
    expect(formatPeriod(period(d('2026-03-01'), null))).toBe('since March 2026')
    expect(formatPeriod(period(d('2026-03-02'), null))).toBe('since 2 March 2026')
  })
})

describe('dates in words', () => {
  const today = d('2026-03-24')

  test('a date is written as people say it', () => {
    expect([formatDate(d('2026-03-03')), formatMonth(d('2021-08-09'))]).toEqual(['3 March 2026', 'August 2021'])
  })

  test.for([
    ['2026-03-24', 'today'],
    ['2026-03-23', 'yesterday'],
    ['2026-03-25', 'tomorrow'],
    ['2026-03-22', 'two days ago'],
    ['2026-03-17', 'one week ago'],
    ['2026-03-03', 'three weeks ago'],
    ['2026-04-14', 'in three weeks'],
    ['2026-01-25', 'eight weeks ago'],
    ['2026-01-24', 'two months ago'],
    ['2025-03-24', '12 months ago'],
    ['2024-03-25', '23 months ago'],
    ['2024-03-24', 'two years ago'],
    ['2029-03-24', 'in three years'],
  ])('%s is %s', ([date = '', words]) => {
    expect(relativeDate(d(date), today)).toBe(words)
  })

  test('no distance is ever none', () => {
    fc.assert(fc.property(anyDate, anyDate, (a, b) => !/\b(no|0|-)/.test(relativeDate(a, b))))
  })
})

describe('the three inputs of a date', () => {
  test('are read with or without zeros, spaces and names of months', () => {
    for (const parts of [
      ['3', '3', '2026'],
      ['03', '03', '2026'],
      [' 3 ', 'March', ' 2026'],
      ['3', 'mar', '2026'],
    ]) {
      expect(messageOf(parts[0] ?? '', parts[1] ?? '', parts[2] ?? '')).toBe('2026-03-03')
    }
  })

  test.for([
    ['', '', '', 'Enter the date of birth'],
    ['3', '', '2026', 'Date of birth must include a month'],
    ['', '3', '2026', 'Date of birth must include a day'],
    ['3', '3', ' ', 'Date of birth must include a year'],
    ['', '', '2026', 'Date of birth must include a day and month'],
    ['3', '', '', 'Date of birth must include a month and year'],
    ['3', '3', '26', 'Year must include 4 numbers'],
    ['3', '3', '0026', 'Year must include 4 numbers'],
    ['29', '2', '2023', 'Date of birth must be a real date'],
    ['31', 'April', '2026', 'Date of birth must be a real date'],
    ['0', '3', '2026', 'Date of birth must be a real date'],
    ['3', '13', '2026', 'Date of birth must be a real date'],
    ['3', 'ma', '2026', 'Date of birth must be a real date'],
    ['3', 'marvellous', '2026', 'Date of birth must be a real date'],
    ['x', '3', '2026', 'Date of birth must be a real date'],
    ['-3', '3', '2026', 'Date of birth must be a real date'],
    ['3', '3', 'abcd', 'Date of birth must be a real date'],
    ['1e1', '3', '2026', 'Date of birth must be a real date'],
  ] as const)('day %j, month %j, year %j: %s', ([day, month, year, message]) => {
    expect(messageOf(day, month, year)).toBe(message)
  })

  test('mark what has to be mended, and say when nothing was typed', () => {
    expect(parseDateInput(input('3', '', '2026'), 'Date')).toMatchObject({ parts: ['month'], empty: false })
    expect(parseDateInput(input('3', '3', '26'), 'Date')).toMatchObject({ parts: ['year'] })
    expect(parseDateInput(input('', '', ''), 'Date')).toMatchObject({ parts: ['day', 'month', 'year'], empty: true })
    expect(messageOf('', '', '', 'CIN start date')).toBe('Enter the CIN start date')
  })

  test('give back every day that there is, and never one that there is not', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const [year = '', month = '', day = ''] = date.split('-')
        expect(messageOf(String(Number(day)), String(Number(month)), year)).toBe(date)
      }),
    )
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (day, month, year) => {
        const parsed = parseDateInput(input(day, month, year), 'Date')
        expect(parsed.ok ? isLocalDate(parsed.date) : parsed.message.length > 0).toBe(true)
      }),
    )
  })
})

test('a date that breaks a rule is told which', () => {
  const today = d('2026-03-03')
  const said = (date: string, rule: 'past' | 'today or past' | 'future' | 'today or future') =>
    dateRuleMessage(d(date), 'Date of birth', { rule, today })
  expect([said('2026-03-02', 'past'), said('2026-03-03', 'past')]).toEqual([null, 'Date of birth must be in the past'])
  expect([said('2026-03-03', 'today or past'), said('2026-03-04', 'today or past')]).toEqual([
    null,
    'Date of birth must be today or in the past',
  ])
  expect([said('2026-03-04', 'future'), said('2026-03-03', 'future')]).toEqual([
    null,
    'Date of birth must be in the future',
  ])
  expect([said('2026-03-03', 'today or future'), said('2026-03-02', 'today or future')]).toEqual([
    null,
    'Date of birth must be today or in the future',
  ])
  const against = (date: string, rule: 'on or after' | 'on or before') =>
    dateRuleMessage(d(date), 'End date', { rule, date: today, named: 'the start date' })
  expect([against('2026-03-03', 'on or after'), against('2026-03-02', 'on or after')]).toEqual([
    null,
    'End date must be the same as or after 3 March 2026, the start date',
  ])
  expect([against('2026-03-03', 'on or before'), against('2026-03-04', 'on or before')]).toEqual([
    null,
    'End date must be the same as or before 3 March 2026, the start date',
  ])
})
