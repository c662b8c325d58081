import type { Day } from '../readers/extract.ts'
import { type Count, type FurtherMeasure, furtherMeasures, type Measure, measures } from './measure.ts'
import { type Quarter, quarterOf } from './quarter.ts'

/** Counted so that each figure can say how much of it nobody knows; they are shown as the `unknown` of the measure that they belong to. */
export const unsaid = [
  /** Referrals of which it is not said whether there was further action. */
  'nfa_not_said',
  /** Referrals of the census that no row of the borough's flags belongs to. */
  'a_no_flag',
  /** Episodes of (b) whose referral is flagged neither Y nor N. */
  'b_flag_unknown',
  /** Re-referrals after no earlier episode with domestic abuse and at least one without any known factor. */
  're_referrals_dv_unknown',
  /** Referrals without an assessment with factors authorised within 63 days. */
  'referrals_within_63_days_unknown',
] as const
export type Unsaid = (typeof unsaid)[number]

export type Counted = Measure | FurtherMeasure | Unsaid

const all: readonly Counted[] = [...measures, ...furtherMeasures, ...unsaid]
// Every name stands in the list that the places are taken from.
const placeOf = Object.fromEntries(all.map((name, place) => [name, place])) as Record<Counted, number>

/** Counts of one period. Zero where nothing was added. */
export type Counts = Readonly<Record<Counted, Count>>

/**
 * What happened in a quarter, and who it concerns in the twelve months that end with it. Each child is counted once, which works because children are
 * added one after the other: the last one is remembered.
 */
type Row = {
  readonly events: Uint32Array
  readonly children: Uint32Array
  readonly last: Uint32Array
  readonly childrenOfYear: Uint32Array
  readonly lastOfYear: Uint32Array
  /** Of the events of the four quarters, those that are one and the same thing as another of them. */
  readonly twice: Uint32Array
  /** This quarter and the three after it: in whose twelve months it lies. */
  years: readonly Row[]
}

const emptyRow = (): Row => {
  const counts = (): Uint32Array => new Uint32Array(all.length)
  return {
    events: counts(),
    children: counts(),
    last: counts(),
    childrenOfYear: counts(),
    lastOfYear: counts(),
    twice: counts(),
    years: [],
  }
}

const countsFrom = (of: (place: number) => Count): Counts =>
  // The names are those of `all`, each once.
  Object.fromEntries(all.map((name, place): [Counted, Count] => [name, of(place)])) as Counts

/** Counts by quarter and by the twelve months (four quarters) that end with a quarter. */
export type Tally = {
  /** Begins the next child: all that is added until the next call concerns this one. */
  nextChild(): void
  /** One event on a day. */
  add(measure: Counted, on: Day): void
  /** One thing that happened on several days: counted once in each period that holds any of them. */
  addOnce(measure: Counted, days: readonly Day[]): void
  quarters(): ReadonlyMap<Quarter, Counts>
  /** By the quarter that the twelve months end with. */
  years(): ReadonlyMap<Quarter, Counts>
}

const four = [0, 1, 2, 3] as const

// A place of the list is a place of each of the arrays.
const at = (counts: Uint32Array | undefined, place: number): number => counts?.[place] ?? 0

const countChild = (children: Uint32Array, last: Uint32Array, place: number, child: number): void => {
  if (last[place] === child) return
  last[place] = child
  children[place] = at(children, place) + 1
}

const count = ({ events, children, last, years }: Row, place: number, child: number): void => {
  events[place] = at(events, place) + 1
  // Who was counted in the quarter has been counted in its years too.
  if (last[place] === child) return
  countChild(children, last, place, child)
  for (const { childrenOfYear, lastOfYear } of years) countChild(childrenOfYear, lastOfYear, place, child)
}

/** Rows by quarter, made when they are asked for. */
const newRows = () => {
  const rows = new Map<Quarter, Row>()
  const bare = (quarter: Quarter): Row => {
    const known = rows.get(quarter)
    if (known !== undefined) return known
    const made = emptyRow()
    rows.set(quarter, made)
    return made
  }
  const row = (quarter: Quarter): Row => {
    const found = bare(quarter)
    if (found.years.length === 0) found.years = four.map((more) => bare(quarter + more))
    return found
  }
  return { row, get: (quarter: Quarter) => rows.get(quarter), all: () => [...rows].sort(([a], [b]) => a - b) }
}

/** An empty tally. */
export const newTally = (): Tally => {
  const rows = newRows()
  let child = 0
  return {
    nextChild: () => {
      child += 1
    },
    add: (measure, on) => count(rows.row(quarterOf(on)), placeOf[measure], child),
    addOnce(measure, days) {
      const place = placeOf[measure]
      const met = new Set<Row>()
      for (const quarter of new Set(days.map(quarterOf))) {
        const row = rows.row(quarter)
        count(row, place, child)
        for (const year of row.years) {
          if (met.has(year)) year.twice[place] = at(year.twice, place) + 1
          met.add(year)
        }
      }
    },
    quarters: () =>
      new Map(
        rows
          .all()
          .map(([quarter, { events, children }]) => [
            quarter,
            countsFrom((place) => [at(events, place), at(children, place)]),
          ]),
      ),
    years: () =>
      new Map(
        rows.all().map(([quarter, { childrenOfYear, twice }]) => {
          const quarters = four.map((back) => rows.get(quarter - back)?.events)
          const events = (place: number): number => quarters.reduce((sum, each) => sum + at(each, place), 0)
          return [quarter, countsFrom((place) => [events(place) - at(twice, place), at(childrenOfYear, place)])]
        }),
      ),
  }
}
