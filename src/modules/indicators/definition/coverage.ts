import { formatDate, formatPeriod, localDate } from '#platform/dates.ts'
import { type Day, dateOfDay, dayOf, type Span } from '../readers/extract.ts'
import { coversAny, coversWhole, holder } from './covered.ts'
import type { FurtherMeasure, Measure, QuarterName } from './measure.ts'
import { whatItNeeds } from './needs.ts'
import { censusYearOf, type Quarter, quarterName, quarterOf, spanOfQuarter, spanWords, yearEarlier } from './quarter.ts'
import type { Covered, Stack } from './stack.ts'

/** Where a figure comes from. Care starts come from the SSDA903 return, or from list 8 of Annex A where there is none. */
export type Source = 'cin' | 'care' | 'referral-flags'

/** Why a measure of a quarter is no number. */
export type Why =
  /** No file of this kind covers any of the quarter. */
  | { readonly reason: 'no-file'; readonly source: Source }
  /** Files cover some of the quarter, and a part of a quarter is no quarter. */
  | { readonly reason: 'partly-covered'; readonly source: Source }
  /** Definition v1 looks back a year, and the files do not cover all of it. Days as text, both counted. */
  | { readonly reason: 'year-before'; readonly from: string; readonly to: string }
  /** No file says of any child that it is unaccompanied: whether there was none is not known. */
  | { readonly reason: 'unaccompanied-not-said' }
  /** Of twelve months: these quarters are not computable. */
  | { readonly reason: 'quarters'; readonly quarters: readonly QuarterName[] }

/** `matureFrom`: the day that the census must have reached so that nothing belonging to the quarter is still to come; null: the quarter is enough. */
export type Maturity = { readonly mature: boolean; readonly matureFrom: string | null }

export type Coverage =
  | { readonly computable: true; readonly maturity: Maturity }
  | { readonly computable: false; readonly why: Why }

/** The quarters that files cover, from the first to the last, whether wholly or not; null where they cover nothing. */
export const quartersCovered = (covered: Covered): { first: Quarter; last: Quarter } | null => {
  const spans = [...covered.cin, ...covered.ssda903, ...covered.annexA, ...covered.flags]
  if (spans.length === 0) return null
  const first = Math.min(...spans.map(({ from }) => quarterOf(from)))
  return { first, last: Math.max(...spans.map(({ to }) => quarterOf(to - 1))) }
}

/** Which file says who was taken into care in a quarter; null: none covers all of it. */
export const careSourceOf = (covered: Covered, quarter: Quarter): 'ssda903' | 'annex-a' | null => {
  const period = spanOfQuarter(quarter)
  if (coversWhole(covered.ssda903, period)) return 'ssda903'
  return coversWhole(covered.annexA, period) ? 'annex-a' : null
}

const spansOf = (covered: Covered, source: Source): readonly (readonly Span[])[] => {
  if (source === 'cin') return [covered.cin]
  return source === 'care' ? [covered.ssda903, covered.annexA] : [covered.flags]
}

const gapOf = (covered: Covered, source: Source, period: Span): Why | null => {
  const kinds = spansOf(covered, source)
  if (kinds.some((spans) => coversWhole(spans, period))) return null
  const reason = kinds.some((spans) => coversAny(spans, period)) ? 'partly-covered' : 'no-file'
  return { reason, source }
}

/** The quarter with the year before it: of the first day the same day a year earlier, which no window of days goes behind. */
const withYearBefore = ({ from, to }: Span): Span => ({ from: yearEarlier(from), to })

const maturityOf = ({ cin }: Covered, period: Span, days: number): Maturity => {
  if (days === 0) return { mature: true, matureFrom: null }
  const needed: Day = period.to - 1 + days
  // Only what follows without a gap counts: a later file says nothing of the weeks between.
  const reached = (holder(cin, period)?.to ?? period.from) - 1
  return { mature: reached >= needed, matureFrom: dateOfDay(needed) }
}

/** Whether a measure can be computed of a quarter, and whether anything that belongs to it is still to come. */
export const coverageOf = (
  { covered, unaccompaniedSaid }: { covered: Covered; unaccompaniedSaid: boolean },
  measure: Measure | FurtherMeasure,
  quarter: Quarter,
): Coverage => {
  const { sources, yearBefore, saysUnaccompanied, matures } = whatItNeeds[measure]
  const period = spanOfQuarter(quarter)
  for (const source of sources) {
    const why = gapOf(covered, source, period)
    if (why !== null) return { computable: false, why }
  }
  const wide = withYearBefore(period)
  if (yearBefore && !coversWhole(covered.cin, wide)) {
    const why = { reason: 'year-before', from: dateOfDay(wide.from), to: dateOfDay(period.from - 1) } as const
    return { computable: false, why }
  }
  if (saysUnaccompanied && !unaccompaniedSaid) return { computable: false, why: { reason: 'unaccompanied-not-said' } }
  return { computable: true, maturity: maturityOf(covered, period, matures) }
}

/** The same of the twelve months that end with a quarter: of four quarters, each of which can be computed. */
export const coverageOfYear = (
  given: { covered: Covered; unaccompaniedSaid: boolean },
  measure: Measure | FurtherMeasure,
  last: Quarter,
): Coverage => {
  const quarters = [last - 3, last - 2, last - 1, last].map((quarter) => ({
    quarter,
    coverage: coverageOf(given, measure, quarter),
  }))
  const missing = quarters.filter(({ coverage }) => !coverage.computable)
  const end = quarters.at(-1)?.coverage
  if (missing.length === 0 && end?.computable) return end
  return {
    computable: false,
    why: { reason: 'quarters', quarters: missing.map(({ quarter }) => quarterName(quarter)) },
  }
}

/** Whether any file says of any child that it is unaccompanied. */
export const isUnaccompaniedSaid = ({ children }: Pick<Stack, 'children'>): boolean =>
  [...children.values()].some(({ unaccompanied }) => unaccompanied)

const sourceWords: Readonly<Record<Source, string>> = {
  cin: 'children in need census',
  care: 'SSDA903 return or Annex A list 8',
  'referral-flags': 'file of referral flags',
}

/** 'that of 2022-23, so that 1 July 2022 to 30 June 2023 is covered': the year that analysts call the file by, and the days. */
const yearBeforeWords = ({ from, to }: { readonly from: string; readonly to: string }): string => {
  const days = `so that ${formatDate(localDate(from))} to ${formatDate(localDate(to))} is covered`
  const first = dayOf(from)
  return first === null ? days : `that of ${financialYear(censusYearOf(first))}, ${days}`
}

const financialYear = (censusYear: number): string => `${censusYear - 1}-${String(censusYear % 100).padStart(2, '0')}`

/** 'January 2024 to March 2024' */
const monthsOf = (name: QuarterName): string => {
  const { from, to } = spanOfQuarter(Number(name.slice(0, -3)) * 4 + Number(name.slice(-1)) - 1)
  return formatPeriod({ starts: localDate(dateOfDay(from)), ends: localDate(dateOfDay(to)) })
}

/** Why a figure is none, as a sentence that says what to do. */
export const whyWords = (why: Why): string => {
  switch (why.reason) {
    case 'no-file':
      return `No ${sourceWords[why.source]} covers this quarter. Add the file that does, and say which days it covers.`
    case 'partly-covered':
      return `The ${sourceWords[why.source]} covers only a part of this quarter. Add a file that reaches its end.`
    case 'year-before':
      return `The children in need census of the year before is needed as well, ${yearBeforeWords(why)}. Add that file.`
    case 'unaccompanied-not-said':
      return 'No file says which children are unaccompanied asylum-seeking children. Add the UASC file of the SSDA903 return.'
    case 'quarters':
      return `Four whole quarters are needed. These cannot be computed: ${why.quarters.map(monthsOf).join('; ')}.`
  }
}

/** Covered days in words, for a log: '2023-04-01 to 2025-03-31', or 'no days'. */
export const coveredWords = (spans: readonly Span[]): string =>
  spans.length === 0 ? 'no days' : spans.map(spanWords).join(', ')
