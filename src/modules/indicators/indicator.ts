import type { LocalDate } from '#platform/dates.ts'
import { type Interval, wilson } from '#platform/statistics/index.ts'

/** The partnership's four indicators, in the order of its table. */
export const indicators = [
  'identified at referral',
  'identified after assessment',
  'child protection plan',
  'taken into care',
] as const
export type Indicator = (typeof indicators)[number]

export const indicatorNames: Readonly<Record<Indicator, string>> = {
  'identified at referral': 'New cases in which domestic abuse was identified at referral',
  'identified after assessment': 'New cases in which it was identified after assessment',
  'child protection plan': 'New child protection plans in which it was a factor',
  'taken into care': 'Children taken into care where it was a factor',
}

/** One indicator of one return. `events` is null where the borough does not collect it, which is not zero. */
export type ReturnLine = {
  readonly borough: string
  readonly starts: LocalDate
  readonly ends: LocalDate
  readonly indicator: Indicator
  readonly events: number | null
}

/** What a cell may say: a number, that it is not collected, or that no return said anything. */
export type IndicatorCell =
  | { readonly kind: 'count'; readonly n: number }
  | { readonly kind: 'not-collected' | 'missing' }

/** A part of all new cases, with its 95% interval where it is a share. */
export type ShareCell = IndicatorCell & { readonly of: number | null; readonly interval: Interval | null }

/** A borough's change data in a period, as a line of the table. */
export type ReturnSummary = {
  readonly borough: string
  readonly starts: LocalDate
  readonly ends: LocalDate
  readonly atReferral: IndicatorCell
  readonly afterAssessment: IndicatorCell
  /** All new cases that were counted; `partial` where one of the two ways of identifying was not. Null: neither was. */
  readonly cases: { readonly n: number; readonly partial: boolean } | null
  readonly plans: ShareCell
  readonly care: ShareCell
}

const cellOf = (lines: readonly ReturnLine[], indicator: Indicator): IndicatorCell => {
  const line = lines.find((each) => each.indicator === indicator)
  if (!line) return { kind: 'missing' }
  return line.events === null ? { kind: 'not-collected' } : { kind: 'count', n: line.events }
}

const casesOf = (parts: readonly IndicatorCell[]): ReturnSummary['cases'] => {
  const counted = parts.flatMap((part) => (part.kind === 'count' ? [part.n] : []))
  if (counted.length === 0) return null
  return { n: counted.reduce((sum, n) => sum + n, 0), partial: counted.length < parts.length }
}

const shareOf = (cell: IndicatorCell, cases: ReturnSummary['cases']): ShareCell => {
  // More plans than new cases is possible (a plan may follow an older case): then it is no share of them.
  const of = cell.kind === 'count' && cases !== null && cell.n <= cases.n ? cases.n : null
  return { ...cell, of, interval: cell.kind === 'count' && of !== null ? wilson(cell.n, of) : null }
}

/** One line a borough and period, in the order in which they come. Boroughs are not ranked: each is compared with itself. */
export const summaries = (lines: readonly ReturnLine[]): ReturnSummary[] => {
  const keys = [...new Set(lines.map(({ borough, starts, ends }) => JSON.stringify([borough, starts, ends])))]
  return keys.flatMap((key) => {
    const own = lines.filter(({ borough, starts, ends }) => JSON.stringify([borough, starts, ends]) === key)
    const [first] = own
    if (!first) return []
    const atReferral = cellOf(own, 'identified at referral')
    const afterAssessment = cellOf(own, 'identified after assessment')
    const cases = casesOf([atReferral, afterAssessment])
    return [
      {
        borough: first.borough,
        starts: first.starts,
        ends: first.ends,
        atReferral,
        afterAssessment,
        cases,
        plans: shareOf(cellOf(own, 'child protection plan'), cases),
        care: shareOf(cellOf(own, 'taken into care'), cases),
      },
    ]
  })
}

/** What comes next for a line of a return. */
export const nextStep = ({ events }: Pick<ReturnLine, 'events'>): { text: string; due: boolean } =>
  events === null ? { text: 'Agree from when it can be collected', due: true } : { text: 'Nothing due', due: false }
