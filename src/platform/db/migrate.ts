import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'

export type MigrateOptions = {
  /** An operator's connection: may create roles, schemas and tables. */
  readonly connection: pg.ClientConfig
  /** Where `roles.sql` and `migrations/` lie. */
  readonly folder?: string
  readonly log?: (line: string) => void
}

const historyTable = `
  create schema if not exists migration;
  create table if not exists migration.applied (name text primary key, sha256 text not null, at timestamptz not null default clock_timestamp())`

// One number for everybody who migrates this database: the second waits, then finds nothing left to do.
const migrationLock = 7_408_261

/**
 * Brings a database up to date: roles first, then every file of `db/migrations` that has not run, each in a transaction of its own, forward only.
 * Throws where a file that has run was edited afterwards, or where the database has run files that this version does not know.
 */
export const migrate = async ({
  connection,
  folder = 'db',
  log = () => {},
}: MigrateOptions): Promise<{ applied: string[] }> => {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    await withRetry(async () => client.query(await readFile(join(folder, 'roles.sql'), 'utf8')))
    await client.query(historyTable)
    const done = new Map(
      (await client.query<{ name: string; sha256: string }>('select name, sha256 from migration.applied')).rows.map(
        (r) => [r.name, r.sha256],
      ),
    )
    const files = await readMigrations(folder)
    refuseUnknown(done, files)
    const applied: string[] = []
    for (const file of files) {
      if (done.has(file.name)) continue
      log(`Applying ${file.name}`)
      await apply(client, file)
      applied.push(file.name)
    }
    return { applied }
  } finally {
    await client.end()
  }
}

type Migration = { readonly name: string; readonly sql: string; readonly sha256: string }

const readMigrations = async (folder: string): Promise<Migration[]> => {
  const names = (await readdir(join(folder, 'migrations'))).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(folder, 'migrations', name), 'utf8')
      return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

const refuseUnknown = (done: ReadonlyMap<string, string>, files: readonly Migration[]) => {
  const known = new Map(files.map((file) => [file.name, file.sha256]))
  for (const [name, sha256] of done) {
    const now = known.get(name)
    if (now === undefined)
      throw new Error(
        `The database has run ${name}, which this version does not have. Start the version that made it, or a later one.`,
      )
    if (now !== sha256)
      throw new Error(`${name} was changed after it ran. Migrations go forward only: put it back and write a new file.`)
  }
}

const apply = async (client: pg.Client, { name, sql, sha256 }: Migration) => {
  await client.query("begin; set local lock_timeout = '2s'")
  try {
    await client.query(sql)
    await client.query('insert into migration.applied (name, sha256) values ($1, $2)', [name, sha256])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(
      `${name} did not run and nothing of it was kept: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
}

// Roles belong to the server, not to a database: two databases made at once can both try to grant the same one.
const withRetry = async (work: () => Promise<unknown>, times = 5): Promise<void> => {
  try {
    await work()
  } catch (error) {
    if (times <= 1 || !/concurrently|duplicate/.test(String(error))) throw error
    await new Promise((resolve) => setTimeout(resolve, 50))
    await withRetry(work, times - 1)
  }
}
