import type pg from 'pg'
import { tablesInOrder, type World } from './world.ts'

// One statement holds so many rows: large enough to be quick, small enough for any server's limits.
const rowsAtOnce = 5000

/** Saves the world, table by table, and says how many rows went where. Runs inside the caller's transaction. */
export const insertWorld = async (client: pg.Client, world: World): Promise<Record<string, number>> => {
  const counts: Record<string, number> = {}
  for (const table of tablesInOrder) {
    const rows = world.rows(table)
    counts[table] = rows.length
    for (let from = 0; from < rows.length; from += rowsAtOnce) {
      await insertRows(client, table, rows.slice(from, from + rowsAtOnce))
    }
  }
  return counts
}

const insertRows = async (client: pg.Client, table: string, rows: readonly object[]) => {
  const columns = Object.keys(rows[0] ?? {})
  const odd = rows.find((row) => Object.keys(row).length !== columns.length || columns.some((name) => !(name in row)))
  // A column that some rows leave out would be saved as null, where its default is meant.
  if (odd) throw new Error(`Rows of ${table} differ in their columns: ${Object.keys(odd).join(', ')}`)
  const names = columns.map((name) => `"${name}"`).join(', ')
  await client.query(
    `insert into public."${table}" (${names}) select ${names} from json_populate_recordset(null::public."${table}", $1)`,
    [JSON.stringify(rows)],
  )
}
