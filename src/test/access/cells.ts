import { candidates } from './candidates.ts'
import { type Asker, allowed, type ChangeRule, columnsOf, type Rule, rulesFor, type TablePolicy } from './policy.ts'
import { accountsPolicy } from './policy-accounts.ts'
import { casesPolicy } from './policy-cases.ts'
import { changePolicy } from './policy-change.ts'
import { housePolicy } from './policy-house.ts'
import { roomsPolicy } from './policy-rooms.ts'
import { wordingPolicy } from './policy-wording.ts'
import { type Row, rowsOf, type World } from './world.ts'

/** The policy of every table. */
export const policy: Readonly<Record<string, TablePolicy>> = {
  ...housePolicy,
  ...accountsPolicy,
  ...wordingPolicy,
  ...roomsPolicy,
  ...casesPolicy,
  ...changePolicy,
}

/** One statement that an asker tries, and what the policy says must come of it. `allowed`: anything but a refusal. */
export type Cell = { readonly sql: string; readonly want: string }

/** The columns of each table, as the catalogue has them. */
export type Columns = ReadonlyMap<string, readonly string[]>

const loader: readonly Rule[] = [{ who: ['loader'], rows: { words: 'every row', test: () => true } }]
const withLoader = <T extends Rule>(rules: readonly T[] | undefined): readonly Rule[] => [...(rules ?? []), ...loader]

const holds = (columns: readonly string[] | 'all' | null, column: string): boolean =>
  columns === 'all' || columns?.includes(column) === true

// Numbers, days and moments are written by the server; ids and names are the same on both sides.
const keyText = (key: readonly string[]): string => `concat_ws('|', ${key.join(', ')})`
const keyOf = (key: readonly string[], row: Row): string =>
  key.map((column) => (row[column] === true ? 't' : String(row[column]))).join('|')

const setOf = (key: readonly string[], rows: readonly Row[]): string =>
  rows
    .map((row) => keyOf(key, row))
    .sort()
    .join(',')

const listed = (key: readonly string[], from: string): string =>
  `select string_agg(${keyText(key)}, ',' order by ${keyText(key)} collate "C") from ${from}`

/** The rows of a table that an asker reads, told apart by their keys, or counted where the key may not be read. */
export const cellOfRows = (table: string, asker: Asker, world: World): Cell => {
  const { key, see } = policy[table] ?? { key: [], see: [] }
  const rules = withLoader(see)
  const mine = columnsOf(rules, asker.taken)
  const rows = allowed(rules, asker, rowsOf(world, table), world)
  if (key.every((column) => holds(mine, column))) return { sql: listed(key, table), want: setOf(key, rows) }
  const some = mine === null || mine === 'all' ? key[0] : mine[0]
  return { sql: `select count(${some}) from ${table}`, want: mine === null ? 'denied' : String(rows.length) }
}

const seeing = (table: string, asker: Asker, world: World, columns: readonly string[]): Cell[] => {
  const mine = columnsOf(withLoader(policy[table]?.see), asker.taken)
  return [
    cellOfRows(table, asker, world),
    ...columns.map((column) => ({
      sql: `select count(${column}) from ${table} where false`,
      want: holds(mine, column) ? '0' : 'denied',
    })),
    // Locking a row is a right to change it, not to read it.
    { sql: `select 1 from ${table} where false for update`, want: mayLock(table, asker) ? '' : 'denied' },
  ]
}

const mayLock = (table: string, { taken }: Asker): boolean =>
  [policy[table]?.see, policy[table]?.change].every((rules) => columnsOf(withLoader(rules), taken) !== null)

const changing = (table: string, asker: Asker, world: World, columns: readonly string[]): Cell[] => {
  const { key, see, change } = policy[table] ?? { key: [], see: [] }
  const rules = withLoader<ChangeRule>(change)
  const mine = columnsOf(rules, asker.taken)
  const rows = allowed(rules, asker, rowsOf(world, table), world)
  const samples: Readonly<Record<string, string>> = Object.assign(
    {},
    ...rulesFor(change, asker).map((rule) => rule.samples ?? {}),
  )
  const listable = key.every((column) => holds(columnsOf(withLoader(see), asker.taken), column))
  const first = columns.find((column) => holds(mine, column))
  return columns.flatMap((column) => {
    // Without a `where` and reading no column: the policy for reading does not stand in for the one for changing.
    if (!holds(mine, column)) return [{ sql: `update ${table} set ${column} = default`, want: 'denied' }]
    const set = `update ${table} set ${column} = ${samples[column] ?? column}`
    // Which rows may be changed does not depend on the column. Families have many: there one stands for all that are set to themselves, and of the
    // others only the right itself is tried.
    if (table in casesPolicy && column !== first && samples[column] === undefined)
      return [{ sql: `${set} where false`, want: '0' }]
    return [
      { sql: set, want: String(rows.length) },
      ...(listable
        ? [
            {
              sql: `with it as (${set} where true returning ${key.join(', ')}) ${listed(key, 'it')}`,
              want: setOf(key, rows),
            },
          ]
        : []),
    ]
  })
}

/** Changes that are refused to rows that may be changed otherwise. */
const refusing = (table: string, asker: Asker, world: World): Cell[] =>
  rulesFor(policy[table]?.change, asker).flatMap((rule) => {
    const any = allowed([rule], asker, rowsOf(world, table), world).length > 0
    return (rule.refused ?? []).map((set) => ({ sql: `update ${table} set ${set}`, want: any ? 'denied' : '0' }))
  })

const removing = (table: string, asker: Asker, world: World): Cell[] => {
  const rules = withLoader(policy[table]?.remove)
  const may = columnsOf(rules, asker.taken) !== null
  const rows = allowed(rules, asker, rowsOf(world, table), world)
  const referenced = asker.taken === 'loader'
  return [
    // What is still referred to cannot be removed by anybody, so for the loader only the right itself is tried.
    {
      sql: `delete from ${table}${referenced ? ' where false' : ''}`,
      want: may ? String(referenced ? 0 : rows.length) : 'denied',
    },
    { sql: `delete from ${table} where false`, want: may ? '0' : 'denied' },
  ]
}

const text = (value: Row[string] | undefined): string =>
  value == null ? 'null' : `'${String(value).replaceAll("'", "''")}'`

const adding = (table: string, asker: Asker, world: World, columns: readonly string[]): Cell[] => {
  const rules = withLoader(policy[table]?.add)
  const mine = columnsOf(rules, asker.taken)
  const closed = columns
    .filter((column) => !holds(mine, column))
    .map((column) => ({ sql: `insert into ${table} (${column}) values (default)`, want: 'denied' }))
  const tried = mine === null || ['loader', 'access'].includes(asker.taken) ? [] : (candidates(world)[table] ?? [])
  return [
    ...closed,
    ...tried.map((row) => {
      const named = Object.keys(row).filter((column) => holds(mine, column))
      const kept: Row = Object.fromEntries(named.map((column) => [column, row[column] ?? null]))
      const values = named.map((column) => text(row[column])).join(', ')
      const may = allowed(rules, asker, [kept], world).length === 1
      return { sql: `insert into ${table} (${named.join(', ')}) values (${values})`, want: may ? '1' : 'denied' }
    }),
  ]
}

/** A right to change or remove whole rows brings the right to lock the table. */
const mayWriteWhole = (table: string, { taken }: Asker): boolean =>
  [policy[table]?.change, policy[table]?.remove].some((rules) => columnsOf(withLoader(rules), taken) === 'all')

/** What nobody who signs in may do to a table, whatever their rights on its rows. The owner may: nobody signs in as it. */
const destroying = (table: string, asker: Asker): Cell[] =>
  asker.taken === 'owner'
    ? []
    : [
        ...[`truncate ${table}`, `truncate ${table} cascade`, `drop table ${table}`],
        ...[`lock table ${table} in access exclusive mode`].filter(() => !mayWriteWhole(table, asker)),
        ...[`alter table ${table} disable row level security`, `alter table ${table} no force row level security`],
        ...[`create policy mine on ${table} using (true)`, `create index on ${table} ((1))`],
        ...[`alter table ${table} owner to current_user`],
      ].map((sql) => ({ sql, want: 'denied' }))

/** Every cell of one table for one asker. */
export const cellsOfTable = (table: string, asker: Asker, world: World, columns: Columns): Cell[] => {
  const own = columns.get(table) ?? []
  if (asker.taken === 'owner') {
    // It owns the table and still reads and changes nothing: row-level security is forced on it too.
    const nothing = [`delete from ${table}`, `update ${table} set ${own[0]} = ${own[0]}`].map((sql) => ({
      sql,
      want: '0',
    }))
    return [{ sql: `select count(*) from ${table}`, want: '0' }, ...nothing]
  }
  return [
    ...seeing(table, asker, world, own),
    ...changing(table, asker, world, own),
    ...refusing(table, asker, world),
    ...removing(table, asker, world),
    ...adding(table, asker, world, own),
    ...destroying(table, asker),
  ]
}

/** What was asked and not answered as the policy says. */
export type Failure = { readonly who: string; readonly sql: string; readonly want: string; readonly got: string }

/** Compares answers with what the policy wants. */
export const failuresOf = (who: string, cells: readonly Cell[], answers: readonly string[]): Failure[] =>
  cells.flatMap(({ sql, want }, index) => {
    const got = answers[index] ?? 'no answer'
    return (want === 'allowed' ? got !== 'denied' : got === want) ? [] : [{ who, sql, want, got }]
  })

/** The first failures, a line each. */
export const inWords = (failures: readonly Failure[]): string[] =>
  failures.slice(0, 40).map(({ who, sql, want, got }) => `${who}: ${sql} → ${got}, the policy says ${want}`)
