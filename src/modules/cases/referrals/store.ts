import { type LocalDate, localDate } from '#platform/dates.ts'
import type { ReadDb, WriteDb } from '#platform/db/connection.ts'
import { readStaffNames } from '../family-store.ts'
import type { Programme, Referral, ReferralAnswer } from './referrals.ts'

/** The referrals of a family's perpetrators to programmes, newest first. */
export const readReferrals = async (db: ReadDb, familyId: string): Promise<readonly Referral[]> => {
  const rows = await db.q
    .selectFrom('case_referral')
    .select(['id', 'perpetrator_id', 'programme_id', 'programme', 'sent_on', 'answer', 'answered_on', 'reason'])
    .select(['recorded_by', 'version'])
    .where('family_id', '=', familyId)
    .orderBy('sent_on', 'desc')
    .orderBy('recorded_at', 'desc')
    .execute()
  const names = await readStaffNames(
    db,
    rows.map(({ recorded_by }) => recorded_by),
  )
  return rows.map((row) => ({
    id: row.id,
    perpetratorId: row.perpetrator_id,
    programmeId: row.programme_id,
    programme: row.programme,
    sentOn: localDate(row.sent_on),
    answer: row.answer === '' ? null : (row.answer as ReferralAnswer), // the table checks it
    answeredOn: row.answered_on === null ? null : localDate(row.answered_on),
    reason: row.reason,
    by: names.get(row.recorded_by) ?? 'Somebody of another organisation',
    version: row.version,
  }))
}

/** The partnership's programmes that the reader's role can see, in their order. */
export const readProgrammes = async (db: ReadDb): Promise<readonly Programme[]> =>
  db.q.selectFrom('programme').select(['id', 'name']).orderBy('sort').orderBy('name').execute()

type Writer = { readonly authorityId: string; readonly familyId: string; readonly personId: string }
type New = {
  readonly perpetratorId: string
  readonly programmeId: string | null
  readonly programme: string
  readonly sentOn: LocalDate
}

export const insertReferral = async (
  db: WriteDb,
  { authorityId, familyId, personId }: Writer,
  { perpetratorId, programmeId, programme, sentOn }: New,
): Promise<void> => {
  await db.q
    .insertInto('case_referral')
    .values({
      authority_id: authorityId,
      family_id: familyId,
      perpetrator_id: perpetratorId,
      programme_id: programmeId,
      programme,
      sent_on: sentOn,
      recorded_by: personId,
    })
    .execute()
}

/** False: somebody else answered it since it was read. */
export const answerReferral = async (
  db: WriteDb,
  { id, version }: { readonly id: string; readonly version: number },
  given: { readonly answer: ReferralAnswer; readonly answeredOn: LocalDate; readonly reason: string },
): Promise<boolean> => {
  const { numUpdatedRows } = await db.q
    .updateTable('case_referral')
    .set({ answer: given.answer, answered_on: given.answeredOn, reason: given.reason, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
