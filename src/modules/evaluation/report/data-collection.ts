import type { Figures } from './figures.ts'
import type { ReportTable, Row } from './model.ts'
import { inPrintedOrder, printedTable } from './printed.ts'
import { counted, periodsOf, termName, termNumbers, unique } from './words.ts'

const file = 'data-collection.csv'

/** Table 1: what was collected, and how it changed from term to term. */
export const dataCollectionTable = (figures: Figures): ReportTable => {
  const terms = termNumbers(figures)
  const printed = printedTable(figures.printed?.figures ?? [], file)
  const names = inPrintedOrder(unique(figures.dataCollection.map(({ name }) => name)), (name) => name, printed)
  const whatOf = (name: string, term: number) =>
    figures.dataCollection.find((entry) => entry.name === name && entry.term === term)?.what ?? null
  const column = (term: number) => `year_${term}`
  const rows = names.map(
    (name): Row => ({
      data_collection: name,
      ...Object.fromEntries(terms.map((term) => [column(term), whatOf(name, term)])),
    }),
  )
  const headings = Object.fromEntries(terms.map((term) => [column(term), termName(figures, term)]))
  return {
    id: 'table-1',
    number: 'Table 1',
    title: 'What was collected, by year',
    file,
    key: ['data_collection'],
    columns: ['data_collection', ...terms.map(column)],
    headings: { data_collection: 'Data', ...headings },
    printedOnly: [],
    rows,
    base: `${counted(rows.length, 'kind', 'kinds')} of data in the evaluation’s register`,
    period: periodsOf(figures),
    notes: [],
    definition: {
      counts: 'Each kind of data that the evaluation collects, with what was done in each year.',
      source: 'The register of data collection.',
      when: 'An entry belongs to the term that it was written for.',
      coverage: 'The whole partnership. “Not available”: the register has no entry for that year.',
    },
    derived: null,
    facts: [],
    shown: [
      {
        caption: '',
        columns: [
          { key: 'data_collection', heading: 'Data', numeric: false },
          ...terms.map((term) => ({ key: column(term), heading: termName(figures, term), numeric: false })),
        ],
        rows: names.map((name) => [name, ...terms.map((term) => whatOf(name, term))]),
      },
    ],
    chart: null,
  }
}
