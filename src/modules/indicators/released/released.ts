import type { LocalDate } from '#platform/dates.ts'
import { roundCount } from '#platform/disclosure/index.ts'
import { type Interval, wilson } from '#platform/statistics/index.ts'
import { type ReleasedMeasure, releasedMeasures } from '../definition/measure.ts'
import { whatItNeeds } from '../definition/needs.ts'

/** One cell of what a borough has released last: twelve months up to, and not with, the day `ends`. */
export type ReleasedCell = {
  readonly measure: ReleasedMeasure
  readonly ends: LocalDate
  readonly status: 'shown' | 'withheld' | 'not computable' | 'not collected'
  /** Null unless shown. */
  readonly events: number | null
  readonly mature: boolean
}

/** The latest release of one borough. */
export type BoroughRelease = {
  readonly borough: { readonly id: string; readonly name: string }
  readonly releasedAt: Date
  readonly highestWithheld: number
  readonly coversFrom: LocalDate
  readonly coversTo: LocalDate
  /** The first day on which it was no member any more; null while it is one. */
  readonly leftAt: LocalDate | null
  readonly cells: readonly ReleasedCell[]
}

/** The definition set by which every release is made. The table of versions takes no other. */
export const definitionSet = 'v1'

/** The partnership's four indicators and re-referral. */
export const keyFigures = [
  'a_new_dv_at_referral',
  'b_new_dv_after_assessment',
  'c_new_cp_plan_dv',
  'd_taken_into_care_dv',
  're_referrals_12_months',
] as const satisfies readonly ReleasedMeasure[]
export type KeyFigure = (typeof keyFigures)[number]

const released = new Set<string>(releasedMeasures)
const isReleased = (name: string): name is ReleasedMeasure => released.has(name)

/** A measure by its name in the database. Null: another version of the program released it, and this one has no words for it. */
export const namedMeasure = (name: string): ReleasedMeasure | null => (isReleased(name) ? name : null)

/** A number, or the word for why there is none. 'not released': no borough releases this measure at all. */
export type Outcome =
  | { readonly kind: 'number'; readonly value: number; readonly atLeast?: boolean }
  | { readonly kind: Exclude<ReleasedCell['status'], 'shown'> | 'not released' | 'does not apply' }

/** A number of a release with what it is counted among. */
export type ReleasedFigure = {
  readonly measure: ReleasedMeasure
  readonly ends: LocalDate
  readonly events: Outcome
  readonly base: Outcome
  /** Null: not both are numbers, or the number is no part of its base. */
  readonly share: (Interval & { readonly value: number }) | null
  readonly unknown: Outcome
  /** Not final: a later file may still add to it. Null: there is nothing to be final. */
  readonly maturing: boolean | null
}

/** The days up to which twelve months were released, the earliest first. */
export const windowsOf = ({ cells }: Pick<BoroughRelease, 'cells'>): LocalDate[] =>
  [...new Set(cells.map(({ ends }) => ends))].toSorted()

const cellIn = ({ cells }: Pick<BoroughRelease, 'cells'>, measure: ReleasedMeasure, ends: LocalDate) =>
  cells.find((cell) => cell.measure === measure && cell.ends === ends)

/** One measure of one window. What the release does not hold is not computable. */
export const outcomeIn = (
  release: Pick<BoroughRelease, 'cells'>,
  measure: ReleasedMeasure,
  ends: LocalDate,
): Outcome => {
  const cell = cellIn(release, measure, ends)
  if (cell === undefined) return { kind: 'not computable' }
  if (cell.status === 'shown' && cell.events !== null) return { kind: 'number', value: cell.events }
  return { kind: cell.status === 'shown' ? 'not computable' : cell.status }
}

// As in a sum by hand: what is withheld says most, then what nobody collects.
const worst = ['withheld', 'not collected', 'not computable'] as const

/** What is not known of a measure, as far as any of it is released: a sum of released numbers only, and at least so many where parts never leave. */
const unknownIn = (release: BoroughRelease, measure: ReleasedMeasure, ends: LocalDate): Outcome => {
  const parts = whatItNeeds[measure].unknown
  if (parts.length === 0) return { kind: 'does not apply' }
  const outcomes = parts.filter(isReleased).map((name) => outcomeIn(release, name, ends))
  if (outcomes.length === 0) return { kind: 'not released' }
  const missing = worst.find((kind) => outcomes.some((each) => each.kind === kind))
  if (missing !== undefined) return { kind: missing }
  const value = outcomes.reduce((sum, each) => sum + (each.kind === 'number' ? each.value : 0), 0)
  return { kind: 'number', value, ...(outcomes.length < parts.length && { atLeast: true }) }
}

const shareOf = (events: Outcome, base: Outcome): ReleasedFigure['share'] => {
  if (events.kind !== 'number' || base.kind !== 'number' || base.value === 0 || events.value > base.value) return null
  const interval = wilson(events.value, base.value)
  return interval && { ...interval, value: events.value / base.value }
}

/** A figure of one window with base, share, and what is not known: each a number only where it was released as one. */
export const figureIn = (release: BoroughRelease, measure: ReleasedMeasure, ends: LocalDate): ReleasedFigure => {
  const events = outcomeIn(release, measure, ends)
  const { base: name } = whatItNeeds[measure]
  const none: Outcome = { kind: name === null ? 'does not apply' : 'not released' }
  const base = name !== null && isReleased(name) ? outcomeIn(release, name, ends) : none
  const cell = cellIn(release, measure, ends)
  const counted = events.kind === 'number' || events.kind === 'withheld'
  return {
    measure,
    ends,
    events,
    base,
    share: shareOf(events, base),
    unknown: unknownIn(release, measure, ends),
    maturing: counted && cell !== undefined ? !cell.mature : null,
  }
}

/** A sum over boroughs to the nearest 10, or why there is none. */
export type Total =
  | { readonly kind: 'sum'; readonly rounded: number; readonly maturing: boolean }
  | { readonly kind: 'none'; readonly because: 'withheld' | 'not collected' | 'not computable' }

/** All boroughs together in the latest twelve months that each of them has released; null where there is no such window, or fewer than two boroughs. */
export const totalsOf = (
  releases: readonly BoroughRelease[],
): { readonly ends: LocalDate; readonly of: (measure: ReleasedMeasure) => Total } | null => {
  const [first, ...others] = releases
  if (first === undefined || others.length === 0) return null
  const ends = windowsOf(first).findLast((each) => others.every((other) => windowsOf(other).includes(each)))
  if (ends === undefined) return null
  return { ends, of: (measure) => totalOf(releases, measure, ends) }
}

const totalOf = (releases: readonly BoroughRelease[], measure: ReleasedMeasure, ends: LocalDate): Total => {
  const outcomes = releases.map((release) => outcomeIn(release, measure, ends))
  const because = worst.find((kind) => outcomes.some((each) => each.kind === kind))
  if (because !== undefined) return { kind: 'none', because }
  const sum = outcomes.reduce((all, each) => all + (each.kind === 'number' ? each.value : 0), 0)
  const maturing = releases.some((release) => cellIn(release, measure, ends)?.mature === false)
  return { kind: 'sum', rounded: roundCount(sum, 10), maturing }
}
