import { type RawBuilder, sql } from 'kysely'
import { type LocalDate, localDate } from '#platform/dates.ts'
import type { ReadDb } from '#platform/db/connection.ts'
import type { Team } from '../details/worker.ts'
import { readStaffNames } from '../family-store.ts'
import { type DueKind, type FamilyLine, mostCounted } from './due.ts'

/** Which families of those that the person sees. */
export type ListFilter = {
  readonly state: 'open' | 'closed'
  readonly team: string | null
  /** Only those with which the person works by name. */
  readonly own: boolean
  readonly due: DueKind | null
}

/** Where a page of the list begins: after this family. */
export type Cursor = { readonly id: string; readonly day: LocalDate }

type Row = {
  id: string
  name: string
  reference: string
  team: string | null
  key_workers: string[] | null
  sealed: boolean
  opened_on: string
  closed_on: string | null
  engaged_on: string | null
  engagement_due: string
  goals: number
  efforts: number
  form_since: string | null
  unanswered_since: string | null
}

const dueSql: Readonly<Record<DueKind, RawBuilder<boolean>>> = {
  engagement: sql<boolean>`f.engagement_due <= (select access.today())`,
  referral: sql<boolean>`f.unanswered_since is not null`,
  form: sql<boolean>`f.form_since is not null`,
  plan: sql<boolean>`f.goals = 0`,
  efforts: sql<boolean>`f.efforts = 0`,
}

// In brackets it is asked once; without, anew for each row.
const today = sql`w.starts <= (select access.today()) and (w.ends is null or w.ends > (select access.today()))`

const fits = ({ state, team, own, due }: ListFilter): RawBuilder<boolean> =>
  sql<boolean>`${sql.join(
    [
      state === 'open' ? sql`f.closed_on is null` : sql`f.closed_on is not null`,
      ...(team === null ? [] : [sql`f.team_id = ${team}`]),
      ...(due === null ? [] : [dueSql[due]]),
      ...(own
        ? [
            // Asked once: the few families of one person, whatever the size of the borough.
            sql`f.id = any (array(select w.family_id from family_worker w where w.person_id = (select access.person()) and ${today}))`,
          ]
        : []),
    ],
    sql` and `,
  )}`

// Open ones by what is due, in the order of their index; closed ones with the last closed first.
const orderOf = (state: ListFilter['state']) =>
  state === 'open' ? sql`f.engagement_due, f.id` : sql`f.closed_on desc, f.id`

const beyond = (state: ListFilter['state'], after: Cursor | null) => {
  if (after === null) return sql`true`
  return state === 'open'
    ? sql`(f.engagement_due, f.id) > (${after.day}::date, ${after.id}::uuid)`
    : sql`(f.closed_on < ${after.day}::date or (f.closed_on = ${after.day}::date and f.id > ${after.id}::uuid))`
}

/** The SQL of lines of the families chosen by `chosen`, a query of `family f`. */
const linesOf = (chosen: RawBuilder<unknown>, order: RawBuilder<unknown>): RawBuilder<Row> => sql<Row>`
  with f as materialized (${chosen})
  select f.id, f.name, f.reference, t.name as team, f.opened_on, f.closed_on, f.engaged_on, f.engagement_due, f.goals, f.efforts, f.form_since,
    f.unanswered_since, coalesce((select true from family_seal s where s.family_id = f.id and s.ended_at is null limit 1), false) as sealed,
    (select array_agg(w.person_id::text order by w.starts, w.id) from family_worker w where w.family_id = f.id and w.kind = 'key worker' and ${today}) as key_workers
  from f left join team t on t.id = f.team_id order by ${order}`

/** Reads them, and the names of those who work with them: two round trips. */
const readLines = async (db: ReadDb, query: RawBuilder<Row>): Promise<FamilyLine[]> => {
  const { rows } = await query.execute(db.q)
  const names = await readStaffNames(
    db,
    rows.flatMap(({ key_workers }) => key_workers ?? []),
  )
  return rows.map((row) => lineOf(row, names))
}

const dayOrNull = (text: string | null) => (text === null ? null : localDate(text))

const lineOf = (row: Row, names: ReadonlyMap<string, string>): FamilyLine => ({
  id: row.id,
  name: row.name,
  reference: row.reference,
  team: row.team,
  keyWorkers: [...new Set((row.key_workers ?? []).flatMap((id) => names.get(id) ?? []))],
  sealed: row.sealed,
  openedOn: localDate(row.opened_on),
  closedOn: dayOrNull(row.closed_on),
  engagedOn: dayOrNull(row.engaged_on),
  engagementDue: localDate(row.engagement_due),
  goals: row.goals,
  efforts: row.efforts,
  formSince: dayOrNull(row.form_since),
  unansweredSince: dayOrNull(row.unanswered_since),
})

/** The SQL of one page of the list: what `bench/families.ts` looks at. */
export const listQuery = (filter: ListFilter, after: Cursor | null, limit: number): RawBuilder<Row> => {
  const order = orderOf(filter.state)
  return linesOf(
    sql`select f.* from family f where ${fits(filter)} and ${beyond(filter.state, after)} order by ${order} limit ${limit}`,
    order,
  )
}

/** One page of the families that the person sees, by what is due first. */
export const listFamilies = (
  db: ReadDb,
  filter: ListFilter,
  after: Cursor | null,
  limit: number,
): Promise<FamilyLine[]> => readLines(db, listQuery(filter, after, limit))

/** How many families fit; one more than `mostCounted` stands for all that are more. */
export const countFamilies = async (db: ReadDb, filter: ListFilter): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from (select from family f where ${fits(filter)} limit ${mostCounted + 1}) x`.execute(db.q)
  return rows[0]?.n ?? 0
}

/** Where a page begins that follows this family; null where it is none of theirs. */
export const readCursor = async (db: ReadDb, id: string, state: ListFilter['state']): Promise<Cursor | null> => {
  const row = await db.q
    .selectFrom('family')
    .select(['engagement_due', 'closed_on'])
    .where('id', '=', id)
    .executeTakeFirst()
  const day = state === 'open' ? row?.engagement_due : row?.closed_on
  return day ? { id, day: localDate(day) } : null
}

const openFirst = sql`f.closed_on is not null, f.engagement_due, f.id`

/** The most that a search finds. */
export const mostFound = 200

/**
 * Families whose name, or that of somebody in them, has words beginning so; or whose reference or number in the case system this is. Closed ones too,
 * open ones first.
 */
export const findFamilies = async (db: ReadDb, words: string): Promise<FamilyLine[]> => {
  const { rows } = await sql<{ id: string }>`
    select id from access.search_families(${words}) id
    union select id from family where reference = upper(${words})
    union select id from family where cms_id = ${words} and cms_id <> ''
    limit ${mostFound}`.execute(db.q)
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  return readLines(db, linesOf(sql`select f.* from family f where f.id = any (${ids}::uuid[])`, openFirst))
}

/** Families with this number in the borough's case system; closed ones too. */
export const readByNumber = (db: ReadDb, number: string): Promise<FamilyLine[]> =>
  readLines(
    db,
    linesOf(sql`select f.* from family f where f.cms_id = ${number} and f.cms_id <> '' limit ${mostFound}`, openFirst),
  )

/** The open teams of the person's own organisation, by name. */
export const readOpenTeams = (db: ReadDb): Promise<Team[]> =>
  db.q.selectFrom('team').select(['id', 'name']).where('closed_on', 'is', null).orderBy('name').execute()
