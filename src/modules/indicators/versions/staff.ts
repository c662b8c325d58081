import { sql } from 'kysely'
import type { ReadDb } from '#platform/db/connection.ts'

/** The names of colleagues by id, for "signed by" and "marked by"; those who left too. Who is no colleague of the reader is left out. */
export const readStaff = async (
  db: ReadDb,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string | null, string>> => {
  const known = [...new Set(ids.filter((id) => id !== null))]
  if (known.length === 0) return new Map()
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from access.staff_names(${known}::uuid[])`.execute(db.q)
  return new Map(rows.map(({ id, name }) => [id, name]))
}
