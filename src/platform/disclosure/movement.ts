import { maximise } from './exact/simplex.ts'
import { copyTableau, type Tableau, tableauOf, valuesOf } from './exact/tableau.ts'
import type { Row } from './table.ts'

/**
 * A number of a table that somebody tries to guess, with how far it can move from its true value. `free`: how far without anything being
 * withheld (what rounding hides; everything for what is not shown). `room`: how far at all; what is out already has no room.
 */
export type Movable = {
  id: string
  free: { down: number; up: number }
  room: { down: number; up: number }
  /** What it costs to let it move further than is free, for each step. */
  loss: number
}

/** The other case that a reader could not tell from the true one: by how much each cell differs in it. `reached` is the asked cell's own move. */
export type Move = { reached: number; by: ReadonlyMap<string, number>; whole: boolean }

type Segment = { id: string; sign: 1 | -1; costly: boolean }

/** Above any loss along a way through a table, so that the asked cell moves as far as it can before anything is saved. */
const FIRST = 1e9

/** Moves for one group of cells that hang together; asked `once`, it keeps nothing for the next time. `slack` of an `at-least` row is what its true values leave over. */
export const moverOf = (
  movables: readonly Movable[],
  rows: readonly (Row & { slack: number })[],
  use: 'once' | 'often' = 'often',
) => {
  const segments: Segment[] = []
  const upper: number[] = []
  const bySegment = new Map<string, number[]>()
  const add = (segment: Segment, most: number): void => {
    if (most <= 0) return
    bySegment.set(segment.id, [...(bySegment.get(segment.id) ?? []), segments.length])
    segments.push(segment)
    upper.push(most)
  }
  for (const { id, free, room } of movables) {
    add({ id, sign: 1, costly: false }, free.up)
    add({ id, sign: -1, costly: false }, free.down)
    add({ id, sign: 1, costly: true }, free.up === Number.POSITIVE_INFINITY ? 0 : room.up - free.up)
    add({ id, sign: -1, costly: true }, room.down - free.down)
  }
  const base = baseOf(rows, segments, upper, bySegment)
  const losses = new Map(movables.map((movable) => [movable.id, movable.loss]))

  /**
   * Moves one cell by up to `most`, at the least loss of what is not yet withheld.
   * @param withheld cells that move for nothing.
   * @param frozen true: whatever is not withheld stays.
   */
  return (id: string, sign: 1 | -1, most: number, withheld: ReadonlySet<string>, frozen: boolean): Move => {
    const tableau = use === 'once' ? base : copyTableau(base)
    const gains = new Map<number, number>()
    for (const [at, segment] of segments.entries()) {
      const priced = segment.costly && !withheld.has(segment.id)
      if (priced && frozen) tableau.upper[at] = 0
      else if (priced) gains.set(at, -(losses.get(segment.id) ?? 1))
    }
    for (const at of bySegment.get(id) ?? []) {
      const segment = segments[at]
      if (segment?.sign === sign && tableau.upper[at] !== 0) {
        gains.set(at, FIRST)
        tableau.upper[at] = Math.min(most, tableau.upper[at] ?? 0)
      } else if (segment) tableau.upper[at] = 0
    }
    maximise(tableau, gains)
    return moveIn(tableau, segments, id, sign)
  }
}

const baseOf = (
  rows: readonly (Row & { slack: number })[],
  segments: readonly Segment[],
  upper: number[],
  bySegment: ReadonlyMap<string, readonly number[]>,
): Tableau => {
  const equations = rows.map((row) => {
    const terms = row.terms.flatMap(([id, times]) =>
      (bySegment.get(id) ?? []).map((at): [number, number] => [at, times * (segments[at]?.sign ?? 0)]),
    )
    // The sum moves from `slack` down to 0 at most: sum of moves − (what is added to the slack) + (what is taken) = 0
    if (row.is === 'at-least') {
      terms.push([upper.push(Number.POSITIVE_INFINITY) - 1, -1])
      if (row.slack > 0) terms.push([upper.push(row.slack) - 1, 1])
    }
    return { terms, constant: 0 }
  })
  // Nothing moved is a corner of it, so that it is feasible as it stands
  return tableauOf({ upper, rows: equations }) ?? { rows: [], upper, mirrored: [], blocked: [] }
}

const moveIn = (tableau: Tableau, segments: readonly Segment[], asked: string, sign: 1 | -1): Move => {
  const values = valuesOf(tableau)
  const by = new Map<string, number>()
  let whole = true
  for (const [at, { id, sign: direction }] of segments.entries()) {
    const { num, den } = values[at] ?? { num: 0, den: 1 }
    if (num === 0) continue
    whole &&= num % den === 0
    by.set(id, (by.get(id) ?? 0) + (direction * num) / den)
  }
  for (const [id, moved] of by) if (moved === 0) by.delete(id)
  return { reached: Math.floor(sign * (by.get(asked) ?? 0)), by, whole }
}
