import { FilterBy, Pages, RoomFilters, RoomTabs } from '#modules/people/index.ts'
import { formatDate } from '#platform/dates.ts'
import { Tag } from '#ui/govuk/index.ts'
import { EmptyState, ListTable, PageHeading } from '#ui/page-parts/index.ts'
import { type Consultation, nextStep, themeNames, themes } from '../consultation.ts'
import type { LoadedFigures } from '../figures/load.ts'
import { Figures } from '../figures/view.tsx'
import { paths } from '../paths.ts'
import type { OwnList } from './page.ts'

type Loaded =
  | { readonly figures: LoadedFigures; readonly own: null }
  | { readonly figures: null; readonly own: OwnList }

/** A borough's consultations, the latest first. */
export const Consultations = ({ loaded }: { loaded: Loaded }) =>
  loaded.own === null ? <Figures loaded={loaded.figures} /> : <List {...loaded.own} />

const notRecorded = <span class="tl-missing">not recorded</span>

const List = ({ reading, theme, list }: OwnList) => {
  const action = paths.consultations.to()
  return (
    <>
      <PageHeading caption={reading.organisation.name}>Consultations</PageHeading>
      <RoomTabs list="Consultations" listHref={action} figuresHref={paths.figures.to()} current="list" />
      <RoomFilters reading={reading} action={action} chosen={[theme === null ? undefined : themeNames[theme]]}>
        <FilterBy
          name="theme"
          label="Mainly about"
          all="Anything"
          chosen={theme ?? undefined}
          choices={themes.map((each) => ({ value: each, text: themeNames[each] }))}
        />
      </RoomFilters>
      <ListTable
        id="consultations"
        dense
        caption="Consultations"
        captionHidden
        noun={{ one: 'consultation', many: 'consultations' }}
        rows={list.rows}
        total={list.total}
        from={list.from}
        columns={[
          { heading: 'Date', noWrap: true, cell: ({ heldOn }: Consultation) => formatDate(heldOn) },
          { heading: 'Mainly about', cell: (row: Consultation) => themeNames[row.theme] },
          { heading: 'Kind', cell: ({ kind }: Consultation) => kind },
          { heading: 'Team', cell: ({ team }: Consultation) => team ?? notRecorded },
          { heading: 'Led by', cell: ({ ledBy }: Consultation) => ledBy ?? notRecorded },
          { heading: 'State', cell: (row: Consultation) => <State row={row} today={reading.today} /> },
          { heading: 'Next', cell: (row: Consultation) => nextStep(row, reading.today).next },
        ]}
        empty={<Empty filtered={reading.term !== null || theme !== null} />}
      />
      <Pages list={list} action={action} query={reading.query} />
    </>
  )
}

const State = ({ row, today }: { row: Consultation; today: OwnList['reading']['today'] }) => {
  const { state } = nextStep(row, today)
  return <Tag classes={state === 'held' ? 'govuk-tag--grey' : 'govuk-tag--teal'}>{state}</Tag>
}

const Empty = ({ filtered }: { filtered: boolean }) =>
  filtered ? (
    <EmptyState
      title="No consultation fits these filters."
      action={{ text: 'Show all consultations', href: paths.consultations.to() }}
    />
  ) : (
    <EmptyState title="No consultation is recorded yet.">
      A consultation is an hour with the implementation lead or a champion on one case: its pattern, the partnering, the
      language, the plan. Each stands here with its theme, its team and what comes next.
    </EmptyState>
  )
