import type { Figure, Figures } from '../definition/figures-shape.ts'
import type { FurtherMeasure, Measure, QuarterName } from '../definition/measure.ts'

/** One cell that is not what it was. Null: that version says nothing of this quarter. */
export type Difference = {
  readonly quarter: QuarterName
  readonly measure: Measure | FurtherMeasure
  readonly before: Figure | null
  readonly now: Figure | null
}

type Cells = Figures['quarters'][number]['measures']

const same = (a: Figure | null, b: Figure | null): boolean => {
  if (a === null || b === null) return a === b
  // Why a figure is none may change with every file; that it is none is what counts.
  if (a.status === 'not-computable' || b.status === 'not-computable') return a.status === b.status
  return a.events === b.events && a.children === b.children && a.unknown === b.unknown && a.base === b.base
}

const isNone = (figure: Figure | null): boolean => figure === null || figure.status === 'not-computable'

/** What a version says otherwise than the one before it, quarter by quarter and measure by measure. A figure that was none and still is none is no difference. */
export const differences = (before: Figures, now: Figures): Difference[] => {
  const old = new Map(before.quarters.map(({ quarter, measures }) => [quarter, measures]))
  const fresh = new Map(now.quarters.map(({ quarter, measures }) => [quarter, measures]))
  return [...new Set([...old.keys(), ...fresh.keys()])].toSorted().flatMap((quarter) => {
    const [was, is] = [old.get(quarter), fresh.get(quarter)]
    return namesOf(is ?? was).flatMap((measure) => {
      const [a, b] = [was?.[measure] ?? null, is?.[measure] ?? null]
      return same(a, b) || (isNone(a) && isNone(b)) ? [] : [{ quarter, measure, before: a, now: b }]
    })
  })
}

const namesOf = (cells: Cells | undefined): (Measure | FurtherMeasure)[] =>
  // the keys of a record by these names
  Object.keys(cells ?? {}) as (Measure | FurtherMeasure)[]
