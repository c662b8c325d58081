import { type Given, page } from '#platform/web/page.ts'
import { isPerson, notRecorded } from '#platform/web/route.ts'
import { manageStaff } from '../access.ts'
import { paths } from '../paths.ts'
import { pageNumber, readPage } from '../reading/reading.ts'
import { countByTeam, readTeams } from '../staff-store.ts'
import { Teams } from './view.tsx'

export const teamsPage = page({
  path: paths.teams,
  permission: manageStaff,
  record: notRecorded('names of teams and counts, with nobody named'),
  title: 'Teams',
  area: 'Settings',
  wide: true,
  load,
  view: Teams,
})

async function load({ actor, db, query, services }: Given<string>) {
  if (!isPerson(actor)) return null
  const { organisationId, organisation } = actor.grant
  const today = services.clock.today()
  const counts = await countByTeam(db, organisationId, today)
  const teams = (await readTeams(db, organisationId)).map((team) => ({ ...team, inPost: counts.get(team.id) ?? 0 }))
  // Teams that are open come first, each part by name.
  const sorted = [
    ...teams.filter(({ closedOn }) => closedOn === null),
    ...teams.filter(({ closedOn }) => closedOn !== null),
  ]
  const list = await readPage(
    pageNumber(query),
    async () => sorted.length,
    async (offset, limit) => sorted.slice(offset, offset + limit),
  )
  return { organisation, today, list, query }
}

export type LoadedTeams = NonNullable<Awaited<ReturnType<typeof load>>>
