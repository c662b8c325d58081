import { z } from 'zod'
import { recoveryCodeHash } from '#platform/access/one-time-code.ts'
import { door } from '../access.ts'
import { waitMessage } from '../attempts.ts'
import { doorPage } from '../door.ts'
import { finishByRecoveryCode } from '../door-store.ts'
import { paths } from '../paths.ts'
import { finishSignIn } from '../sign-in-code/actions.ts'
import { halfWay } from '../sign-in-code/page.ts'
import { SignInRecoveryCode } from './view.tsx'

export const recoveryCodeForm = z.strictObject({
  code: z
    .string('Enter one of your recovery codes')
    .trim()
    .min(1, 'Enter one of your recovery codes')
    .max(60, 'Recovery code must be 16 letters and numbers'),
})

/** `/sign-in/recovery-code`: the second step for somebody without their app. Each code works once. */
export const recoveryCodePage = doorPage({
  path: paths.recoveryCode,
  permission: door,
  recorded: 'account.signed-in',
  title: 'Enter a recovery code',
  form: recoveryCodeForm,
  keeps: [],
  load: async (asked) => halfWay(asked),
  async send({ asked, loaded, input }) {
    const sha = recoveryCodeHash(input.code)
    const outcome = await finishSignIn(asked, loaded.token, async (tx, _accountId, newToken) =>
      (await finishByRecoveryCode(tx, loaded.token, newToken, sha)) ? 'proved' : 'wrong',
    )
    if (outcome.kind === 'wait') return { errors: { code: waitMessage(outcome.seconds) }, status: 429 }
    if (outcome.kind !== 'proved') return { errors: { code: 'The recovery code is not right, or it has been used' } }
    const flash =
      'You are signed in. That recovery code will not work again. Get new ones in your account when few are left.'
    return { redirect: loaded.next, cookies: { session: outcome.token, flash } }
  },
  view: SignInRecoveryCode,
})
