import { eliminate, product, type TableauRow } from './row.ts'
import { mirrorBasic, type Stop, stepTo, stopOf, type Tableau } from './tableau.ts'

/** Steps without progress after which the lowest variable goes first (Bland 1977), which cannot go in circles. */
const PATIENCE = 20

/**
 * Brings every basic variable between its bounds, row after row.
 * @returns false when nothing fulfils the rows.
 */
export const makeFeasible = (tableau: Tableau): boolean => {
  const isIn = (row: TableauRow): boolean =>
    row.rhs >= 0 && row.rhs <= row.den * (tableau.upper[row.basic] ?? Number.POSITIVE_INFINITY)
  for (;;) {
    const broken = tableau.rows.find((row) => !isIn(row))
    if (broken === undefined) return true
    if (broken.rhs > 0) mirrorBasic(tableau, broken)
    const column = lowestBelowZero(broken, tableau.blocked)
    if (column === null) return false
    const entry = broken.entries.get(column) ?? 0
    const other = stopOf(tableau, column, (row) => row !== broken && isIn(row))
    const here: Stop = { row: broken, rising: false, num: -broken.rhs, den: -entry }
    const otherFirst = other !== null && product(other.num, here.den) < product(here.num, other.den)
    stepTo(tableau, column, otherFirst ? other : here, [])
  }
}

const lowestBelowZero = (row: TableauRow, blocked: readonly boolean[]): number | null => {
  let lowest: number | null = null
  for (const [column, entry] of row.entries) {
    if (entry < 0 && !blocked[column] && (lowest === null || column < lowest)) lowest = column
  }
  return lowest
}

const steepest = (row: TableauRow, blocked: readonly boolean[]): number | null => {
  let best: number | null = null
  let least = 0
  for (const [column, entry] of row.entries) {
    if (blocked[column]) continue
    if (entry < least || (entry === least && best !== null && column < best)) [best, least] = [column, entry]
  }
  return best
}

/**
 * Makes sum of gain × variable as large as it can be, from the present feasible corner.
 * @param gains whole numbers by variable.
 * @returns 'unbounded' when nothing holds it.
 */
export const maximise = (tableau: Tableau, gains: ReadonlyMap<number, number>): 'optimal' | 'unbounded' => {
  const objective = objectiveOf(tableau, gains)
  let still = 0
  for (;;) {
    const pick = still > PATIENCE ? lowestBelowZero : steepest
    const column = pick(objective, tableau.blocked)
    if (column === null) return 'optimal'
    const stop = stopOf(tableau, column)
    if (stop === null) return 'unbounded'
    still = stop.num === 0 ? still + 1 : 0
    stepTo(tableau, column, stop, [objective])
  }
}

/** objective − sum of gain × variable = constant, written in what is not basic. */
const objectiveOf = (tableau: Tableau, gains: ReadonlyMap<number, number>): TableauRow => {
  // The basic variable −1 is the objective itself
  const row: TableauRow = { basic: -1, den: 1, rhs: 0, entries: new Map() }
  for (const [variable, gain] of gains) {
    if (gain !== 0) row.entries.set(variable, tableau.mirrored[variable] ? gain : -gain)
  }
  for (const pivot of tableau.rows) eliminate(row, pivot, pivot.basic)
  return row
}
