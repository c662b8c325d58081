import type { Cell } from '#platform/documents/index.ts'
import { BarChart } from '#ui/charts/index.ts'
import { DefinitionOpen, LeanTable, ScrollBox } from '#ui/page-parts/index.ts'
import type { ReportTable, Shown } from '../report/model.ts'
import { count } from '../report/words.ts'

/** One numbered table or figure: caption, base and period, chart, tables, notes, its definition and its file. */
export const TableSection = ({ table, href }: { table: ReportTable; href: string }) => (
  <section aria-labelledby={table.id}>
    <h2 class="govuk-heading-m govuk-!-padding-top-4" id={table.id}>
      {table.number}: {table.title}
    </h2>
    <p class="govuk-body">
      {table.base}.
      <br />
      Period: {table.period}.
    </p>
    {table.chart && (
      <BarChart
        id={`${table.id}-chart`}
        headline={table.chart.headline}
        subtitle={table.chart.caption}
        categories={table.chart.categories}
        categoryName="Programme"
        series={table.chart.series}
      />
    )}
    {table.shown.map((shown, index) => (
      <ShownTable id={table.id} shown={shown} index={index} />
    ))}
    {table.notes.map((note) => (
      <p class="govuk-body">{note}</p>
    ))}
    <DefinitionOpen name={table.number} definition={definitionOf(table)} />
    <p class="govuk-body">
      <a class="govuk-link" href={href}>
        Download {table.number} (CSV)
      </a>
    </p>
  </section>
)

const definitionOf = ({ definition }: ReportTable) => ({
  counts: definition.counts,
  base: definition.numerator && (
    <>
      {definition.numerator}
      <br />
      Out of: {definition.denominator}
    </>
  ),
  period: definition.when,
  source: definition.source,
  notes: definition.coverage,
})

/** The heading above names the first table of a section; the others have captions of their own. */
const ShownTable = ({ id, shown, index }: { id: string; shown: Shown; index: number }) => {
  const captionId = `${id}-${index + 1}`
  return (
    <ScrollBox labelledBy={shown.caption === '' ? id : captionId}>
      <LeanTable
        caption={shown.caption && <span id={captionId}>{shown.caption}</span>}
        captionClasses="govuk-table__caption--s"
        rowHeadings
        head={shown.columns.map(({ heading, numeric }) => ({ text: heading, format: numeric ? 'numeric' : undefined }))}
        rows={shown.rows.map((row) =>
          row.map((cell, column) => ({
            text: <CellText cell={cell} />,
            format: shown.columns[column]?.numeric ? 'numeric' : undefined,
          })),
        )}
      />
    </ScrollBox>
  )
}

/** A number with its interval on one line of its own, or the word for why there is none. */
const CellText = ({ cell }: { cell: Cell }) => {
  if (cell === null) return <span class="tl-missing">not available</span>
  if (typeof cell === 'number') return <>{count(cell)}</>
  if (typeof cell === 'string') return <>{cell}</>
  if (cell.value === null) return <span class="tl-missing">{cell.text}</span>
  const [value, interval] = cell.text.split(' (')
  if (interval === undefined) return <>{value}</>
  return (
    <>
      {value} <span class="tl-number__interval">({interval}</span>
    </>
  )
}
