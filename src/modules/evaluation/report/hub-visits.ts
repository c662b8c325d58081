import { addDays, formatPeriod } from '#platform/dates.ts'
import type { Figures } from './figures.ts'
import type { ReportTable, Row } from './model.ts'
import { inPrintedOrder, labelOf, printedTable } from './printed.ts'
import { count, countCell, sum } from './words.ts'

const file = 'hub-visits.csv'
const key = ['section', 'page']

/** Table 5: how often the pages of the professional hub were opened in the term. */
export const hubVisitsTable = (figures: Figures): ReportTable => {
  const own = figures.hubViews.filter(({ term }) => term === figures.term.number)
  const printed = printedTable(figures.printed?.figures ?? [], file)
  const rows = inPrintedOrder(
    own.map(({ section, page, views }): Row => ({ section, page, visits: views })),
    (row) => labelOf(row, key),
    printed,
  )
  const views = own.flatMap((page) => page.views ?? [])
  return {
    id: 'table-5',
    number: 'Table 5',
    title: 'Visits to the professional hub, by page',
    file,
    key,
    columns: [...key, 'visits'],
    headings: { section: 'Section', page: 'Page', visits: 'Visits' },
    printedOnly: [],
    rows,
    base:
      views.length === 0
        ? 'No page was counted in this term'
        : `${count(sum(views))} visits to ${count(views.length)} pages`,
    period: countedFrom(own) ?? formatPeriod(figures.term),
    notes: ['Visits are openings of a page, not people: one person may open a page often.'],
    definition: {
      counts: 'How often each page of the hub was opened.',
      source: 'The hub’s own count of page views by day. No visitor is followed from page to page.',
      when: 'On the day of the visit, in Europe/London.',
      coverage: 'The pages that are counted. “Not available”: no day of the term was counted for that page.',
    },
    derived: null,
    facts: [],
    shown: [
      {
        caption: '',
        columns: [
          { key: 'page', heading: 'Page', numeric: false },
          { key: 'section', heading: 'Section', numeric: false },
          { key: 'visits', heading: 'Visits', numeric: true },
        ],
        rows: rows.map(({ section = null, page = null, visits }) => [
          page,
          section,
          countCell(visits as number | null),
        ]), // a count or nothing
      },
    ],
    chart: null,
  }
}

const countedFrom = (views: Figures['hubViews']): string | null => {
  const days = views.flatMap(({ firstOn, lastOn }) => (firstOn && lastOn ? [firstOn, lastOn] : [])).toSorted()
  const [first, last] = [days[0], days.at(-1)]
  return first && last ? formatPeriod({ starts: first, ends: addDays(last, 1) }) : null
}
