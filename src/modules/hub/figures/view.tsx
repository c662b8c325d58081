import { NoTerms, ReportLink, RoomFilters, RoomTabs, type Term, termLabel } from '#modules/people/index.ts'
import { BarChart } from '#ui/charts/index.ts'
import { DefinitionOpen, EmptyState, Lead, ListTable, NotAvailable, PageHeading } from '#ui/page-parts/index.ts'
import { paths } from '../paths.ts'
import { daysDiffer, mostViewed, perMonth, type SectionViews, sum } from '../views.ts'
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
    <BySection terms={loaded.terms} withRate={daysDiffer(loaded.terms.flatMap(({ sections }) => sections))} />
    <DefinitionOpen
      name="a view"
      definition={{
        counts:
          'Each time a page of the hub was opened. Counted by page and day, without cookies and without anybody in it: one person who opens a page twice counts twice.',
        period:
          'The day on which the page was opened. Terms hold different numbers of counted days, from the first to the last: compare views a month.',
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

const Counted = ({ section, withRate }: { section: SectionViews | undefined; withRate: boolean }) => {
  if (section === undefined || section.views === null) return <NotAvailable />
  const rate = withRate ? perMonth(section) : null
  return (
    <span class="tl-number">
      {inGroups(section.views)}
      {rate !== null && <span class="tl-number__interval"> ({inGroups(Math.round(rate))} a month)</span>}
    </span>
  )
}

const BySection = ({ terms, withRate }: { terms: LoadedFigures['terms']; withRate: boolean }) => (
  <ListTable
    id="by-section"
    caption={withRate ? 'Views by section and term, and in an average month' : 'Views by section and term'}
    rows={terms[0]?.sections ?? []}
    columns={[
      { heading: 'Section', cell: ({ section }) => section },
      { heading: 'Pages', numeric: true, cell: ({ pages }) => pages },
      ...terms.map(({ term, sections }) => ({
        heading: term.name,
        numeric: true,
        cell: ({ section }: SectionViews) => (
          <Counted section={sections.find((each) => each.section === section)} withRate={withRate} />
        ),
      })),
    ]}
    empty={
      <EmptyState title="The hub has no pages yet.">
        Views are counted from the day on which a page is there.
      </EmptyState>
    }
  />
)
