import type { Quarter } from '../definition/quarter.ts'

/** What is known of one quarter of a line. Only `number` is a number; the others are different words, and none of them is zero. */
export type Known =
  | {
      readonly kind: 'number'
      /** A count, or a share in per cent. */
      readonly value: number
      readonly events: number
      /** Of how many: of a share always, of a count where it has a base. */
      readonly base: number | null
      /** Of how many nobody knows; null: nothing can be unknown. */
      readonly unknown: number | null
      /** False: more that belongs to the quarter may still come. Then it counts in no limit and in no sign. */
      readonly complete: boolean
    }
  | { readonly kind: 'not computable'; readonly why: string }
  | { readonly kind: 'not collected' | 'withheld' | 'none to take a share of' }

export type Point = { readonly quarter: Quarter; readonly known: Known }

/** One line over time, a point a quarter. */
export type Line = {
  /** `share`: values are percentages, from 0 to 100. */
  readonly kind: 'count' | 'share'
  readonly points: readonly Point[]
}

/** A share of fewer than so many is said to rest on few: one more or less moves it by over 5 percentage points. */
const smallBase = 20

export const restsOnFew = (kind: Line['kind'], known: Known): boolean =>
  kind === 'share' && known.kind === 'number' && known.base !== null && known.base < smallBase

/** The value that limits and signs are made of; null where there is none, or it is not complete. */
export const countedValue = ({ known }: Point): number | null =>
  known.kind === 'number' && known.complete ? known.value : null

const noQuarter: Known = { kind: 'not computable', why: 'No file covers this quarter.' }

/** In order, every quarter between the first and the last: one that is left out may not make its neighbours neighbours of each other. */
export const withoutGaps = (points: readonly Point[]): Point[] => {
  const byQuarter = new Map(points.map((point) => [point.quarter, point]))
  const quarters = [...byQuarter.keys()]
  const [first, last] = [Math.min(...quarters), Math.max(...quarters)]
  if (quarters.length === 0) return []
  return Array.from(
    { length: last - first + 1 },
    (_, more) => byQuarter.get(first + more) ?? { quarter: first + more, known: noQuarter },
  )
}
