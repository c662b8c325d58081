import { formPage } from '#platform/web/form-page.ts'
import { isPerson } from '#platform/web/route.ts'
import { protectFamilies } from '../../access.ts'
import { readColleagues, readFamily } from '../../family-store.ts'
import { paths } from '../../paths.ts'
import { insertWall } from '../store.ts'
import { wallForm } from './form.ts'
import { AddWallView } from './view.tsx'

export const addWallPage = formPage({
  path: paths.addWall,
  permission: protectFamilies,
  record: { act: 'family.person-kept-out', subject: ({ family }) => ({ kind: 'family', id: family.id }) },
  title: 'Keep somebody out of a family record',
  area: 'Families',
  form: ({ colleagues }) => wallForm(colleagues.map(({ id }) => id)),
  async load({ actor, db, params }) {
    const family = await readFamily(db, params.familyId)
    if (family === null || !isPerson(actor)) return null
    return { family, colleagues: await readColleagues(db), me: actor.personId }
  },
  async save({ db, input, loaded: { family, me } }) {
    await insertWall(
      db,
      { authorityId: family.authorityId, familyId: family.id, personId: input.person, by: me },
      input.reason,
    )
    return {
      redirect: input.person === me ? paths.families.to() : paths.protection.to({ familyId: family.id }),
      reason: input.reason.slice(0, 1000),
      cookies: { flash: 'They do not see this record from now on.' },
    }
  },
  view: AddWallView,
})
