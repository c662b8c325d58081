import { type Given, page } from '#platform/web/page.ts'
import { isPerson } from '#platform/web/route.ts'
import { manageStaff, seeStaff } from '../access.ts'
import { paths } from '../paths.ts'
import { pageNumber, readPage } from '../reading/reading.ts'
import { countStaff, listStaff, readTeams, type StaffFilter } from '../staff-store.ts'
import { Staff } from './view.tsx'

export const staffPage = page({
  path: paths.staff,
  permission: seeStaff,
  record: { act: 'staff.listed', subject: ({ organisation }) => ({ kind: 'organisation', id: organisation.id }) },
  title: 'Staff',
  area: 'Settings',
  wide: true,
  load,
  view: Staff,
})

const states: readonly StaffFilter['state'][] = ['in post', 'left', 'all']

async function load({ actor, db, query, services }: Given<string>) {
  if (!isPerson(actor)) return null
  const { organisationId, organisation, role } = actor.grant
  const teams = await readTeams(db, organisationId)
  const team = teams.find(({ id }) => id === query.get('team')) ?? null
  const withoutTeam = query.get('team') === 'none'
  const today = services.clock.today()
  const filter: StaffFilter = {
    organisationId,
    team: withoutTeam ? 'none' : (team?.id ?? null),
    state: states.find((each) => each === query.get('state')) ?? 'in post',
    today,
  }
  const list = await readPage(
    pageNumber(query),
    () => countStaff(db, filter),
    (offset, limit) => listStaff(db, filter, offset, limit),
  )
  const changes = manageStaff.roles.includes(role)
  return {
    organisation: { id: organisationId, name: organisation },
    teams,
    team,
    withoutTeam,
    state: filter.state,
    today,
    list,
    changes,
    query,
  }
}

export type LoadedStaff = NonNullable<Awaited<ReturnType<typeof load>>>
