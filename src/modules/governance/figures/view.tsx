import { ReportLink, RoomTabs } from '#modules/people/index.ts'
import { formatDate } from '#platform/dates.ts'
import {
  DefinitionOpen,
  EmptyState,
  ListTable,
  NotCollected,
  NumberWithBase,
  PageHeading,
  Unknown,
} from '#ui/page-parts/index.ts'
import type { Holder } from '../group.ts'
import { paths } from '../paths.ts'
import type { LoadedFigures } from './page.ts'

type GroupFigures = LoadedFigures['groups'][number]

/** How many seats and meetings each group has, and who sits in more than one. */
export const Figures = ({ loaded }: { loaded: LoadedFigures }) => (
  <>
    <PageHeading caption={loaded.reading.partnership?.name}>Governance figures</PageHeading>
    <RoomTabs list="Groups" listHref={paths.groups.to()} figuresHref={paths.figures.to()} current="figures" />
    <ByGroup {...loaded} />
    <ByHolder {...loaded} />
    <ReportLink />
  </>
)

const ByGroup = ({ reading, groups }: LoadedFigures) => (
  <>
    <ListTable
      id="by-group"
      caption={`Groups as they stand on ${formatDate(reading.today)}`}
      rows={groups}
      empty={
        <EmptyState title="There are no groups yet.">
          Once a group is set up, its seats and its rhythm are counted here.
        </EmptyState>
      }
      columns={[
        { heading: 'Group', cell: ({ name }: GroupFigures) => name },
        { heading: 'Seats', numeric: true, cell: ({ holders }: GroupFigures) => holders.length },
        {
          heading: 'Meetings a year, by its rhythm',
          numeric: true,
          cell: (group: GroupFigures) => group.meetingsAYear ?? <Unknown />,
        },
        { heading: 'Meetings held', numeric: true, cell: () => <NotCollected /> },
      ]}
    />
    <DefinitionOpen
      name="governance"
      definition={{
        counts: 'Seats: the roles and organisations that sit in a group, each once. Several people may share a seat.',
        period: 'Today. The groups are not recorded term by term.',
        source: 'The list of groups, counted when this page was opened.',
        notes:
          'Meetings a year follow from the rhythm that was agreed: every two weeks makes 26. Whether they were held is not collected yet.',
      }}
    />
  </>
)

const ByHolder = ({ groups, holders }: LoadedFigures) =>
  holders.length === 0 ? null : (
    <ListTable
      id="by-holder"
      caption="Who sits where"
      rows={holders}
      empty={<p class="govuk-body">Nobody has a seat yet.</p>}
      columns={[
        { heading: 'Who', cell: ({ holder }: Holder) => holder },
        ...groups.map(({ id, name }) => ({
          heading: name,
          cell: (row: Holder) => (row.groups.has(id) ? 'has a seat' : 'no seat'),
        })),
        {
          heading: 'Groups',
          cell: (row: Holder) => <NumberWithBase count={row.groups.size} of={groups.length} />,
        },
      ]}
    />
  )
