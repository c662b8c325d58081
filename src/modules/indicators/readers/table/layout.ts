import type { Cell, Row } from '../workbook/index.ts'
import { type Column, findColumns } from './header.ts'

export type TableRow<Key extends string> = {
  readonly line: number
  /** What stands in a column; '' where the file has no such column. */
  readonly at: (key: Key) => Cell
}

/** How far a row of names is the header of a table that is looked for. */
export type Match =
  | { readonly take: (row: Row) => void; readonly lastColumn: number }
  | { readonly missing: readonly string[]; readonly found: number }
  | { readonly twice: string }

/** A table that is looked for among those of a file. */
export type Layout = {
  /** `header`: a row's cells as `columnName` makes them; `row`: as they stand there. */
  readonly match: (header: readonly string[], source: Source, row: Row) => Match
  /** Known, and nothing of it is needed: its rows are not read. */
  readonly isIgnored?: true
}

/** Where a table stands: 'annex-a.xlsx, List 8' and 'List 8', or the name of a text file and null. */
export type Source = { readonly label: string; readonly sheet: string | null }

/** A layout by its columns. `begin` is called where the table is found, with the columns that are there, and says what to do with each row. */
export const layout = <Key extends string>(
  columns: Readonly<Record<Key, Column>>,
  begin: (source: Source, has: (key: Key) => boolean) => (row: TableRow<Key>) => void,
): Layout => ({
  match: (header, source) => {
    const { places, missing, twice } = findColumns(columns, header)
    if (missing.length > 0) return { missing, found: places.size }
    if (twice !== null) return { twice }
    const take = begin(source, (key) => places.has(key))
    const required = [...places].filter(([key]) => columns[key].isOptional !== true).map(([, place]) => place)
    return {
      lastColumn: Math.max(...required),
      take: ({ line, cells }) => take({ line, at: (key) => cells[places.get(key) ?? -1] ?? '' }),
    }
  },
})

/** A table that is known by these columns and not needed. */
export const ignored = (columns: Readonly<Record<string, Column>>): Layout => ({
  ...layout(columns, () => () => undefined),
  isIgnored: true,
})
