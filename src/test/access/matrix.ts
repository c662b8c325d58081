import type pg from 'pg'
import { type Cell, type Columns, cellsOfTable, type Failure, failuresOf, policy } from './cells.ts'
import { cellsElsewhere, cellsOfFunctions, type Figures } from './cells-calls.ts'
import { askerOf, type Persona } from './personas.ts'
import type { Asker } from './policy.ts'
import { ask, become } from './probe.ts'
import type { World } from './world.ts'

/** What to try: all tables unless some are named, and, unless left out, functions and the rest of the server. */
export type Scope = { readonly tables?: readonly string[]; readonly functions?: boolean; readonly elsewhere?: boolean }

/** What a run found. */
export type Found = { readonly cells: number; readonly failures: readonly Failure[] }

/** The columns of every table of the application. */
export const readColumns = async (client: pg.ClientBase): Promise<Columns> => {
  const { rows } = await client.query<{ table: string; columns: string[] }>(`
    select c.relname as table, array_agg(a.attname::text order by a.attnum) as columns from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') group by c.relname`)
  return new Map(rows.map(({ table, columns }) => [table, columns]))
}

const cellsFor = (asker: Asker, { world, columns, figures, scope = {} }: MatrixOptions): Cell[] => [
  ...(scope.tables ?? Object.keys(policy)).flatMap((table) => cellsOfTable(table, asker, world, columns)),
  ...(scope.functions === false ? [] : cellsOfFunctions(asker, world, figures)),
  ...(scope.elsewhere === false ? [] : cellsElsewhere(asker)),
]

/** How a persona's statements are tried: in a transaction of their own that is always undone. */
export type Try = (persona: Persona, statements: readonly string[]) => Promise<readonly string[]>

/** In a transaction of its own on this connection. */
export const tryOn =
  (connectionFor: (persona: Persona) => pg.ClientBase): Try =>
  async (persona, statements) => {
    const client = connectionFor(persona)
    await client.query('begin')
    try {
      await become(client, persona)
      return await ask(client, statements)
    } finally {
      await client.query('rollback')
    }
  }

/** Inside a transaction that is open already, on a superuser's connection: for trying a schema that was changed and not committed. */
export const tryWithin =
  (admin: pg.ClientBase): Try =>
  async (persona, statements) => {
    await admin.query('savepoint persona')
    try {
      await become(admin, persona, { login: 'tl_login', door: 'tl_door', worker: 'tl_worker' })
      return await ask(admin, statements)
    } finally {
      await admin.query('rollback to savepoint persona')
    }
  }

export type MatrixOptions = {
  readonly world: World
  readonly now: Date
  readonly personas: readonly Persona[]
  readonly columns: Columns
  readonly figures: Figures
  readonly attempt: Try
  readonly scope?: Scope
  /** Stop at the first persona who is answered otherwise than the policy says. */
  readonly failFast?: boolean
}

/** Tries everything as everybody and compares with the policy. */
export const runMatrix = async (options: MatrixOptions): Promise<Found> => {
  const { world, now, personas, attempt, failFast = false } = options
  const failures: Failure[] = []
  let count = 0
  for (const persona of personas) {
    const cells = cellsFor(askerOf(world, persona, now), options)
    const answers = await attempt(
      persona,
      cells.map(({ sql }) => sql),
    )
    count += cells.length
    failures.push(...failuresOf(persona.name, cells, answers))
    if (failFast && failures.length > 0) break
  }
  return { cells: count, failures }
}
