import { dayIn } from '#platform/questions.ts'
import { formPage } from '#platform/web/form-page.ts'
import { isPerson } from '#platform/web/route.ts'
import { writeFamilies } from '../../access.ts'
import { readFamily } from '../../family-store.ts'
import { paths } from '../../paths.ts'
import { addEntry } from '../store.ts'
import { protectedForm } from './form.ts'
import { AddProtected } from './view.tsx'

export const addProtectedPage = formPage({
  path: paths.addProtected,
  permission: writeFamilies,
  record: {
    act: 'family.protected-detail-added',
    opened: 'family.protected-form-opened',
    subject: ({ family }) => ({ kind: 'family', id: family.id }),
  },
  title: 'Protected details',
  area: 'Families',
  form: ({ family, today }) =>
    protectedForm(
      family.people.map(({ individualId }) => individualId),
      today,
    ),
  async load({ db, params, services }) {
    const family = await readFamily(db, params.familyId)
    return family && { family, today: services.clock.today() }
  },
  async save({ actor, db, input, loaded: { family }, services }) {
    if (!isPerson(actor)) return { errors: {} }
    const added = await addEntry(db, services.secret, family, {
      individualId: input.whom,
      kind: input.kind,
      value: input.value,
      starts: dayIn(input, 'starts'),
      by: actor.personId,
    })
    if (added === 'says nothing')
      return { errors: { value: 'Enter more than this: it could not be found again in a letter' } }
    const flash = added === 'kept' ? 'The protected detail was sealed.' : 'This detail was held already.'
    return { redirect: paths.protectedDetails.to({ familyId: family.id }), cookies: { flash } }
  },
  view: AddProtected,
})
