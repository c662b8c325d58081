import type { Person } from '#platform/access/actor.ts'
import { verifyPassphrase } from '#platform/access/passphrase.ts'
import type { WriteDb } from '#platform/db/connection.ts'
import type { Asked } from '#platform/web/route.ts'
import { proofKeys } from '../attempts.ts'
import { beginAttempt, forgive } from '../attempts-store.ts'
import { ownPassphraseHash, readAtDoor, recordSignIn, type SignInAct, writeAtDoor } from '../door-store.ts'

/**
 * Asks somebody who is signed in for their passphrase once more, because it may be a screen that they left. Where it is right, `work` runs in one
 * transaction with its line in the record.
 * @returns seconds to wait, `wrong`, or `done`.
 */
export const withPassphrase = async (
  asked: Asked,
  person: Person,
  given: { readonly passphrase: string; readonly act: SignInAct },
  work: (tx: WriteDb) => Promise<void>,
): Promise<'done' | 'wrong' | { readonly wait: number }> => {
  const { db } = asked.services
  const keys = proofKeys(asked, person.accountId)
  const wait = await beginAttempt(db, keys)
  if (wait > 0) return { wait }
  const hash = await readAtDoor(db, (tx) => ownPassphraseHash(tx, person.token))
  if (!(await verifyPassphrase(hash, given.passphrase))) return 'wrong'
  await writeAtDoor(db, async (tx) => {
    await forgive(tx, keys)
    await work(tx)
    await recordSignIn(tx, person.accountId, given.act, asked.requestId)
  })
  return 'done'
}
