import { page } from '#platform/web/page.ts'
import { isPerson } from '#platform/web/route.ts'
import { seeFamilies, writeFamilies } from '../../access.ts'
import { readFamily, readStaffNames } from '../../family-store.ts'
import { paths } from '../../paths.ts'
import { readEntries, readReveals } from '../store.ts'
import { ProtectedDetails } from './view.tsx'

export const protectedDetailsPage = page({
  path: paths.protectedDetails,
  permission: seeFamilies,
  record: { act: 'family.protected-details-read', subject: ({ family }) => ({ kind: 'family', id: family.id }) },
  title: 'Protected details',
  area: 'Families',
  async load({ actor, db, params }) {
    const family = await readFamily(db, params.familyId)
    if (family === null || !isPerson(actor)) return null
    const [entries, reveals] = [await readEntries(db, family.id), await readReveals(db, family.id)]
    const staff = await readStaffNames(db, [
      ...entries.map(({ addedBy }) => addedBy),
      ...reveals.map(({ personId }) => personId),
    ])
    return { family, entries, reveals, staff, mayShow: writeFamilies.roles.includes(actor.grant.role) }
  },
  view: ProtectedDetails,
})
