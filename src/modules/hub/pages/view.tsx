import { FilterBy, Pages as PageLinks, RoomFilters, RoomTabs } from '#modules/people/index.ts'
import { formatDate } from '#platform/dates.ts'
import { EmptyState, ListTable, NotAvailable, PageHeading } from '#ui/page-parts/index.ts'
import { paths } from '../paths.ts'
import type { PageViews } from '../views.ts'
import type { LoadedPages } from './page.ts'

const counted = ({ firstOn, lastOn }: PageViews) =>
  firstOn === null || lastOn === null ? (
    <span class="tl-missing">not counted then</span>
  ) : (
    `${formatDate(firstOn)} to ${formatDate(lastOn)}`
  )

/** The pages of the hub, in its own order, with how often each was viewed. */
export const Pages = ({ loaded: { reading, sections, section, list } }: { loaded: LoadedPages }) => {
  const action = paths.pages.to()
  const views = reading.term ? `Views in ${reading.term.name}` : 'Views'
  return (
    <>
      <PageHeading caption={reading.partnership?.name}>Hub</PageHeading>
      <RoomTabs list="Pages" listHref={action} figuresHref={paths.figures.to()} current="list" />
      <RoomFilters reading={reading} action={action} chosen={[section ?? undefined]}>
        <FilterBy
          name="section"
          label="Section"
          all="All sections"
          chosen={section ?? undefined}
          choices={sections.map((each) => ({ value: each, text: each }))}
        />
      </RoomFilters>
      <ListTable
        id="pages"
        caption="Pages of the hub"
        captionHidden
        noun={{ one: 'page', many: 'pages' }}
        rows={list.rows}
        total={list.total}
        from={list.from}
        columns={[
          { heading: 'Page', cell: ({ title }: PageViews) => title },
          { heading: 'Section', cell: (row: PageViews) => row.section },
          {
            heading: views,
            numeric: true,
            cell: (row: PageViews) => row.views?.toLocaleString('en-GB') ?? <NotAvailable />,
          },
          { heading: 'Days counted', cell: counted },
        ]}
        empty={
          <EmptyState title="The hub has no pages yet.">
            The hub is where practitioners find resources, training and programmes. Each of its pages stands here with
            how often it was viewed, counted without cookies and without anybody in it.
          </EmptyState>
        }
      />
      <PageLinks list={list} action={action} query={reading.query} />
    </>
  )
}
