import type { Cell } from '#platform/documents/index.ts'
import { byar, fixed, ratePerMonth, round } from '#platform/statistics/index.ts'
import type { Figures } from './figures.ts'
import { membersIn, membersInAny } from './members.ts'
import type { ReportTable, Row } from './model.ts'
import { inPrintedOrder, labelOf, printedTable } from './printed.ts'
import { count, countCell, listed, periodsOf, sum, termName, termNumbers, unique } from './words.ts'

const file = 'case-consultations.csv'
const key = ['borough', 'year']

/** Table 4: case consultations by borough and term, with the months of data that each count covers and the rate per month. */
export const caseConsultationsTable = (figures: Figures): ReportTable => {
  const printed = printedTable(figures.printed?.figures ?? [], file)
  const counts = figures.consultations.map(
    ({ authority, term, consultations, months }): Row => ({ borough: authority, year: term, consultations, months }),
  )
  const rows = inPrintedOrder(counts, (row) => labelOf(row, key), printed)
  const terms = termNumbers(figures)
  return {
    id: 'table-4',
    number: 'Table 4',
    title: 'Case consultations, by borough',
    file,
    key,
    columns: [...key, 'consultations', 'months'],
    headings: { borough: 'Borough', year: 'Year', consultations: 'Consultations', months: 'Months of data' },
    printedOnly: [],
    rows,
    base: `Consultations held: ${listed(terms.map((term) => `${count(total(figures, term).consultations)} in ${termName(figures, term)}`))}`,
    period: periodsOf(figures),
    notes: terms.flatMap((term) => monthsNote(figures, term)),
    definition: {
      counts: 'Case consultations that implementation leads and champions held, one to one or in a group.',
      numerator: 'Consultations held in the term.',
      denominator: 'The months for which the borough sent in its activity. The rate has a 95% interval (Byar).',
      source: 'The activity log, and the monthly returns of activity.',
      when: 'On the day on which the consultation was held. One that was only booked does not count.',
      coverage: listed(terms.map((term) => missingIn(figures, term))),
    },
    derived: {
      columns: [...key, 'per_month', 'per_month_low', 'per_month_high'],
      rows: rows.map((row) => ({ borough: row['borough'] ?? null, year: row['year'] ?? null, ...rateOf(row) })),
    },
    facts: [],
    shown: [shownOf(figures, rows, terms)],
    chart: null,
  }
}

/** To three decimals: more would promise what is not known. */
const rateOf = (row: Row): Row => {
  const rate = ratePerMonth(Number(row['consultations']), Number(row['months']))
  const to = (value: number | undefined) => (value === undefined ? null : round(value, 3))
  return { per_month: to(rate?.value), per_month_low: to(rate?.low), per_month_high: to(rate?.high) }
}

const rateCell = (consultations: number, months: number): Cell => {
  if (months === 0) return null
  const { low, high } = byar(consultations)
  const per = (n: number) => fixed(n / months, 1)
  return { value: round(consultations / months, 3), text: `${per(consultations)} (${per(low)} to ${per(high)})` }
}

const total = (figures: Figures, number: number) => {
  const own = figures.consultations.filter(({ term }) => term === number)
  return { consultations: sum(own.map((row) => row.consultations)), months: sum(own.map((row) => row.months)) }
}

const missingIn = (figures: Figures, number: number): string => {
  const sent = figures.consultations.filter(({ term }) => term === number).map(({ authority }) => authority)
  const missing = membersIn(figures, number).filter((name) => !sent.includes(name))
  return `${termName(figures, number)}: ${sent.length} of ${sent.length + missing.length} boroughs, missing: ${listed(missing)}`
}

const monthsNote = (figures: Figures, number: number): string[] => {
  const own = figures.consultations.filter(({ term }) => term === number)
  const lengths = unique(own.map(({ months }) => months)).toSorted((a, b) => a - b)
  if (lengths.length < 2) return []
  const each = lengths.map(
    (months) =>
      `${months} months for ${listed(own.filter((row) => row.months === months).map(({ authority }) => authority))}`,
  )
  return [
    `${termName(figures, number)}: the counts cover ${listed(each)}. Compare the rates per month, not the counts.`,
  ]
}

/** For people: a line a borough; for each term the count, its months and the rate. */
const shownOf = (figures: Figures, rows: readonly Row[], terms: readonly number[]) => {
  const boroughs = unique([...rows.map(({ borough }) => String(borough)), ...membersInAny(figures)])
  const cellsOf = (borough: string, term: number): Cell[] => {
    const own = figures.consultations.find((row) => row.authority === borough && row.term === term)
    if (own) return [countCell(own.consultations), countCell(own.months), rateCell(own.consultations, own.months)]
    const gap = { value: null, text: membersIn(figures, term).includes(borough) ? 'missing' : 'not a member' }
    return [gap, gap, gap]
  }
  const all = terms.flatMap((term) => {
    const { consultations, months } = total(figures, term)
    return months === 0
      ? [null, null, null]
      : [countCell(consultations), countCell(months), rateCell(consultations, months)]
  })
  return {
    caption: '',
    columns: [
      { key: 'borough', heading: 'Borough', numeric: false },
      ...terms.flatMap((term) =>
        ['Consultations', 'Months of data', 'Per month (95% interval)'].map((what) => ({
          key: `${what} ${term}`,
          heading: `${termName(figures, term)}: ${what.toLowerCase()}`,
          numeric: true,
        })),
      ),
    ],
    rows: [
      ...boroughs.map((borough) => [borough, ...terms.flatMap((term) => cellsOf(borough, term))]),
      ['All', ...all],
    ],
  }
}
