import type { Figures, PrintedReport } from '../report/figures.ts'
import type { Contradiction, Fact, ReportTable } from '../report/model.ts'
import { nameOf } from '../report/printed.ts'
import { findInCells } from './cells.ts'
import { findInHeadings } from './headings.ts'
import { findInMonths } from './months.ts'
import { type Finding, sourcesOf } from './source.ts'
import { findInStatements, findPadding } from './statements.ts'
import { findInSums, findUnaccounted } from './sums.ts'
import { findInWaves } from './waves.ts'

/**
 * Every place where a printed report disagrees with its own numbers, found by comparing: its cells with the records, its totals with their
 * parts, its sentences with its tables and with each other. In the order of the tables.
 */
export const findContradictions = (
  report: PrintedReport,
  figures: Pick<Figures, 'groups'>,
  tables: readonly ReportTable[],
): Contradiction[] => {
  const sources = sourcesOf(report.figures, tables, { 'governance-groups.csv': groupFacts(figures) })
  const sums = findInSums(sources)
  return sources.flatMap((source) => {
    const cells = findInCells(source)
    const found = [
      ...findInHeadings(source),
      ...cells,
      ...sums.filter((one) => one.source === source && !isAmong(cells, one.finding)).map(({ finding }) => finding),
      ...findUnaccounted(source),
      ...findInStatements(source),
      ...findPadding(source),
      ...findInMonths(source),
      ...findInWaves(source, sources),
    ]
    return found.map((finding) => ({ table: source.name, ...finding }))
  })
}

// A total that is wrong by itself need not be listed again for its sum.
const isAmong = (found: readonly Finding[], one: Finding): boolean =>
  found.some(({ row, column }) => nameOf(row, column) === nameOf(one.row, one.column))

const groupFacts = ({ groups }: Pick<Figures, 'groups'>): Fact[] =>
  groups.map(({ name, meets }) => ({ row: name, column: 'meets', value: meets }))
