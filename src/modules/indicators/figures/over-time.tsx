import { lastDay } from '#modules/people/index.ts'
import { formatMonth } from '#platform/dates.ts'
import { type ChartData, type ChartValue, LinePanels } from '#ui/charts/index.ts'
import { aMonth, directionWords, enough, type IndicatorCell, type ReturnSummary } from '../indicator.ts'
import { DotPanels } from './dot-panels.tsx'
import type { LoadedFigures } from './load.ts'

type Point = { readonly name: string; readonly ends: string; readonly row: ReturnSummary | null }

/** Returns and, in their place, those that are owed: from the oldest. */
const pointsOf = (rows: readonly ReturnSummary[], missing: LoadedFigures['missing']): Point[] =>
  [
    ...rows.map((row) => ({ name: formatMonth(lastDay(row)), ends: row.ends, row })),
    ...missing.map(({ term }) => ({ name: formatMonth(lastDay(term)), ends: term.ends, row: null })),
  ].toSorted((a, b) => (a.ends < b.ends ? -1 : 1))

const valueAt = (cell: (row: ReturnSummary) => IndicatorCell, { row }: Point): ChartValue => {
  if (row === null) return { missing: 'missing' }
  const given = cell(row)
  return given.kind === 'count' ? aMonth(given.n, row) : { missing: given.kind }
}

const oneDecimal = (value: number): string =>
  value < 10 ? value.toFixed(1) : value.toLocaleString('en-GB', { maximumFractionDigits: 0 })

/** One borough's returns from the oldest to the latest, as counts a month: dots while they are too few to speak of a direction. */
export const OverTime = (props: Pick<LoadedFigures, 'rows' | 'missing'> & { borough: string }) => {
  const { rows, missing, borough } = props
  // One dot beside nothing shows nothing; the table has its number.
  if (rows.length < 2) return null
  const points = pointsOf(rows, missing)
  const Panels = rows.length < enough.forTrial ? DotPanels : LinePanels
  const said = directionWords(rows.length)
  // Said once, above the first of the two.
  const first = said === null ? 'New cases a month' : `New cases a month. ${said}`
  const chart = (
    id: string,
    headline: string,
    parts: [string, (row: ReturnSummary) => IndicatorCell][],
  ): ChartData => ({
    id,
    headline,
    subtitle: `${borough}, children in an average month of each return, by the month in which it ends`,
    categoryName: 'Return up to',
    categories: points.map(({ name }) => name),
    series: parts.map(([name, cell]) => ({ name, values: points.map((point) => valueAt(cell, point)) })),
    format: oneDecimal,
  })
  return (
    <>
      <Panels
        {...chart('new-cases', first, [
          ['Identified at referral', ({ atReferral }) => atReferral],
          ['Identified after assessment', ({ afterAssessment }) => afterAssessment],
        ])}
      />
      <Panels
        {...chart('outcomes', 'Child protection plans and children taken into care a month', [
          ['Child protection plans', ({ plans }) => plans.cell],
          ['Taken into care', ({ care }) => care.cell],
        ])}
      />
    </>
  )
}
