/** His pattern, as rows. The database shows each person the families that are theirs. */
import { sql } from 'kysely'
import { type LocalDate, localDate } from '#platform/dates.ts'
import type { ReadDb, WriteDb } from '#platform/db/connection.ts'
import type { Elsewhere, Harm, PatternEntry, PatternFields } from './entry.ts'
import type { KnownTo, When } from './when.ts'

const columns = [
  ...(['id', 'perpetrator_id', 'kinds', 'what', 'starts', 'ends', 'known_to', 'source', 'harms', 'meaning'] as const),
  ...(['carried', 'withdrawn_at', 'withdrawn_why', 'recorded_by', 'recorded_at', 'version'] as const),
] as const

const dayOrNull = (text: string | null): LocalDate | null => (text === null ? null : localDate(text))

const whenOf = (row: { starts: string | null; ends: string | null; known_to: string }): When => ({
  starts: dayOrNull(row.starts),
  ends: dayOrNull(row.ends),
  knownTo: row.known_to as KnownTo, // the table checks it
})

const query = (db: ReadDb, familyId: string) =>
  db.q.selectFrom('pattern_entry').select(columns).where('family_id', '=', familyId)

type Row = Awaited<ReturnType<ReturnType<typeof query>['executeTakeFirstOrThrow']>>

const asEntry = (row: Row): PatternEntry => ({
  id: row.id,
  perpetratorId: row.perpetrator_id,
  kinds: row.kinds,
  what: row.what,
  when: whenOf(row),
  source: row.source,
  harms: row.harms as unknown as Harm[], // written by this file alone
  meaning: row.meaning,
  carried: row.carried,
  withdrawnAt: row.withdrawn_at,
  withdrawnWhy: row.withdrawn_why,
  recordedBy: row.recorded_by,
  recordedAt: row.recorded_at,
  version: row.version,
})

/** All of a family, earliest first, withdrawn ones too. */
export const readPattern = async (db: ReadDb, familyId: string): Promise<PatternEntry[]> => {
  const rows = await query(db, familyId).orderBy(sql`starts nulls last, ends nulls last, recorded_at, id`).execute()
  return rows.map(asEntry)
}

export const readEntry = async (db: ReadDb, familyId: string, id: string): Promise<PatternEntry | null> => {
  const row = await query(db, familyId).where('id', '=', id).executeTakeFirst()
  return row ? asEntry(row) : null
}

/** What follows the perpetrators of this family out of other records, earliest first. */
export const readElsewhere = async (db: ReadDb, familyId: string): Promise<Elsewhere[]> => {
  const { rows } = await sql<{
    perpetrator_id: string
    other: number
    kinds: string[]
    starts: string | null
    ends: string | null
    known_to: string
    carried: string
  }>`select perpetrator_id, other, kinds, starts, ends, known_to, carried from access.pattern_elsewhere(${familyId})`.execute(
    db.q,
  )
  return rows.map((row) => ({
    perpetratorId: row.perpetrator_id,
    record: row.other,
    kinds: row.kinds,
    when: whenOf(row),
    carried: row.carried,
  }))
}

const written = ({ perpetratorId, kinds, what, when, source, harms, meaning, carried }: PatternFields) => ({
  perpetrator_id: perpetratorId,
  kinds: [...kinds],
  what,
  starts: when.starts,
  ends: when.ends,
  known_to: when.knownTo,
  source,
  harms: JSON.stringify(harms),
  meaning,
  carried,
})

type Place = { readonly familyId: string; readonly authorityId: string; readonly personId: string }

export const insertEntry = async (db: WriteDb, place: Place, fields: PatternFields): Promise<string> => {
  const { id } = await db.q
    .insertInto('pattern_entry')
    .values({
      authority_id: place.authorityId,
      family_id: place.familyId,
      recorded_by: place.personId,
      ...written(fields),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

const change = (db: WriteDb, familyId: string, id: string, version: number) =>
  db.q
    .updateTable('pattern_entry')
    .set({ version: version + 1 })
    .where('family_id', '=', familyId)
    .where('id', '=', id)
    .where('version', '=', version)

/** False where somebody else has saved since: then nothing is written. */
export const updateEntry = async (
  db: WriteDb,
  familyId: string,
  { id, version }: PatternEntry,
  fields: PatternFields,
): Promise<boolean> =>
  (await change(db, familyId, id, version).set(written(fields)).executeTakeFirst()).numUpdatedRows === 1n

/** Withdrawn, it stays readable with the reason. False as above. */
export const withdrawEntry = async (
  db: WriteDb,
  familyId: string,
  { id, version }: PatternEntry,
  why: string,
): Promise<boolean> =>
  (
    await change(db, familyId, id, version)
      .set({ withdrawn_at: sql`statement_timestamp()`, withdrawn_why: why })
      .executeTakeFirst()
  ).numUpdatedRows === 1n
