import { sql } from 'kysely'
import { type LocalDate, localDate } from '#platform/dates.ts'
import type { ReadDb, WriteDb } from '#platform/db/connection.ts'
import { readStaffNames } from '../family-store.ts'
import type { Action, Owner, Review, Status } from './plan.ts'

/** Every action of a family's plan by its number, with its reviews. */
export const readPlan = async (db: ReadDb, familyId: string): Promise<readonly Action[]> => {
  const rows = await db.q
    .selectFrom('plan_action')
    .select(['id', 'number', 'owner', 'individual_id', 'agency', 'kind', 'what', 'measure', 'due_on', 'why_survivor'])
    .select(['shareable', 'status', 'supervision_id', 'version'])
    .where('family_id', '=', familyId)
    .orderBy('number')
    .execute()
  const reviews = await readReviews(db, familyId)
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    owner: row.owner as Owner, // the table checks it
    individualId: row.individual_id,
    agency: row.agency,
    kind: row.kind as Action['kind'], // the table checks it
    what: row.what,
    measure: row.measure,
    dueOn: row.due_on === null ? null : localDate(row.due_on),
    whySurvivor: row.why_survivor,
    shareable: row.shareable,
    status: row.status as Status, // the table checks it
    supervisionId: row.supervision_id,
    version: row.version,
    reviews: reviews.get(row.id) ?? [],
  }))
}

const readReviews = async (db: ReadDb, familyId: string): Promise<ReadonlyMap<string, Review[]>> => {
  const rows = await db.q
    .selectFrom('plan_review')
    .select(['id', 'action_id', 'on_date', 'meeting', 'status', 'evidence', 'recorded_by'])
    .where('family_id', '=', familyId)
    .orderBy('on_date', 'desc')
    .orderBy('recorded_at', 'desc')
    .execute()
  const names = await readStaffNames(
    db,
    rows.map(({ recorded_by }) => recorded_by),
  )
  const byAction = new Map<string, Review[]>()
  for (const row of rows) {
    const review = {
      id: row.id,
      onDate: localDate(row.on_date),
      meeting: row.meeting,
      status: row.status as Status, // the table checks it
      evidence: row.evidence,
      by: names.get(row.recorded_by) ?? 'Somebody of another organisation',
    }
    byAction.set(row.action_id, [...(byAction.get(row.action_id) ?? []), review])
  }
  return byAction
}

/** What a form says of an action. */
export type ActionAnswers = {
  readonly owner: Owner
  readonly individualId: string | null
  readonly agency: string
  readonly kind: 'change' | 'task'
  readonly what: string
  readonly measure: string
  readonly dueOn: LocalDate | null
  readonly whySurvivor: string
  readonly shareable: boolean
}

const columnsOf = (answers: ActionAnswers) => ({
  owner: answers.owner,
  individual_id: answers.individualId,
  agency: answers.agency,
  kind: answers.kind,
  what: answers.what,
  measure: answers.measure,
  due_on: answers.dueOn,
  why_survivor: answers.whySurvivor,
  shareable: answers.shareable,
})

type Writer = { readonly authorityId: string; readonly familyId: string; readonly personId: string }

/** Adds an action under the next number of its plan. */
export const insertAction = async (
  db: WriteDb,
  { authorityId, familyId, personId }: Writer,
  answers: ActionAnswers,
  supervisionId: string | null = null,
): Promise<void> => {
  // Two who add at once wait for each other: numbers follow one another and are said aloud in meetings.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`plan ${familyId}`}, 0))`.execute(db.q)
  const { last } = await db.q
    .selectFrom('plan_action')
    .select(sql<number>`coalesce(max(number), 0)`.as('last'))
    .where('family_id', '=', familyId)
    .executeTakeFirstOrThrow()
  await db.q
    .insertInto('plan_action')
    .values({
      authority_id: authorityId,
      family_id: familyId,
      number: last + 1,
      supervision_id: supervisionId,
      recorded_by: personId,
      ...columnsOf(answers),
    })
    .execute()
}

type Seen = { readonly id: string; readonly version: number }

/** False: somebody else changed or reviewed it since it was read. */
export const updateAction = async (db: WriteDb, { id, version }: Seen, answers: ActionAnswers): Promise<boolean> =>
  updateWith(db, { id, version }, columnsOf(answers))

const updateWith = async (
  db: WriteDb,
  { id, version }: Seen,
  change: Partial<ReturnType<typeof columnsOf>> | { status: Status },
): Promise<boolean> => {
  const { numUpdatedRows } = await db.q
    .updateTable('plan_action')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export type ReviewAnswers = Pick<Review, 'onDate' | 'meeting' | 'status' | 'evidence'>

/** Adds what was found of an action, and gives the action its state. False: somebody else changed or reviewed it since it was read. */
export const insertReview = async (
  db: WriteDb,
  { authorityId, familyId, personId }: Writer,
  action: Seen,
  { onDate, meeting, status, evidence }: ReviewAnswers,
): Promise<boolean> => {
  if (!(await updateWith(db, action, { status }))) return false
  await db.q
    .insertInto('plan_review')
    .values({
      authority_id: authorityId,
      family_id: familyId,
      action_id: action.id,
      on_date: onDate,
      meeting,
      status,
      evidence,
      recorded_by: personId,
    })
    .execute()
  return true
}
