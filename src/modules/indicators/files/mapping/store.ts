import type { ReadDb, WriteDb } from '#platform/db/connection.ts'
import { type Mapping, type NewMapping, newMapping } from './mapping.ts'

/** How a borough's table is read now; null where nobody has said yet. */
export const latestMapping = async (db: ReadDb, authorityId: string): Promise<Mapping | null> => {
  const row = await db.q
    .selectFrom('return_mapping as m')
    .leftJoin('person as p', 'p.id', 'm.saved_by')
    .select(['m.version', 'm.columns', 'm.set_at', 'm.police_without_referral', 'm.saved_at', 'p.name'])
    .where('m.authority_id', '=', authorityId)
    .orderBy('m.version', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) return null
  return {
    ...newMapping.parse({ columns: row.columns, setAt: row.set_at, police: row.police_without_referral }),
    version: row.version,
    savedBy: row.name ?? 'a colleague',
    savedAt: row.saved_at,
  }
}

/** Keeps how the table is read as the next version. Null: somebody else has saved that version at this moment. */
export const saveMapping = async (
  db: WriteDb,
  { authorityId, personId }: { readonly authorityId: string; readonly personId: string },
  { columns, setAt, police }: NewMapping,
): Promise<number | null> => {
  const version = ((await latestMapping(db, authorityId))?.version ?? 0) + 1
  const { numInsertedOrUpdatedRows } = await db.q
    .insertInto('return_mapping')
    .values({
      authority_id: authorityId,
      version,
      columns: JSON.stringify(columns),
      set_at: setAt,
      police_without_referral: police,
      saved_by: personId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n ? version : null
}
