import { makeFeasible, maximise } from './simplex.ts'
import { copyTableau, type Fraction, type Tableau, tableauOf, valuesOf } from './tableau.ts'

/** Whole numbers that nobody knows, each with what is known of it alone, and rows: sum of times × unknown = constant. */
export type System = {
  ranges: readonly { low: number; high: number }[]
  rows: readonly { terms: readonly (readonly [unknown: number, times: number])[]; constant: number }[]
}

/** `proven` false: the search for a whole-numbered case was given up, and the bound is that of fractions: never narrower than the truth. */
export type Bound = { value: number; proven: boolean }
export type Interval = { low: Bound; high: Bound }

/** How many splits at a fraction are tried for one bound. Tables, margins and windows seldom need any. */
const MOST_SPLITS = 400

const startOf = (system: System): Tableau | null => {
  const tableau = tableauOf({
    upper: system.ranges.map(({ low, high }) => high - low),
    rows: system.rows.map(({ terms, constant }) => ({
      terms,
      constant: terms.reduce((left, [unknown, times]) => left - times * (system.ranges[unknown]?.low ?? 0), constant),
    })),
  })
  return tableau !== null && makeFeasible(tableau) ? tableau : null
}

const floorOf = ({ num, den }: Fraction): number => Math.floor(num / den)
const isWhole = ({ num, den }: Fraction): boolean => num % den === 0

/**
 * Everything that a reader can find out, exactly: the least and the greatest whole number that each of the unknowns can be.
 * @returns null when nothing fulfils the rows: what was published contradicts itself.
 */
export const intervalsOf = (system: System, wanted: readonly number[]): Map<number, Interval> | null => {
  const tableau = startOf(system)
  if (tableau === null) return null
  const highs = new Map<number, Bound>()
  // Every corner of whole numbers on the way is a case that fits: who was at the least there needs no search of its own
  const atLeast = new Set<number>()
  for (const unknown of wanted) {
    const high = extreme(system, tableau, unknown, 1)
    if (high === null) return null
    highs.set(unknown, high)
    const values = valuesOf(tableau)
    if (values.every(isWhole)) for (const [at, { num }] of values.entries()) if (num === 0) atLeast.add(at)
  }
  const intervals = new Map<number, Interval>()
  for (const [unknown, high] of highs) {
    const least: Bound = { value: system.ranges[unknown]?.low ?? 0, proven: true }
    const low = atLeast.has(unknown) ? least : extreme(system, tableau, unknown, -1)
    if (low === null) return null
    intervals.set(unknown, { low, high })
  }
  return intervals
}

/** A whole-numbered case that fulfils the rows. @returns null when there is none, or none was found. */
export const caseOf = (system: System): number[] | null => {
  const first = system.ranges.findIndex(() => true)
  if (first === -1) return system.rows.every((row) => row.constant === 0) ? [] : null
  const search = {
    best: null as number | null,
    found: null as number[] | null,
    splits: MOST_SPLITS,
    open: null as number | null,
  }
  descend(system, startOf(system), first, -1, search)
  return search.found
}

type Search = { best: number | null; found: number[] | null; splits: number; open: number | null }

// The bound in the direction of `sign`: 1 the greatest, −1 the least. The corner of fractions is nearly always whole.
const extreme = (system: System, tableau: Tableau, unknown: number, sign: 1 | -1): Bound | null => {
  const low = system.ranges[unknown]?.low ?? 0
  if (maximise(tableau, new Map([[unknown, sign]])) === 'unbounded')
    return { value: Number.POSITIVE_INFINITY, proven: true }
  const values = valuesOf(tableau)
  const at = values[unknown] ?? { num: 0, den: 1 }
  const fractionBound = low + (sign === 1 ? floorOf(at) : -floorOf({ num: -at.num, den: at.den }))
  if (values.every(isWhole)) return { value: fractionBound, proven: true }
  const search: Search = { best: null, found: null, splits: MOST_SPLITS, open: null }
  descend(system, copyTableau(tableau), unknown, sign, search)
  if (search.open === null) return search.best === null ? null : { value: search.best, proven: true }
  return { value: fractionBound, proven: search.best === fractionBound }
}

/** Splits the case at a fraction until every value is whole (branch and bound). `open` says that some branch was left unsearched. */
const descend = (system: System, tableau: Tableau | null, unknown: number, sign: 1 | -1, search: Search): void => {
  if (tableau === null) return
  if (maximise(tableau, new Map([[unknown, sign]])) === 'unbounded') {
    search.open = Number.POSITIVE_INFINITY
    return
  }
  const values = valuesOf(tableau)
  const low = (at: number): number => system.ranges[at]?.low ?? 0
  const at = values[unknown] ?? { num: 0, den: 1 }
  const bound = low(unknown) + (sign === 1 ? floorOf(at) : -floorOf({ num: -at.num, den: at.den }))
  if (search.best !== null && sign * bound <= sign * search.best) return
  const split = values.findIndex((value) => !isWhole(value))
  if (split === -1) {
    search.best = bound
    search.found = values.map((value, each) => low(each) + floorOf(value))
    return
  }
  if (search.splits-- <= 0) {
    search.open = bound
    return
  }
  const floor = low(split) + floorOf(values[split] ?? { num: 0, den: 1 })
  for (const part of [{ high: floor }, { low: floor + 1 }]) {
    const ranges = system.ranges.map((range, each) => (each === split ? { ...range, ...part } : range))
    descend({ ...system, ranges }, startOf({ ...system, ranges }), unknown, sign, search)
  }
}
