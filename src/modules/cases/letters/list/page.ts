import { page } from '#platform/web/page.ts'
import { isPerson } from '#platform/web/route.ts'
import { seeFamilies, writeFamilies } from '../../access.ts'
import { readFamily, readStaffNames } from '../../family-store.ts'
import { paths } from '../../paths.ts'
import { readLetters } from '../store.ts'
import { Letters } from './view.tsx'

export const lettersPage = page({
  path: paths.letters,
  permission: seeFamilies,
  record: { act: 'family.letters-read', subject: ({ family }) => ({ kind: 'family', id: family.id }) },
  title: 'Letters',
  area: 'Families',
  async load({ actor, db, params }) {
    const family = await readFamily(db, params.familyId)
    if (family === null || !isPerson(actor)) return null
    const letters = await readLetters(db, family.id)
    const staff = await readStaffNames(
      db,
      letters.map(({ recordedBy }) => recordedBy),
    )
    return { family, letters, staff, mayWrite: writeFamilies.roles.includes(actor.grant.role) }
  },
  view: Letters,
})
