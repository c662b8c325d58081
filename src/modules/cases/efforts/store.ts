/** Protective efforts, as rows. The database shows each person the families that are theirs. */
import { sql } from 'kysely'
import { type LocalDate, localDate } from '#platform/dates.ts'
import type { ReadDb, WriteDb } from '#platform/db/connection.ts'
import type { Effort, EffortFields } from './effort.ts'

const columns = [
  ...(['id', 'survivor_id', 'children', 'kind', 'what', 'source', 'seen_on', 'acknowledged_on'] as const),
  ...(['withdrawn_at', 'withdrawn_why', 'recorded_by', 'recorded_at', 'version'] as const),
] as const

const query = (db: ReadDb, familyId: string) =>
  db.q.selectFrom('protective_effort').select(columns).where('family_id', '=', familyId)

type Row = Awaited<ReturnType<ReturnType<typeof query>['executeTakeFirstOrThrow']>>

const dayOrNull = (text: string | null): LocalDate | null => (text === null ? null : localDate(text))

const asEffort = (row: Row): Effort => ({
  id: row.id,
  survivorId: row.survivor_id,
  children: row.children,
  kind: row.kind,
  what: row.what,
  source: row.source,
  seenOn: dayOrNull(row.seen_on),
  acknowledgedOn: dayOrNull(row.acknowledged_on),
  withdrawnAt: row.withdrawn_at,
  withdrawnWhy: row.withdrawn_why,
  recordedBy: row.recorded_by,
  recordedAt: row.recorded_at,
  version: row.version,
})

/** All of a family, the latest first, withdrawn ones too. */
export const readEfforts = async (db: ReadDb, familyId: string): Promise<Effort[]> => {
  const rows = await query(db, familyId).orderBy(sql`seen_on desc nulls last, recorded_at desc, id`).execute()
  return rows.map(asEffort)
}

export const readEffort = async (db: ReadDb, familyId: string, id: string): Promise<Effort | null> => {
  const row = await query(db, familyId).where('id', '=', id).executeTakeFirst()
  return row ? asEffort(row) : null
}

const written = ({ survivorId, children, kind, what, source, seenOn, acknowledgedOn }: EffortFields) => ({
  survivor_id: survivorId,
  children: [...children],
  kind,
  what,
  source,
  seen_on: seenOn,
  acknowledged_on: acknowledgedOn,
})

type Place = { readonly familyId: string; readonly authorityId: string; readonly personId: string }

export const insertEffort = async (
  db: WriteDb,
  { authorityId, familyId, personId }: Place,
  fields: EffortFields,
): Promise<string> => {
  const { id } = await db.q
    .insertInto('protective_effort')
    .values({ authority_id: authorityId, family_id: familyId, recorded_by: personId, ...written(fields) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

const change = (db: WriteDb, familyId: string, { id, version }: Effort) =>
  db.q
    .updateTable('protective_effort')
    .set({ version: version + 1 })
    .where('family_id', '=', familyId)
    .where('id', '=', id)
    .where('version', '=', version)

/** False where somebody else has saved since: then nothing is written. With a reason, it is withdrawn as well. */
export const updateEffort = async (
  db: WriteDb,
  familyId: string,
  effort: Effort,
  fields: EffortFields,
  withdrawnWhy: string,
): Promise<boolean> => {
  const changed = change(db, familyId, effort).set(written(fields))
  const result =
    withdrawnWhy === ''
      ? changed
      : changed.set({ withdrawn_at: sql`statement_timestamp()`, withdrawn_why: withdrawnWhy })
  return (await result.executeTakeFirst()).numUpdatedRows === 1n
}

/** Somebody told the victim-survivor that it is seen. False as above. */
export const acknowledgeEffort = async (
  db: WriteDb,
  familyId: string,
  effort: Effort,
  on: LocalDate,
): Promise<boolean> =>
  (await change(db, familyId, effort).set({ acknowledged_on: on }).executeTakeFirst()).numUpdatedRows === 1n
