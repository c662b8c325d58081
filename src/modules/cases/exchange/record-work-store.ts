import type { ReadDb } from '#platform/db/connection.ts'
import type { FamilyRecord } from './record.ts'

type Part<K extends keyof FamilyRecord> = FamilyRecord[K]

export const readAttemptsOut = async (db: ReadDb, familyId: string): Promise<Part<'attempts'>> => {
  const rows = await db.q
    .selectFrom('engagement_attempt')
    .select(['id', 'perpetrator_id', 'on_date', 'at_time', 'how', 'result', 'spoke_about', 'what', 'next', 'next_on'])
    .select(['withdrawn_at', 'withdrawn_why', 'version'])
    .where('family_id', '=', familyId)
    .orderBy('on_date')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    perpetrator: row.perpetrator_id,
    onDate: row.on_date,
    atTime: row.at_time,
    how: row.how,
    result: row.result,
    spokeAbout: row.spoke_about,
    what: row.what,
    next: row.next,
    nextOn: row.next_on,
    withdrawn: row.withdrawn_at === null ? null : { at: row.withdrawn_at.toISOString(), why: row.withdrawn_why },
    version: row.version,
  }))
}

export const readPlanOut = async (db: ReadDb, familyId: string): Promise<Part<'plan'>> => {
  const rows = await db.q
    .selectFrom('plan_action')
    .select(['id', 'number', 'owner', 'individual_id', 'agency', 'kind', 'what', 'measure', 'due_on', 'why_survivor'])
    .select(['shareable', 'status', 'version'])
    .where('family_id', '=', familyId)
    .orderBy('number')
    .execute()
  const reviews = await readReviewsOut(db, familyId)
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    owner: row.owner as Part<'plan'>[number]['owner'], // the table checks it
    person: row.individual_id,
    agency: row.agency,
    kind: row.kind as Part<'plan'>[number]['kind'], // the table checks it
    what: row.what,
    measure: row.measure,
    dueOn: row.due_on,
    whySurvivor: row.why_survivor,
    shareable: row.shareable,
    status: row.status as Part<'plan'>[number]['status'], // the table checks it
    reviews: reviews.get(row.id) ?? [],
    version: row.version,
  }))
}

const readReviewsOut = async (db: ReadDb, familyId: string) => {
  const rows = await db.q
    .selectFrom('plan_review')
    .select(['id', 'action_id', 'on_date', 'meeting', 'status', 'evidence'])
    .where('family_id', '=', familyId)
    .orderBy('on_date', 'desc')
    .orderBy('recorded_at', 'desc')
    .execute()
  const byAction = Map.groupBy(rows, (row) => row.action_id)
  return new Map(
    [...byAction].map(([action, own]) => [
      action,
      own.map(({ id, on_date, meeting, status, evidence }) => ({ id, onDate: on_date, meeting, status, evidence })),
    ]),
  )
}

export const readReferralsOut = async (db: ReadDb, familyId: string): Promise<Part<'referrals'>> => {
  const rows = await db.q
    .selectFrom('case_referral')
    .select(['id', 'perpetrator_id', 'programme', 'sent_on', 'answer', 'answered_on', 'reason', 'version'])
    .where('family_id', '=', familyId)
    .orderBy('sent_on')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    perpetrator: row.perpetrator_id,
    programme: row.programme,
    sentOn: row.sent_on,
    answer: row.answer === '' ? null : row.answer,
    answeredOn: row.answered_on,
    reason: row.reason,
    version: row.version,
  }))
}
