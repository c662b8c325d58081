import { formPage } from '#platform/web/form-page.ts'
import { isPerson } from '#platform/web/route.ts'
import { manageStaff } from '../access.ts'
import { paths } from '../paths.ts'
import { staffForm } from '../staff-form.ts'
import { insertMember, readTeams } from '../staff-store.ts'
import { AddStaff } from './view.tsx'

export const addStaffPage = formPage({
  path: paths.addStaff,
  permission: manageStaff,
  record: { act: 'staff.added' },
  title: 'Add a member of staff',
  area: 'Settings',
  draft: true,
  form: ({ teams }) => staffForm(teams.map(({ id }) => id)),
  async load({ actor, db }) {
    if (!isPerson(actor)) return null
    const { organisationId, organisation } = actor.grant
    const teams = (await readTeams(db, organisationId)).filter(({ closedOn }) => closedOn === null)
    return { organisationId, organisation, teams }
  },
  async save({ db, input, loaded }) {
    const id = await insertMember(db, loaded.organisationId, input)
    return {
      redirect: paths.staff.to(),
      subject: { kind: 'person', id },
      cookies: { flash: 'The member of staff was added.' },
    }
  },
  view: AddStaff,
})
