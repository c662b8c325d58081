import { sql } from 'kysely'
import type { Sealer } from '../access/sealing.ts'
import type { ReadDb, WriteDb } from '../db/connection.ts'

export type LoadedDraft = {
  readonly values: Readonly<Record<string, string>>
  readonly version: number
  readonly updatedAt: Date
}

/** Under this name a draft keeps the version of the record that its author saw: somebody may save another before it is sent. */
export const seenVersion = '_version'

/** Where a form at `url` saves itself. */
export const draftUrl = (url: string): string => `/draft?of=${encodeURIComponent(url)}`

const context = (accountId: string, path: string) => `draft|${accountId}|${path}`

/** The half-filled form of one person at one place, or null. Sealed for that person and place: a row moved elsewhere does not open. */
export const readDraft = async (
  db: ReadDb,
  sealer: Sealer,
  accountId: string,
  path: string,
): Promise<LoadedDraft | null> => {
  const row = await db.q
    .selectFrom('draft')
    .select(['sealed', 'version', 'updated_at'])
    .where('account_id', '=', accountId)
    .where('path', '=', path)
    .executeTakeFirst()
  if (!row) return null
  const values = JSON.parse(sealer.open(row.sealed, context(accountId, path)).toString('utf8')) as Record<
    string,
    string
  > // written below
  return { values, version: row.version, updatedAt: row.updated_at }
}

/**
 * Saves what is typed so far. `expected` is the version that the page last saw (0: none), or 'any' for the button that needs no script.
 * Returns the new version, or null where another window has saved since: then nothing is written.
 */
export const saveDraft = async (
  db: WriteDb,
  sealer: Sealer,
  accountId: string,
  path: string,
  values: Partial<Record<string, string>>,
  expected: number | 'any',
): Promise<number | null> => {
  const sealed = sealer.seal(JSON.stringify(values), context(accountId, path))
  await sql`select pg_advisory_xact_lock(hashtextextended(${context(accountId, path)}, 0))`.execute(db.q)
  const now = await db.q
    .selectFrom('draft')
    .select('version')
    .where('account_id', '=', accountId)
    .where('path', '=', path)
    .executeTakeFirst()
  if (expected !== 'any' && (now?.version ?? 0) !== expected) return null
  const version = (now?.version ?? 0) + 1
  if (now) {
    await db.q
      .updateTable('draft')
      .set({ sealed, version, updated_at: sql`statement_timestamp()` })
      .where('account_id', '=', accountId)
      .where('path', '=', path)
      .execute()
  } else {
    await db.q.insertInto('draft').values({ account_id: accountId, path, sealed, version }).execute()
  }
  return version
}

/** The form was sent: nothing of the draft stays. */
export const deleteDraft = async (db: WriteDb, accountId: string, path: string): Promise<void> => {
  await db.q.deleteFrom('draft').where('account_id', '=', accountId).where('path', '=', path).execute()
}
