import { readNumber } from './compare.ts'
import type { Source } from './source.ts'

/** A printed number with the computed one, in the unit of print. */
export type PrintedShare = { readonly row: string; readonly printed: string; readonly value: number }

/** 100 where most of a column's shares are printed in per cent, 1 where they are proportions. */
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
  // Proportions stand near one times the computed share, per cents near a hundred times: ten lies between, for each cell and its slips.
  const compared = cells.filter(({ printed, value }) => Number(printed) > 0 && value > 0)
  const perCent = compared.filter(({ printed, value }) => Number(printed) / value > 10)
  return { cells, scale: perCent.length * 2 > compared.length ? 100 : 1 }
}
