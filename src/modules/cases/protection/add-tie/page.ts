import { formPage } from '#platform/web/form-page.ts'
import { isPerson } from '#platform/web/route.ts'
import { writeFamilies } from '../../access.ts'
import { readColleagues, readFamily } from '../../family-store.ts'
import { paths } from '../../paths.ts'
import { insertTie } from '../store.ts'
import { tieForm } from './form.ts'
import { AddTieView } from './view.tsx'

export const addTiePage = formPage({
  path: paths.addTie,
  permission: writeFamilies,
  record: { act: 'family.staff-tie-recorded', subject: ({ family }) => ({ kind: 'family', id: family.id }) },
  title: 'A member of staff knows this family',
  area: 'Families',
  form: ({ family, colleagues }) =>
    tieForm(
      family.people.map(({ individualId }) => individualId),
      colleagues.map(({ id }) => id),
    ),
  async load({ actor, db, params }) {
    const family = await readFamily(db, params.familyId)
    if (family === null || !isPerson(actor)) return null
    const colleagues = await readColleagues(db)
    // Of somebody else a manager says it.
    const offered =
      actor.grant.role === 'supervisor' ? colleagues : colleagues.filter(({ id }) => id === actor.personId)
    return { family, colleagues: offered, me: actor.personId }
  },
  async save({ db, input, loaded: { family, me } }) {
    await insertTie(
      db,
      { authorityId: family.authorityId, familyId: family.id, personId: input.person, by: me },
      { individualId: input.individual, kind: input.kind, note: input.note },
    )
    return {
      redirect: input.person === me ? paths.families.to() : paths.opened.to({ familyId: family.id }),
      cookies: { flash: 'They do not see the records of this person from now on.' },
    }
  },
  view: AddTieView,
})
