import { readFile } from 'node:fs/promises'
import pg from 'pg'
import { testDatabase } from '#test/postgres.ts'
import type { Columns } from './cells.ts'
import { type Figures, readFigures } from './cells-calls.ts'
import { readColumns } from './matrix.ts'
import { furnish } from './probe.ts'
import { skeleton } from './skeleton.ts'
import type { Skeleton, World } from './world.ts'
import { grow } from './world-rooms.ts'

/** A database with the world of the matrix in it, and its connections. */
export type AccessDatabase = {
  readonly admin: pg.Client
  readonly app: pg.Client
  readonly door: pg.Client
  readonly worker: pg.Client
  readonly world: World
  readonly plan: Skeleton
  readonly columns: Columns
  readonly figures: Figures
  close(): Promise<void>
}

const connected = async (connection: pg.ClientConfig): Promise<pg.Client> => {
  const client = new pg.Client(connection)
  await client.connect()
  return client
}

/** Makes a database and fills it with the world of the matrix. */
export const accessDatabase = async (name: string, demonstration = false): Promise<AccessDatabase> => {
  const database = await testDatabase(name)
  const [admin, app, door, worker] = await Promise.all(
    [database.admin, database.app, database.door, database.worker].map(connected),
  )
  if (!admin || !app || !door || !worker) throw new Error('four connections were asked for')
  // A copy of a database does not copy the rights to the database itself.
  await admin.query(await readFile('db/roles.sql', 'utf8'))
  const plan = skeleton(new Date(), demonstration)
  const world = grow(plan)
  await furnish(admin, world)
  return {
    admin,
    app,
    door,
    worker,
    world,
    plan,
    columns: await readColumns(admin),
    figures: await readFigures(admin, world),
    close: async () => {
      await Promise.all([admin, app, door, worker].map((client) => client.end()))
      await database.drop()
    },
  }
}
