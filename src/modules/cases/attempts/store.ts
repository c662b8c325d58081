import { sql } from 'kysely'
import { type LocalDate, localDate, londonDate } from '#platform/dates.ts'
import type { ReadDb, WriteDb } from '#platform/db/connection.ts'
import { readStaffNames } from '../family-store.ts'
import type { Attempt, Result, SafetyPlan, Topic, Way } from './attempts.ts'

/** Every attempt of a family, newest first; withdrawn ones too, marked as such. */
export const readAttempts = async (db: ReadDb, familyId: string): Promise<readonly Attempt[]> => {
  const rows = await db.q
    .selectFrom('engagement_attempt')
    .select(['id', 'perpetrator_id', 'on_date', 'at_time', 'how', 'result', 'spoke_about', 'what', 'next', 'next_on'])
    .select(['made_by', 'withdrawn_at', 'withdrawn_why', 'version'])
    .where('family_id', '=', familyId)
    .orderBy('on_date', 'desc')
    .orderBy('at_time', 'desc')
    .orderBy('recorded_at', 'desc')
    .execute()
  const names = await readStaffNames(
    db,
    rows.map(({ made_by }) => made_by),
  )
  return rows.map((row) => ({
    id: row.id,
    perpetratorId: row.perpetrator_id,
    onDate: localDate(row.on_date),
    atTime: row.at_time,
    how: row.how as Way, // the table checks it
    result: row.result as Result, // the table checks it
    spokeAbout: row.spoke_about as Topic[], // our form writes nothing else
    what: row.what,
    next: row.next,
    nextOn: row.next_on === null ? null : localDate(row.next_on),
    madeBy: row.made_by,
    madeByName: names.get(row.made_by) ?? 'Somebody of another organisation',
    withdrawn: row.withdrawn_at !== null,
    withdrawnWhy: row.withdrawn_why,
    version: row.version,
  }))
}

/** What a form says of an attempt. */
export type AttemptAnswers = {
  readonly onDate: LocalDate
  readonly atTime: string
  readonly how: Way
  readonly result: Result
  readonly spokeAbout: readonly Topic[]
  readonly what: string
  readonly next: string
  readonly nextOn: LocalDate | null
  readonly madeBy: string
}

const columnsOf = (answers: AttemptAnswers) => ({
  on_date: answers.onDate,
  at_time: answers.atTime,
  how: answers.how,
  result: answers.result,
  spoke_about: [...answers.spokeAbout],
  what: answers.what,
  next: answers.next,
  next_on: answers.nextOn,
  made_by: answers.madeBy,
})

type Writer = { readonly authorityId: string; readonly familyId: string; readonly personId: string }

export const insertAttempt = async (
  db: WriteDb,
  { authorityId, familyId, personId }: Writer,
  perpetratorId: string,
  answers: AttemptAnswers,
): Promise<void> => {
  await db.q
    .insertInto('engagement_attempt')
    .values({
      authority_id: authorityId,
      family_id: familyId,
      perpetrator_id: perpetratorId,
      recorded_by: personId,
      ...columnsOf(answers),
    })
    .execute()
}

type Seen = { readonly id: string; readonly version: number }

/** False: somebody else changed it, or withdrew it, since it was read. */
export const updateAttempt = async (
  db: WriteDb,
  { id, version }: Seen,
  answers: AttemptAnswers,
  withdrawnWhy: string | null,
): Promise<boolean> => {
  const { numUpdatedRows } = await db.q
    .updateTable('engagement_attempt')
    .set({
      ...columnsOf(answers),
      version: version + 1,
      ...(withdrawnWhy !== null && { withdrawn_at: sql<Date>`statement_timestamp()`, withdrawn_why: withdrawnWhy }),
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** The safety plans of a family, one at most for each perpetrator. */
export const readSafetyPlans = async (db: ReadDb, familyId: string): Promise<readonly SafetyPlan[]> => {
  const rows = await db.q
    .selectFrom('safety_plan as s')
    .select(['s.id', 's.perpetrator_id', 's.safe_way', 's.worker_plan', 's.review_on', 's.version'])
    .select(
      sql<Date>`greatest(s.recorded_at, (select max(r.changed_at) from case_revision r
        where r.of_table = 'safety_plan' and r.row_id = s.id))`.as('reviewed_at'),
    )
    .where('s.family_id', '=', familyId)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    perpetratorId: row.perpetrator_id,
    safeWay: row.safe_way,
    workerPlan: row.worker_plan,
    reviewOn: row.review_on === null ? null : localDate(row.review_on),
    reviewedOn: londonDate(row.reviewed_at),
    version: row.version,
  }))
}

export type SafetyAnswers = {
  readonly safeWay: string
  readonly workerPlan: string
  readonly reviewOn: LocalDate | null
}

/** False: somebody else recorded one for this perpetrator in the meantime. */
export const insertSafetyPlan = async (
  db: WriteDb,
  { authorityId, familyId, personId }: Writer,
  perpetratorId: string,
  { safeWay, workerPlan, reviewOn }: SafetyAnswers,
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await db.q
    .insertInto('safety_plan')
    .values({
      authority_id: authorityId,
      family_id: familyId,
      perpetrator_id: perpetratorId,
      safe_way: safeWay,
      worker_plan: workerPlan,
      review_on: reviewOn,
      recorded_by: personId,
    })
    .onConflict((conflict) => conflict.columns(['family_id', 'perpetrator_id']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** False: somebody else changed it since it was read. */
export const updateSafetyPlan = async (
  db: WriteDb,
  { id, version }: Seen,
  { safeWay, workerPlan, reviewOn }: SafetyAnswers,
): Promise<boolean> => {
  const { numUpdatedRows } = await db.q
    .updateTable('safety_plan')
    .set({ safe_way: safeWay, worker_plan: workerPlan, review_on: reviewOn, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
