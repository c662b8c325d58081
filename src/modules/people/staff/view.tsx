import { formatDate, relativeDate } from '#platform/dates.ts'
import { Button, Tag } from '#ui/govuk/index.ts'
import { Trail } from '#ui/layout.tsx'
import { EmptyState, Filters, ListTable, PageHeading } from '#ui/page-parts/index.ts'
import { paths } from '../paths.ts'
import { FilterBy, Pages } from '../reading/room.tsx'
import { lastDayText, type StaffMember, staffState } from '../staff.ts'
import type { LoadedStaff } from './page.ts'

const colours = { 'to start': 'govuk-tag--teal', 'in post': 'govuk-tag--green', left: 'govuk-tag--grey' } as const

const columnsFor = ({ today, changes }: LoadedStaff) => [
  { heading: 'Name', cell: ({ name }: StaffMember) => name },
  { heading: 'Job role', cell: ({ jobRole }: StaffMember) => jobRole || <span class="tl-missing">not entered</span> },
  { heading: 'Team', cell: ({ team }: StaffMember) => team ?? <span class="tl-missing">no team</span> },
  { heading: 'Since', cell: ({ starts }: StaffMember) => `${formatDate(starts)}, ${relativeDate(starts, today)}` },
  { heading: 'Last day', cell: (member: StaffMember) => lastDayText(member) ?? 'none set' },
  {
    heading: 'State',
    noWrap: true,
    cell: (member: StaffMember) => {
      const state = staffState(member, today)
      return <Tag classes={colours[state]}>{state}</Tag>
    },
  },
  ...(changes
    ? [
        {
          heading: 'Next',
          cell: ({ id, name }: StaffMember) => (
            <a class="govuk-link" href={paths.changeStaff.to({ id })}>
              Change<span class="govuk-visually-hidden"> {name}</span>
            </a>
          ),
        },
      ]
    : []),
]

/** The staff of an organisation: to change for its administrator, to look at for those who work with them. */
export const Staff = ({ loaded }: { loaded: LoadedStaff }) => {
  const { organisation, list, changes, query } = loaded
  const action = paths.staff.to()
  return (
    <>
      <Trail items={[{ text: 'Settings', href: paths.settings.to() }, { text: 'Staff' }]} />
      <PageHeading caption={organisation.name}>Staff</PageHeading>
      {changes && (
        <div class="govuk-button-group">
          <Button href={paths.addStaff.to()}>Add a member of staff</Button>
          <a class="govuk-link" href={paths.importStaff.to()}>
            Bring in a staff list
          </a>
        </div>
      )}
      <StaffFilters loaded={loaded} />
      <ListTable
        id="staff"
        dense
        caption="Staff"
        captionHidden
        noun={{ one: 'person', many: 'people' }}
        rows={list.rows}
        total={list.total}
        from={list.from}
        columns={columnsFor(loaded)}
        empty={<Empty loaded={loaded} />}
      />
      <Pages list={list} action={action} query={query} />
    </>
  )
}

const stateTexts = { 'in post': 'In post or to start', left: 'Left', all: 'Everybody' } as const

const StaffFilters = ({ loaded: { teams, team, withoutTeam, state } }: { loaded: LoadedStaff }) => {
  const words = [withoutTeam ? 'no team' : team?.name, state === 'in post' ? undefined : stateTexts[state]]
  return (
    <Filters
      action={paths.staff.to()}
      clearHref={paths.staff.to()}
      chosen={words.filter(Boolean).join(', ') || undefined}
    >
      <FilterBy
        name="team"
        label="Team"
        all="All teams"
        chosen={withoutTeam ? 'none' : team?.id}
        choices={[...teams.map(({ id, name }) => ({ value: id, text: name })), { value: 'none', text: 'No team' }]}
      />
      <FilterBy
        name="state"
        label="State"
        all={stateTexts['in post']}
        chosen={state === 'in post' ? undefined : state}
        choices={[
          { value: 'left', text: stateTexts.left },
          { value: 'all', text: stateTexts.all },
        ]}
      />
    </Filters>
  )
}

const Empty = ({ loaded: { team, withoutTeam, state, changes } }: { loaded: LoadedStaff }) => {
  if (team || withoutTeam || state !== 'in post')
    return (
      <EmptyState
        title="Nobody fits these filters."
        action={{ text: 'Show everybody in post', href: paths.staff.to() }}
      />
    )
  return changes ? (
    <EmptyState
      title="Nobody is on the staff list yet."
      action={{ text: 'Bring in a staff list', href: paths.importStaff.to() }}
    >
      Training coverage is counted of the people on this list, whether they have an account or not. Bring in a list from
      a spreadsheet, or add people one by one.
    </EmptyState>
  ) : (
    <EmptyState title="Nobody is on the staff list yet.">Your administrator keeps it.</EmptyState>
  )
}
