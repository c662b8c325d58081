import type { FaultList } from '../fault.ts'
import { type Cell, isEmpty, type Row, refuse, tableLimits, textOf } from '../workbook/index.ts'
import { columnName } from './header.ts'
import type { Layout, Match, Source } from './layout.ts'

/** A table of a file, not yet read. */
export type Table = Source & {
  /** Rows of a text file have as many cells as their header, or something is wrong with them; rows of a sheet end where they end. */
  readonly isText: boolean
  readonly read: (take: (row: Row) => boolean) => Promise<void>
}

/** So many rows with anything in them are looked at for the names of columns. */
export const headerRows = 10

/** What became of a table: its rows went to this layout, or why to none. `nearest`: what was missing from the row that came nearest. */
export type Outcome =
  | { readonly layout: Layout }
  | { readonly nearest: readonly string[]; readonly header: readonly string[] }

const isTotals = (cells: readonly Cell[]): boolean => {
  const first = cells.find((cell) => !isEmpty(cell))
  return first !== undefined && /^(grand |sub-?)?totals?\b(?! ?\d)|^(row )?count(\b|:)/i.test(textOf(first) ?? '')
}

/** Reads a table by the first layout whose columns are in one of its first rows. Blank rows, totals and the header again are passed over in silence. */
export const readTable = async (table: Table, layouts: readonly Layout[], faults: FaultList): Promise<Outcome> => {
  let open: { readonly layout: Layout; readonly take: (row: Row) => void } | null = null
  let looked = 0
  let nearest: { missing: readonly string[]; found: number; header: readonly string[] } | null = null
  const lookFor = (row: Row): void => {
    const header = row.cells.map(columnName)
    for (const layout of layouts) {
      const match = layout.match(header, table, row)
      if ('twice' in match)
        refuse(`Two columns of ${table.label} are headed ${match.twice}. Delete one of them.`, row.line)
      if ('take' in match) {
        if (row.width > tableLimits.columns) refuse(tooWide(table), row.line)
        open = { layout, take: rowTaker(table, row, match, faults) }
        return
      }
      if (match.found > 0 && match.found > (nearest?.found ?? 0)) nearest = { ...match, header }
    }
  }
  await table.read((row) => {
    if (open !== null) open.take(row)
    else {
      lookFor(row)
      looked += 1
    }
    return open === null ? looked < headerRows : open.layout.isIgnored !== true
  })
  // The two are set within the function that is given to `read`, which the compiler does not follow.
  const found = open as { readonly layout: Layout } | null
  const near = nearest as { missing: readonly string[]; header: readonly string[] } | null
  return found === null ? { nearest: near?.missing ?? [], header: near?.header ?? [] } : { layout: found.layout }
}

const tooWide = ({ label }: Source): string =>
  `${label} has more than ${tableLimits.columns} columns. Delete those that are not of the return.`

const rowTaker = (table: Table, header: Row, match: Extract<Match, { take: unknown }>, faults: FaultList) => {
  const isHeader = (cells: readonly Cell[]): boolean =>
    cells[match.lastColumn] === header.cells[match.lastColumn] && cells.every((cell, at) => cell === header.cells[at])
  const { width } = header
  const say = (line: number, rule: string, severity: 'fault' | 'query', said: string): void =>
    faults.add({ file: table.label, line, field: null, rule, severity, said })
  return (row: Row): void => {
    const { cells, line } = row
    if (isHeader(cells) || isTotals(cells)) return
    if (cells.some((cell) => typeof cell === 'string' && cell.length > tableLimits.field))
      refuse(`A field here has more than ${tableLimits.field.toLocaleString('en-GB')} characters. ${quotes}`, line)
    if (!table.isText) match.take(row)
    else if (cells.slice(width).some((cell) => !isEmpty(cell)))
      say(
        line,
        'row-long',
        'fault',
        `${spans(row)} has more cells than there are columns, so it was not counted. ${commas}`,
      )
    else if (row.width <= match.lastColumn)
      say(
        line,
        'row-short',
        'fault',
        `${spans(row)} ends before the columns that are needed, so it was not counted. ${quotes}`,
      )
    else {
      // Excel leaves out the last separators of a row whose last columns are empty, so such a row is whole.
      if (row.width < width)
        say(
          line,
          'row-short',
          'query',
          `${spans(row)} has fewer cells than there are columns. It was counted, the missing ones as empty.`,
        )
      match.take(row)
    }
  }
}

const quotes = 'Check that a quotation mark which opens also closes, and that no cell holds a line break.'
const commas = 'Put quotation marks around a cell that holds the separator.'
const spans = ({ line, lines }: Row): string =>
  lines > 1 ? `The row, which runs to line ${line + lines - 1},` : 'The row'
