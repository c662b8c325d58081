/** Attempts as the database counts them: under hashes, for a quarter of an hour. */
import { sql } from 'kysely'
import type { Database, WriteDb } from '#platform/db/connection.ts'

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
