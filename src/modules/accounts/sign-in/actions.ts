import { setTimeout as sleep } from 'node:timers/promises'
import { verifyPassphrase } from '#platform/access/passphrase.ts'
import { newToken } from '#platform/access/tokens.ts'
import type { Asked } from '#platform/web/route.ts'
import { passphraseKeys } from '../attempts.ts'
import { beginAttempt, forgive } from '../attempts-store.ts'
import { credentialOf, endSession, readAtDoor, recordSignIn, startSession, whoIs, writeAtDoor } from '../door-store.ts'

export type SignedIn =
  | { readonly kind: 'wait'; readonly seconds: number }
  | { readonly kind: 'wrong' }
  /** The passphrase was right, and no role of the account is in force today. */
  | { readonly kind: 'no-role' }
  | { readonly kind: 'signed-in'; readonly token: string; readonly complete: boolean; readonly codeSet: boolean }

// What a wrong answer takes, whatever was wrong with it: longer than the work behind any of them.
const wrongTakesMs = 250

/** Looks a passphrase up. An account that does not exist costs and takes what a wrong passphrase does. */
export const signIn = async (asked: Asked, given: { email: string; passphrase: string }): Promise<SignedIn> => {
  const { db } = asked.services
  const keys = passphraseKeys(asked, given.email)
  const wait = await beginAttempt(db, keys)
  if (wait > 0) return { kind: 'wait', seconds: wait }
  const atLeast = sleep(wrongTakesMs)
  const known = await readAtDoor(db, (tx) => credentialOf(tx, given.email))
  const right = await verifyPassphrase(known?.passphrase_hash ?? null, given.passphrase)
  if (known && right) return open(asked, known.account_id, keys)
  if (known)
    await writeAtDoor(db, (tx) => recordSignIn(tx, known.account_id, 'account.sign-in-failed', asked.requestId))
  await atLeast
  return { kind: 'wrong' }
}

/** Opens a session under a token that nobody had before; one that this browser still had ends. */
const open = (asked: Asked, accountId: string, keys: readonly Buffer[]): Promise<SignedIn> =>
  writeAtDoor(asked.services.db, async (tx) => {
    if (asked.session.token !== null) await endSession(tx, asked.session.token)
    const token = newToken()
    const complete = await startSession(tx, accountId, token, asked.device)
    await forgive(tx, keys)
    const who = complete === null ? null : await whoIs(tx, token)
    if (complete === null || who === null) return { kind: 'wrong' }
    if (who.grants.length === 0) {
      await endSession(tx, token)
      return { kind: 'no-role' }
    }
    if (complete) await recordSignIn(tx, accountId, 'account.signed-in', asked.requestId)
    return { kind: 'signed-in', token, complete, codeSet: who.codeSet }
  })
