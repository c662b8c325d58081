import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { type LocalDate, localDate } from '#platform/dates.ts'
import type { ReadDb, WriteDb } from '#platform/db/connection.ts'
import type { ApiKey } from './key.ts'

/** Where the borough's case management system shows a record; null where nobody has said. */
export const readLink = async (db: ReadDb, organisationId: string): Promise<string | null> =>
  (await db.q.selectFrom('cms_link').select('url').where('organisation_id', '=', organisationId).executeTakeFirst())
    ?.url ?? null

export const writeLink = async (
  db: WriteDb,
  { organisationId, personId, url }: { organisationId: string; personId: string; url: string },
): Promise<void> => {
  await db.q
    .insertInto('cms_link')
    .values({ organisation_id: organisationId, url, set_by: personId })
    .onConflict((conflict) =>
      conflict.column('organisation_id').doUpdateSet({ url, set_by: personId, set_at: sql`statement_timestamp()` }),
    )
    .execute()
}

/** Keys of the borough, newest first, those that work no more too. */
export const readKeys = async (db: ReadDb, organisationId: string): Promise<ApiKey[]> => {
  const rows = await db.q
    .selectFrom('api_key as k')
    .leftJoin('person as p', 'p.id', 'k.made_by')
    .select(['k.id', 'k.name', 'p.name as made_by', 'k.made_at', 'k.expires_on', 'k.revoked_at', 'k.last_used_on'])
    .where('k.organisation_id', '=', organisationId)
    .orderBy('k.made_at', 'desc')
    .orderBy('k.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    madeBy: row.made_by ?? 'Somebody of another organisation',
    madeAt: row.made_at,
    expiresOn: localDate(row.expires_on),
    revokedAt: row.revoked_at,
    lastUsedOn: row.last_used_on === null ? null : localDate(row.last_used_on),
  }))
}

type NewKey = {
  readonly organisationId: string
  readonly personId: string
  readonly name: string
  readonly expiresOn: LocalDate
}

/** Keeps the hash of a key, never the key. */
export const insertKey = async (db: WriteDb, key: string, given: NewKey): Promise<void> => {
  await db.q
    .insertInto('api_key')
    .values({
      organisation_id: given.organisationId,
      name: given.name,
      token_sha: createHash('sha256').update(key, 'utf8').digest(),
      made_by: given.personId,
      expires_on: given.expiresOn,
    })
    .execute()
}

/** From now on the key opens nothing. */
export const revokeKey = async (db: WriteDb, id: string): Promise<void> => {
  await db.q
    .updateTable('api_key')
    .set({ revoked_at: sql`statement_timestamp()` })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .execute()
}
