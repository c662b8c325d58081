import type { Cell, CellState, Relation, Table } from './table.ts'

/** Counts by row and column. Totals are reckoned here, so that they can be withheld with their parts. */
export type CrossedCounts = {
  rows: readonly string[]
  columns: readonly string[]
  /** By row and then column. */
  counts: readonly (readonly (number | 'not-available' | 'not-collected')[])[]
  /** Round totals over all rows to the nearest of this (the Department for Education: 10 for regions). */
  roundTotals?: number
}

/** Stands for all rows, or all columns, in an id. */
export const ALL = '*'
/** The id of a cell of a crossed table. Names are kept apart whatever they hold. */
export const crossedId = (row: string, column: string): string => JSON.stringify([row, column])

/**
 * A table of rows and columns with totals of each row, each column and all. Totals are of what is there: a row without any number is not available.
 * Losing a total costs a reader three times a cell.
 * @throws RangeError where the counts are not as many as rows and columns, or a name is used for all.
 */
export const crossedTable = ({ rows, columns, counts, roundTotals }: CrossedCounts): Table => {
  if (rows.includes(ALL) || columns.includes(ALL)) throw new RangeError(`"${ALL}" stands for all rows or columns`)
  if (counts.length !== rows.length || counts.some((row) => row.length !== columns.length))
    throw new RangeError('there are not as many counts as rows and columns')
  const states = counts.map((row) =>
    row.map((count): CellState => (typeof count === 'number' ? { state: 'count', value: count } : { state: count })),
  )
  const inner = rows.flatMap((row, r) =>
    columns.map((column, c): Cell => cellOf(crossedId(row, column), states[r]?.[c])),
  )
  const rounded = roundTotals === undefined ? {} : { roundTo: roundTotals }
  const total = (id: string, parts: readonly CellState[], round: { roundTo?: number }): Cell => {
    const held = parts.flatMap((part) => (part.state === 'count' ? [part.value] : []))
    if (held.length === 0)
      return { id, state: parts.every((part) => part.state === 'not-collected') ? 'not-collected' : 'not-available' }
    return { id, state: 'count', value: held.reduce((sum, value) => sum + value, 0), loss: 500, ...round }
  }
  const rowTotals = rows.map((row, r) => total(crossedId(row, ALL), states[r] ?? [], {}))
  const columnTotals = columns.map((column, c) =>
    total(
      crossedId(ALL, column),
      states.map((row) => row[c] ?? { state: 'not-available' }),
      rounded,
    ),
  )
  const relations: Relation[] = [
    ...rows.map(
      (row): Relation => ({
        kind: 'sum',
        total: crossedId(row, ALL),
        parts: columns.map((column) => crossedId(row, column)),
      }),
    ),
    ...columns.map(
      (column): Relation => ({
        kind: 'sum',
        total: crossedId(ALL, column),
        parts: rows.map((row) => crossedId(row, column)),
      }),
    ),
    { kind: 'sum', total: crossedId(ALL, ALL), parts: rows.map((row) => crossedId(row, ALL)) },
    { kind: 'sum', total: crossedId(ALL, ALL), parts: columns.map((column) => crossedId(ALL, column)) },
  ]
  return {
    cells: [...inner, ...rowTotals, ...columnTotals, total(crossedId(ALL, ALL), states.flat(), rounded)],
    relations,
  }
}

const cellOf = (id: string, state: CellState = { state: 'not-available' }): Cell => ({ id, ...state })
