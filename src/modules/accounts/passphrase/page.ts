import { hashPassphrase, passphraseProblem } from '#platform/access/passphrase.ts'
import { claimsOf, isPerson } from '#platform/web/route.ts'
import { ownAccount } from '../access.ts'
import { waitMessage } from '../attempts.ts'
import { doorPage } from '../door.ts'
import { setPassphrase } from '../door-store.ts'
import { paths } from '../paths.ts'
import { ownEmail } from '../store.ts'
import { withPassphrase } from './actions.ts'
import { passphraseForm } from './form.ts'
import { ChangePassphrase } from './view.tsx'

/** `/account/passphrase`: a new one, for the present one. Ends the account's other sessions. */
export const passphrasePage = doorPage({
  path: paths.passphrase,
  permission: ownAccount,
  recorded: 'account.passphrase-changed',
  title: 'Change your passphrase',
  form: passphraseForm,
  keeps: [],
  async load({ actor, services }) {
    if (!isPerson(actor)) return { instead: { kind: 'not-found' } }
    return {
      loaded: { person: actor, email: await services.db.read(claimsOf(actor), (db) => ownEmail(db, actor.accountId)) },
    }
  },
  async send({ asked, loaded, input }) {
    const problem = passphraseProblem(input.passphrase, { name: loaded.person.name, email: loaded.email })
    if (problem !== null) return { errors: { passphrase: problem } }
    if (input.passphrase === input.current)
      return { errors: { passphrase: 'New passphrase must be different from your current one' } }
    const hash = await hashPassphrase(input.passphrase)
    const given = { passphrase: input.current, act: 'account.passphrase-changed' as const }
    const outcome = await withPassphrase(asked, loaded.person, given, async (tx) => {
      await setPassphrase(tx, loaded.person.token, hash)
    })
    if (outcome === 'wrong') return { errors: { current: 'Your current passphrase is not right' } }
    if (outcome !== 'done') return { errors: { current: waitMessage(outcome.wait) }, status: 429 }
    return {
      redirect: paths.account.to(),
      cookies: { flash: 'Your passphrase is changed. Everywhere else you are signed out.' },
    }
  },
  view: ChangePassphrase,
})
