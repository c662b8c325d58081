import type { ComponentChildren } from 'preact'
import { Details } from '../govuk/index.ts'
import { ListTable, Missing } from '../page-parts/index.ts'
import { type ChartData, formatOf, kindOf, numberOf } from './chart-data.ts'

/** The same numbers as a table, for who cannot see the chart, wants to copy, or wants to check. */
const ChartTable = ({ data }: { data: ChartData }) => {
  const format = formatOf(data)
  const cell = (series: ChartData['series'][number], row: number) => {
    const value = numberOf(series.values[row])
    return value === undefined ? <Missing kind={kindOf(series.values[row])} /> : format(value)
  }
  return (
    <ListTable
      id={`${data.id}-table`}
      caption={data.subtitle}
      captionHidden
      dense
      rows={data.categories.map((category, row) => ({ category, row }))}
      columns={[
        { heading: data.categoryName, cell: ({ category }) => category },
        ...data.series.map((series) => ({
          heading: series.name,
          numeric: true,
          cell: ({ row }: { row: number }) => cell(series, row),
        })),
      ]}
      empty={<p class="govuk-body">There is nothing to show yet.</p>}
    />
  )
}

/** Headline, subtitle, the drawing, its source and its table. The drawing itself carries `role="img"`. */
export const ChartFrame = ({ data, children }: { data: ChartData; children: ComponentChildren }) => (
  <figure class="tl-chart" aria-labelledby={`${data.id}-headline`}>
    <figcaption class="tl-chart__caption">
      <strong class="govuk-heading-s tl-chart__headline" id={`${data.id}-headline`}>
        {data.headline}
      </strong>
      <span class="tl-chart__subtitle">{data.subtitle}</span>
    </figcaption>
    {children}
    {data.source && <p class="tl-chart__source">Source: {data.source}</p>}
    <Details summary="Show these numbers as a table" classes="tl-chart__table">
      <ChartTable data={data} />
    </Details>
  </figure>
)
