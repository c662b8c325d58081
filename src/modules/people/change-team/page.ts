import { formatDate } from '#platform/dates.ts'
import { formPage } from '#platform/web/form-page.ts'
import { isPerson } from '#platform/web/route.ts'
import { manageStaff } from '../access.ts'
import { paths } from '../paths.ts'
import type { Team } from '../staff.ts'
import { countByTeam, lockStaff, readTeams, updateTeam } from '../staff-store.ts'
import { nameTaken, teamForm, teamVersion } from '../team-form.ts'
import { versionSeen } from '../versions.ts'
import { ChangeTeam } from './view.tsx'

export const changeTeamPage = formPage({
  path: paths.changeTeam,
  permission: manageStaff,
  record: { act: 'team.changed', subject: ({ team }) => ({ kind: 'team', id: team.id }) },
  title: 'Rename or close a team',
  area: 'Settings',
  form: teamForm,
  async load({ actor, db, params }) {
    if (!isPerson(actor)) return null
    const { organisationId, organisation } = actor.grant
    const team = (await readTeams(db, organisationId)).find(({ id }) => id === params.id)
    return team ? { organisationId, organisation, team } : null
  },
  initial: ({ team: { name, closedOn } }) => ({ name, closed: closedOn ?? '' }),
  async save({ db, input, loaded: { organisationId, team }, asked, services }) {
    await lockStaff(db, organisationId)
    const teams = await readTeams(db, organisationId)
    const now = teams.find(({ id }) => id === team.id) ?? team
    if (versionSeen(asked) !== teamVersion(now)) return { theirs: inWords(now) }
    const taken = nameTaken(input.name, teams, team.id)
    if (taken) return { errors: { name: taken } }
    if (input.closedOn !== null && now.closedOn === null) {
      const inPost = (await countByTeam(db, organisationId, services.clock.today())).get(team.id) ?? 0
      if (inPost > 0)
        return {
          errors: {
            closed: `${inPost === 1 ? '1 person is' : `${inPost} people are`} still in this team: move them first, or enter their last day`,
          },
        }
    }
    if (!(await updateTeam(db, now, input))) return { theirs: inWords(now) }
    return { redirect: paths.teams.to(), cookies: { flash: 'The team was changed.' } }
  },
  view: ChangeTeam,
})

const inWords = (team: Team) => ({
  name: team.name,
  closed: team.closedOn === null ? 'open' : formatDate(team.closedOn),
})
