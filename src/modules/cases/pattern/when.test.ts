import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, localDate } from '#platform/dates.ts'
import {
  between,
  compareWhen,
  type Moment,
  momentsOf,
  notKnown,
  onceAt,
  readMoment,
  sinceThen,
  whenInWords,
} from './when.ts'

const read = (year: string, month = '', day = ''): Moment => {
  const result = readMoment({ day, month, year })
  if (!result.ok) throw new Error(result.message)
  return result.moment
}

// Days that cannot be taken for a whole month or year, whole months that cannot be taken for a year.
const day = fc
  .integer({ min: 0, max: 45_000 })
  .map((days) => addDays(localDate('1901-01-02'), days))
  .filter((date) => !date.endsWith('-01') && !addDays(date, 1).endsWith('-01'))
  .map((date) => read(date.slice(0, 4), date.slice(5, 7), date.slice(8)))
const month = fc
  .record({ year: fc.integer({ min: 1900, max: 2060 }), month: fc.integer({ min: 2, max: 11 }) })
  .map(({ year, month: number }) => read(String(year), String(number)))
const year = fc.integer({ min: 1900, max: 2060 }).map((number) => read(String(number)))
const moment = fc.oneof(day, month, year)
const ordered = fc.tuple(moment, moment).filter(([a, b]) => a.starts < b.starts && a.ends < b.ends)
const when = fc.oneof(
  moment.map(onceAt),
  moment.map(sinceThen),
  ordered.map(([a, b]) => between(a, b)),
  fc.constant(notKnown),
)

describe('When something was done', () => {
  test.each([
    [onceAt(read('2026', '3', '3')), '3 March 2026'],
    [onceAt(read('2026', 'March')), 'March 2026'],
    [onceAt(read('2019')), '2019'],
    [sinceThen(read('2019')), 'since 2019'],
    [between(read('2019'), read('2021', '5')), '2019 to May 2021'],
    [between(read('2019', '2', '3'), read('2021')), '3 February 2019 to 2021'],
    [between(read('2024', '3', '3'), read('2024', '3', '5')), '3 March 2024 to 5 March 2024'],
    [notKnown, 'Date not known'],
  ])('is said as closely as it is known: %j', (given, words) => {
    expect(whenInWords(given)).toBe(words)
  })

  test('comes back as it was typed, each side as closely as it was given', () => {
    fc.assert(
      fc.property(ordered, ([a, b]) => {
        expect(momentsOf(between(a, b))).toEqual({ first: a, last: b })
      }),
    )
    fc.assert(
      fc.property(moment, (one) => {
        expect(momentsOf(onceAt(one))).toEqual({ first: one, last: one })
        expect(momentsOf(sinceThen(one))).toEqual({ first: one, last: null })
      }),
    )
  })

  test('is never said more closely than it is known', () => {
    fc.assert(
      fc.property(year, (one) => {
        expect(whenInWords(onceAt(one))).toMatch(/^\d{4}$/)
      }),
    )
    fc.assert(
      fc.property(month, (one) => {
        expect(whenInWords(onceAt(one))).toMatch(/^[A-Z][a-z]+ \d{4}$/)
      }),
    )
  })

  test('is put in order, earliest first, with what is not known last', () => {
    fc.assert(
      fc.property(fc.array(when, { maxLength: 30 }), (whens) => {
        const sorted = [...whens].sort(compareWhen)
        const starts = sorted.map((each) => each.starts ?? '9999')
        expect(starts).toEqual([...starts].sort())
      }),
    )
  })

  test.each([
    [{ day: '', month: '', year: '' }, null, 'Enter a date: the year is enough'],
    [{ day: '', month: '3', year: '' }, 'year', 'Enter the year as well'],
    [{ day: '3', month: '', year: '2024' }, 'month', 'Enter the month as well'],
    [{ day: '', month: '', year: '24' }, 'year', 'Year must include 4 numbers'],
    [{ day: '', month: '', year: '1026' }, 'year', 'Year must be 1900 or later'],
    [{ day: '', month: '13', year: '2024' }, 'month', 'Month must be a number from 1 to 12, or a name such as March'],
    [{ day: '30', month: '2', year: '2024' }, null, 'The date must be a real date'],
  ] as const)('says how to mend %j', (typed, part, message) => {
    expect(readMoment(typed)).toEqual({ ok: false, part, message })
  })
})
