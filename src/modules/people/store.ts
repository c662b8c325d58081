/** Partnerships, memberships and terms. Staff and teams: `staff-store.ts`. */
import { type Expression, type Selectable, type SelectQueryBuilder, sql } from 'kysely'
import type { DB } from '#db/schema.ts'
import { type LocalDate, localDate } from '#platform/dates.ts'
import type { ReadDb, WriteDb } from '#platform/db/connection.ts'
import type { Capacity, Membership, Named, Partnership, Stage } from './partnership.ts'
import type { Term } from './term.ts'

/** The partnerships that the asking grant opens. */
export const readPartnerships = (db: ReadDb): Promise<Partnership[]> =>
  db.q.selectFrom('partnership').select(['id', 'name', 'slug']).orderBy('name').execute()

type TermRow = Pick<Selectable<DB['term']>, (typeof termColumns)[number] | 'partnership_id'>

const asTerm = (row: Omit<TermRow, 'partnership_id'>): Term => ({
  id: row.id,
  number: row.number,
  name: row.name,
  starts: localDate(row.starts),
  ends: localDate(row.ends),
  publishedOn: row.published_on === null ? null : localDate(row.published_on),
  version: row.version,
})

const termColumns = ['id', 'number', 'name', 'starts', 'ends', 'published_on', 'version'] as const

export const readTerms = async (db: ReadDb, partnershipId: string): Promise<Term[]> => {
  const rows = await db.q
    .selectFrom('term')
    .select(termColumns)
    .where('partnership_id', '=', partnershipId)
    .orderBy('number')
    .execute()
  return rows.map(asTerm)
}

type MembershipQuery = SelectQueryBuilder<{ m: DB['membership']; o: DB['organisation'] }, 'm' | 'o', object>
type MembershipRow = Pick<
  Selectable<DB['membership']>,
  | 'id'
  | 'partnership_id'
  | 'organisation_id'
  | 'capacity'
  | 'stage'
  | 'starts'
  | 'starts_known_to'
  | 'ends'
  | 'note'
  | 'version'
> & { name: string }

const membershipsIn = (query: MembershipQuery) =>
  query
    .select([
      'm.id',
      'm.partnership_id',
      'm.organisation_id',
      'o.name',
      'm.capacity',
      'm.stage',
      'm.starts',
      'm.starts_known_to',
      'm.ends',
      'm.note',
      'm.version',
    ])
    .orderBy('o.name')
    .orderBy('m.starts')

const asMembership = (row: MembershipRow): Membership => ({
  id: row.id,
  partnershipId: row.partnership_id,
  organisation: { id: row.organisation_id, name: row.name },
  // the table's own checks allow these values only
  capacity: row.capacity as Capacity,
  stage: row.stage as Stage | null,
  startsKnownTo: row.starts_known_to as Membership['startsKnownTo'],
  starts: localDate(row.starts),
  ends: row.ends === null ? null : localDate(row.ends),
  note: row.note,
  version: row.version,
})

const joined = (db: ReadDb): MembershipQuery =>
  db.q.selectFrom('membership as m').innerJoin('organisation as o', 'o.id', 'm.organisation_id')

/** Everybody who takes or took part in a partnership, by name. */
export const readMemberships = async (db: ReadDb, partnershipId: string): Promise<Membership[]> =>
  (await membershipsIn(joined(db).where('m.partnership_id', '=', partnershipId)).execute()).map(asMembership)

/** What every room asks first, in one round trip: the partnerships that the asking grant opens, their terms and who takes part. */
export const readSurroundings = async (db: ReadDb) => {
  const listed = (query: Expression<unknown>) => sql`(select coalesce(json_agg(x), '[]') from ${query} x)`
  const { rows } = await sql<{ partnerships: Partnership[]; terms: TermRow[]; memberships: MembershipRow[] }>`select
    ${listed(db.q.selectFrom('partnership').select(['id', 'name', 'slug']).orderBy('name'))} as partnerships,
    ${listed(
      db.q
        .selectFrom('term')
        .select([...termColumns, 'partnership_id'])
        .orderBy('number'),
    )} as terms,
    ${listed(membershipsIn(joined(db)))} as memberships`.execute(db.q)
  const [row] = rows
  if (row === undefined) throw new Error('a select without a table has one row')
  return {
    partnerships: row.partnerships,
    termsOf: (id: string) => row.terms.filter((term) => term.partnership_id === id).map(asTerm),
    membershipsOf: (id: string) => row.memberships.filter((one) => one.partnership_id === id).map(asMembership),
  }
}

/** The organisations that this person may see: those of their partnerships and their own. */
export const readOrganisations = (db: ReadDb): Promise<(Named & { kind: string })[]> =>
  db.q.selectFrom('organisation').select(['id', 'name', 'kind']).orderBy('name').execute()

/** Until this transaction ends, nobody else changes memberships or terms of the partnership: what is checked stays true. */
export const lockPartnership = async (db: WriteDb, partnershipId: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`partnership ${partnershipId}`}, 0))`.execute(db.q)
}

/** The id is ours, not the server's: until it is a member, whoever adds it may not read it back. */
export const insertOrganisation = async (db: WriteDb, organisation: Named & { kind: Capacity }): Promise<void> => {
  await db.q
    .insertInto('organisation')
    .values({ id: organisation.id, name: organisation.name, kind: organisation.kind })
    .execute()
}

export type NewMembership = {
  readonly partnershipId: string
  readonly organisationId: string
  readonly capacity: Capacity
  readonly stage: Stage | null
  readonly starts: LocalDate
}

export const insertMembership = async (db: WriteDb, given: NewMembership): Promise<string> => {
  const { partnershipId, organisationId, capacity, stage, starts } = given
  const row = await db.q
    .insertInto('membership')
    .values({ partnership_id: partnershipId, organisation_id: organisationId, capacity, stage, starts })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

type Changed = Pick<Membership, 'stage' | 'starts' | 'ends' | 'note'>

/** False where somebody else has saved since `version`: then nothing is written. */
export const updateMembership = async (
  db: WriteDb,
  id: string,
  version: number,
  { stage, starts, ends, note }: Changed,
): Promise<boolean> => {
  const { numUpdatedRows } = await db.q
    .updateTable('membership')
    .set({
      stage,
      starts,
      // A day that somebody entered is known to the day; one that they left alone is known as before.
      starts_known_to: sql`case when starts = ${starts} then starts_known_to else 'day' end`,
      ends,
      note,
      version: version + 1,
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

type TermFields = Pick<Term, 'name' | 'starts' | 'ends'>

export const insertTerm = async (
  db: WriteDb,
  partnershipId: string,
  number: number,
  { name, starts, ends }: TermFields,
): Promise<string> => {
  const row = await db.q
    .insertInto('term')
    .values({ partnership_id: partnershipId, number, name, starts, ends })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** False where somebody else has saved since `version`: then nothing is written. */
export const updateTerm = async (
  db: WriteDb,
  id: string,
  version: number,
  { name, starts, ends }: TermFields,
): Promise<boolean> => {
  const { numUpdatedRows } = await db.q
    .updateTable('term')
    .set({ name, starts, ends, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
