import { compareNumbers, readNumber } from './compare.ts'
import type { Source } from './source.ts'

/** A printed number with the computed one, in the unit of print. */
export type PrintedShare = { readonly row: string; readonly printed: string; readonly value: number }

/** 100 where a column of shares prints per cent, 1 where it prints proportions: whichever more of its cells agree with. */
export const scaleOf = (source: Source, column: string): 1 | 100 => columnOf(source, column).scale

/** The cells of a column that hold numbers and can be computed, in the unit of print. */
export const sharesIn = (source: Source, column: string): PrintedShare[] => {
  const { cells, scale } = columnOf(source, column)
  return cells.map(({ row, printed, value }) => ({ row, printed, value: value * scale }))
}

type Column = { readonly cells: readonly PrintedShare[]; readonly scale: 1 | 100 }

// Asked for at every cell of a column, and the same for all of them.
const known = new WeakMap<Source, Map<string, Column>>()

const columnOf = (source: Source, column: string): Column => {
  const columns = known.get(source) ?? new Map<string, Column>()
  known.set(source, columns)
  const found = columns.get(column) ?? readColumn(source, column)
  columns.set(column, found)
  return found
}

const readColumn = (source: Source, column: string): Column => {
  const cells = (source.printed?.cells ?? []).flatMap(({ row, column: name, printed }): PrintedShare[] => {
    const value = name === column ? source.fact(row, column)?.value : null
    return typeof value === 'number' && readNumber(printed) ? [{ row, printed, value }] : []
  })
  const agreeing = (scale: number) =>
    cells.filter(({ printed, value }) => ['truncated', null].includes(compareNumbers(printed, value * scale))).length
  return { cells, scale: agreeing(100) > agreeing(1) ? 100 : 1 }
}
