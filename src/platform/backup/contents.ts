import type pg from 'pg'

/** A table with the number of its rows and a hash of them, the same in whatever order they lie. */
export type TableContent = { readonly table: string; readonly rows: number; readonly hash: string }

/** The tables of a database, quoted, but for PostgreSQL's own. */
export const tablesOf = async (client: pg.Client): Promise<string[]> => {
  const { rows } = await client.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and c.relpersistence = 'p' and n.nspname !~ '^pg_' and n.nspname <> 'information_schema' order by n.nspname, c.relname`,
  )
  return rows.map(({ name }) => name)
}

// Each row as text must read alike on both sides, so what decides how it reads is set here.
const settings = `set search_path = pg_catalog; set timezone = 'UTC'; set datestyle = 'ISO'; set intervalstyle = 'postgres'; set bytea_output = 'hex';
  set extra_float_digits = 1`

/** Settles how rows read as text. Call before `tablesOf` and `contentOf`. */
export const settle = async (client: pg.Client): Promise<void> => {
  await client.query(settings)
}

/**
 * Counts and hashes one table. Rows are hashed one by one and the hashes added up, which needs neither an order nor
 * memory: made to find what was lost, not to withstand somebody who makes rows to deceive it.
 */
export const contentOf = async (client: pg.Client, table: string): Promise<TableContent> => {
  const { rows } = await client.query<{ rows: string; hash: string }>(
    `select count(*)::text as rows, coalesce(sum(('x' || left(h, 16))::bit(64)::bigint::numeric), 0) || ' ' ||
       coalesce(sum(('x' || right(h, 16))::bit(64)::bigint::numeric), 0) as hash
     from (select md5(t::text) as h from ${table} t) x`,
  )
  return { table, rows: Number(rows[0]?.rows), hash: rows[0]?.hash ?? '' }
}
