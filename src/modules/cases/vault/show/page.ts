import { formPage } from '#platform/web/form-page.ts'
import { notRecorded } from '#platform/web/route.ts'
import { writeFamilies } from '../../access.ts'
import { readFamily } from '../../family-store.ts'
import { paths } from '../../paths.ts'
import { reasons } from '../entry.ts'
import { readEntry, reveal } from '../store.ts'
import { revealForm } from './form.ts'
import { RevealProtected } from './view.tsx'

export const revealProtectedPage = formPage({
  path: paths.revealProtected,
  permission: writeFamilies,
  record: notRecorded('the database writes the line, with the reason, in the step that opens the detail'),
  title: 'Protected details',
  area: 'Families',
  form: revealForm,
  async load({ db, params }) {
    const family = await readFamily(db, params.familyId)
    const entry = family && (await readEntry(db, family.id, params.entryId))
    return family && entry && { family, entry }
  },
  async save({ db, input, loaded: { family, entry }, asked }) {
    const reason = input.why === 'other' ? input.other : reasons[input.why]
    if (!(await reveal(db, entry.id, reason, asked.requestId)))
      return { errors: { why: 'You do not work with this family any more, so it cannot be shown' } }
    return { redirect: paths.shownProtected.to({ familyId: family.id, entryId: entry.id }) }
  },
  view: RevealProtected,
})
