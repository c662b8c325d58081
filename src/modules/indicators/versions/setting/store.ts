import { sql } from 'kysely'
import type { ReadDb, WriteDb } from '#platform/db/connection.ts'
import { departments, type Withholding } from './withholding.ts'

/** What a borough has set; the Department's rule where it has set nothing. */
export const readWithholding = async (db: ReadDb, authorityId: string): Promise<Withholding> => {
  const row = await db.q
    .selectFrom('disclosure_setting')
    .select(['highest_withheld', 'zeros_hidden', 'version'])
    .where('authority_id', '=', authorityId)
    .executeTakeFirst()
  return row === undefined
    ? departments
    : { highestWithheld: row.highest_withheld, zerosHidden: row.zeros_hidden, version: row.version }
}

/** Sets it. False: somebody else set it since `seen` was read. */
export const setWithholdingTo = async (
  db: WriteDb,
  by: { readonly authorityId: string; readonly personId: string },
  seen: number,
  { highestWithheld, zerosHidden }: Omit<Withholding, 'version'>,
): Promise<boolean> => {
  const values = { highest_withheld: highestWithheld, zeros_hidden: zerosHidden, set_by: by.personId }
  if (seen === 0) {
    const { numInsertedOrUpdatedRows } = await db.q
      .insertInto('disclosure_setting')
      .values({ authority_id: by.authorityId, ...values })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    return numInsertedOrUpdatedRows === 1n
  }
  const { numUpdatedRows } = await db.q
    .updateTable('disclosure_setting')
    .set({ ...values, version: seen + 1, set_at: sql`statement_timestamp()` })
    .where('authority_id', '=', by.authorityId)
    .where('version', '=', seen)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
