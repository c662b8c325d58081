import { formatPeriod } from '#platform/dates.ts'
import { cellText } from '#platform/documents/index.ts'
import type { Report, ReportTable, Shown } from './model.ts'
import { counted, listed } from './words.ts'

/** The report as plain text, for a terminal. */
export const toText = (report: Report): string =>
  [
    `${report.partnership.name}: report of ${report.term.name}, ${formatPeriod(report.term)}`,
    `${counted(report.boroughs.length, 'borough')}: ${listed(report.boroughs)}`,
    ...report.tables.flatMap(tableText),
    ...contradictionText(report),
    '',
  ].join('\n')

const tableText = (table: ReportTable): string[] => [
  '',
  `${table.number}: ${table.title}`,
  `${table.base}. Period: ${table.period}.`,
  ...table.shown.flatMap((shown) => ['', ...(shown.caption === '' ? [] : [shown.caption]), ...gridText(shown)]),
  ...table.notes,
]

/** Columns under each other, numbers to the right. A cell is cut where it would push the others off the screen. */
const gridText = ({ columns, rows }: Shown): string[] => {
  const lines = [columns.map(({ heading }) => heading), ...rows.map((row) => row.map(cellText))]
  const widths = columns.map((_, index) => Math.min(60, Math.max(...lines.map((line) => line[index]?.length ?? 0))))
  const cut = (text: string, width: number) => (text.length > width ? `${text.slice(0, width - 1)}…` : text)
  const set = (text: string, index: number) => {
    const width = widths[index] ?? 0
    return columns[index]?.numeric ? cut(text, width).padStart(width) : cut(text, width).padEnd(width)
  }
  return lines.map((line) => line.map(set).join('  ').trimEnd())
}

const contradictionText = ({ printed, contradictions }: Report): string[] =>
  printed === null
    ? []
    : [
        '',
        `Where the printed report disagrees with its own numbers (${printed.citation}): ${counted(contradictions.length, 'place')}`,
        ...contradictions.map(({ table, says }) => `- ${table}: ${says}`),
      ]
