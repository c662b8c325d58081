import type { PrintedFigure } from './figures.ts'
import type { Row } from './model.ts'

/** One table as a report printed it. */
export type PrintedTable = {
  readonly file: string
  readonly place: string
  /** Row labels in the order of print. */
  readonly rows: readonly string[]
  /** What is printed in a cell, '' where it is empty, undefined where there is no such cell. */
  cell(row: string, column: string): string | undefined
  /** Every cell in the order of print. */
  readonly cells: readonly PrintedFigure[]
}

/** Reads names alike that differ only in how `and` is set. */
export const canonical = (text: string): string =>
  text.replaceAll(' & ', ' and ').replace(/\s+/g, ' ').trim().toLowerCase()

/** The key cells of a row as printed figures join them. */
export const labelOf = (row: Row, key: readonly string[]): string => key.map((name) => String(row[name])).join(' | ')

// A numbered table, figure, appendix or section holds cells. Any other place (a sentence, a heading, a summary) speaks of them.
const ofTable = /^(Table|Figure|Appendix|section) [\d.]+[a-z]?$/i

/**
 * A file's table as it was printed.
 * @returns null where no cell of it was.
 */
export const printedTable = (figures: readonly PrintedFigure[], file: string): PrintedTable | null => {
  const cells = figures.filter((figure) => figure.file === file && ofTable.test(figure.place))
  if (cells[0] === undefined) return null
  const byName = new Map(cells.map((cell) => [nameOf(cell.row, cell.column), cell.printed]))
  return {
    file,
    place: cells[0].place,
    cells,
    rows: [...new Set(cells.map(({ row }) => row))],
    cell: (row, column) => byName.get(nameOf(row, column)),
  }
}

/** What is printed about figures elsewhere than in their tables. */
export const statementsIn = (figures: readonly PrintedFigure[]): PrintedFigure[] =>
  figures.filter(({ place }) => !ofTable.test(place))

/** Rows in the order of print; those that are not printed come after them, in the order they have. */
export const inPrintedOrder = <T>(rows: readonly T[], label: (row: T) => string, printed: PrintedTable | null): T[] => {
  const places = new Map(printed?.rows.map((row, index) => [canonical(row), index]))
  const placeOf = (row: T) => places.get(canonical(label(row))) ?? places.size
  return rows.toSorted((a, b) => placeOf(a) - placeOf(b))
}

/** A cell's name among all figures of its file. */
export const nameOf = (row: string, column: string): string => `${canonical(row)}\n${column}`
