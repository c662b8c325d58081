import { type LocalDate, monthsBetween, type Period } from '#platform/dates.ts'
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

/** One indicator of one return. `events` is null where the borough does not collect it, which is not zero, or where it is withheld from this reader. */
export type ReturnLine = {
  readonly boroughId: string
  readonly borough: string
  readonly starts: LocalDate
  readonly ends: LocalDate
  readonly indicator: Indicator
  readonly events: number | null
  /** 1 to 5 children, who could be recognised outside their borough. */
  readonly withheld: boolean
}

/** What a cell may say: a number, that it is not collected, that it is withheld, or that no return said anything. */
export type IndicatorCell =
  | { readonly kind: 'count'; readonly n: number }
  | { readonly kind: 'not-collected' | 'withheld' | 'missing' }

/** Of how many new cases a count is a share; why it is none where they were not all counted, or where it is larger than they are. */
export type Base =
  | { readonly kind: 'counted'; readonly of: number; readonly interval: Interval | null }
  | { readonly kind: 'not-available' | 'exceeded' }

/** A count beside all new cases of its return. Null: there is no count to take a share of. */
export type ShareCell = { readonly cell: IndicatorCell; readonly base: Base | null }

/** A borough's change data in a period, as a line of the table. */
export type ReturnSummary = {
  readonly boroughId: string
  readonly borough: string
  readonly starts: LocalDate
  readonly ends: LocalDate
  readonly atReferral: IndicatorCell
  readonly afterAssessment: IndicatorCell
  /** All new cases that were counted; `partial` where one of the two ways of identifying was not. Null: neither was, or one is withheld. */
  readonly cases: { readonly n: number; readonly partial: boolean } | null
  readonly plans: ShareCell
  readonly care: ShareCell
}

const cellOf = (lines: readonly ReturnLine[], indicator: Indicator): IndicatorCell => {
  const line = lines.find((each) => each.indicator === indicator)
  if (!line) return { kind: 'missing' }
  if (line.withheld) return { kind: 'withheld' }
  return line.events === null ? { kind: 'not-collected' } : { kind: 'count', n: line.events }
}

const casesOf = (parts: readonly IndicatorCell[]): ReturnSummary['cases'] => {
  // The sum beside its other part would tell what was withheld.
  if (parts.some(({ kind }) => kind === 'withheld')) return null
  const counted = parts.flatMap((part) => (part.kind === 'count' ? [part.n] : []))
  if (counted.length === 0) return null
  return { n: counted.reduce((sum, n) => sum + n, 0), partial: counted.length < parts.length }
}

const baseOf = (n: number, cases: ReturnSummary['cases']): Base => {
  // Half of a base would make a share look larger than it is.
  if (cases === null || cases.partial || cases.n === 0) return { kind: 'not-available' }
  // More plans than new cases is possible: a plan may follow an older case.
  if (n > cases.n) return { kind: 'exceeded' }
  return { kind: 'counted', of: cases.n, interval: wilson(n, cases.n) }
}

const shareOf = (cell: IndicatorCell, cases: ReturnSummary['cases']): ShareCell => ({
  cell,
  base: cell.kind === 'count' ? baseOf(cell.n, cases) : null,
})

/** One line a borough and period, in the order in which they come. Boroughs are not ranked: each is compared with itself. */
export const summaries = (lines: readonly ReturnLine[]): ReturnSummary[] =>
  [...Map.groupBy(lines, ({ boroughId, starts, ends }) => `${boroughId} ${starts} ${ends}`).values()].flatMap((own) => {
    const [first] = own
    if (!first) return []
    const { boroughId, borough, starts, ends } = first
    const atReferral = cellOf(own, 'identified at referral')
    const afterAssessment = cellOf(own, 'identified after assessment')
    const cases = casesOf([atReferral, afterAssessment])
    const plans = shareOf(cellOf(own, 'child protection plan'), cases)
    const care = shareOf(cellOf(own, 'taken into care'), cases)
    return [{ boroughId, borough, starts, ends, atReferral, afterAssessment, cases, plans, care }]
  })

/** The four cells of a return, in the order of the indicators. */
export const cellsOf = ({ atReferral, afterAssessment, plans, care }: ReturnSummary): IndicatorCell[] => [
  atReferral,
  afterAssessment,
  plans.cell,
  care.cell,
]

/** A count in an average month of its return, so that returns of twelve and of three months can stand side by side. */
export const aMonth = (n: number, { starts, ends }: Pick<ReturnSummary, 'starts' | 'ends'>): number =>
  n / monthsBetween(starts, ends)

/** Whether a return belongs to a term: it does to the one in which its period ends. */
export const endsIn = ({ ends }: Pick<ReturnLine, 'ends'>, term: Period): boolean =>
  ends > term.starts && (term.ends === null || ends <= term.ends)

/** What comes next for a line, among all lines of its borough: what is not collected asks once, at the latest return. */
export const nextStep = (
  line: Pick<ReturnLine, 'indicator' | 'ends' | 'events'>,
  all: readonly Pick<ReturnLine, 'indicator' | 'ends'>[],
): { text: string; due: boolean } => {
  const later = all.some(({ indicator, ends }) => indicator === line.indicator && ends > line.ends)
  return line.events === null && !later
    ? { text: 'Agree from when it can be collected', due: true }
    : { text: 'Nothing due', due: false }
}

/** So many returns are needed before anything is said of a direction, and before it is more than a trial (product/indicators.md). */
export const enough = { forTrial: 6, forDirection: 12 } as const

/** What may be said of the direction of so many returns; null where nothing holds it back. */
export const directionWords = (returns: number): string | null => {
  if (returns >= enough.forDirection) return null
  const soFar = returns === 1 ? '1 return so far' : `${returns} returns so far`
  return returns < enough.forTrial
    ? `${soFar}: too few to speak of a direction`
    : `${soFar}: until there are ${enough.forDirection}, any direction is on trial`
}
