import { formPage } from '#platform/web/form-page.ts'
import { claimsOf, isPerson, notRecorded, type Route } from '#platform/web/route.ts'
import { writeFamilies } from '../../access.ts'
import type { Family } from '../../family.ts'
import { readFamily } from '../../family-store.ts'
import { paths } from '../../paths.ts'
import { reasons, type VaultEntry } from '../entry.ts'
import { readEntry, readValue, reveal } from '../store.ts'
import { revealForm } from './form.ts'
import { ShownProtected } from './shown.tsx'
import { RevealProtected } from './view.tsx'

type Opened = { readonly family: Family; readonly entry: VaultEntry }

/** `opened` is told what was opened, once the line in the access record is written. */
const formFor = (opened: (what: Opened) => void): Route =>
  formPage({
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
      opened({ family, entry })
      // Where the same form is sent again: after Hide and then Back, for example.
      return {
        redirect: paths.protectedDetails.to({ familyId: family.id }),
        cookies: { flash: 'The detail was shown once and is hidden again. To see it again, say why again.' },
      }
    },
    view: RevealProtected,
  })

const described = formFor(() => {})

/**
 * Shows a protected detail in the answer to the form that says why, once. It has no address of its own, so that Back, a bookmark and the browser's
 * history lead to nothing: whoever sits down at this computer next would have to say why as well.
 */
export const revealProtectedPage: Route = {
  ...described,
  async answer(asked) {
    const shown: { now: Opened | null } = { now: null }
    const given = await formFor((what) => {
      shown.now = what
    }).answer(asked)
    if (given.kind !== 'redirect' || shown.now === null || !isPerson(asked.actor)) return given
    const { family, entry } = shown.now
    const { db, secret } = asked.services
    // Row-level security has the value only while it is open to this person.
    const value = await db.read(claimsOf(asked.actor), (read) => readValue(read, secret, family, entry.id))
    if (value === null) return { kind: 'not-found' }
    return {
      kind: 'page',
      status: 200,
      title: 'Protected details',
      main: ShownProtected({ family, entry, value }),
      area: 'Families',
      wide: false,
      exit: false,
      errors: false,
    }
  },
}
