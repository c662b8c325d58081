import { z } from 'zod'
import type { Answer, Asked } from '#platform/web/route.ts'
import { door } from '../access.ts'
import { waitMessage } from '../attempts.ts'
import { doorPage } from '../door.ts'
import { nextOf, paths, withNext } from '../paths.ts'
import { signInByCode } from './actions.ts'
import { SignInCode } from './view.tsx'

/** Six digits, however they are typed apart. */
export const codeForm = z.strictObject({
  code: z
    .string('Enter the code from your app')
    .trim()
    .min(1, 'Enter the code from your app')
    .regex(/^(\d[\s-]*){6}$/, 'Code must be 6 numbers'),
})

/** Somebody half-way through signing in with an app set up; everybody else is sent to where they belong. */
export const halfWay = ({
  session,
  query,
}: Asked): { readonly loaded: { next: string; token: string } } | { readonly instead: Answer } => {
  const next = nextOf(query)
  if (session.token === null) return { instead: { kind: 'redirect', to: withNext(paths.signIn.to(), next) } }
  if (!session.pending) return { instead: { kind: 'redirect', to: next } }
  if (!session.codeSet) return { instead: { kind: 'redirect', to: withNext(paths.setUpCode.to(), next) } }
  return { loaded: { next, token: session.token } }
}

/** `/sign-in/code`: the second step. */
export const signInCodePage = doorPage({
  path: paths.code,
  permission: door,
  recorded: 'account.signed-in',
  title: 'Enter your code',
  form: codeForm,
  keeps: [],
  load: async (asked) => halfWay(asked),
  async send({ asked, loaded, input }) {
    const outcome = await signInByCode(asked, loaded.token, input.code)
    if (outcome.kind === 'proved') return { redirect: loaded.next, cookies: { session: outcome.token } }
    if (outcome.kind === 'wait') return { errors: { code: waitMessage(outcome.seconds) }, status: 429 }
    if (outcome.kind === 'used')
      return { errors: { code: 'This code has been used. Wait for the next one to appear in your app' } }
    return { errors: { code: 'The code is not right. Enter the one that your app shows now' } }
  },
  view: SignInCode,
})
