import { sql } from 'kysely'
import { localDate } from '#platform/dates.ts'
import type { ReadDb } from '#platform/db/connection.ts'
import type { Family, Member, Part, Worker } from './family.ts'

const dayOrNull = (text: string | null) => (text === null ? null : localDate(text))

/** A family, with its people and who works with it; null where there is none that the person may see. */
export const readFamily = async (db: ReadDb, id: string): Promise<Family | null> => {
  const row = await db.q
    .selectFrom('family as f')
    .leftJoin('team as t', 't.id', 'f.team_id')
    .leftJoin('cms_link as l', 'l.organisation_id', 'f.authority_id')
    .select([
      ...(['f.id', 'f.authority_id', 'f.reference', 'f.name', 'f.team_id', 't.name as team', 'f.cms_id'] as const),
      ...(['l.url', 'f.legal_status', 'f.communication_needs', 'f.opened_on', 'f.closed_on'] as const),
      ...(['f.close_reason', 'f.engaged_on', 'f.engagement_due', 'f.goals', 'f.efforts', 'f.form_since'] as const),
      ...(['f.unanswered_since', 'f.version'] as const),
    ])
    .select(
      sql<boolean>`exists (select from family_seal s where s.family_id = f.id and s.ended_at is null)`.as('sealed'),
    )
    .where('f.id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  const [people, workers] = [await readMembers(db, id), await readWorkers(db, id)]
  return {
    id: row.id,
    authorityId: row.authority_id,
    reference: row.reference,
    name: row.name,
    teamId: row.team_id,
    team: row.team,
    cmsId: row.cms_id,
    cmsUrl: row.url === null || row.cms_id === '' ? null : row.url.replaceAll('{id}', encodeURIComponent(row.cms_id)),
    legalStatus: row.legal_status,
    communicationNeeds: row.communication_needs,
    openedOn: localDate(row.opened_on),
    closedOn: dayOrNull(row.closed_on),
    closeReason: row.close_reason,
    engagedOn: dayOrNull(row.engaged_on),
    // computed by the database from a day that is always there
    engagementDue: localDate(row.engagement_due ?? row.opened_on),
    goals: row.goals,
    efforts: row.efforts,
    formSince: dayOrNull(row.form_since),
    unansweredSince: dayOrNull(row.unanswered_since),
    version: row.version,
    sealed: row.sealed,
    people,
    workers,
  }
}

const readMembers = async (db: ReadDb, familyId: string): Promise<Member[]> => {
  const rows = await db.q
    .selectFrom('family_individual as fi')
    .innerJoin('individual as i', 'i.id', 'fi.individual_id')
    .select(['i.id', 'i.name', 'fi.part', 'i.birth_on', 'i.expected_on', 'i.gender', 'fi.involvement', 'fi.left_on'])
    .where('fi.family_id', '=', familyId)
    .orderBy(sql`array_position(array['child', 'perpetrator', 'victim_survivor', 'other'], fi.part)`)
    .orderBy('fi.sort')
    .orderBy('fi.added_at')
    .orderBy('i.id')
    .execute()
  return rows.map((row) => ({
    individualId: row.id,
    name: row.name,
    part: row.part as Part, // the table checks it
    birthOn: dayOrNull(row.birth_on),
    expectedOn: dayOrNull(row.expected_on),
    gender: row.gender,
    involvement: row.involvement,
    leftOn: dayOrNull(row.left_on),
  }))
}

const readWorkers = async (db: ReadDb, familyId: string): Promise<Worker[]> => {
  const { rows } = await sql<{ person_id: string; name: string; kind: Worker['kind'] }>`
    with now as (
      select w.person_id, w.kind from family_worker w
      where w.family_id = ${familyId} and w.starts <= access.today() and (w.ends is null or w.ends > access.today())
    )
    select now.person_id, n.name, now.kind from now
    join access.staff_names((select array_agg(x.person_id) from now x)) n on n.id = now.person_id
    order by array_position(array['key worker', 'co-worker', 'manager'], now.kind), n.name`.execute(db.q)
  return rows.map(({ person_id, name, kind }) => ({ personId: person_id, name, kind }))
}

/** The names of members of staff by id, for "recorded by"; those who left too. */
export const readStaffNames = async (db: ReadDb, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from access.staff_names(${[...new Set(ids)]}::uuid[])`.execute(db.q)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

export type Colleague = {
  readonly id: string
  readonly name: string
  readonly jobRole: string
  readonly teamId: string | null
  /** Whether they hold a role today that sees families. */
  readonly seesFamilies: boolean
}

/** Staff of one's own organisation who have not left, by name. */
export const readColleagues = async (db: ReadDb): Promise<Colleague[]> => {
  const { rows } = await sql<{
    id: string
    name: string
    job_role: string
    team_id: string | null
    sees_families: boolean
  }>`
    select id, name, job_role, team_id, sees_families from access.colleagues()`.execute(db.q)
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    jobRole: row.job_role,
    teamId: row.team_id,
    seesFamilies: row.sees_families,
  }))
}
