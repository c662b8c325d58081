import { sql } from 'kysely'
import { keyedHash } from '#platform/access/tokens.ts'
import type { Database, WriteDb } from '#platform/db/connection.ts'
import type { Asked } from '#platform/web/route.ts'

/**
 * Under what an attempt is counted: the account's name as typed, and the network address.
 * A borough's whole office may share one address, so an address is counted in sixteenths by the account asked for: a few dozen mistyped passphrases
 * of different people slow nobody, a list tried out on everybody is slowed like any other, and whoever owns one account can clear only its sixteenth.
 */
export const passphraseKeys = ({ services, address }: Asked, email: string): readonly Buffer[] => {
  const account = keyedHash(services.secret, 'attempt.account', email)
  const sixteenth = account.readUInt8(0) % 16
  return [account, keyedHash(services.secret, 'attempt.address', `${sixteenth} ${address}`)]
}

/** For proofs asked of somebody whose account is known already: a code, a recovery code, the passphrase once more. */
export const proofKeys = ({ services }: Asked, accountId: string): readonly Buffer[] => [
  keyedHash(services.secret, 'attempt.proof', accountId),
]

/**
 * Counts an attempt before it is judged, so that many at once cannot all slip through; a right one is forgiven afterwards.
 * @returns seconds to wait: 0 and counted, or more and not counted, so that waiting always ends.
 */
export const beginAttempt = (db: Database, keys: readonly Buffer[]): Promise<number> =>
  db.write({ role: 'r_sign_in' }, async ({ q }) => {
    for (const key of keys.map((each) => each.toString('hex')).toSorted())
      await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(q)
    const { rows } = await sql<{ wait: number }>`select access.sign_in_wait(${keys}::bytea[]) as wait`.execute(q)
    const wait = rows[0]?.wait ?? 0
    if (wait === 0) await sql`select access.sign_in_failed(${keys}::bytea[])`.execute(q)
    return wait
  })

/** The attempt was right: what was counted against it goes. */
export const forgive = async ({ q }: WriteDb, keys: readonly Buffer[]): Promise<void> => {
  for (const key of keys) await sql`select access.sign_in_forgive(${key})`.execute(q)
}

/** `Too many attempts. Wait 8 seconds, then try again.` */
export const waitMessage = (seconds: number): string =>
  `Too many attempts. Wait ${seconds === 1 ? '1 second' : `${seconds} seconds`}, then try again`
