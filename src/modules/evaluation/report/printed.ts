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
  (text.includes(' & ') ? text.replaceAll(' & ', ' and ') : text).trim().toLowerCase()

/** The key cells of a row as printed figures join them. */
export const labelOf = (row: Row, key: readonly string[]): string => key.map((name) => String(row[name])).join(' | ')

// A numbered table, figure, appendix or section holds cells. Any other place (a sentence, a heading, a summary) speaks of them.
const ofTable = /^(Table|Figure|Appendix|section) [\d.]+[a-z]?$/i

/**
 * A file's table as it was printed.
 * @returns null where no cell of it was.
 */
export const printedTable = (figures: readonly PrintedFigure[], file: string): PrintedTable | null => {
  const known = tablesOf.get(figures) ?? readTables(figures)
  tablesOf.set(figures, known)
  return known.get(file) ?? null
}

// Every table asks for its printed form, and some more than once: one list of figures is sorted into tables once.
const tablesOf = new WeakMap<readonly PrintedFigure[], ReadonlyMap<string, PrintedTable>>()

const readTables = (figures: readonly PrintedFigure[]): Map<string, PrintedTable> => {
  const files = Map.groupBy(
    figures.filter(({ place }) => ofTable.test(place)),
    ({ file }) => file,
  )
  return new Map([...files].map(([file, cells]) => [file, tableFrom(file, cells)]))
}

const tableFrom = (file: string, cells: readonly PrintedFigure[]): PrintedTable => {
  const byName = new Map(cells.map((cell) => [nameOf(cell.row, cell.column), cell.printed]))
  return {
    file,
    place: cells[0]?.place ?? file,
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
  return rows
    .map((row) => ({ row, place: places.get(canonical(label(row))) ?? places.size }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ row }) => row)
}

/** A cell's name among all figures of its file. */
export const nameOf = (row: string, column: string): string => `${canonical(row)}\n${column}`
