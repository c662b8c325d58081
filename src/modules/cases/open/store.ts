import { sql } from 'kysely'
import type { ReadDb, WriteDb } from '#platform/db/connection.ts'

/** Opens a record; whoever opens it works with the family from today. Returns its id. */
export const openFamily = async (
  db: WriteDb,
  { name, teamId, cmsId }: { name: string; teamId: string | null; cmsId: string },
): Promise<string> => {
  const { rows } = await sql<{
    id: string
  }>`select access.open_family(${name}, ${teamId}::uuid, ${cmsId}) as id`.execute(db.q)
  const [row] = rows
  if (!row) throw new Error('a record was opened and has no id')
  return row.id
}

/** The team that the person is in themselves. */
export const readOwnTeam = async (db: ReadDb): Promise<string | null> =>
  (
    await db.q
      .selectFrom('person')
      .select('team_id')
      .where('id', '=', sql<string>`(select access.person())`)
      .executeTakeFirst()
  )?.team_id ?? null
