/** What we did, for the timeline and the next step: attempts to engage, forms completed, actions of the plan. */
import { sql } from 'kysely'
import { type LocalDate, localDate } from '#platform/dates.ts'
import type { ReadDb } from '#platform/db/connection.ts'
import type { Attempt, Done } from './deed.ts'

/** Attempts to engage that were not withdrawn, earliest first. */
export const readAttempts = async (db: ReadDb, familyId: string): Promise<Attempt[]> => {
  const rows = await db.q
    .selectFrom('engagement_attempt')
    .select(['perpetrator_id', 'on_date', 'how', 'result', 'next_on'])
    .where('family_id', '=', familyId)
    .where('withdrawn_at', 'is', null)
    .orderBy('on_date')
    .orderBy('at_time')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    perpetratorId: row.perpetrator_id,
    on: localDate(row.on_date),
    how: row.how,
    result: row.result,
    nextOn: row.next_on === null ? null : localDate(row.next_on),
  }))
}

const london = (column: 'completed_at' | 'recorded_at') =>
  sql<string>`to_char(${sql.ref(column)} at time zone 'Europe/London', 'YYYY-MM-DD')`.as('on')

/** The days on which an engagement form was completed. */
export const readCompletedForms = async (db: ReadDb, familyId: string): Promise<LocalDate[]> => {
  const rows = await db.q
    .selectFrom('engagement_form')
    .select(london('completed_at'))
    .where('family_id', '=', familyId)
    .where('state', '=', 'completed')
    .orderBy('completed_at')
    .execute()
  return rows.map(({ on }) => localDate(on))
}

/** The actions of the plan by the day on which they were put into it, but those that were withdrawn. */
export const readPlanned = async (db: ReadDb, familyId: string): Promise<Done[]> => {
  const rows = await db.q
    .selectFrom('plan_action')
    .select(['what', 'owner', london('recorded_at')])
    .where('family_id', '=', familyId)
    .where('status', '<>', 'withdrawn')
    .orderBy('recorded_at')
    .orderBy('number')
    .execute()
  return rows.map(({ what, owner, on }) => ({ on: localDate(on), what, owner }))
}
