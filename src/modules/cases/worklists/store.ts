import { sql } from 'kysely'
import type { ReadDb } from '#platform/db/connection.ts'
import { readStaffNames } from '../family-store.ts'
import { mostCounted } from '../list/due.ts'
import type { DueCounts } from './worklist.ts'

// Today in brackets: asked once, and not anew for each of a hundred thousand rows.
const counts = sql`count(*) as open, count(*) filter (where f.engagement_due <= (select access.today())) as engagement,
  count(*) filter (where f.unanswered_since is not null) as referral, count(*) filter (where f.form_since is not null) as form,
  count(*) filter (where f.goals = 0) as plan, count(*) filter (where f.efforts = 0) as efforts`

// Nobody works through more, and counting on would cost more than the page.
const upToMost = (where: ReturnType<typeof sql>) =>
  sql`(select count(*) from (select from family f where f.closed_on is null and ${where} limit ${sql.lit(mostCounted + 1)}) x)`

/** How many of the open families that the person sees have what to be done: each up to one more than is counted. */
export const countDue = async (db: ReadDb): Promise<DueCounts> => {
  const { rows } = await sql<DueCounts>`select ${upToMost(sql`true`)} as open,
    ${upToMost(sql`f.engagement_due <= (select access.today())`)} as engagement,
    ${upToMost(sql`f.unanswered_since is not null`)} as referral, ${upToMost(sql`f.form_since is not null`)} as form,
    ${upToMost(sql`f.goals = 0`)} as plan, ${upToMost(sql`f.efforts = 0`)} as efforts`.execute(db.q)
  return rows[0] ?? { open: 0, engagement: 0, referral: 0, form: 0, plan: 0, efforts: 0 }
}

/** The same of each key worker of today; `name` null: families that have none. By name, those without last. */
export const countDueByWorker = async (db: ReadDb): Promise<readonly (DueCounts & { name: string | null })[]> => {
  const { rows } = await sql<DueCounts & { person_id: string | null }>`
    select w.person_id, ${counts} from family f
    left join (select distinct family_id, person_id from family_worker
      where kind = 'key worker' and starts <= (select access.today()) and (ends is null or ends > (select access.today()))) w on w.family_id = f.id
    where f.closed_on is null group by w.person_id`.execute(db.q)
  const names = await readStaffNames(
    db,
    rows.flatMap(({ person_id }) => person_id ?? []),
  )
  return rows
    .map(({ person_id, ...rest }) => ({ ...rest, name: person_id === null ? null : (names.get(person_id) ?? null) }))
    .toSorted((a, b) => (a.name === null ? 1 : b.name === null ? -1 : a.name.localeCompare(b.name, 'en-GB')))
}
