import { formatDate, formatPeriod } from '#platform/dates.ts'
import { Tag } from '#ui/govuk/index.ts'
import { EmptyState, Lead, ListTable, PageHeading } from '#ui/page-parts/index.ts'
import { inPartnership, paths } from '../paths.ts'
import type { Term } from '../report/figures.ts'

type Listed = { readonly name: string; readonly slug: string | null; readonly terms: readonly Term[] }

/** The terms with a report, the latest first. */
export const ReportList = ({ loaded }: { loaded: { partnerships: readonly Listed[]; insider: boolean } }) => (
  <>
    <PageHeading>Reports</PageHeading>
    <Lead>What each term’s records add up to: every number counted, with its definition one click away.</Lead>
    {loaded.partnerships.length === 0 && <NothingYet insider={loaded.insider} />}
    {loaded.partnerships.map((partnership, index) => (
      <ListTable
        id={`terms-${index + 1}`}
        caption={partnership.name}
        cards
        rows={partnership.terms}
        empty={<NothingYet insider={loaded.insider} />}
        columns={[
          { heading: 'Term', cell: (term) => <TermLink term={term} slug={partnership.slug} /> },
          { heading: 'Period', cell: (term) => formatPeriod(term) },
          { heading: 'State', cell: (term) => <State term={term} /> },
        ]}
      />
    ))}
  </>
)

const TermLink = ({ term, slug }: { term: Term; slug: string | null }) => (
  <a class="govuk-link" href={inPartnership(paths.report.to({ term: String(term.number) }), slug)}>
    {term.name}
  </a>
)

const State = ({ term: { publishedOn } }: { term: Term }) =>
  publishedOn === null ? (
    <Tag classes="govuk-tag--grey">Not published</Tag>
  ) : (
    <>
      <Tag classes="govuk-tag--green">Published</Tag> on {formatDate(publishedOn)}
    </>
  )

const NothingYet = ({ insider }: { insider: boolean }) =>
  insider ? (
    <EmptyState title="There is no term yet." action={{ text: 'Settings', href: '/settings' }}>
      The project manager adds the first term in Settings. Its report fills itself from what the rooms record.
    </EmptyState>
  ) : (
    <EmptyState title="No report is published yet.">
      A report is here for everybody once its project manager publishes it.
    </EmptyState>
  )
