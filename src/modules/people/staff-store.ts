/** Staff and teams of one organisation. The database shows each role its own organisation's only. */
import { sql } from 'kysely'
import { type LocalDate, localDate } from '#platform/dates.ts'
import type { ReadDb, WriteDb } from '#platform/db/connection.ts'
import type { StaffMember, Team } from './staff.ts'

export type StaffFilter = {
  readonly organisationId: string
  /** A team's id; 'none' for people without a team; null for everybody. */
  readonly team: string | null
  readonly state: 'in post' | 'left' | 'all'
  readonly today: LocalDate
}

const matching = (db: ReadDb, { organisationId, team, state, today }: StaffFilter) => {
  let query = db.q
    .selectFrom('person as p')
    .leftJoin('team as t', 't.id', 'p.team_id')
    .where('p.organisation_id', '=', organisationId)
  if (team !== null)
    query = team === 'none' ? query.where('p.team_id', 'is', null) : query.where('p.team_id', '=', team)
  // Somebody who is to start is on the list of those in post: they are planned for.
  if (state === 'in post') query = query.where((eb) => eb.or([eb('p.ends', 'is', null), eb('p.ends', '>', today)]))
  if (state === 'left') query = query.where('p.ends', '<=', today)
  return query
}

const columns = [
  'p.id',
  'p.name',
  'p.job_role',
  'p.team_id',
  't.name as team',
  'p.starts',
  'p.ends',
  'p.version',
] as const

type Row = {
  id: string
  name: string
  job_role: string
  team_id: string | null
  team: string | null
  starts: string
  ends: string | null
  version: number
}

const asMember = (row: Row): StaffMember => ({
  id: row.id,
  name: row.name,
  jobRole: row.job_role,
  teamId: row.team_id,
  team: row.team,
  starts: localDate(row.starts),
  ends: row.ends === null ? null : localDate(row.ends),
  version: row.version,
})

export const countStaff = async (db: ReadDb, filter: StaffFilter): Promise<number> => {
  const row = await matching(db, filter)
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return row.n
}

export const listStaff = async (
  db: ReadDb,
  filter: StaffFilter,
  offset: number,
  limit: number,
): Promise<StaffMember[]> => {
  const rows = await matching(db, filter)
    .select(columns)
    .orderBy('p.name')
    .orderBy('p.id')
    .offset(offset)
    .limit(limit)
    .execute()
  return rows.map(asMember)
}

/** Everybody of an organisation, also those who left: what a list to import is compared with. */
export const readEverybody = async (db: ReadDb, organisationId: string): Promise<StaffMember[]> => {
  const rows = await db.q
    .selectFrom('person as p')
    .leftJoin('team as t', 't.id', 'p.team_id')
    .where('p.organisation_id', '=', organisationId)
    .select(columns)
    .orderBy('p.name')
    .orderBy('p.id')
    .execute()
  return rows.map(asMember)
}

/** The people of an organisation who are in post on a day. */
export const readInPost = async (db: ReadDb, organisationId: string, today: LocalDate): Promise<StaffMember[]> =>
  (await readEverybody(db, organisationId)).filter(
    ({ starts, ends }) => starts <= today && (ends === null || today < ends),
  )

/** Null where there is nobody with this id in the organisation, or not for this reader to see. */
export const readMember = async (db: ReadDb, organisationId: string, id: string): Promise<StaffMember | null> => {
  const row = await db.q
    .selectFrom('person as p')
    .leftJoin('team as t', 't.id', 'p.team_id')
    .where('p.organisation_id', '=', organisationId)
    .where('p.id', '=', id)
    .select(columns)
    .executeTakeFirst()
  return row ? asMember(row) : null
}

type StaffFields = Pick<StaffMember, 'name' | 'jobRole' | 'teamId' | 'starts' | 'ends'>

const written = ({ name, jobRole, teamId, starts, ends }: StaffFields) => ({
  name,
  job_role: jobRole,
  team_id: teamId,
  starts,
  ends,
})

export const insertMember = async (db: WriteDb, organisationId: string, fields: StaffFields): Promise<string> => {
  const row = await db.q
    .insertInto('person')
    .values({ organisation_id: organisationId, ...written(fields) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** False where somebody else has saved since `version`: then nothing is written. */
export const updateMember = async (db: WriteDb, id: string, version: number, fields: StaffFields): Promise<boolean> => {
  const { numUpdatedRows } = await db.q
    .updateTable('person')
    .set({ ...written(fields), version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export const readTeams = async (db: ReadDb, organisationId: string): Promise<Team[]> => {
  const rows = await db.q
    .selectFrom('team')
    .select(['id', 'name', 'closed_on'])
    .where('organisation_id', '=', organisationId)
    .orderBy('name')
    .execute()
  return rows.map(({ id, name, closed_on }) => ({
    id,
    name,
    closedOn: closed_on === null ? null : localDate(closed_on),
  }))
}

/** How many people in post each team has, by the team's id. */
export const countByTeam = async (
  db: ReadDb,
  organisationId: string,
  today: LocalDate,
): Promise<ReadonlyMap<string, number>> => {
  const counts = new Map<string, number>()
  for (const { teamId } of await readInPost(db, organisationId, today))
    if (teamId !== null) counts.set(teamId, (counts.get(teamId) ?? 0) + 1)
  return counts
}

export const insertTeam = async (db: WriteDb, organisationId: string, name: string): Promise<string> => {
  const row = await db.q
    .insertInto('team')
    .values({ organisation_id: organisationId, name })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** False where the team is not any more as `before` says: somebody else has saved, and nothing is written. */
export const updateTeam = async (db: WriteDb, before: Team, after: Omit<Team, 'id'>): Promise<boolean> => {
  const { numUpdatedRows } = await db.q
    .updateTable('team')
    .set({ name: after.name, closed_on: after.closedOn })
    .where('id', '=', before.id)
    .where('name', '=', before.name)
    .where(sql<boolean>`closed_on is not distinct from ${before.closedOn}::date`)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Until this transaction ends, nobody else changes the staff or teams of the organisation: what is checked stays true. */
export const lockStaff = async (db: WriteDb, organisationId: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`staff ${organisationId}`}, 0))`.execute(db.q)
}
