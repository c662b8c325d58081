import { formatDate } from '#platform/dates.ts'
import { Button, Tag } from '#ui/govuk/index.ts'
import { Trail } from '#ui/layout.tsx'
import { EmptyState, ListTable, PageHeading } from '#ui/page-parts/index.ts'
import { paths } from '../paths.ts'
import { Pages } from '../reading/room.tsx'
import type { Team } from '../staff.ts'
import type { LoadedTeams } from './page.ts'

type Row = Team & { inPost: number }

/** The teams of an organisation, open ones first. */
export const Teams = ({ loaded: { organisation, today, list, query } }: { loaded: LoadedTeams }) => (
  <>
    <Trail items={[{ text: 'Settings', href: paths.settings.to() }, { text: 'Teams' }]} />
    <PageHeading caption={organisation}>Teams</PageHeading>
    <Button href={paths.addTeam.to()}>Add a team</Button>
    <ListTable
      id="teams"
      caption="Teams"
      captionHidden
      noun={{ one: 'team', many: 'teams' }}
      rows={list.rows}
      total={list.total}
      from={list.from}
      columns={[
        { heading: 'Team', cell: ({ name }: Row) => name },
        {
          heading: 'People in post',
          numeric: true,
          cell: ({ id, inPost }: Row) => (
            <a class="govuk-link" href={`${paths.staff.to()}?team=${id}`}>
              {inPost}
            </a>
          ),
        },
        {
          heading: 'State',
          cell: ({ closedOn }: Row) => {
            if (closedOn === null) return <Tag classes="govuk-tag--green">open</Tag>
            return (
              <Tag classes="govuk-tag--grey">
                {closedOn > today ? `closes ${formatDate(closedOn)}` : `closed ${formatDate(closedOn)}`}
              </Tag>
            )
          },
        },
        {
          heading: 'Next',
          cell: ({ id, name }: Row) => (
            <a class="govuk-link" href={paths.changeTeam.to({ id })}>
              Rename or close<span class="govuk-visually-hidden"> {name}</span>
            </a>
          ),
        },
      ]}
      empty={
        <EmptyState title="There are no teams yet.">
          Add the teams first: staff are put into them, and coverage is shown by team.
        </EmptyState>
      }
    />
    <Pages list={list} action={paths.teams.to()} query={query} />
  </>
)
