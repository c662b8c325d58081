import { type Interval, wilson } from '#platform/statistics/index.ts'
import { type Why, whyWords } from '../definition/coverage.ts'
import type { Figure, Figures } from '../definition/figures-shape.ts'
import type { FurtherMeasure, Measure, QuarterName } from '../definition/measure.ts'
import { censusYearOf } from '../definition/quarter.ts'
import { dayOf } from '../readers/extract.ts'

/** The five figures of the partnership, in its order, and the cohort beside (b). The key is what the filter sends. */
export const shownMeasures = {
  a: 'a_new_dv_at_referral',
  b: 'b_new_dv_after_assessment',
  c: 'c_new_cp_plan_dv',
  d: 'd_taken_into_care_dv',
  're-referral': 're_referrals_12_months',
  'within-63-days': 'referrals_dv_within_63_days',
} as const satisfies Readonly<Record<string, Measure | FurtherMeasure>>
export type ShownKey = keyof typeof shownMeasures
export const shownKeys = Object.keys(shownMeasures) as ShownKey[] // the keys that it was made with

/** A figure of one quarter as it is printed: its share where there is a base that it is a part of. */
export type FigureLine = { readonly quarter: QuarterName; readonly figure: Figure; readonly share: Share | null }
export type Share = Interval & { readonly of: number; readonly value: number }

/** Of how many, and what share that is with its 95% interval. Null where nothing is counted, or the number is no part of its base. */
export const shareOf = (figure: Figure): Share | null => {
  if (figure.status === 'not-computable' || figure.base === null || figure.base === 0) return null
  // Flags of referrals that the census does not hold may be more than its referrals.
  if (figure.events > figure.base) return null
  const interval = wilson(figure.events, figure.base)
  return interval && { ...interval, of: figure.base, value: figure.events / figure.base }
}

/** A measure quarter by quarter, the latest first. */
export const linesOf = ({ quarters }: Pick<Figures, 'quarters'>, measure: Measure | FurtherMeasure): FigureLine[] =>
  quarters
    .map(({ quarter, measures }) => ({ quarter, figure: measures[measure], share: shareOf(measures[measure]) }))
    .toReversed()

// A census of another year is another file to add.
const keyOf = (why: Why): string => {
  if (why.reason !== 'year-before') return why.reason + ('source' in why ? why.source : '')
  return `${why.reason} ${censusYearOf(dayOf(why.from) ?? 0)}`
}

// Each quarter looks back into a year of its own: said once for a census, from the first of these days to the last.
const together = (a: Why | undefined, b: Why): Why =>
  a?.reason === 'year-before' && b.reason === 'year-before'
    ? { ...b, from: a.from < b.from ? a.from : b.from, to: a.to > b.to ? a.to : b.to }
    : b

/** Why quarters are no numbers, each reason once, with the quarters that it holds for in the order of `lines`. */
export const whysOf = (
  lines: readonly FigureLine[],
): { readonly words: string; readonly quarters: QuarterName[] }[] => {
  const found = new Map<string, { why: Why; quarters: QuarterName[] }>()
  for (const { quarter, figure } of lines) {
    if (figure.status === 'counted') continue
    const key = keyOf(figure.why)
    const known = found.get(key)
    found.set(key, { why: together(known?.why, figure.why), quarters: [...(known?.quarters ?? []), quarter] })
  }
  return [...found.values()].map(({ why, quarters }) => ({ words: whyWords(why), quarters }))
}
