import type { PrintedFigure } from '../report/figures.ts'
import type { Contradiction, Fact, ReportTable, Row, Value } from '../report/model.ts'
import { labelOf, nameOf, type PrintedTable, printedTable, statementsIn } from '../report/printed.ts'

/** What the finders look at: one file with its table as computed, if it is one of ours, and as printed. */
export type Source = {
  readonly file: string
  /** What a contradiction names as its table. */
  readonly name: string
  readonly table: ReportTable | null
  readonly printed: PrintedTable | null
  readonly statements: readonly PrintedFigure[]
  /** The computed value under a printed name; undefined where nothing is computed for it. */
  fact(row: string, column: string): Fact | undefined
}

/** One finding before it knows its table. */
export type Finding = Omit<Contradiction, 'table'>

/** Everything that was printed, file by file: our tables first in their order, then the others. */
export const sourcesOf = (
  figures: readonly PrintedFigure[],
  tables: readonly ReportTable[],
  others: Readonly<Record<string, readonly Fact[]>>,
): Source[] => {
  const statements = statementsIn(figures)
  const files = [...new Set([...tables.map(({ file }) => file), ...figures.map(({ file }) => file)])]
  return files.map((file) => {
    const table = tables.find((one) => one.file === file) ?? null
    const printed = printedTable(figures, file)
    const own = statements.filter((statement) => statement.file === file)
    const facts = new Map(
      [...(table ? factsOf(table) : []), ...(others[file] ?? [])].map((fact) => [nameOf(fact.row, fact.column), fact]),
    )
    return {
      file,
      name: table?.number ?? printed?.place ?? own[0]?.place ?? file,
      table,
      printed,
      statements: own,
      fact: (row, column) => facts.get(nameOf(row, column)),
    }
  })
}

/** Each computed cell of a table under the names of print, and what it computes besides. */
const factsOf = (table: ReportTable): Fact[] => [
  ...table.rows.flatMap((row: Row) =>
    table.columns
      .filter((column) => !table.key.includes(column) && !table.printedOnly.includes(column))
      .map((column): Fact => ({ row: labelOf(row, table.key), column, value: row[column] ?? null })),
  ),
  ...table.facts,
]

/** A row's label for people: `Overview, Hackney, 2`, `All boroughs`. */
export const rowInWords = (row: string): string =>
  row.replaceAll(' | ', ', ').replace(/^\((.)(.*?)\)/, (_, first: string, rest: string) => first.toUpperCase() + rest)

/** A column's name for people. */
export const columnInWords = (table: ReportTable | null, column: string): string =>
  table?.headings[column] ?? column.replaceAll('_', ' ')

/** A computed value for people: at most four decimals. */
export const valueInWords = (value: Value): string => (value === null ? 'not recorded' : String(value))
