import { describe, expect, test } from 'vitest'
import { type CinExtract, dayOf, type Episode, type Extract, type Span } from '../readers/extract.ts'
import { figuresV1 } from './figures.ts'
import { figuresSchema } from './figures-shape.ts'
import type { FurtherMeasure, Measure } from './measure.ts'
import { spanFrom } from './quarter.ts'
import { type StackFile, stack } from './stack.ts'

const day = (iso: string): number => dayOf(iso) ?? Number.NaN
const span = (text: string): Span => spanFrom(text) ?? { from: Number.NaN, to: Number.NaN }

const episode = (child: string, referred: string, more: Partial<Episode> = {}): Episode => ({
  child,
  referred: day(referred),
  nfa: false,
  assessments: [],
  plans: [],
  ...more,
})

const assessed = (authorised: string, abuse: number, hasFactors = true) => ({
  started: day(authorised) - 20,
  authorised: day(authorised),
  hasFactors,
  abuse,
})

const cin = (year: number, episodes: Episode[]): StackFile => {
  const extract: CinExtract = {
    kind: 'cin',
    year,
    referenceDate: null,
    authority: '999',
    writtenAt: null,
    children: episodes.map(({ child }) => child),
    episodes,
  }
  return { name: `cin-${year}.xml`, extract, span: null }
}

const flags = (rows: readonly (readonly [string, string, 'yes' | 'no' | 'unknown'])[], covers: string): StackFile => {
  const extract: Extract = {
    kind: 'referral-flags',
    flags: rows.map(([child, on, abuse], place) => ({ child, on: day(on), abuse, line: place + 2 })),
    dates: null,
  }
  return { name: 'flags.csv', extract, span: span(covers) }
}

const figuresOf = (files: readonly StackFile[]) => figuresV1(stack(files))
const quarterOf = (files: readonly StackFile[], name: string, measure: Measure | FurtherMeasure) =>
  figuresOf(files).quarters.find(({ quarter }) => quarter === name)?.measures[measure]
const yearOf = (files: readonly StackFile[], name: string, measure: Measure | FurtherMeasure) =>
  figuresOf(files).years.find(({ endsWith }) => endsWith === name)?.measures[measure]

const years = [
  cin(2024, [episode('A1', '2023-05-01', { assessments: [assessed('2023-06-01', 1)] })]),
  cin(2025, [
    episode('A1', '2024-04-02', {
      assessments: [assessed('2024-05-01', 2), assessed('2024-05-02', 0, false)],
      plans: [
        { started: day('2024-05-10'), previous: 0 },
        { started: day('2024-06-10'), previous: null },
      ],
    }),
    episode('B2', '2024-04-03', { nfa: null, plans: [{ started: day('2024-05-10'), previous: 1 }] }),
    episode('A1', '2024-08-03', { assessments: [assessed('2024-09-01', 5)] }),
  ]),
]

describe('A figure that can be computed', () => {
  test('has its events, its children, its base, and how many nobody knows', () => {
    expect(quarterOf(years, '2024-Q1', 'c_new_cp_plan_dv')).toEqual({
      status: 'counted',
      events: 2,
      children: 1,
      unknown: 1,
      base: 3,
      mature: true,
      matureFrom: '2024-09-01',
    })
    expect(quarterOf(years, '2024-Q1', 'c_first_plan')).toMatchObject({ events: 1, unknown: 1, base: 2 })
    expect(quarterOf(years, '2024-Q1', 'referrals_no_further_action')).toMatchObject({ events: 0, unknown: 1, base: 2 })
    expect(quarterOf(years, '2024-Q1', 'b_new_dv_after_assessment')).toMatchObject({ events: 1, unknown: 1, base: 1 })
    expect(quarterOf(years, '2024-Q1', 're_referrals_dv')).toMatchObject({ events: 1, unknown: 0, base: 1 })
  })

  test('is zero, and said to be, where nothing happened in a covered quarter', () => {
    expect(quarterOf(years, '2024-Q4', 'referrals')).toEqual({
      status: 'counted',
      events: 0,
      children: 0,
      unknown: null,
      base: null,
      mature: true,
      matureFrom: null,
    })
  })

  test('counts a child once in twelve months, however many quarters it was counted in', () => {
    expect(yearOf(years, '2024-Q4', 'b_new_dv_after_assessment')).toMatchObject({ events: 2, children: 1, base: 2 })
    expect(yearOf(years, '2024-Q4', 'referrals')).toMatchObject({ events: 3, children: 2 })
  })
})

test('A figure that cannot be computed says why and holds no number', () => {
  expect(quarterOf(years, '2023-Q1', 'c_new_cp_plan_dv')).toEqual({
    status: 'not-computable',
    why: { reason: 'year-before', from: '2022-04-01', to: '2023-03-31' },
  })
  expect(quarterOf(years, '2024-Q1', 'd_taken_into_care_dv')).toEqual({
    status: 'not-computable',
    why: { reason: 'no-file', source: 'care' },
  })
  expect(yearOf(years, '2023-Q2', 'referrals')).toMatchObject({ why: { quarters: ['2022-Q3', '2022-Q4'] } })
})

test('A base that cannot be computed is none, and not zero', () => {
  const files = [flags([['A1', '2024-04-02', 'yes']], '2024-04-01..2024-06-30')]
  expect(quarterOf(files, '2024-Q1', 'a_new_dv_at_referral')).toMatchObject({
    status: 'counted',
    events: 1,
    base: null,
  })
  expect(quarterOf([...files, ...years], '2024-Q1', 'a_new_dv_at_referral')).toMatchObject({
    events: 1,
    base: 2,
    unknown: 1,
  })
})

test('Identified at referral in one quarter and after assessment in another is one case of the twelve months', () => {
  const more = [cin(2025, [episode('C3', '2024-06-20', { assessments: [assessed('2024-07-20', 1)] })])]
  const files = [...more, flags([['C3', '2024-06-20', 'yes']], '2024-04-01..2025-03-31')]
  expect(quarterOf(files, '2024-Q1', 'a_or_b')).toMatchObject({ events: 1 })
  expect(quarterOf(files, '2024-Q2', 'a_or_b')).toMatchObject({ events: 1 })
  expect(yearOf(files, '2024-Q4', 'a_or_b')).toMatchObject({ events: 1, children: 1 })
  expect(quarterOf(files, '2024-Q2', 'b_newly_identified')).toMatchObject({ events: 0, unknown: 0, base: 1 })
})

describe('Referral flags', () => {
  const of = (...rows: (readonly [string, string, 'yes' | 'no' | 'unknown'])[]) =>
    figuresOf([...years, flags(rows, '2023-04-01..2025-03-31')]).flags

  test('are looked for in the census by child, within a day', () => {
    expect(
      of(
        ['A1', '2024-04-03', 'yes'],
        ['A1', '2024-08-02', 'no'],
        ['A1', '2024-08-05', 'no'],
        ['B3', '2024-04-03', 'unknown'],
      ),
    ).toEqual({
      rows: 4,
      inCensus: 4,
      matched: 2,
      share: 0.5,
      enough: false,
      unknown: 1,
      unknownShare: 0.25,
      unmatched: 2,
      lines: [
        { file: 'flags.csv', line: 4 },
        { file: 'flags.csv', line: 5 },
      ],
    })
  })

  test('of days that the census does not cover are not looked for', () => {
    expect(of(['A1', '2025-04-01', 'yes'])).toMatchObject({ rows: 1, inCensus: 0, share: null, enough: null })
  })

  test('are enough at 95 of 100, and name the first hundred that are not found', () => {
    const found = Array.from({ length: 19 }, (_, place) => episode(`C${place}`, '2024-05-05'))
    const rows = (missing: number) => [
      ...found.map(({ child }) => [child, '2024-05-05', 'yes'] as const),
      ...Array.from({ length: missing }, (_, place) => [`X${place}`, '2024-05-05', 'yes'] as const),
    ]
    const check = (missing: number) =>
      figuresOf([cin(2025, found), flags(rows(missing), '2024-04-01..2025-03-31')]).flags
    expect(check(1)).toMatchObject({ share: 0.95, enough: true })
    expect(check(2)).toMatchObject({ enough: false })
    expect(check(150)).toMatchObject({ unmatched: 150, matched: 19 })
    expect(check(150)?.lines).toHaveLength(100)
  })

  test('that are not there are none', () => {
    expect(figuresOf(years).flags).toBeNull()
  })
})

test('How a borough records shows in its codes, of whole quarters only', () => {
  expect(figuresOf(years).coding).toEqual({ child: 2, parent: 1, other: 1, childToParent: 2 })
  expect(figuresOf([]).coding).toBeNull()
})

test('Figures can be stored and read back, with files or without, and what is changed in them is refused', () => {
  for (const files of [[], years, [...years, flags([['A1', '2024-04-02', 'yes']], '2023-04-01..2025-03-31')]]) {
    const figures = figuresOf(files)
    expect(figuresSchema.parse(JSON.parse(JSON.stringify(figures)))).toEqual(figures)
  }
  const stored = JSON.parse(JSON.stringify(figuresOf(years)))
  for (const changed of [
    { ...stored, definition: 'v2' },
    { ...stored, children: ['A1'] },
    { ...stored, quarters: [{ ...stored.quarters[0], quarter: '2024-Q5' }] },
    { ...stored, quarters: [{ ...stored.quarters[0], measures: {} }] },
    { ...stored, coding: { ...stored.coding, child: -1 } },
  ]) {
    expect(figuresSchema.safeParse(changed).success).toBe(false)
  }
})

test('Without any file there is nothing, and nothing is made up', () => {
  expect(figuresOf([])).toMatchObject({ quarters: [], years: [], flags: null, coding: null })
})

test('No figure holds who a child is', () => {
  expect(
    JSON.stringify(figuresOf([...years, flags([['A1', '2024-04-02', 'yes']], '2023-04-01..2025-03-31')])),
  ).not.toMatch(/"(A1|B2)"/)
})
