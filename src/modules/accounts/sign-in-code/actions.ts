import { checkCode } from '#platform/access/one-time-code.ts'
import { newToken } from '#platform/access/tokens.ts'
import type { WriteDb } from '#platform/db/connection.ts'
import type { Asked } from '#platform/web/route.ts'
import { proofKeys } from '../attempts.ts'
import { beginAttempt, forgive } from '../attempts-store.ts'
import { codeSecret, finishSession, readAtDoor, recordSignIn, whoIs, writeAtDoor } from '../door-store.ts'

export type Proved =
  | { readonly kind: 'wait'; readonly seconds: number }
  | { readonly kind: 'wrong' }
  /** The right code, a second time: somebody may have looked over a shoulder. */
  | { readonly kind: 'used' }
  | { readonly kind: 'proved'; readonly token: string }

/** Where the sealed secret of an authenticator app lies: it opens nowhere else. */
export const secretPlace = (accountId: string): string => `credential|code_secret_sealed|${accountId}`

/**
 * One attempt at the second step: counted, judged, and where it is right the session goes on under a new token.
 * @param judge finishes the session under `newToken`, or says what was wrong.
 * @param lastly what else belongs into the transaction of a right one.
 */
export const finishSignIn = async (
  asked: Asked,
  token: string,
  judge: (tx: WriteDb, accountId: string, newToken: string) => Promise<'proved' | 'wrong' | 'used'>,
  lastly: (tx: WriteDb, newToken: string) => Promise<void> = async () => {},
): Promise<Proved> => {
  const { db } = asked.services
  const who = await readAtDoor(db, (tx) => whoIs(tx, token))
  if (who === null) return { kind: 'wrong' }
  const keys = proofKeys(asked, who.accountId)
  const wait = await beginAttempt(db, keys)
  if (wait > 0) return { kind: 'wait', seconds: wait }
  return writeAtDoor(db, async (tx) => {
    const replacement = newToken()
    const kind = await judge(tx, who.accountId, replacement)
    if (kind !== 'proved') return { kind }
    await forgive(tx, keys)
    if (!who.complete) await recordSignIn(tx, who.accountId, 'account.signed-in', asked.requestId)
    await lastly(tx, replacement)
    return { kind, token: replacement }
  })
}

/** The code of the authenticator app. The database refuses a time step that was used before. */
export const signInByCode = (asked: Asked, token: string, code: string): Promise<Proved> =>
  finishSignIn(asked, token, async (tx, accountId, newToken) => {
    const kept = await codeSecret(tx, token)
    if (!kept?.sealed || !kept.confirmed) return 'wrong'
    const secret = asked.services.sealer.open(kept.sealed, secretPlace(accountId)).toString('utf8')
    const step = checkCode(secret, code, asked.services.clock.now())
    if (step === null) return 'wrong'
    return (await finishSession(tx, token, newToken, step)) ? 'proved' : 'used'
  })
