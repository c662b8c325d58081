import { dayOf } from '#platform/questions.ts'
import { formPage } from '#platform/web/form-page.ts'
import { isPerson } from '#platform/web/route.ts'
import { writeFamilies } from '../../access.ts'
import { readFamily } from '../../family-store.ts'
import { paths } from '../../paths.ts'
import { endEntry, readEntry } from '../store.ts'
import { endForm } from './form.ts'
import { EndProtected } from './view.tsx'

export const endProtectedPage = formPage({
  path: paths.endProtected,
  permission: writeFamilies,
  record: {
    act: 'family.protected-detail-ended',
    opened: 'family.protected-end-opened',
    subject: ({ family }) => ({ kind: 'family', id: family.id }),
  },
  title: 'Protected details',
  area: 'Families',
  form: ({ entry, today }) => endForm(entry.starts, today),
  async load({ db, params, services }) {
    const family = await readFamily(db, params.familyId)
    const entry = family && (await readEntry(db, family.id, params.entryId))
    if (!family || !entry || entry.endedOn !== null) return null
    return { family, entry, today: services.clock.today() }
  },
  async save({ actor, db, input, loaded: { family, entry } }) {
    const day = dayOf(input, 'ended')
    if (!isPerson(actor) || !(await endEntry(db, entry.id, day, actor.personId)))
      return { errors: { ended: 'Somebody else has ended it already' } }
    return {
      redirect: paths.protectedDetails.to({ familyId: family.id }),
      cookies: { flash: 'The detail has ended. Letters are still checked against it.' },
    }
  },
  view: EndProtected,
})
