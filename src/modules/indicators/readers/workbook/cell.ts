import type { Day } from '../extract.ts'

/** A date as a workbook keeps it. In a text file dates are text. */
export type DayCell = { readonly day: Day }

/** What stands in a cell; '' is an empty one. Yes-or-no cells are 'TRUE' and 'FALSE', a formula is what it last came to. */
export type Cell = string | number | DayCell

/** A row with anything in it. */
export type Row = {
  /** From 1, as the person sees it in the file. */
  readonly line: number
  /** The first 200 cells at most. */
  readonly cells: readonly Cell[]
  /** How many columns the row has in truth. */
  readonly width: number
  /** How many lines of a text file the row takes, above 1 where a cell holds line breaks. A row of a sheet takes one. */
  readonly lines: number
}

/** What a cell says, without spaces around it. Of a date, the ISO date is never needed: null. */
export const textOf = (cell: Cell): string | null => {
  if (typeof cell === 'object') return null
  return typeof cell === 'number' ? String(cell) : cell.trim()
}

export const isEmpty = (cell: Cell): boolean => typeof cell === 'string' && cell.trim() === ''
