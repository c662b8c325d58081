import { formPage } from '#platform/web/form-page.ts'
import { writeFamilies } from '../../access.ts'
import { paths } from '../../paths.ts'
import { versionSeen } from '../form.ts'
import { loadEntry } from '../load.ts'
import { withdrawEntry } from '../store.ts'
import { withdrawForm } from './form.ts'
import { WithdrawPattern } from './view.tsx'

export const withdrawPatternPage = formPage({
  path: paths.withdrawPattern,
  permission: writeFamilies,
  record: {
    act: 'family.pattern-withdrawn',
    opened: 'family.pattern-form-opened',
    subject: ({ family }) => ({ kind: 'family', id: family.id }),
  },
  title: 'Withdraw an entry of the pattern',
  area: 'Families',
  form: withdrawForm,
  async load(given) {
    const loaded = await loadEntry(given)
    // Withdrawn already: there is nothing to withdraw.
    return loaded === null || loaded.entry.withdrawnAt !== null ? null : loaded
  },
  async save({ db, input, loaded: { family, entry }, asked }) {
    if (versionSeen(asked) === entry.version && (await withdrawEntry(db, family.id, entry, input.why)))
      return {
        redirect: paths.patternTable.to({ familyId: family.id }),
        cookies: { flash: 'The entry was withdrawn. It stays readable in the table, with your reason.' },
      }
    return { theirs: { why: 'not withdrawn, but changed: read it again below' } }
  },
  view: WithdrawPattern,
})
