import { formatPeriod } from '#platform/dates.ts'
import type { Document, DocumentBlock, DocumentTable } from '#platform/documents/index.ts'
import { columnInWords, rowInWords } from '../contradictions/source.ts'
import type { Report, ReportTable, Shown } from './model.ts'
import { counted, listed } from './words.ts'

/** The report as a document: Word shows all of it, Excel its tables. `made`: the day on which its data were read. */
export const toDocument = (report: Report, made: string): Document => ({
  title: `Report: ${report.term.name}`,
  subtitle: `${report.partnership.name}, ${formatPeriod(report.term)}`,
  language: 'en-GB',
  made,
  blocks: [
    paragraph(
      `${counted(report.boroughs.length, 'borough')} took part in this term: ${listed(report.boroughs)}. Every number is counted from records.`,
    ),
    ...report.tables.flatMap(blocksOf),
    ...contradictionBlocks(report),
  ],
})

/** One table as its published file has it, for machines. */
export const toFileTable = (table: ReportTable): DocumentTable => ({
  number: table.number,
  caption: table.title,
  columns: table.columns.map((key) => ({ key, heading: table.headings[key] ?? key, numeric: false })),
  // A note that is not there is no missing number.
  rows: table.rows.map((row) =>
    table.columns.map((column) => row[column] ?? (column === 'note' ? { value: null, text: 'none' } : null)),
  ),
  rowHeadings: true,
  notes: [],
  base: table.base,
  period: table.period,
})

const paragraph = (text: string): DocumentBlock => ({ kind: 'paragraph', text })

const blocksOf = (table: ReportTable): DocumentBlock[] => [
  { kind: 'heading', level: 1, text: `${table.number}: ${table.title}` },
  ...(table.chart ? [{ kind: 'chart' as const, chart: table.chart }] : []),
  ...table.shown.map((shown, index) => ({ kind: 'table' as const, table: shownTable(table, shown, index) })),
  ...(table.shown.length === 0 ? [paragraph(`${table.base}.`)] : []),
  { kind: 'heading', level: 2, text: `How ${table.number} is counted` },
  { kind: 'list', items: definitionLines(table) },
]

/** A figure has several tables; each but the first carries a letter, so that every one has a number of its own. */
const shownTable = (table: ReportTable, shown: Shown, index: number): DocumentTable => ({
  number: index === 0 ? table.number : `${table.number}${String.fromCharCode(97 + index)}`,
  caption: shown.caption === '' ? table.title : shown.caption,
  columns: [...shown.columns],
  rows: shown.rows.map((row) => [...row]),
  rowHeadings: true,
  notes: index === table.shown.length - 1 ? [...table.notes] : [],
  base: table.base,
  period: table.period,
})

const definitionLines = ({ definition }: ReportTable): string[] =>
  [
    definition.counts,
    definition.numerator && `Numerator: ${definition.numerator}`,
    definition.denominator && `Denominator: ${definition.denominator}`,
    `Source: ${definition.source}`,
    `When counted: ${definition.when}`,
    `Coverage: ${definition.coverage}`,
  ].filter((line) => line !== undefined)

const contradictionBlocks = (report: Report): DocumentBlock[] => {
  if (report.printed === null) return []
  const { contradictions, tables } = report
  const heading = 'Where the printed report disagrees with its own numbers'
  if (contradictions.length === 0)
    return [
      { kind: 'heading', level: 1, text: heading },
      paragraph('Nowhere: every printed number that can be counted agrees with the records.'),
    ]
  return [
    { kind: 'heading', level: 1, text: heading },
    {
      kind: 'table',
      table: {
        number: 'Disagreements',
        caption: `${counted(contradictions.length, 'place')} in ${report.printed.citation}`,
        columns: ['Where', 'Row', 'Column', 'Printed', 'Counted', 'What is wrong'].map((name) => ({
          key: name,
          heading: name,
          numeric: false,
        })),
        rows: contradictions.map((one) => [
          one.table,
          rowInWords(one.row),
          columnInWords(tables.find(({ number }) => number === one.table) ?? null, one.column),
          one.printed === '' ? 'empty' : one.printed,
          one.computed === null ? 'not recorded' : one.computed,
          one.says,
        ]),
        rowHeadings: true,
        notes: [],
        base: '',
        period: '',
      },
    },
  ]
}
