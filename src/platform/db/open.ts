import { createHmac } from 'node:crypto'
import { join } from 'node:path'
import pg from 'pg'
import type { Config, ExternalDatabase } from '../config.ts'
import { type Database, openDatabase } from './connection.ts'
import { startEmbedded } from './embedded/index.ts'
import { migrate } from './migrate.ts'
import { versionProblem } from './version.ts'

/** The database of an installation, up to date and open. */
export type Installation = {
  /** For pages: signs in as `tl_login`, which can do nothing until a transaction takes a role. */
  readonly app: Database
  /** For jobs: signs in as `tl_worker`. */
  readonly worker: Database
  readonly workerConnection: pg.PoolConfig
  /** An operator's connection, for what only they may do; null where the configuration gives none. */
  readonly operator: pg.ClientConfig | null
  readonly kind: 'embedded' | 'external'
  close(): Promise<void>
}

export type OpenOptions = {
  readonly config: Config
  readonly secret: string
  /** Where the program's own `db/` folder lies. */
  readonly home: string
  readonly log: (line: string) => void
}

/** Starts or finds the database, refuses a server that leaks, brings it up to date and opens it. */
export const openInstallation = async (options: OpenOptions): Promise<Installation> =>
  options.config.database.kind === 'embedded'
    ? openEmbedded(options, options.config.database.dir)
    : openExternal(options, options.config.database)

/** The name of our database in the built-in PostgreSQL. */
export const databaseName = 'throughline'

const openEmbedded = async (options: OpenOptions, dir: string): Promise<Installation> => {
  const server = await startEmbedded({ dir, log: options.log })
  try {
    // A demonstration holds invented people only, so it may run on the version that comes with the package.
    if (!options.config.demo) await refuseLeakyServer(server.connection)
    await makeDatabase(server.connection)
    const operator = { ...server.connection, database: databaseName }
    await migrate({ connection: operator, folder: join(options.home, 'db'), log: options.log })
    const connections = {
      app: { ...operator, user: 'tl_login' },
      door: { ...operator, user: 'tl_door' },
      worker: { ...operator, user: 'tl_worker' },
    }
    return opened('embedded', connections, operator, async () => void (await server.stop()))
  } catch (error) {
    await server.stop()
    throw error
  }
}

const openExternal = async (options: OpenOptions, database: ExternalDatabase): Promise<Installation> => {
  const given: pg.ClientConfig = { connectionString: database.url }
  await refuseLeakyServer(given)
  const operator =
    database.migrateUrl !== null ? { connectionString: database.migrateUrl } : (await isOperator(given)) ? given : null
  if (operator !== null) await migrate({ connection: operator, folder: join(options.home, 'db'), log: options.log })
  // With one address, an operator's, we sign in under names of our own: pages never run with an operator's rights.
  const connections =
    operator === given ? await ownSignIns(database.url, options.secret) : givenSignIns(given, database)
  return opened('external', connections, operator, async () => {})
}

/** How each part of the server signs in to the database: pages, the door, jobs. */
type SignIns = { readonly app: pg.PoolConfig; readonly door: pg.PoolConfig; readonly worker: pg.PoolConfig }

const givenSignIns = (app: pg.PoolConfig, { doorUrl, workerUrl }: ExternalDatabase): SignIns => {
  if (doorUrl === null || workerUrl === null)
    throw new Error(
      'DATABASE_URL is not an operator’s, so DOOR_DATABASE_URL (as tl_door) and WORKER_DATABASE_URL (as tl_worker) are needed too.',
    )
  return { app, door: { connectionString: doorUrl }, worker: { connectionString: workerUrl } }
}

const opened = (
  kind: Installation['kind'],
  connections: SignIns,
  operator: pg.ClientConfig | null,
  stop: () => Promise<void>,
): Installation => {
  const app = openDatabase(connections.app, connections.door)
  const worker = openDatabase({ ...connections.worker, max: 3 })
  return {
    app,
    worker,
    workerConnection: connections.worker,
    operator,
    kind,
    close: async () => {
      await Promise.all([app.close(), worker.close()])
      await stop()
    },
  }
}

const withClient = async <T>(connection: pg.ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

const refuseLeakyServer = (connection: pg.ClientConfig): Promise<void> =>
  withClient(connection, async (client) => {
    const problem = versionProblem(
      Number((await client.query<{ n: string }>("select current_setting('server_version_num') as n")).rows[0]?.n),
    )
    if (problem !== null) throw new Error(problem)
  })

const makeDatabase = (connection: pg.ClientConfig): Promise<void> =>
  withClient(connection, async (client) => {
    await client.query('select pg_advisory_lock(7408263)')
    const { rowCount } = await client.query('select from pg_database where datname = $1', [databaseName])
    if (rowCount === 0) await client.query(`create database ${databaseName}`)
  })

const isOperator = (connection: pg.ClientConfig): Promise<boolean> =>
  withClient(connection, async (client) => {
    const { rows } = await client.query<{ may: boolean }>(
      'select rolsuper or rolcreaterole as may from pg_roles where rolname = current_user',
    )
    return rows[0]?.may === true
  })

/** Gives `tl_login`, `tl_door` and `tl_worker` passwords made from the secret, the same on every server of the installation, and returns their connections. */
const ownSignIns = async (url: string, secret: string): Promise<SignIns> => {
  const as = (user: string): pg.PoolConfig => {
    const address = new URL(url)
    address.username = user
    address.password = createHmac('sha256', secret).update(`database password of ${user}`).digest('base64url')
    return { connectionString: address.href }
  }
  await withClient({ connectionString: url }, async (client) => {
    for (const user of ['tl_login', 'tl_door', 'tl_worker'])
      await client.query(
        `alter role ${user} password ${pg.escapeLiteral(decodeURIComponent(new URL(String(as(user).connectionString)).password))}`,
      )
  })
  return { app: as('tl_login'), door: as('tl_door'), worker: as('tl_worker') }
}
