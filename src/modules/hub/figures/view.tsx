import { NoTerms, ReportLink, RoomFilters, RoomTabs, type Term, termLabel } from '#modules/people/index.ts'
import { BarChart } from '#ui/charts/index.ts'
import { DefinitionOpen, EmptyState, Lead, ListTable, NotAvailable, PageHeading } from '#ui/page-parts/index.ts'
import { paths } from '../paths.ts'
import { mostViewed, sum } from '../views.ts'
import type { LoadedFigures } from './page.ts'

const inGroups = (value: number): string => value.toLocaleString('en-GB')

/** How often the hub was viewed, by section and term, and page by page in one term. */
export const Figures = ({ loaded }: { loaded: LoadedFigures }) => (
  <>
    <PageHeading caption={loaded.reading.partnership?.name}>Hub figures</PageHeading>
    <RoomTabs list="Pages" listHref={paths.pages.to()} figuresHref={paths.figures.to()} current="figures" />
    {loaded.term === null ? <NoTerms reading={loaded.reading} /> : <Views loaded={loaded} term={loaded.term} />}
    <ReportLink />
  </>
)

const Views = ({ loaded, term }: { loaded: LoadedFigures; term: Term }) => (
  <>
    <RoomFilters reading={loaded.reading} action={paths.figures.to()} />
    <Chart pages={loaded.pages} term={term} />
    <BySection terms={loaded.terms} />
    <DefinitionOpen
      name="a view"
      definition={{
        counts:
          'Each time a page of the hub was opened. Counted by page and day, without cookies and without anybody in it: one person who opens a page twice counts twice.',
        period: 'The day on which the page was opened.',
        notes: 'Not available: no day of the page was counted in that term. 0: it was counted, and nobody came.',
      }}
    />
  </>
)

const Chart = ({ pages, term }: { pages: LoadedFigures['pages']; term: Term }) => {
  const most = mostViewed(pages)
  if (most === null) return <Lead>No view of the hub was counted in {term.name}.</Lead>
  return (
    <BarChart
      id="views"
      headline={`${most.title} was viewed most: ${inGroups(most.views)} of ${inGroups(sum(pages) ?? 0)} views in ${term.name}`}
      subtitle={`Views by page, ${termLabel(term)}`}
      categoryName="Page"
      categories={pages.map(({ title }) => title)}
      series={[{ name: 'Views', values: pages.map(({ views }) => views), meaning: 'first' }]}
    />
  )
}

const BySection = ({ terms }: { terms: LoadedFigures['terms'] }) => (
  <ListTable
    id="by-section"
    caption="Views by section and term"
    rows={terms[0]?.sections ?? []}
    columns={[
      { heading: 'Section', cell: ({ section }) => section },
      { heading: 'Pages', numeric: true, cell: ({ pages }) => pages },
      ...terms.map(({ term, sections }) => ({
        heading: term.name,
        numeric: true,
        cell: ({ section }: { section: string }) => {
          const views = sections.find((each) => each.section === section)?.views ?? null
          return views === null ? <NotAvailable /> : inGroups(views)
        },
      })),
    ]}
    empty={
      <EmptyState title="The hub has no pages yet.">
        Views are counted from the day on which a page is there.
      </EmptyState>
    }
  />
)
