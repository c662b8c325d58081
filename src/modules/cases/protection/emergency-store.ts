import { sql } from 'kysely'
import { type LocalDate, localDate } from '#platform/dates.ts'
import type { ReadDb, WriteDb } from '#platform/db/connection.ts'

export const outcomes = ['right', 'not needed', 'to be looked into'] as const
export type EmergencyOutcome = (typeof outcomes)[number]

/** A family that a manager on duty opened though it was not theirs. `family` is null where the reader does not see it (any more). */
export type Emergency = {
  readonly id: string
  readonly familyId: string
  readonly family: { readonly name: string; readonly reference: string } | null
  readonly personId: string
  readonly person: string
  readonly reason: string
  readonly at: Date
  readonly until: Date
  readonly endedAt: Date | null
  readonly reviewDue: LocalDate
  readonly reviewedAt: Date | null
  readonly reviewedBy: string | null
  readonly outcome: string
  readonly note: string
}

type Row = {
  id: string
  family_id: string
  name: string | null
  reference: string | null
  person_id: string
  person: string | null
  reason: string
  at: Date
  until: Date
  ended_at: Date | null
  review_due: string
  reviewed_at: Date | null
  reviewed_by: string | null
  outcome: string
  review_note: string
}

const readWhere = async (db: ReadDb, where: ReturnType<typeof sql>): Promise<Emergency[]> => {
  const { rows } = await sql<Row>`
    select b.id, b.family_id, f.name, f.reference, b.person_id, p.name as person, b.reason, b.at, b.until, b.ended_at, b.review_due,
      b.reviewed_at, r.name as reviewed_by, b.outcome, b.review_note
    from break_glass b left join family f on f.id = b.family_id
    left join access.staff_names(array(select person_id from break_glass)) p on p.id = b.person_id
    left join access.staff_names(array(select x.reviewed_by from break_glass x where x.reviewed_by is not null)) r on r.id = b.reviewed_by
    where ${where} order by b.reviewed_at is not null, b.at desc limit 200`.execute(db.q)
  return rows.map((row) => ({
    id: row.id,
    familyId: row.family_id,
    family: row.name === null || row.reference === null ? null : { name: row.name, reference: row.reference },
    personId: row.person_id,
    person: row.person ?? 'Somebody who has left',
    reason: row.reason,
    at: row.at,
    until: row.until,
    endedAt: row.ended_at,
    reviewDue: localDate(row.review_due),
    reviewedAt: row.reviewed_at,
    reviewedBy: row.reviewed_by,
    outcome: row.outcome,
    note: row.review_note,
  }))
}

/** Those to look at first, then those that were looked at, newest first. */
export const readEmergencies = (db: ReadDb): Promise<Emergency[]> => readWhere(db, sql`true`)

export const readEmergency = async (db: ReadDb, id: string): Promise<Emergency | null> =>
  (await readWhere(db, sql`b.id = ${id}`))[0] ?? null

export const readEmergenciesOf = (db: ReadDb, familyId: string): Promise<Emergency[]> =>
  readWhere(db, sql`b.family_id = ${familyId}`)

/** A family that is theirs already, by its reference or its number in the case system. */
export const readOwnByReference = async (db: ReadDb, reference: string): Promise<string | null> => {
  const row = await db.q
    .selectFrom('family')
    .select('id')
    .where((eb) => eb.or([eb('reference', '=', reference.trim().toUpperCase()), eb('cms_id', '=', reference.trim())]))
    .orderBy('opened_on', 'desc')
    .executeTakeFirst()
  return row?.id ?? null
}

/** Null: there is none that this person can open so; nobody learns why. */
export const openInEmergency = async (db: WriteDb, reference: string, reason: string): Promise<string | null> => {
  const { rows } = await sql<{
    family: string | null
  }>`select access.break_glass(${reference}, ${reason}) as family`.execute(db.q)
  return rows[0]?.family ?? null
}

/** Whom to tell. */
export const readManagersToTell = async (db: ReadDb, familyId: string): Promise<string[]> => {
  const { rows } = await sql<{ email: string }>`select email from access.break_glass_managers(${familyId})`.execute(
    db.q,
  )
  return rows.map(({ email }) => email)
}

export const endEmergency = async (db: WriteDb, id: string, personId: string): Promise<boolean> => {
  const { numUpdatedRows } = await db.q
    .updateTable('break_glass')
    .set({ ended_at: sql`statement_timestamp()` })
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** False where somebody has looked at it before, or it is not for this person. */
export const reviewEmergency = async (
  db: WriteDb,
  id: string,
  given: { by: string; outcome: EmergencyOutcome; note: string },
): Promise<boolean> => {
  const { numUpdatedRows } = await db.q
    .updateTable('break_glass')
    .set({
      reviewed_at: sql`statement_timestamp()`,
      reviewed_by: given.by,
      outcome: given.outcome,
      review_note: given.note,
    })
    .where('id', '=', id)
    .where('reviewed_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
