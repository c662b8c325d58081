import { createReadStream, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { figuresV1 } from '../definition/figures.ts'
import type { QuarterFigures } from '../definition/measure.ts'
import { stack } from '../definition/stack.ts'
import { readCin } from '../readers/cin/index.ts'
import {
  type AnnexExtract,
  type ChildDay,
  type CinExtract,
  dayOf,
  type Extract,
  type Span,
} from '../readers/extract.ts'
import { checksSchema } from './check.ts'
import { authorityCodeOf, checksOf } from './checks-of.ts'
import { publishedOf } from './fixtures.ts'
import type { Published } from './published.ts'
import { reasonWords } from './reasons.ts'

const example = join(import.meta.dirname, '../worked-example')
const day = (iso: string) => {
  const found = dayOf(iso)
  if (found === null) throw new Error(`${iso} is no day`)
  return found
}
const span = (first: string, last: string): Span => ({ from: day(first), to: day(last) + 1 })

type File = { readonly name: string; readonly extract: Extract; readonly span: Span | null }

const checksFrom = (files: readonly File[], published: Published = new Map()) => {
  const stacked = stack(files)
  return checksOf({ figures: figuresV1(stacked), stack: stacked, files, published })
}

describe('The worked example', () => {
  const files: File[] = []
  beforeAll(async () => {
    for (const name of ['cin-2024.xml', 'cin-2025.xml']) {
      const read = await readCin(name, createReadStream(join(example, name)))
      if ('refused' in read) throw new Error(read.refused)
      files.push({ name, extract: read.extract, span: null })
    }
  })
  const expected: QuarterFigures = JSON.parse(readFileSync(join(example, 'expected.json'), 'utf8'))
  const yearOf = (measure: 'referrals' | 're_referrals_12_months' | 'referrals_no_further_action' | 'cp_plan_starts') =>
    ([1, 2, 3, 4] as const).reduce((sum, quarter) => sum + (expected[`2024-Q${quarter}`]?.[measure]?.[0] ?? 0), 0)
  /** Of the file itself, by its text: plans of the year with another before them. */
  const repeats = () =>
    [
      ...readFileSync(join(example, 'cin-2025.xml'), 'utf8').matchAll(
        /<CPPstartDate>(.*?)<\/CPPstartDate>(?:(?!<\/ChildProtectionPlans>).)*<NumberOfPreviousCPP>(\d+)</g,
      ),
    ].filter(([, started = '', previous]) => started >= '2024-04-01' && started < '2025-04-01' && previous !== '0')
      .length

  it('agrees with published figures that are its own, the latest year first', () => {
    const published = publishedOf({
      2025: {
        referral_count: yearOf('referrals'),
        rereferral_count: yearOf('re_referrals_12_months'),
        no_further_action_count: yearOf('referrals_no_further_action'),
        CPP_start: yearOf('cp_plan_starts'),
        CPP_subsequent: repeats(),
      },
    })
    const checks = checksFrom(files, published)
    const of2025 = checks.filter(({ year }) => year === 2025)
    expect(of2025.slice(0, 5).map(({ key, within, perCent, ours }) => [key, within, perCent, ours])).toEqual([
      ['referrals', 'agrees', 0, yearOf('referrals')],
      ['re_referrals', 'agrees', 0, yearOf('re_referrals_12_months')],
      ['no_further_action', 'agrees', 0, yearOf('referrals_no_further_action')],
      ['plan_starts', 'agrees', 0, yearOf('cp_plan_starts')],
      ['repeat_plans', 'agrees', 0, repeats()],
    ])
    expect(yearOf('referrals')).toBeGreaterThan(150)
    expect(repeats()).toBeGreaterThan(0)
    expect(checks.map(({ year }) => year).filter((year, place, all) => year !== all[place - 1])).toEqual([2025, 2024])
    expect(checks.find(({ key, year }) => key === 'year' && year === 2024)?.reasons[0]).toMatch(
      /for 2023-24 have not been/,
    )
    expect(checksSchema.parse(JSON.parse(JSON.stringify(checks)))).toEqual(checks)
  })

  it('cannot compare re-referrals of its first year, and says which file is missing', () => {
    const checks = checksFrom(files, publishedOf({ 2024: { rereferral_count: 10, referral_count: 190 } }))
    const found = checks.find(({ key, year }) => key === 're_referrals' && year === 2024)
    expect(found).toMatchObject({ within: 'cannot be compared', ours: null })
    expect(found?.reasons[0]).toMatch(/These cannot be computed: April 2023 to June 2023/)
  })

  it('is outside where the same return is held against other figures', () => {
    const checks = checksFrom(files, publishedOf({ 2025: { referral_count: 2 * yearOf('referrals') } }))
    expect(checks.find(({ key }) => key === 'referrals')).toMatchObject({ within: 'outside', perCent: -50 })
  })
})

const cin = (more: Partial<CinExtract> = {}): File => ({
  name: 'cin.xml',
  span: null,
  extract: {
    kind: 'cin',
    year: 2025,
    referenceDate: day('2025-03-31'),
    authority: '901',
    writtenAt: null,
    children: [],
    episodes: [],
    ...more,
  },
})
const episode = (child: string, referred: string, plans: readonly (readonly [string, number | null])[] = []) => ({
  child,
  referred: day(referred),
  nfa: false,
  assessments: [],
  plans: plans.map(([started, previous]) => ({ started: day(started), previous })),
})
const childDays = (count: number, on: string): ChildDay[] =>
  Array.from({ length: count }, (_, place) => ({ child: `C${place}`, on: day(on) }))

describe('Whose files they are', () => {
  it('is said by the census', () => {
    expect(authorityCodeOf(stack([cin()]))).toBe('901')
  })

  it('without it, or with two, nothing is looked up, and the reason is said', () => {
    const published = publishedOf({ 2025: { referral_count: 0 } })
    const [none, two] = [[cin({ authority: null })], [cin(), cin({ authority: '902' })]]
    expect(checksFrom(none, published)).toMatchObject([{ key: 'authority', within: 'cannot be compared' }])
    expect(checksFrom(two, published)).toMatchObject([
      { key: 'authority', reasons: [expect.stringMatching(/901, 902/)] },
    ])
  })

  it('without a census there is nothing to check', () => {
    expect(checksFrom([])).toEqual([])
  })
})

describe('A borough’s own year', () => {
  it('of which only a part is covered is not held against a whole one', () => {
    const half = cin({ referenceDate: day('2024-09-30'), episodes: [episode('C1', '2024-05-01')] })
    const found = checksFrom([half], publishedOf({ 2025: { referral_count: 1, CPP_subsequent: 0 } }))
    for (const key of ['referrals', 'repeat_plans'])
      expect(found.find((check) => check.key === key)).toMatchObject({ within: 'cannot be compared', ours: null })
  })

  it('has no repeat plans where none says how many were before, and none where there are no plans', () => {
    const published = publishedOf({ 2025: { CPP_subsequent: 'c', CPP_start: 'c' } })
    const of = (...episodes: ReturnType<typeof episode>[]) =>
      checksFrom([cin({ episodes })], published).find(({ key }) => key === 'repeat_plans')
    expect(of(episode('C1', '2024-05-01', [['2024-06-01', null]]))).toMatchObject({ ours: null })
    expect(of(episode('C1', '2024-05-01', [['2024-06-01', 0]]))).toMatchObject({ ours: 0, within: 'outside' })
    expect(of(episode('C1', '2024-05-01', [['2024-06-01', 2]]))).toMatchObject({ ours: 1, within: 'agrees' })
    // Of the year before.
    expect(of(episode('C1', '2024-03-01', [['2024-03-31', 2]]))).toMatchObject({ ours: 0 })
    expect(of(episode('C1', '2024-05-01'))).toMatchObject({ ours: 0 })
  })
})

describe('Annex A', () => {
  const annex = (more: Partial<AnnexExtract>, covers: Span | null = span('2024-10-01', '2025-06-30')): File => ({
    name: 'annex.xlsx',
    span: covers,
    extract: {
      kind: 'annex-a',
      careStarts: null,
      referrals: null,
      planStarts: null,
      unaccompanied: [],
      dates: null,
      ...more,
    },
  })
  const census = cin({
    episodes: [
      ...Array.from({ length: 100 }, (_, place) => episode(`C${place}`, '2024-11-01', [['2024-11-15', 0]])),
      // The same child again, and days before Annex A begins.
      episode('C0', '2025-01-10'),
      ...Array.from({ length: 50 }, (_, place) => episode(`D${place}`, '2024-09-30')),
    ],
  })
  const of = (key: string, ...files: File[]) => checksFrom(files).find((check) => check.key === key)

  it('is held against the census in the months that both cover, child by child', () => {
    const found = of(
      'annex_referrals',
      census,
      annex({ referrals: [...childDays(96, '2024-11-01'), ...childDays(400, '2025-05-01')] }),
    )
    expect(found).toMatchObject({
      name: 'Children referred: Annex A list 3 against the children in need return, October 2024 to March 2025',
      ours: 96,
      theirs: { kind: 'number', value: 100 },
      within: 'agrees',
    })
    expect(of('annex_plan_starts', census, annex({ planStarts: childDays(80, '2024-11-15') }))).toMatchObject({
      ours: 80,
      theirs: { value: 100 },
      within: 'outside',
      perCent: -20,
    })
  })

  it('list 8 is held against the SSDA903 return', () => {
    const starts = childDays(20, '2024-12-01')
    const returned: File = {
      name: 'episodes.csv',
      span: span('2024-04-01', '2025-03-31'),
      extract: { kind: 'ssda903', starts, unaccompanied: [], dates: null },
    }
    const found = of('annex_care_starts', census, returned, annex({ careStarts: childDays(30, '2024-12-01') }))
    expect(found).toMatchObject({ ours: 30, theirs: { value: 20 }, within: 'outside', perCent: 50 })
    expect(found?.reasons).toContain(reasonWords['late-entry'])
  })

  it('a list that it does not hold is not checked, and an empty one is', () => {
    expect(of('annex_referrals', census, annex({}))).toBeUndefined()
    expect(of('annex_care_starts', census, annex({ careStarts: [] }))).toBeUndefined()
    expect(of('annex_referrals', census, annex({ referrals: [] }))).toMatchObject({ ours: 0, within: 'outside' })
  })

  it('of other months cannot be compared', () => {
    const other = annex({ referrals: childDays(5, '2025-05-01') }, span('2025-04-01', '2025-09-30'))
    expect(of('annex_referrals', census, other)).toMatchObject({ within: 'cannot be compared', ours: null })
  })

  it('of which nobody said the days covers those that stand in it', () => {
    const rows = { referrals: childDays(100, '2024-11-01'), dates: span('2024-11-01', '2024-11-30') }
    expect(of('annex_referrals', census, annex(rows, null))).toMatchObject({ ours: 100, theirs: { value: 100 } })
  })
})

describe('The table of domestic abuse at referral', () => {
  const flags = (matching: number, other: number, on = '2024-11-01'): File => ({
    name: 'flags.csv',
    span: span('2024-04-01', '2025-03-31'),
    extract: {
      kind: 'referral-flags',
      dates: null,
      flags: Array.from({ length: matching + other }, (_, place) => ({
        child: place < matching ? `C${place}` : `X${place}`,
        on: day(on),
        abuse: 'yes' as const,
        line: place + 2,
      })),
    },
  })
  const census = cin({ episodes: Array.from({ length: 100 }, (_, place) => episode(`C${place}`, '2024-11-02')) })
  const of = (...files: File[]) => checksFrom(files).find(({ key }) => key === 'flags')

  it('belongs to referrals of the census in 95 of 100 rows, to the last row', () => {
    expect(of(census, flags(95, 5))).toMatchObject({ within: 'agrees', ours: 95, theirs: { low: 95, high: 100 } })
    expect(of(census, flags(94, 6))).toMatchObject({
      within: 'outside',
      ours: 94,
      reasons: [reasonWords['flag-ids'], reasonWords['flag-at-contact']],
    })
  })

  it('of days without a census cannot be compared, and without a table there is no check', () => {
    expect(of(census, flags(3, 0, '2023-05-01'))).toMatchObject({ within: 'cannot be compared' })
    expect(of(census)).toBeUndefined()
  })
})
