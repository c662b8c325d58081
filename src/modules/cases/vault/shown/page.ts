import { page } from '#platform/web/page.ts'
import { writeFamilies } from '../../access.ts'
import { readFamily } from '../../family-store.ts'
import { paths } from '../../paths.ts'
import { readEntry, readValue } from '../store.ts'
import { ShownProtected } from './view.tsx'

export const shownProtectedPage = page({
  path: paths.shownProtected,
  permission: writeFamilies,
  record: { act: 'family.protected-detail-read', subject: ({ family }) => ({ kind: 'family', id: family.id }) },
  title: 'Protected details',
  area: 'Families',
  async load({ db, params, services }) {
    const family = await readFamily(db, params.familyId)
    const entry = family && (await readEntry(db, family.id, params.entryId))
    if (!family || !entry) return null
    // Row-level security has the value only while it is open to this person.
    const value = await readValue(db, services.secret, family, entry.id)
    return value === null ? null : { family, entry, value }
  },
  view: ShownProtected,
})
