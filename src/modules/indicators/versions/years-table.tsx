import { ListTable } from '#ui/page-parts/index.ts'
import { whyWords } from '../definition/coverage.ts'
import type { Figures } from '../definition/figures-shape.ts'
import { type FurtherMeasure, furtherMeasures, type Measure, measures } from '../definition/measure.ts'
import { FigureCell } from './figure.tsx'
import { measureName } from './measure-name.ts'
import { financialYearOf, isFinancialYear, yearWords } from './period.ts'

type Year = Figures['years'][number]

const shows = (name: Measure | FurtherMeasure, years: readonly Year[]): boolean =>
  years.some(({ measures: of }) => of[name].status === 'counted')

/** The last financial years, and the latest twelve months where they are none. */
const yearsOf = ({ years }: Figures): readonly Year[] => {
  const latest = years.at(-1)
  return years.filter((year) => isFinancialYear(year.endsWith) || year === latest).slice(-4)
}

const heading = (year: Year): string =>
  isFinancialYear(year.endsWith)
    ? `${financialYearOf(year.endsWith)} (${yearWords(year.endsWith)})`
    : yearWords(year.endsWith)

/** Figures by financial year, each child once in each; exact, so for reading inside the borough. */
export const YearsTable = ({ figures }: { figures: Figures }) => {
  const years = yearsOf(figures)
  const names = [...measures, ...furtherMeasures]
  const rows = names.filter((name) => shows(name, years))
  const none = names.filter((name) => !rows.includes(name))
  return (
    <>
      <ListTable
        id="years"
        caption="Figures by year"
        rows={rows}
        dense
        columns={[
          { heading: 'Figure', cell: (name: Measure | FurtherMeasure) => measureName(name) },
          ...years.map((year) => ({
            heading: heading(year),
            numeric: true,
            cell: (name: Measure | FurtherMeasure) => <FigureCell figure={year.measures[name]} />,
          })),
        ]}
        empty={<p class="govuk-body">No twelve months are wholly covered by the files yet.</p>}
      />
      <NotComputableList names={none} figures={figures} />
    </>
  )
}

/** What cannot be computed of any of the years, and what it needs: as its latest quarter says. */
const NotComputableList = (props: { names: readonly (Measure | FurtherMeasure)[]; figures: Figures }) => {
  if (props.names.length === 0 || props.figures.years.length === 0) return null
  const whyOf = (name: Measure | FurtherMeasure): string => {
    const figure = props.figures.quarters.findLast(({ measures: of }) => of[name].status === 'not-computable')
      ?.measures[name]
    return figure?.status === 'not-computable' ? `: ${whyWords(figure.why)}` : ''
  }
  return (
    <>
      <h2 class="govuk-heading-s">Not computable for any of these years</h2>
      <ul class="govuk-list govuk-list--bullet">
        {props.names.map((name) => (
          <li key={name}>
            {measureName(name)}
            {whyOf(name)}
          </li>
        ))}
      </ul>
    </>
  )
}
