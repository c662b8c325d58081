import { describe, expect, test } from 'vitest'
import { dateOfDay, dayOf, type Span } from '../readers/extract.ts'
import { coverageOf, coverageOfYear, quartersCovered, whyWords } from './coverage.ts'
import { mergeSpans, spanOfCin } from './covered.ts'
import { furtherMeasures, measures } from './measure.ts'
import { quarterName, quarterOf, spanFrom, spanOfQuarter, yearEarlier } from './quarter.ts'
import type { Covered } from './stack.ts'

const day = (iso: string): number => dayOf(iso) ?? Number.NaN
const span = (text: string): Span => spanFrom(text) ?? { from: Number.NaN, to: Number.NaN }
const quarter = (name: string): number => Number(name.slice(0, 4)) * 4 + Number(name.slice(6)) - 1

const covers = (more: Partial<Record<keyof Covered, string[]>>): Covered => {
  const of = (spans: string[] = []) => mergeSpans(spans.map(span))
  return { cin: of(more.cin), ssda903: of(more.ssda903), annexA: of(more.annexA), flags: of(more.flags) }
}

const of = (covered: Covered, measure: (typeof measures)[number] | (typeof furtherMeasures)[number], name: string) =>
  coverageOf({ covered, unaccompaniedSaid: true }, measure, quarter(name))

const twoYears = { cin: ['2023-04-01..2024-03-31', '2024-04-01..2025-03-31'] }

describe('Quarters', () => {
  test('are those of the financial year, and begin and end where it does', () => {
    expect(
      ['2024-03-31', '2024-04-01', '2024-12-31', '2025-01-01'].map((iso) => quarterName(quarterOf(day(iso)))),
    ).toEqual(['2023-Q4', '2024-Q1', '2024-Q3', '2024-Q4'])
    const { from, to } = spanOfQuarter(quarter('2024-Q4'))
    expect([dateOfDay(from), dateOfDay(to)]).toEqual(['2025-01-01', '2025-04-01'])
  })

  test('look back to the same day a year earlier, and from 29 February to the 28th', () => {
    expect(
      ['2025-03-01', '2024-03-01', '2024-02-29', '2025-02-28'].map((iso) => dateOfDay(yearEarlier(day(iso)))),
    ).toEqual(['2024-03-01', '2023-03-01', '2023-02-28', '2024-02-28'])
  })
})

describe('A census covers', () => {
  const said = (year: number | null, reference: string | null) => {
    const found = spanOfCin({ year, referenceDate: reference === null ? null : day(reference) })
    return found && [dateOfDay(found.span.from), dateOfDay(found.span.to - 1)]
  }
  test('from 1 April of the year before to its reference date, or to the end of its year', () => {
    expect(said(2025, '2024-09-30')).toEqual(['2024-04-01', '2024-09-30'])
    expect(said(2025, null)).toEqual(['2024-04-01', '2025-03-31'])
    expect(said(null, '2025-04-15')).toEqual(['2025-04-01', '2025-04-15'])
    // Nothing authorised after its year belongs into it.
    expect(said(2025, '2025-09-30')).toEqual(['2024-04-01', '2025-03-31'])
  })
  test('nothing that it does not say, and no year that was typed wrong', () => {
    expect(said(null, null)).toBeNull()
    expect(said(25, null)).toBeNull()
    expect(said(9999, null)).toBeNull()
    expect(mergeSpans([spanOfCin({ year: 2025, referenceDate: day('2023-01-01') })?.span ?? span('')])).toEqual([])
  })
})

test('Days are written with both ends, and what is no span is none', () => {
  expect(spanFrom('2024-04-01..2024-04-01')).toEqual({ from: day('2024-04-01'), to: day('2024-04-02') })
  for (const text of [
    '',
    '2024-04-01',
    '2024-04-01..2024-02-30',
    '2024-04-02..2024-04-01',
    '2024-04-01..2024-04-02..',
    'x..y',
  ]) {
    expect(spanFrom(text), text).toBeNull()
  }
})

describe('A figure is computed only of a quarter that is wholly covered', () => {
  test('which of two censuses is: the first quarter without the year before has no plans with domestic abuse', () => {
    const covered = covers(twoYears)
    expect(of(covered, 'referrals', '2023-Q1')).toMatchObject({ computable: true })
    expect(of(covered, 'b_new_dv_after_assessment', '2023-Q4')).toMatchObject({ computable: true })
    expect(of(covered, 'referrals', '2022-Q4')).toEqual({
      computable: false,
      why: { reason: 'no-file', source: 'cin' },
    })
    for (const measure of ['c_new_cp_plan_dv', 'c_unknown', 're_referrals_12_months', 're_referrals_dv'] as const) {
      expect(of(covered, measure, '2024-Q1')).toMatchObject({ computable: true })
      expect(of(covered, measure, '2023-Q4')).toEqual({
        computable: false,
        why: { reason: 'year-before', from: '2023-01-01', to: '2023-12-31' },
      })
    }
  })

  test('and not of one that lacks a day at either end', () => {
    for (const days of ['2024-04-02..2025-03-31', '2023-04-01..2024-06-29']) {
      expect(of(covers({ cin: [days] }), 'referrals', '2024-Q1')).toEqual({
        computable: false,
        why: { reason: 'partly-covered', source: 'cin' },
      })
    }
    expect(
      of(covers({ cin: ['2024-04-01..2024-05-10', '2024-05-11..2024-06-30'] }), 'referrals', '2024-Q1'),
    ).toMatchObject({
      computable: true,
    })
    expect(
      of(covers({ cin: ['2024-04-01..2024-05-10', '2024-05-12..2024-06-30'] }), 'referrals', '2024-Q1'),
    ).toMatchObject({
      computable: false,
    })
  })

  test('by each of the files that it is computed from', () => {
    const covered = covers({
      ...twoYears,
      flags: ['2024-04-01..2024-09-30'],
      ssda903: ['2024-04-01..2024-06-30'],
      annexA: ['2024-07-01..2024-12-31'],
    })
    expect(of(covered, 'a_new_dv_at_referral', '2024-Q2')).toMatchObject({ computable: true })
    expect(of(covered, 'a_new_dv_at_referral', '2024-Q3')).toMatchObject({
      why: { reason: 'no-file', source: 'referral-flags' },
    })
    expect(of(covered, 'b_newly_identified', '2024-Q3')).toMatchObject({ why: { source: 'referral-flags' } })
    expect(of(covered, 'd_taken_into_care_dv', '2024-Q1')).toMatchObject({ computable: true })
    expect(of(covered, 'd_taken_into_care_dv', '2024-Q2')).toMatchObject({ computable: true })
    expect(of(covered, 'd_taken_into_care_dv', '2024-Q4')).toMatchObject({ why: { reason: 'no-file', source: 'care' } })
    expect(of(covers({ ssda903: ['2023-04-01..2025-03-31'] }), 'd_unknown', '2024-Q1')).toMatchObject({
      why: { source: 'cin' },
    })
    expect(of(covers({ ssda903: ['2023-04-01..2025-03-31'] }), 'care_starts', '2024-Q1')).toMatchObject({
      computable: true,
    })
  })

  test('and the number of unaccompanied children only where a file says of any that it is', () => {
    const covered = covers({ ssda903: ['2024-04-01..2025-03-31'] })
    const given = { covered, unaccompaniedSaid: false }
    expect(coverageOf(given, 'd_unaccompanied', quarter('2024-Q1'))).toMatchObject({
      why: { reason: 'unaccompanied-not-said' },
    })
    expect(of(covered, 'd_unaccompanied', '2024-Q1')).toMatchObject({ computable: true })
  })

  test('whatever the measure: nothing at all is computed of a borough without files', () => {
    for (const measure of [...measures, ...furtherMeasures]) {
      expect(of(covers({}), measure, '2024-Q1'), measure).toMatchObject({ computable: false })
    }
  })
})

describe('A figure is mature', () => {
  const until = (last: string) => covers({ cin: ['2023-04-01..2024-03-31', `2024-04-01..${last}`] })
  const maturity = (
    covered: Covered,
    measure: (typeof measures)[number] | (typeof furtherMeasures)[number],
    name: string,
  ) => {
    const found = of(covered, measure, name)
    return found.computable ? found.maturity : null
  }

  test('once the census reaches 63 days behind the quarter, for plans: not a day before', () => {
    expect(maturity(until('2024-09-01'), 'c_new_cp_plan_dv', '2024-Q1')).toEqual({
      mature: true,
      matureFrom: '2024-09-01',
    })
    expect(maturity(until('2024-08-31'), 'c_new_cp_plan_dv', '2024-Q1')).toMatchObject({ mature: false })
    expect(maturity(until('2024-09-02'), 'c_new_cp_plan_dv', '2024-Q1')).toMatchObject({ mature: true })
  })

  test('and 93 days behind it for what follows referrals', () => {
    expect(maturity(until('2024-09-30'), 'referrals_dv_within_63_days', '2024-Q1')).toEqual({
      mature: false,
      matureFrom: '2024-10-01',
    })
    expect(maturity(until('2024-10-01'), 'referrals_dv_within_63_days', '2024-Q1')).toEqual({
      mature: true,
      matureFrom: '2024-10-01',
    })
  })

  test('at once where nothing later can change it', () => {
    expect(maturity(until('2024-06-30'), 'referrals', '2024-Q1')).toEqual({ mature: true, matureFrom: null })
  })

  test('and never by a later census with weeks missing between', () => {
    const gap = covers({ cin: ['2023-04-01..2024-06-30', '2024-07-02..2025-03-31'] })
    expect(maturity(gap, 'c_new_cp_plan_dv', '2024-Q1')).toMatchObject({ mature: false })
  })
})

test('Twelve months need four whole quarters, and say which are missing', () => {
  const given = { covered: covers(twoYears), unaccompaniedSaid: true }
  expect(coverageOfYear(given, 'referrals', quarter('2023-Q4'))).toMatchObject({ computable: true })
  expect(coverageOfYear(given, 'referrals', quarter('2023-Q3'))).toEqual({
    computable: false,
    why: { reason: 'quarters', quarters: ['2022-Q4'] },
  })
  expect(coverageOfYear(given, 'c_new_cp_plan_dv', quarter('2024-Q3'))).toMatchObject({
    why: { quarters: ['2023-Q4'] },
  })
  expect(coverageOfYear(given, 'c_new_cp_plan_dv', quarter('2024-Q4'))).toMatchObject({
    computable: true,
    maturity: { mature: false, matureFrom: '2025-06-02' },
  })
})

test('The quarters shown are those from the first to the last that any file touches', () => {
  expect(quartersCovered(covers({}))).toBeNull()
  const found = quartersCovered(covers({ cin: ['2024-04-01..2024-06-30'], flags: ['2024-12-31..2025-01-01'] }))
  expect(found && [quarterName(found.first), quarterName(found.last)]).toEqual(['2024-Q1', '2024-Q4'])
})

test('Why a figure is none is said in a sentence that says what to do', () => {
  expect(whyWords({ reason: 'no-file', source: 'care' })).toBe(
    'No SSDA903 return or Annex A list 8 covers this quarter. Add the file that does, and say which days it covers.',
  )
  expect(whyWords({ reason: 'year-before', from: '2023-04-01', to: '2024-03-31' })).toContain(
    'that of 2023-24, so that 1 April 2023 to 31 March 2024 is covered',
  )
  expect(whyWords({ reason: 'year-before', from: '2023-07-01', to: '2024-06-30' })).toContain(
    'that of 2023-24, so that 1 July 2023 to 30 June 2024 is covered',
  )
  expect(whyWords({ reason: 'quarters', quarters: ['2023-Q3', '2023-Q4'] })).toBe(
    'Four whole quarters are needed. These cannot be computed: October 2023 to December 2023; January 2024 to March 2024.',
  )
})
