/** One's own account: what every role may see and change of itself. */
import { sql } from 'kysely'
import type { ReadDb, WriteDb } from '#platform/db/connection.ts'

export type OwnGrant = {
  readonly id: string
  readonly role: string
  readonly organisation: string | null
  readonly starts: string
  readonly ends: string | null
}

export type OwnSession = {
  readonly id: string
  readonly device: string
  readonly created_at: Date
  readonly last_seen_at: Date
}

export const ownEmail = async (db: ReadDb, accountId: string): Promise<string> =>
  (await db.q.selectFrom('account').select('email').where('id', '=', accountId).executeTakeFirstOrThrow()).email

/** Every grant that was ever made, latest first. The organisation is null where this role may not see it. */
export const ownGrants = (db: ReadDb, accountId: string): Promise<OwnGrant[]> =>
  db.q
    .selectFrom('role_grant')
    .leftJoin('organisation', 'organisation.id', 'role_grant.organisation_id')
    .select([
      'role_grant.id',
      'role_grant.role',
      'organisation.name as organisation',
      'role_grant.starts',
      'role_grant.ends',
    ])
    .where('role_grant.account_id', '=', accountId)
    .orderBy('role_grant.starts', 'desc')
    .orderBy('role_grant.role')
    .execute()

/** Sessions that could be used now, the latest used first. */
export const ownSessions = (db: ReadDb, accountId: string): Promise<OwnSession[]> =>
  db.q
    .selectFrom('session')
    .select(['id', 'device', 'created_at', 'last_seen_at'])
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', sql<Date>`statement_timestamp()`)
    .orderBy('last_seen_at', 'desc')
    .execute()

/** True where there was one of one's own to end. */
export const endOwnSession = async (db: WriteDb, accountId: string, sessionId: string): Promise<boolean> => {
  const result = await db.q
    .updateTable('session')
    .set({ ended_at: sql`statement_timestamp()` })
    .where('id', '=', sessionId)
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export const endAllOwnSessions = async (db: WriteDb, accountId: string): Promise<void> => {
  await db.q
    .updateTable('session')
    .set({ ended_at: sql`statement_timestamp()` })
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .execute()
}

/** A line in the record by whoever the transaction is for, where the page's own comes too late. */
export const recordOwn = async (db: WriteDb, accountId: string, act: string, requestId: string): Promise<void> => {
  await sql`select access.record(${act}, 'account', ${accountId}, '', ${requestId})`.execute(db.q)
}
