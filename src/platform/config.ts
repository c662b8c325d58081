import { isIP } from 'node:net'
import { join, resolve } from 'node:path'
import { unknownNames } from './config/misspelling.ts'
import { type Name, names, type Values, variables } from './config/variables.ts'

export { installationSecret } from './config/secret.ts'

/** How much is logged; each level includes those before it. */
export type LogLevel = 'error' | 'warn' | 'info' | 'debug'

/** Everything that the environment decides, checked. */
export type Config = {
  host: string
  port: number
  /** Where people reach it: an origin without a slash at the end, such as `https://throughline.example`. */
  baseUrl: string
  /** Absolute. The built-in database and the installation's secret live below it. */
  dataDir: string
  database: EmbeddedDatabase | ExternalDatabase
  /** Loads the demonstration partnership and shows what would have been mailed. */
  demo: boolean
  /** At least 32 characters; null means that the installation makes its own: see `installationSecret`. */
  secret: string | null
  /** Null: nothing is sent, and messages stay in the outbox. */
  mail: { smtpUrl: string; from: string } | null
  /** Which proxies may say where a request came from, as Fastify's `trustProxy` takes it. */
  trustProxy: false | number | string[]
  logLevel: LogLevel
  /** Cookies are sent over HTTPS only. */
  cookieSecure: boolean
}

/** The PostgreSQL that comes with the package, in a folder of its own. */
export type EmbeddedDatabase = { kind: 'embedded'; dir: string }

/** A PostgreSQL of somebody's own. Addresses hold passwords: never print them. */
export type ExternalDatabase = {
  kind: 'external'
  /** Signs in as `tl_login`. */
  url: string
  /** Signs in as `tl_door`; null when not given. */
  doorUrl: string | null
  /** Signs in as `tl_worker`; null when not given. */
  workerUrl: string | null
  /** Signs in as somebody who may make roles and tables; null when the database is migrated from elsewhere. */
  migrateUrl: string | null
}

/** The exit code for a configuration that cannot be used (EX_CONFIG of sysexits.h). */
export const BAD_CONFIGURATION = 78

const describe = (name: Name, text: string): string => {
  const variable = variables[name]
  return `${name} should be ${variable.should}${'isSecret' in variable ? '' : `, and is "${text}"`}.`
}

const readValues = (env: NodeJS.ProcessEnv): { values: Values; problems: string[] } => {
  const problems: string[] = []
  const values: Record<string, unknown> = {}
  for (const name of names) {
    const text = env[name]
    // Set and empty is how container files say "not set".
    if (text === undefined || text === '') continue
    const read = variables[name].schema.safeParse(text)
    if (read.success) values[name] = read.data
    else problems.push(describe(name, text))
  }
  // Each value was read by the schema of its own name just above, which TypeScript cannot follow through a loop.
  return { values: values as Values, problems }
}

const contradictions = (values: Values): string[] => {
  const problems: string[] = []
  if (values.DATABASE_URL && !values.SECRET) {
    problems.push(
      'SECRET is missing. With a DATABASE_URL it should be at least 32 characters, the same on every server.',
    )
  }
  for (const name of ['MIGRATE_DATABASE_URL', 'DOOR_DATABASE_URL', 'WORKER_DATABASE_URL'] as const) {
    if (values[name] && !values.DATABASE_URL)
      problems.push(`${name} is set and DATABASE_URL is not. Set both or neither.`)
  }
  if (Boolean(values.SMTP_URL) !== Boolean(values.MAIL_FROM))
    problems.push('SMTP_URL and MAIL_FROM go together. Set both or neither.')
  if (values.COOKIE_SECURE === false && values.BASE_URL?.startsWith('https:')) {
    problems.push('COOKIE_SECURE should be 1 where BASE_URL begins with https.')
  }
  if (values.COOKIE_SECURE === true && values.BASE_URL?.startsWith('http:')) {
    problems.push('COOKIE_SECURE should be 0 where BASE_URL begins with http: nobody could stay signed in.')
  }
  return problems
}

const databaseFrom = (values: Values, dataDir: string): Config['database'] =>
  values.DATABASE_URL
    ? {
        kind: 'external',
        url: values.DATABASE_URL,
        doorUrl: values.DOOR_DATABASE_URL ?? null,
        workerUrl: values.WORKER_DATABASE_URL ?? null,
        migrateUrl: values.MIGRATE_DATABASE_URL ?? null,
      }
    : { kind: 'embedded', dir: join(dataDir, 'postgres') }

const originOf = (host: string, port: number): string => {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host
  return `http://${isIP(name) === 6 ? `[${name}]` : name}:${port}`
}

/**
 * Reads the environment. Pure: touches neither files nor the network.
 *
 * @throws Error whose message names every variable that is unknown or wrong, a line each, and never shows a secret
 */
export const readConfig = (env: NodeJS.ProcessEnv): Config => {
  const { values, problems } = readValues(env)
  const all = [...unknownNames(env), ...problems, ...(problems.length === 0 ? contradictions(values) : [])]
  if (all.length > 0) throw new Error(all.join('\n'))
  const host = values.HOST ?? '127.0.0.1'
  const port = values.PORT ?? 3000
  const baseUrl = values.BASE_URL ?? originOf(host, port)
  const dataDir = values.DATA_DIR ?? resolve('data')
  return {
    host,
    port,
    baseUrl,
    dataDir,
    database: databaseFrom(values, dataDir),
    demo: values.DEMO ?? !values.DATABASE_URL,
    secret: values.SECRET ?? null,
    mail: values.SMTP_URL && values.MAIL_FROM ? { smtpUrl: values.SMTP_URL, from: values.MAIL_FROM } : null,
    trustProxy: values.TRUST_PROXY ?? false,
    logLevel: values.LOG_LEVEL ?? 'info',
    cookieSecure: values.COOKIE_SECURE ?? baseUrl.startsWith('https:'),
  }
}

/** Reads the environment, and where it cannot be used says so on standard error and ends the program with code 78. */
export const configOrExit = (env: NodeJS.ProcessEnv = process.env): Config => {
  try {
    return readConfig(env)
  } catch (error) {
    process.stderr.write(`Throughline cannot start. ${error instanceof Error ? error.message : String(error)}\n`)
    process.exit(BAD_CONFIGURATION)
  }
}
