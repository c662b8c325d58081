import { FilterBy, Pages, RoomFilters } from '#modules/people/index.ts'
import { formatPeriod } from '#platform/dates.ts'
import { Tag } from '#ui/govuk/index.ts'
import { EmptyState, ListTable, NotCollected, PageHeading } from '#ui/page-parts/index.ts'
import type { LoadedFigures } from '../figures/load.ts'
import { MissingReturns } from '../figures/missing-returns.tsx'
import { Figures } from '../figures/view.tsx'
import { indicatorNames, indicators, nextStep, type ReturnLine } from '../indicator.ts'
import { paths } from '../paths.ts'
import { Tabs } from '../tabs.tsx'
import type { OwnReturns } from './page.ts'

type Loaded =
  | { readonly figures: LoadedFigures; readonly own: null }
  | { readonly figures: null; readonly own: OwnReturns }

/** A borough's returns, indicator by indicator, the latest period first. */
export const Returns = ({ loaded }: { loaded: Loaded }) =>
  loaded.own === null ? <Figures loaded={loaded.figures} /> : <List {...loaded.own} />

const state = ({ events }: ReturnLine) =>
  events === null ? <Tag classes="govuk-tag--yellow">not collected</Tag> : <Tag classes="govuk-tag--grey">received</Tag>

const next = (line: ReturnLine, all: readonly ReturnLine[]) => {
  const { text, due } = nextStep(line, all)
  return due ? <strong>{text}</strong> : text
}

const List = ({ reading, indicator, all, missing, list }: OwnReturns) => {
  const action = paths.returns.to()
  return (
    <>
      <PageHeading caption={reading.organisation.name}>Change data returned earlier</PageHeading>
      <Tabs wide={false} current="returns" />
      <p class="govuk-body">
        What your borough returned by the partnership’s own four indicators, before it computed them from its statutory
        returns.{' '}
        <a class="govuk-link" href={paths.figures.to()}>
          The same over time
        </a>
        .
      </p>
      <RoomFilters reading={reading} action={action} chosen={[indicator ?? undefined]}>
        <FilterBy
          name="indicator"
          label="Indicator"
          all="All indicators"
          chosen={indicator ?? undefined}
          choices={indicators.map((each) => ({ value: each, text: indicatorNames[each] }))}
        />
      </RoomFilters>
      <MissingReturns missing={missing.map((term) => ({ term, boroughs: [] }))} />
      <ListTable
        id="returns"
        caption="Change data returned earlier"
        captionHidden
        noun={{ one: 'indicator returned', many: 'indicators returned' }}
        rows={list.rows}
        total={list.total}
        from={list.from}
        columns={[
          { heading: 'Indicator', cell: (line: ReturnLine) => indicatorNames[line.indicator] },
          { heading: 'Period', cell: ({ starts, ends }: ReturnLine) => formatPeriod({ starts, ends }) },
          {
            heading: 'Children',
            numeric: true,
            cell: ({ events }: ReturnLine) => events?.toLocaleString('en-GB') ?? <NotCollected />,
          },
          { heading: 'State', cell: state },
          { heading: 'Next', cell: (line: ReturnLine) => next(line, all) },
        ]}
        empty={<Empty filtered={reading.term !== null || indicator !== null} />}
      />
      <Pages list={list} action={action} query={reading.query} />
    </>
  )
}

const Empty = ({ filtered }: { filtered: boolean }) =>
  filtered ? (
    <EmptyState title="No return fits these filters." action={{ text: 'Show all returns', href: paths.returns.to() }} />
  ) : (
    <EmptyState title="Your borough has sent in no change data yet.">
      A return holds the partnership’s four indicators for a period. What your borough does not record is said to be not
      collected, never 0.
    </EmptyState>
  )
