import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import type { DB } from '#db/schema.ts'
import type { DatabaseRole } from '../access/role.ts'

type Reading = 'selectFrom' | 'selectNoFrom' | 'with' | 'fn' | 'getExecutor'
type Writing = Reading | 'insertInto' | 'updateTable' | 'deleteFrom'

/** A transaction that can only read, already in the role of the person asking: what they may not see is not there. */
export type ReadDb = { readonly q: Pick<Kysely<DB>, Reading> }

/** A transaction that can write. What it did is kept only when all of it, the access record too, was saved. */
export type WriteDb = { readonly q: Pick<Kysely<DB>, Writing>; readonly writable: true }

/** For whom a transaction runs. `token` and `grantId` are what the database resolves to a person; without them it is nobody's. */
export type Claims = { readonly role: DatabaseRole; readonly token?: string; readonly grantId?: string }

export type Database = {
  /** Reads in one consistent snapshot, read-only. */
  read<T>(claims: Claims, work: (db: ReadDb) => Promise<T>): Promise<T>
  /** Writes in one transaction: all or nothing. */
  write<T>(claims: Claims, work: (db: WriteDb) => Promise<T>): Promise<T>
  /** Calls a function of schema `access` outside any role, as the sign-in name itself: that of pages, or of the door. One round trip. */
  ask<T>(text: string, values: readonly unknown[], as?: 'pages' | 'door'): Promise<T[]>
  close(): Promise<void>
}

// Days stay days ('2026-11-21'): a Date would move them across midnight. Counts fit a number; one that does not is an error, not a rounding.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)
pg.types.setTypeParser(pg.types.builtins.INT8, (text) => {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError('a count is too large for a number')
  return value
})

// What pages may not become, by whatever slips into their SQL: the door has a sign-in name of its own.
const atTheDoor: readonly DatabaseRole[] = ['r_sign_in']

const doorOf = (connection: pg.PoolConfig): pg.PoolConfig =>
  connection.user === 'tl_login' ? { ...connection, user: 'tl_door' } : connection

/**
 * Opens a pool. Connect with a sign-in name that owns nothing (`tl_login`, `tl_worker`) or, for the command line, an operator's.
 * `door`: how to connect as `tl_door`, where that is more than another name on the same connection.
 */
export const openDatabase = (connection: pg.PoolConfig, door: pg.PoolConfig = doorOf(connection)): Database => {
  const pages = poolOf(connection)
  const signingIn = door === connection ? pages : poolOf(door)
  const kyselyFor = ({ role }: Claims) => (atTheDoor.includes(role) ? signingIn.kysely : pages.kysely)
  return {
    read: (claims, work) =>
      within(kyselyFor(claims), 'begin isolation level repeatable read read only', claims, (q) => work({ q })),
    write: (claims, work) => within(kyselyFor(claims), 'begin', claims, (q) => work({ q, writable: true })),
    ask: async <T>(text: string, values: readonly unknown[], as = 'pages') =>
      (await (as === 'door' ? signingIn : pages).pool.query(text, [...values])).rows as T[],
    close: async () => {
      await pages.kysely.destroy()
      if (signingIn !== pages) await signingIn.kysely.destroy()
    },
  }
}

const poolOf = (connection: pg.PoolConfig) => {
  const pool = new pg.Pool({ max: 10, connectionTimeoutMillis: 10_000, idleTimeoutMillis: 30_000, ...connection })
  // A connection that the server closes must not end the program, neither while idle nor in the middle of a transaction that waits for us:
  // whoever uses it is told by their next query, and the pool opens another.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return { pool, kysely: new Kysely<DB>({ dialect: new PostgresDialect({ pool }) }) }
}

/** Runs `work` in a transaction that holds the claims and nothing of any other: they end with it. */
const within = <T>(
  kysely: Kysely<DB>,
  begin: string,
  claims: Claims,
  work: (q: Kysely<DB>) => Promise<T>,
): Promise<T> =>
  kysely.connection().execute(async (q) => {
    try {
      await sql.raw(`${begin}; ${settings(claims)}`).execute(q)
      const result = await work(q)
      // `select 1` fails in a transaction that something inside has broken and hidden; a bare commit would roll back and say nothing.
      await sql.raw('select 1; commit').execute(q)
      return result
    } catch (error) {
      // The connection itself may be what broke: then there is nothing to roll back, and the first error is the one to tell.
      await sql
        .raw('rollback')
        .execute(q)
        .catch(() => {})
      throw error
    }
  })

// One round trip for begin and claims, so they are literals: each is quoted by the driver's own rule.
const settings = ({ role, token = '', grantId = '' }: Claims): string => {
  const set = (name: string, value: string) => `set_config('${name}', ${pg.escapeLiteral(value)}, true)`
  return `select ${set('app.token', token)}, ${set('app.grant', grantId)}, ${set('statement_timeout', '15s')}, ${set('role', role)}`
}
