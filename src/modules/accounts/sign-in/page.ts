import { door } from '../access.ts'
import { waitMessage } from '../attempts.ts'
import { isDemonstration } from '../demonstration.ts'
import { doorPage } from '../door.ts'
import { nextOf, paths, withNext } from '../paths.ts'
import { signIn } from './actions.ts'
import { signInForm } from './form.ts'
import { SignIn } from './view.tsx'

/** `/sign-in`: e-mail and passphrase. */
export const signInPage = doorPage({
  path: paths.signIn,
  permission: door,
  recorded: 'account.signed-in, account.sign-in-failed',
  title: 'Sign in',
  form: signInForm,
  keeps: ['email'],
  async load({ session, query, services }) {
    const next = nextOf(query)
    if (session.token !== null && !session.pending) return { instead: { kind: 'redirect', to: next } }
    const demonstration = await services.db.read({ role: 'r_public' }, isDemonstration)
    return { loaded: { next, demonstration } }
  },
  async send({ asked, loaded, input }) {
    const outcome = await signIn(asked, input)
    switch (outcome.kind) {
      case 'wait':
        return { errors: { passphrase: waitMessage(outcome.seconds) }, status: 429 }
      case 'wrong':
        return { errors: { passphrase: 'The email address or the passphrase is not right' } }
      case 'no-role':
        return {
          errors: {
            email: 'Your account has no role at the moment. Ask an administrator of your organisation to give you one',
          },
        }
      case 'signed-in': {
        const to = outcome.complete
          ? loaded.next
          : withNext(outcome.codeSet ? paths.code.to() : paths.setUpCode.to(), loaded.next)
        return { redirect: to, cookies: { session: outcome.token } }
      }
    }
  },
  view: SignIn,
})
