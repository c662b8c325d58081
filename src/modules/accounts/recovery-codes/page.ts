import { z } from 'zod'
import { newRecoveryCodes, recoveryCodeHash } from '#platform/access/one-time-code.ts'
import { isPerson } from '#platform/web/route.ts'
import { ownAccount } from '../access.ts'
import { waitMessage } from '../attempts.ts'
import { doorPage } from '../door.ts'
import { setRecoveryCodes } from '../door-store.ts'
import { withPassphrase } from '../passphrase/actions.ts'
import { paths } from '../paths.ts'
import { RecoveryCodes } from './codes.tsx'
import { NewRecoveryCodes } from './view.tsx'

export const recoveryCodesForm = z.strictObject({
  passphrase: z
    .string('Enter your passphrase')
    .min(1, 'Enter your passphrase')
    .max(1000, 'Passphrase must be 200 characters or fewer'),
})

/** `/account/recovery-codes`: ten new ones in place of the old, for the passphrase. */
export const recoveryCodesPage = doorPage({
  path: paths.recoveryCodes,
  permission: ownAccount,
  recorded: 'account.recovery-codes-renewed',
  title: 'Get new recovery codes',
  form: recoveryCodesForm,
  keeps: [],
  async load({ actor, session }) {
    if (!isPerson(actor)) return { instead: { kind: 'not-found' } }
    // Recovery codes stand in for an app; without one there is nothing to stand in for.
    return session.codeSet ? { loaded: { person: actor } } : { instead: { kind: 'redirect', to: paths.setUpCode.to() } }
  },
  async send({ asked, loaded, input }) {
    const codes = newRecoveryCodes()
    const given = { passphrase: input.passphrase, act: 'account.recovery-codes-renewed' as const }
    const outcome = await withPassphrase(asked, loaded.person, given, async (tx) => {
      await setRecoveryCodes(tx, loaded.person.token, codes.map(recoveryCodeHash))
    })
    if (outcome === 'wrong') return { errors: { passphrase: 'Your passphrase is not right' } }
    if (outcome !== 'done') return { errors: { passphrase: waitMessage(outcome.wait) }, status: 429 }
    return {
      shown: RecoveryCodes({ codes, next: paths.account.to(), first: false }),
      title: 'Keep your recovery codes',
    }
  },
  view: NewRecoveryCodes,
})
