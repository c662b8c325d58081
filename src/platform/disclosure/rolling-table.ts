import { restOf, type Share } from './shares.ts'
import type { Cell, Relation, Table } from './table.ts'

/** A quarter of a financial year: '2024-Q1' is April to June 2024. */
export type Quarter = `${number}-Q${1 | 2 | 3 | 4}`

/** What is counted, by quarter and over rolling windows of quarters. */
export type RollingMeasure = {
  name: string
  /** Sums over `length` quarters up to and with `endsQuarter`. */
  windows: readonly { endsQuarter: Quarter; value: number | 'not-available' | 'not-collected' }[]
  /**
   * The counts of the quarters, which do not go out unless `publishQuarters` says so. Left out, they are taken to be known to nobody: the windows are
   * protected all the same, the quarters behind them only as far as a reader could tell that they are small.
   */
  quarters?: readonly { quarter: Quarter; value: number }[]
  publishQuarters?: boolean
  /** The name of the measure that each of these counts is also in. Its complement is guarded like a count. */
  partOf?: string
}

/** What went out before, with the values behind what was withheld where they are kept. */
export type EarlierRelease = {
  name: string
  measures: readonly {
    name: string
    windows: readonly { endsQuarter: Quarter; status: 'shown' | 'withheld'; value: number | null }[]
    /** As they were counted then: a quarter that is counted otherwise now was corrected. Left out, see `correctedQuarters`. */
    quarters?: readonly { quarter: Quarter; value: number }[]
    /** Quarters that were counted otherwise then. Left out with `quarters`: those of which every window changed. */
    correctedQuarters?: readonly Quarter[]
  }[]
}
export type RollingTable = {
  measures: readonly RollingMeasure[]
  earlierReleases?: readonly EarlierRelease[]
  /** Quarters in a window. */
  length?: number
}

type Window = RollingMeasure['windows'][number]

/** Ids of the table. A name may hold anything. */
export const windowId = (measure: string, ends: Quarter): string => JSON.stringify(['window', measure, ends])
export const quarterId = (measure: string, quarter: Quarter): string => JSON.stringify(['quarter', measure, quarter])
const earlierId = (release: string, kind: string, measure: string, at: Quarter): string =>
  JSON.stringify(['earlier', release, kind, measure, at])

const numberOf = (quarter: Quarter): number => {
  const [year, part] = quarter.split('-Q').map(Number)
  if (year === undefined || part === undefined || !Number.isInteger(year) || !(part >= 1 && part <= 4))
    throw new RangeError(`"${quarter}" is no quarter`)
  return year * 4 + part - 1
}
const quarterAt = (at: number): Quarter => {
  // The remainder of a whole number by 4, and 1: one of the four
  const part = ((at % 4) + 1) as 1 | 2 | 3 | 4
  return `${Math.floor(at / 4)}-Q${part}`
}
/** The quarters of a window, the first one first. */
export const quartersOf = (ends: Quarter, length = 4): Quarter[] =>
  Array.from({ length }, (_, back) => quarterAt(numberOf(ends) - length + 1 + back))

/**
 * Rolling windows with the quarters behind them, what each measure is part of, and all that earlier releases hold: windows overlap, so that two of
 * them, or one of now and one of then, can be subtracted.
 * @throws RangeError for a measure named twice, or part of what is not there.
 */
export const rollingTable = ({ measures, earlierReleases = [], length = 4 }: RollingTable): Table => {
  const byName = new Map(measures.map((measure) => [measure.name, measure]))
  if (byName.size !== measures.length) throw new RangeError('two measures have one name')
  const cells = new Map<string, Cell>()
  const relations: Relation[] = []
  for (const measure of measures) addMeasure(measure, earlierReleases, length, cells, relations)
  for (const release of earlierReleases)
    for (const past of release.measures) addEarlier(release, past, byName.get(past.name), length, cells, relations)
  const own = [...cells.values()]
  for (const measure of measures) {
    if (measure.partOf === undefined) continue
    const whole = byName.get(measure.partOf)
    if (!whole) throw new RangeError(`"${measure.name}" is part of "${measure.partOf}", which is not in the table`)
    addComplements(measure.name, whole.name, own, cells, relations)
  }
  return { cells: [...cells.values()], relations }
}

const addMeasure = (
  measure: RollingMeasure,
  releases: readonly EarlierRelease[],
  length: number,
  cells: Map<string, Cell>,
  relations: Relation[],
): void => {
  const { name } = measure
  const counted = new Map(measure.quarters?.map(({ quarter, value }) => [quarter, value]))
  const addQuarter = (quarter: Quarter): void => {
    const id = quarterId(name, quarter)
    if (cells.has(id)) return
    const value = counted.get(quarter) ?? null
    const isOut = measure.publishQuarters && value !== null
    cells.set(id, isOut ? { id, state: 'count', value } : { id, state: 'hidden', value })
  }
  if (measure.publishQuarters) for (const { quarter } of measure.quarters ?? []) addQuarter(quarter)
  for (const { endsQuarter, value } of measure.windows) {
    const id = windowId(name, endsQuarter)
    if (typeof value !== 'number') {
      cells.set(id, { id, state: value })
      continue
    }
    const earlier = latestOf(name, endsQuarter, releases)
    cells.set(id, { id, state: 'count', value, ...(earlier === null ? {} : { earlier }) })
    const parts = quartersOf(endsQuarter, length)
    for (const quarter of parts) addQuarter(quarter)
    relations.push({ kind: 'sum', total: id, parts: parts.map((quarter) => quarterId(name, quarter)) })
  }
}

const latestOf = (measure: string, ends: Quarter, releases: readonly EarlierRelease[]): number | null => {
  const shown = releases.flatMap((release) =>
    release.measures
      .filter((past) => past.name === measure)
      .flatMap((past) => past.windows.filter((window) => window.endsQuarter === ends && window.status === 'shown')),
  )
  return shown.at(-1)?.value ?? null
}

type Past = EarlierRelease['measures'][number]

const addEarlier = (
  release: EarlierRelease,
  past: Past,
  now: RollingMeasure | undefined,
  length: number,
  cells: Map<string, Cell>,
  relations: Relation[],
): void => {
  const corrected = new Set(correctedOf(past, now, length))
  const then = new Map(past.quarters?.map(({ quarter, value }) => [quarter, value]))
  for (const { endsQuarter, status, value } of past.windows) {
    const id = earlierId(release.name, 'window', past.name, endsQuarter)
    if (status === 'shown') {
      if (value === null) throw new RangeError(`${release.name} shows ${past.name} to ${endsQuarter} without a value`)
      cells.set(id, { id, state: 'out', value })
    } else cells.set(id, { id, state: 'was-withheld', value })
    const parts = quartersOf(endsQuarter, length).map((quarter) => {
      const current = quarterId(past.name, quarter)
      if (!corrected.has(quarter)) {
        if (!cells.has(current)) cells.set(current, { id: current, state: 'hidden', value: then.get(quarter) ?? null })
        return current
      }
      const old = earlierId(release.name, 'quarter', past.name, quarter)
      cells.set(old, { id: old, state: 'hidden', value: then.get(quarter) ?? null })
      return old
    })
    relations.push({ kind: 'sum', total: id, parts })
  }
}

/** A quarter that is counted as it was then links both releases; one that was corrected does not. */
const correctedOf = (past: Past, now: RollingMeasure | undefined, length: number): Quarter[] => {
  if (past.correctedQuarters) return [...past.correctedQuarters]
  if (past.quarters && now?.quarters) {
    const current = new Map(now.quarters.map(({ quarter, value }) => [quarter, value]))
    return past.quarters
      .filter(({ quarter, value }) => (current.get(quarter) ?? value) !== value)
      .map((each) => each.quarter)
  }
  const values = new Map(now?.windows.map((window: Window) => [window.endsQuarter, window.value]))
  const both = past.windows.filter(
    ({ endsQuarter, value }) => value !== null && typeof values.get(endsQuarter) === 'number',
  )
  const changed = both.filter(({ endsQuarter, value }) => values.get(endsQuarter) !== value)
  const same = new Set(
    both.filter((each) => !changed.includes(each)).flatMap((each) => quartersOf(each.endsQuarter, length)),
  )
  return changed.flatMap((each) => quartersOf(each.endsQuarter, length)).filter((quarter) => !same.has(quarter))
}

// Wherever both a measure and what it is part of have a number: in windows, in quarters, in earlier releases.
const addComplements = (
  name: string,
  whole: string,
  own: readonly Cell[],
  cells: Map<string, Cell>,
  relations: Relation[],
): void => {
  for (const part of own) {
    // An id of this file: kind (or earlier, release, kind), measure, quarter
    const key = JSON.parse(part.id) as string[]
    if (key.at(-2) !== name || !('value' in part)) continue
    const wholeId = JSON.stringify([...key.slice(0, -2), whole, key.at(-1)])
    const all = cells.get(wholeId)
    if (!all || !('value' in all)) continue
    const share: Share = { id: part.id, numerator: part.id, denominator: wholeId }
    const id = restOf(share)
    const value = part.value === null || all.value === null ? null : all.value - part.value
    cells.set(id, { id, state: 'hidden', value })
    relations.push({ kind: 'sum', total: wholeId, parts: [part.id, id] })
  }
}
