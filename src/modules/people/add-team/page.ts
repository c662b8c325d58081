import { formPage } from '#platform/web/form-page.ts'
import { isPerson } from '#platform/web/route.ts'
import { manageStaff } from '../access.ts'
import { paths } from '../paths.ts'
import { insertTeam, lockStaff, readTeams } from '../staff-store.ts'
import { nameTaken, newTeamForm } from '../team-form.ts'
import { AddTeam } from './view.tsx'

export const addTeamPage = formPage({
  path: paths.addTeam,
  permission: manageStaff,
  record: { act: 'team.added' },
  title: 'Add a team',
  area: 'Settings',
  form: newTeamForm,
  load: async ({ actor }) => (isPerson(actor) ? actor.grant : null),
  async save({ db, input, loaded: { organisationId } }) {
    await lockStaff(db, organisationId)
    const taken = nameTaken(input.name, await readTeams(db, organisationId))
    if (taken) return { errors: { name: taken } }
    const id = await insertTeam(db, organisationId, input.name)
    return { redirect: paths.teams.to(), subject: { kind: 'team', id }, cookies: { flash: 'The team was added.' } }
  },
  view: AddTeam,
})
