import {
  checkCode,
  codeUri,
  newCodeSecret,
  newRecoveryCodes,
  recoveryCodeHash,
} from '#platform/access/one-time-code.ts'
import type { WriteDb } from '#platform/db/connection.ts'
import { type Asked, isPerson } from '#platform/web/route.ts'
import { setUpCode } from '../access.ts'
import { waitMessage } from '../attempts.ts'
import { doorPage } from '../door.ts'
import { finishSession, readAtDoor, recordSignIn, setCodeSecret, setRecoveryCodes, whoIs } from '../door-store.ts'
import { nextOf, paths, withNext } from '../paths.ts'
import { RecoveryCodes } from '../recovery-codes/codes.tsx'
import { finishSignIn, secretPlace } from '../sign-in-code/actions.ts'
import { setUpCodeForm } from './form.ts'
import { SetUpCode } from './view.tsx'

type Loaded = {
  readonly next: string
  readonly token: string
  readonly secret: string
  readonly uri: string
  readonly required: boolean
}

/** `/sign-in/set-up-code`: gives the account an authenticator app, and shows its recovery codes once. */
export const setUpCodePage = doorPage({
  path: paths.setUpCode,
  permission: setUpCode,
  recorded: 'account.code-set-up, account.signed-in',
  title: 'Set up an authenticator app',
  form: setUpCodeForm,
  keeps: ['secret'],
  async load(asked) {
    const { session, query, services, body } = asked
    const next = nextOf(query)
    const token = session.token
    if (token === null) return { instead: { kind: 'redirect', to: withNext(paths.signIn.to(), next) } }
    // Set up already: replacing it takes the app itself, or an administrator.
    if (session.codeSet)
      return {
        instead: { kind: 'redirect', to: session.pending ? withNext(paths.code.to(), next) : paths.account.to() },
      }
    const who = await readAtDoor(services.db, (tx) => whoIs(tx, token))
    const sent = setUpCodeForm.shape.secret.safeParse(body['secret'])
    const secret = sent.success ? sent.data : newCodeSecret()
    const uri = codeUri({ secret, account: who?.name ?? '', issuer: 'Throughline' })
    return { loaded: { next, token, secret, uri, required: session.pending } satisfies Loaded }
  },
  async send({ asked, loaded, input }) {
    const outcome = await setUp(asked, loaded.token, input)
    if (outcome.kind === 'wait') return { errors: { code: waitMessage(outcome.seconds) }, status: 429 }
    if (outcome.kind !== 'proved')
      return { errors: { code: 'The code is not right. Enter the one that your app shows now' } }
    return {
      shown: RecoveryCodes({ codes: outcome.codes, next: loaded.next, first: true }),
      title: 'Keep your recovery codes',
      cookies: { session: outcome.token },
    }
  },
  view: SetUpCode,
})

const setUp = async (asked: Asked, token: string, input: { secret: string; code: string }) => {
  const codes = newRecoveryCodes()
  const judge = async (tx: WriteDb, accountId: string, newToken: string) => {
    const step = checkCode(input.secret, input.code, asked.services.clock.now())
    if (step === null) return 'wrong'
    const sealed = asked.services.sealer.seal(input.secret, secretPlace(accountId))
    if (!(await setCodeSecret(tx, token, sealed)) || !(await finishSession(tx, token, newToken, step))) return 'wrong'
    await setRecoveryCodes(tx, newToken, codes.map(recoveryCodeHash))
    return 'proved'
  }
  const record = async (tx: WriteDb) => {
    if (isPerson(asked.actor)) await recordSignIn(tx, asked.actor.accountId, 'account.code-set-up', asked.requestId)
  }
  return { ...(await finishSignIn(asked, token, judge, record)), codes }
}
