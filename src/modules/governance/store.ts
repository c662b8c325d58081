import { sql } from 'kysely'
import type { ReadDb } from '#platform/db/connection.ts'
import type { Group } from './group.ts'

/** The groups of a partnership with the holders of their seats, both in their own order. */
export const readGroups = async (db: ReadDb, partnershipId: string): Promise<Group[]> => {
  const { rows } = await sql<Group>`select g.id, g.name, g.meets,
      coalesce(array_agg(s.holder order by s.sort, s.holder) filter (where s.id is not null), '{}') as holders
    from governance_group g left join governance_seat s on s.group_id = g.id
    where g.partnership_id = ${partnershipId} group by g.id order by g.sort, g.name`.execute(db.q)
  return rows
}
