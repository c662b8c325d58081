import { formPage } from '#platform/web/form-page.ts'
import { writeFamilies } from '../access.ts'
import { readFamily } from '../family-store.ts'
import { allDue } from '../list/due.ts'
import { paths } from '../paths.ts'
import { CloseFamily } from './close-view.tsx'
import { changedMeanwhile, closeForm } from './form.ts'
import { versionSeen } from './seen.ts'
import { closeFamily } from './store.ts'

export const closeFamilyPage = formPage({
  path: paths.closeFamily,
  permission: writeFamilies,
  record: {
    act: 'family.closed-or-reopened',
    opened: 'family.closing-read',
    subject: ({ family }) => ({ kind: 'family', id: family.id }),
  },
  title: 'Close or open a record',
  area: 'Families',
  form: closeForm,
  async load({ db, params, services }) {
    const family = await readFamily(db, params.familyId)
    if (family === null) return null
    const line = { ...family, keyWorkers: [] }
    return { family, due: allDue(line, services.clock.today()) }
  },
  async save({ db, input, loaded: { family }, asked }) {
    const closing = family.closedOn === null
    const seen = versionSeen(asked)
    // What is done here depends on how the record stood when the page was opened: closed by somebody else, it must not open again unseen.
    if (
      seen !== String(family.version) ||
      !(await closeFamily(db, family.id, family.version, closing ? input.reason : null))
    )
      return {
        errors: { reason: changedMeanwhile },
      }
    return {
      redirect: closing ? paths.families.to() : paths.family.to({ familyId: family.id }),
      reason: input.reason,
      cookies: { flash: closing ? 'The record was closed. It can be opened again.' : 'The record is open again.' },
      changeAt: paths.closeFamily.to({ familyId: family.id }),
    }
  },
  view: CloseFamily,
})
