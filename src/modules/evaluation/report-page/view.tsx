import { formatDate, formatPeriod } from '#platform/dates.ts'
import { Button, SummaryList } from '#ui/govuk/index.ts'
import { Trail } from '#ui/layout.tsx'
import { PageHeading } from '#ui/page-parts/index.ts'
import type { LoadedReport } from '../load.ts'
import { inPartnership, paths } from '../paths.ts'
import type { Report } from '../report/model.ts'
import { counted, listed } from '../report/words.ts'
import { Disagreements, disagreementsId } from './disagreements.tsx'
import { TableSection } from './table-section.tsx'

/** A term's report: how it stands, what is in it, each table with its definition, and where the printed report is wrong. */
export const ReportView = ({ loaded: { report, slug, mayPublish, readsReleases } }: { loaded: LoadedReport }) => {
  const term = String(report.term.number)
  return (
    <>
      <Trail items={[{ text: 'Reports', href: inPartnership(paths.list.to(), slug) }, { text: report.term.name }]} />
      <PageHeading caption={report.partnership.name}>Report: {report.term.name}</PageHeading>
      <Summary report={report} />
      {mayPublish && (
        <Button href={paths.publish.to({ term })} classes="govuk-button--secondary">
          {report.term.publishedOn === null ? 'Publish this report' : 'Take this report back'}
        </Button>
      )}
      <Contents report={report} />
      <Downloads term={term} slug={slug} />
      {report.tables.map((table) => (
        <>
          <TableSection table={table} href={inPartnership(paths.table.to({ term, table: table.id }), slug)} />
          {readsReleases && table.id === 'table-6' && <ReleasesLink slug={slug} />}
        </>
      ))}
      <Disagreements report={report} />
    </>
  )
}

const Summary = ({ report }: { report: Report }) => {
  const { boroughs, contradictions, printed, term } = report
  const disagreements = (
    <a class="govuk-link" href={`#${disagreementsId}`}>
      {counted(contradictions.length, 'place')}
    </a>
  )
  return (
    <SummaryList
      rows={[
        { key: 'Period', value: formatPeriod(term) },
        { key: 'Boroughs', value: boroughs.length === 0 ? 'none' : `${boroughs.length}: ${listed(boroughs)}` },
        {
          key: 'State',
          value: term.publishedOn === null ? 'Not published' : `Published on ${formatDate(term.publishedOn)}`,
        },
        printed && { key: 'Printed report', value: printed.citation },
        printed && { key: 'Where it disagrees with its own numbers', value: { children: disagreements } },
      ]}
    />
  )
}

/** Beside Table 6, for who may follow it: the boroughs' figures by one definition, which are no part of a printed report. */
const ReleasesLink = ({ slug }: { slug: string | null }) => (
  <p class="govuk-body">
    What boroughs have released since, counted from their statutory returns by one definition for all, stands by itself:{' '}
    <a class="govuk-link" href={inPartnership('/change-data', slug)}>
      Change data released
    </a>
    . The two are not compared.
  </p>
)

const Contents = ({ report }: { report: Report }) => (
  <nav aria-labelledby="contents">
    <h2 class="govuk-heading-m" id="contents">
      Contents
    </h2>
    <ul class="govuk-list">
      {report.tables.map(({ id, number, title }) => (
        <li>
          <a class="govuk-link" href={`#${id}`}>
            {number}: {title}
          </a>
        </li>
      ))}
      {report.printed && (
        <li>
          <a class="govuk-link" href={`#${disagreementsId}`}>
            Where the printed report disagrees with its own numbers
          </a>
        </li>
      )}
    </ul>
  </nav>
)

const Downloads = ({ term, slug }: { term: string; slug: string | null }) => {
  const files = [
    ['Word document', paths.docx],
    ['Excel workbook', paths.xlsx],
    ['JSON', paths.json],
  ] as const
  return (
    <>
      <h2 class="govuk-heading-m">Take it with you</h2>
      <ul class="govuk-list govuk-list--bullet">
        {files.map(([text, path]) => (
          <li>
            <a class="govuk-link" href={inPartnership(path.to({ term }), slug)}>
              {text}
            </a>
          </li>
        ))}
      </ul>
      <p class="govuk-body">Each table can also be downloaded by itself, as CSV.</p>
    </>
  )
}
