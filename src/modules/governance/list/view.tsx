import { Pages, RoomTabs } from '#modules/people/index.ts'
import { Tag } from '#ui/govuk/index.ts'
import { EmptyState, ListTable, Missing, NotCollected, PageHeading } from '#ui/page-parts/index.ts'
import type { Group } from '../group.ts'
import { paths } from '../paths.ts'
import type { LoadedGroups } from './page.ts'

const columns = [
  { heading: 'Group', cell: ({ name }: Group) => name },
  {
    heading: 'Who sits in it',
    cell: ({ holders }: Group) => (holders.length > 0 ? holders.join(', ') : <Missing kind="missing" />),
  },
  { heading: 'Meets', cell: ({ meets }: Group) => meets },
  {
    heading: 'State',
    cell: ({ holders }: Group) =>
      holders.length > 0 ? (
        <Tag classes="govuk-tag--green">set up</Tag>
      ) : (
        <Tag classes="govuk-tag--yellow">nobody in it</Tag>
      ),
  },
  {
    heading: 'Next meeting',
    cell: () => <NotCollected />,
  },
]

/** The groups, one a line, with whoever sits in them. */
export const Groups = ({ loaded: { reading, list } }: { loaded: LoadedGroups }) => (
  <>
    <PageHeading caption={reading.partnership?.name}>Governance</PageHeading>
    <RoomTabs list="Groups" listHref={paths.groups.to()} figuresHref={paths.figures.to()} current="list" />
    <ListTable
      id="groups"
      caption="Groups"
      captionHidden
      noun={{ one: 'group', many: 'groups' }}
      rows={list.rows}
      total={list.total}
      from={list.from}
      columns={columns}
      empty={
        <EmptyState title="There are no groups yet.">
          A group steers a part of the work, such as a steering group that meets every month. Once it is set up, it
          stands here with its rhythm and whoever sits in it.
        </EmptyState>
      }
    />
    <Pages list={list} action={paths.groups.to()} query={reading.query} />
  </>
)
