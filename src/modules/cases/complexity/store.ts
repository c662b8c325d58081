/** Complexity, as rows. The database shows each person the families that are theirs. */
import { sql } from 'kysely'
import type { ReadDb, WriteDb } from '#platform/db/connection.ts'
import type { Complexity, ComplexityFields } from './complexity.ts'

const columns = [
  ...(['id', 'individual_id', 'kind', 'link', 'what', 'source'] as const),
  ...(['withdrawn_at', 'withdrawn_why', 'recorded_by', 'recorded_at', 'version'] as const),
] as const

const query = (db: ReadDb, familyId: string) =>
  db.q.selectFrom('complexity').select(columns).where('family_id', '=', familyId)

type Row = Awaited<ReturnType<ReturnType<typeof query>['executeTakeFirstOrThrow']>>

const asComplexity = (row: Row): Complexity => ({
  id: row.id,
  individualId: row.individual_id,
  kind: row.kind,
  link: row.link,
  what: row.what,
  source: row.source,
  withdrawnAt: row.withdrawn_at,
  withdrawnWhy: row.withdrawn_why,
  recordedBy: row.recorded_by,
  recordedAt: row.recorded_at,
  version: row.version,
})

/** All of a family, by kind, withdrawn ones too. */
export const readComplexities = async (db: ReadDb, familyId: string): Promise<Complexity[]> => {
  const rows = await query(db, familyId).orderBy('kind').orderBy('recorded_at').orderBy('id').execute()
  return rows.map(asComplexity)
}

export const readComplexity = async (db: ReadDb, familyId: string, id: string): Promise<Complexity | null> => {
  const row = await query(db, familyId).where('id', '=', id).executeTakeFirst()
  return row ? asComplexity(row) : null
}

const written = ({ individualId, kind, link, what, source }: ComplexityFields) => ({
  individual_id: individualId,
  kind,
  link,
  what,
  source,
})

type Place = { readonly familyId: string; readonly authorityId: string; readonly personId: string }

export const insertComplexity = async (
  db: WriteDb,
  { authorityId, familyId, personId }: Place,
  fields: ComplexityFields,
): Promise<string> => {
  const { id } = await db.q
    .insertInto('complexity')
    .values({ authority_id: authorityId, family_id: familyId, recorded_by: personId, ...written(fields) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** False where somebody else has saved since: then nothing is written. With a reason, it is withdrawn as well. */
export const updateComplexity = async (
  db: WriteDb,
  familyId: string,
  { id, version }: Complexity,
  fields: ComplexityFields,
  withdrawnWhy: string,
): Promise<boolean> => {
  const changed = db.q
    .updateTable('complexity')
    .set({ version: version + 1, ...written(fields) })
    .where('family_id', '=', familyId)
    .where('id', '=', id)
    .where('version', '=', version)
  const result =
    withdrawnWhy === ''
      ? changed
      : changed.set({ withdrawn_at: sql`statement_timestamp()`, withdrawn_why: withdrawnWhy })
  return (await result.executeTakeFirst()).numUpdatedRows === 1n
}
