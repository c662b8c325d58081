import { sql } from 'kysely'
import { localDate } from '#platform/dates.ts'
import type { ReadDb, WriteDb } from '#platform/db/connection.ts'
import type { KeptOut, Opening, Revision, Seal } from './model.ts'

/** The open seal of a family; null where it has none. */
export const readSeal = async (db: ReadDb, familyId: string): Promise<Seal | null> => {
  const seal = await db.q
    .selectFrom('family_seal')
    .select(['id', 'reason', 'sealed_at', 'sealed_by', 'review_due'])
    .where('family_id', '=', familyId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (!seal) return null
  const { rows: people } = await sql<{ id: string; name: string }>`
    select n.id, n.name from access.staff_names((select array_agg(person_id) from family_seal_person
      where seal_id = ${seal.id} and ended_at is null)) n order by n.name`.execute(db.q)
  const { rows: reviews } = await sql<{ reviewed_at: Date; name: string; outcome: string; note: string }>`
    select r.reviewed_at, n.name, r.outcome, r.note from family_seal_review r
    left join access.staff_names(array(select reviewed_by from family_seal_review where seal_id = ${seal.id})) n on n.id = r.reviewed_by
    where r.seal_id = ${seal.id} order by r.reviewed_at desc`.execute(db.q)
  const { rows: by } = await sql<{
    name: string
  }>`select name from access.staff_names(${[seal.sealed_by]}::uuid[])`.execute(db.q)
  return {
    id: seal.id,
    reason: seal.reason,
    sealedAt: seal.sealed_at,
    sealedBy: by[0]?.name ?? 'Somebody who has left',
    reviewDue: localDate(seal.review_due),
    people,
    reviews: reviews.map(({ reviewed_at, name, outcome, note }) => ({ at: reviewed_at, by: name, outcome, note })),
  }
}

export const sealFamily = async (db: WriteDb, familyId: string, people: readonly string[], reason: string) => {
  await sql`select access.seal_family(${familyId}, ${[...people]}::uuid[], ${reason})`.execute(db.q)
}

/** False where there is no such seal, or it is not for this person to look at. */
export const reviewSeal = async (
  db: WriteDb,
  sealId: string,
  given: { outcome: 'kept' | 'lifted'; note: string; people: readonly string[] },
): Promise<boolean> => {
  const { rows } = await sql<{ done: boolean }>`
    select access.review_seal(${sealId}, ${given.outcome}, ${given.note}, ${[...given.people]}::uuid[]) as done`.execute(
    db.q,
  )
  return rows[0]?.done ?? false
}

export const readWalls = async (db: ReadDb, familyId: string): Promise<KeptOut[]> => {
  const { rows } = await sql<{ id: string; person: string; reason: string; set_by: string; set_at: Date }>`
    select w.id, p.name as person, w.reason, s.name as set_by, w.set_at from family_wall w
    join access.staff_names(array(select person_id from family_wall where family_id = ${familyId})) p on p.id = w.person_id
    left join access.staff_names(array(select x.set_by from family_wall x where family_id = ${familyId})) s on s.id = w.set_by
    where w.family_id = ${familyId} and w.ended_at is null order by p.name`.execute(db.q)
  return rows.map((row) => ({ id: row.id, person: row.person, why: row.reason, setBy: row.set_by, setAt: row.set_at }))
}

export const readTies = async (db: ReadDb, familyId: string): Promise<KeptOut[]> => {
  const { rows } = await sql<{
    id: string
    person: string
    kind: string
    whom: string
    note: string
    set_by: string
    set_at: Date
  }>`
    select t.id, p.name as person, t.kind, i.name as whom, t.note, s.name as set_by, t.set_at from staff_tie t
    join individual i on i.id = t.individual_id
    join access.staff_names(array(select person_id from staff_tie where family_id = ${familyId})) p on p.id = t.person_id
    left join access.staff_names(array(select x.set_by from staff_tie x where family_id = ${familyId})) s on s.id = t.set_by
    where t.family_id = ${familyId} and t.ended_at is null order by p.name, i.name`.execute(db.q)
  return rows.map((row) => ({
    id: row.id,
    person: row.person,
    why: `${row.kind === 'is' ? 'Is' : 'Knows'} ${row.whom}${row.note === '' ? '' : `: ${row.note}`}`,
    setBy: row.set_by,
    setAt: row.set_at,
  }))
}

type Kept = { readonly authorityId: string; readonly familyId: string; readonly personId: string; readonly by: string }

export const insertWall = async (db: WriteDb, { authorityId, familyId, personId, by }: Kept, reason: string) => {
  await db.q
    .insertInto('family_wall')
    .values({ authority_id: authorityId, family_id: familyId, person_id: personId, reason, set_by: by })
    .execute()
}

export const insertTie = async (
  db: WriteDb,
  { authorityId, familyId, personId, by }: Kept,
  tie: { individualId: string; kind: 'is' | 'knows'; note: string },
) => {
  await db.q
    .insertInto('staff_tie')
    .values({
      ...{ authority_id: authorityId, family_id: familyId, person_id: personId, set_by: by },
      ...{ individual_id: tie.individualId, kind: tie.kind, note: tie.note },
    })
    .execute()
}

/** Lets somebody in again. Ended, never deleted: that they were kept out stays on record. */
export const endKeptOut = async (
  db: WriteDb,
  table: 'family_wall' | 'staff_tie',
  id: string,
  by: string,
): Promise<boolean> => {
  const { numUpdatedRows } = await db.q
    .updateTable(table)
    .set({ ended_at: sql`statement_timestamp()`, ended_by: by })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Who opened or changed what of a family, newest first. */
export const readOpenings = async (db: ReadDb, familyId: string, most: number): Promise<Opening[]> => {
  const { rows } =
    await sql<Opening>`select at, name, role, act, reason from access.family_record(${familyId}, ${most})`.execute(db.q)
  return rows
}

/** Never of a letter: what was taken out of it before it went is for those who write it. */
export const readRevisions = async (db: ReadDb, familyId: string, rowId: string): Promise<Revision[]> => {
  const { rows } = await sql<{ version: number; changed_at: Date; name: string | null; was: Record<string, unknown> }>`
    select r.version, r.changed_at, n.name, r.was from case_revision r
    left join access.staff_names(array(select changed_by from case_revision where row_id = ${rowId})) n on n.id = r.changed_by
    where r.row_id = ${rowId} and r.of_table <> 'letter' and (r.family_id = ${familyId} or r.individual_id in (
      select individual_id from family_individual where family_id = ${familyId}))
    order by r.version desc, r.changed_at desc limit 200`.execute(db.q)
  return rows.map(({ version, changed_at, name, was }) => ({ version, at: changed_at, by: name, was }))
}
