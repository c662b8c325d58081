import { copyRow, eliminate, exchange, mirror, product, type TableauRow } from './row.ts'

/** Variables from 0 to `upper`, and rows: sum of times × variable = constant. */
export type Equations = {
  upper: readonly number[]
  rows: readonly { terms: readonly (readonly [variable: number, times: number])[]; constant: number }[]
}

/** A fraction in lowest terms is not promised; `den` is above 0. */
export type Fraction = { num: number; den: number }

/**
 * A tableau of the simplex method for variables with bounds. A variable that stands at its upper bound is kept mirrored (upper − x), so that
 * whatever is not basic is always 0.
 */
export type Tableau = { rows: TableauRow[]; upper: number[]; mirrored: boolean[]; blocked: boolean[] }

export const copyTableau = (tableau: Tableau): Tableau => ({
  rows: tableau.rows.map(copyRow),
  upper: [...tableau.upper],
  mirrored: [...tableau.mirrored],
  blocked: [...tableau.blocked],
})

/** Solves the rows for one variable each; rows that say nothing new are dropped. @returns null when they contradict one another. */
export const tableauOf = (equations: Equations): Tableau | null => {
  const occurs = new Map<number, number>()
  for (const row of equations.rows)
    for (const [variable] of row.terms) occurs.set(variable, (occurs.get(variable) ?? 0) + 1)
  const rows: TableauRow[] = []
  for (const { terms, constant } of equations.rows) {
    // The basic variable −1 stands for a zero: den × 0
    const row: TableauRow = { basic: -1, den: 1, rhs: constant, entries: new Map(terms) }
    for (const done of rows) eliminate(row, done, done.basic)
    const column = rarest(row, occurs)
    if (column === null) {
      if (row.rhs !== 0) return null
      continue
    }
    exchange(row, column)
    row.entries.delete(-1)
    for (const done of rows) eliminate(done, row, column)
    rows.push(row)
  }
  return {
    rows,
    upper: [...equations.upper],
    mirrored: equations.upper.map(() => false),
    blocked: equations.upper.map(() => false),
  }
}

// Coefficients of 1 first, then the variable in the fewest rows: both keep numbers and rows small.
const rarest = (row: TableauRow, occurs: ReadonlyMap<number, number>): number | null => {
  let best: number | null = null
  let bestRank = Number.POSITIVE_INFINITY
  for (const [column, entry] of row.entries) {
    const rank = (Math.abs(entry) - 1) * 1e6 + (occurs.get(column) ?? 0)
    if (rank < bestRank || (rank === bestRank && best !== null && column < best)) [best, bestRank] = [column, rank]
  }
  return best
}

/** Where one step may end: at row `row` (whose basic variable falls to 0, or rises to its bound), or at the entering variable's own bound. */
export type Stop = { row: TableauRow | null; rising: boolean; num: number; den: number }

/** The nearest stop of `column` as it grows from 0. Ties go to the lowest variable. @returns null when nothing stops it. */
export const stopOf = (
  tableau: Tableau,
  column: number,
  counts: (row: TableauRow) => boolean = () => true,
): Stop | null => {
  const own = tableau.upper[column] ?? Number.POSITIVE_INFINITY
  let stop: Stop | null = own === Number.POSITIVE_INFINITY ? null : { row: null, rising: false, num: own, den: 1 }
  for (const row of tableau.rows) {
    const entry = row.entries.get(column)
    if (entry === undefined || !counts(row)) continue
    const upper = tableau.upper[row.basic] ?? Number.POSITIVE_INFINITY
    if (entry < 0 && upper === Number.POSITIVE_INFINITY) continue
    const num = entry > 0 ? row.rhs : row.den * upper - row.rhs
    const order = stop === null ? -1 : product(num, stop.den) - product(stop.num, Math.abs(entry))
    const first = order === 0 && stop !== null && stop.row !== null && row.basic < stop.row.basic
    if (order < 0 || first) stop = { row, rising: entry < 0, num, den: Math.abs(entry) }
  }
  return stop
}

/** Goes to the stop. `others` are rows that are not of the tableau and move along (the objective). */
export const stepTo = (tableau: Tableau, column: number, stop: Stop, others: readonly TableauRow[]): void => {
  if (stop.row === null) {
    const upper = tableau.upper[column] ?? 0
    for (const row of [...tableau.rows, ...others]) shiftColumn(row, column, upper)
    tableau.mirrored[column] = !tableau.mirrored[column]
    return
  }
  if (stop.rising) mirrorBasic(tableau, stop.row)
  exchange(stop.row, column)
  for (const row of tableau.rows) if (row !== stop.row) eliminate(row, stop.row, column)
  for (const row of others) eliminate(row, stop.row, column)
}

const shiftColumn = (row: TableauRow, column: number, upper: number): void => {
  const entry = row.entries.get(column)
  if (entry === undefined) return
  row.rhs -= entry * upper
  row.entries.set(column, -entry)
}

/** Counts the row's basic variable from its upper bound downwards. */
export const mirrorBasic = (tableau: Tableau, row: TableauRow): void => {
  mirror(row, row.den * (tableau.upper[row.basic] ?? 0) - row.rhs)
  tableau.mirrored[row.basic] = !tableau.mirrored[row.basic]
}

/** What every variable is in the present corner. */
export const valuesOf = (tableau: Tableau): Fraction[] => {
  const values = tableau.upper.map(
    (upper, variable): Fraction => ({ num: tableau.mirrored[variable] ? upper : 0, den: 1 }),
  )
  for (const row of tableau.rows) {
    const upper = tableau.upper[row.basic] ?? 0
    values[row.basic] = { num: tableau.mirrored[row.basic] ? row.den * upper - row.rhs : row.rhs, den: row.den }
  }
  return values
}
