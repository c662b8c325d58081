import { candidates } from './candidates.ts'
import { allowed, type Asker, type ChangeRule, columnsOf, type Rule, rulesFor, type TablePolicy } from './policy.ts'
import { callPolicy, identity, mayCall, mayReadFigures } from './policy-calls.ts'
import { housePolicy } from './policy-house.ts'
import { roomsPolicy } from './policy-rooms.ts'
import { type Row, rowsOf, type World } from './world.ts'

/** The policy of every table. */
export const policy: Readonly<Record<string, TablePolicy>> = { ...housePolicy, ...roomsPolicy }

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

const seeing = (table: string, asker: Asker, world: World, columns: readonly string[]): Cell[] => {
  const { key, see } = policy[table] ?? { key: [], see: [] }
  const rules = withLoader(see)
  const mine = columnsOf(rules, asker.taken)
  const rows = allowed(rules, asker, rowsOf(world, table), world)
  const whole = key.every((column) => holds(mine, column))
  const some = columns.find((column) => holds(mine, column)) ?? columns[0]
  return [
    whole
      ? { sql: listed(key, table), want: setOf(key, rows) }
      : { sql: `select count(${some}) from ${table}`, want: mine === null ? 'denied' : String(rows.length) },
    ...columns.map((column) => ({
      sql: `select count(${column}) from ${table} where false`,
      want: holds(mine, column) ? '0' : 'denied',
    })),
    // Locking a row is a right to change it, not to read it.
    { sql: `select 1 from ${table} where false for update`, want: mayLock(table, asker) ? '' : 'denied' },
  ]
}

const mayLock = (table: string, { taken }: Asker): boolean => {
  const { see, change, remove } = policy[table] ?? { see: [] }
  return columnsOf(withLoader(see), taken) !== null && [change, remove].some((it) => columnsOf(withLoader(it), taken) !== null)
}

const changing = (table: string, asker: Asker, world: World, columns: readonly string[]): Cell[] => {
  const { key, see, change } = policy[table] ?? { key: [], see: [] }
  const rules = withLoader<ChangeRule>(change)
  const mine = columnsOf(rules, asker.taken)
  const rows = allowed(rules, asker, rowsOf(world, table), world)
  const samples: Readonly<Record<string, string>> = Object.assign({}, ...rulesFor(change, asker).map((rule) => rule.samples ?? {}))
  const listable = key.every((column) => holds(columnsOf(withLoader(see), asker.taken), column))
  return columns.flatMap((column) => {
    // Without a `where` and reading no column: the policy for reading does not stand in for the one for changing.
    if (!holds(mine, column)) return [{ sql: `update ${table} set ${column} = default`, want: 'denied' }]
    const set = `update ${table} set ${column} = ${samples[column] ?? column}`
    return [
      { sql: set, want: String(rows.length) },
      ...(listable
        ? [{ sql: `with it as (${set} where true returning ${key.join(', ')}) ${listed(key, 'it')}`, want: setOf(key, rows) }]
        : []),
    ]
  })
}

const removing = (table: string, asker: Asker, world: World): Cell[] => {
  const rules = withLoader(policy[table]?.remove)
  const may = columnsOf(rules, asker.taken) !== null
  const rows = allowed(rules, asker, rowsOf(world, table), world)
  const referenced = asker.taken === 'loader'
  return [
    // What is still referred to cannot be removed by anybody, so for the loader only the right itself is tried.
    { sql: `delete from ${table}${referenced ? ' where false' : ''}`, want: may ? String(referenced ? 0 : rows.length) : 'denied' },
    { sql: `delete from ${table} where false`, want: may ? '0' : 'denied' },
  ]
}

const text = (value: Row[string] | undefined): string => (value == null ? 'null' : `'${String(value).replaceAll("'", "''")}'`)

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

const owner = (asker: Asker): boolean => asker.taken === 'owner'

/** What nobody who signs in may do to a table, whatever their rights on its rows. The owner may: nobody signs in as it. */
const destroying = (table: string, asker: Asker): Cell[] =>
  owner(asker)
    ? []
    : [
        ...[`truncate ${table}`, `truncate ${table} cascade`, `drop table ${table}`, `lock table ${table} in exclusive mode`],
        ...[`alter table ${table} disable row level security`, `alter table ${table} no force row level security`],
        ...[`create policy mine on ${table} using (true)`, `create index on ${table} ((1))`],
        ...[`grant select on ${table} to public`, `alter table ${table} owner to current_user`],
      ].map((sql) => ({ sql, want: sql.startsWith('lock') && mayLock(table, asker) ? '0' : 'denied' }))

/** Every cell of one table for one asker. */
export const cellsOfTable = (table: string, asker: Asker, world: World, columns: Columns): Cell[] => {
  const own = columns.get(table) ?? []
  if (asker.taken === 'owner') {
    // It owns the table and still reads and changes nothing: row-level security is forced on it too.
    const nothing = [`delete from ${table}`, `update ${table} set ${own[0]} = ${own[0]}`].map((sql) => ({ sql, want: '0' }))
    return [{ sql: `select count(*) from ${table}`, want: '0' }, ...nothing]
  }
  return [
    ...seeing(table, asker, world, own),
    ...changing(table, asker, world, own),
    ...removing(table, asker, world),
    ...adding(table, asker, world, own),
    ...destroying(table, asker),
  ]
}

const callOf = (signature: string): string => {
  const [, name = '', types = ''] = /^(.*)\((.*)\)$/.exec(signature) ?? []
  const nulls = types === '' ? '' : types.split(',').map((type) => `null::${type}`).join(', ')
  return `select (select count(*) from ${name}(${nulls}))`
}

/** Every function called, and what those functions answer that depends on who asks. */
export const cellsOfFunctions = (asker: Asker, world: World): Cell[] => {
  const calls = Object.keys(callPolicy).map((signature) => ({
    sql: callOf(signature),
    want: mayCall(signature, asker) || (asker.taken === 'figures' && signature.startsWith('figures.')) ? 'allowed' : 'denied',
  }))
  if (!mayCall('access.me()', asker)) return calls
  const answers = Object.entries(identity(asker, world)).map(([call, want]) => ({
    sql: call.endsWith('s()')
      ? `select string_agg(x::text, ',' order by x::text) from unnest(${call}) x`
      : `select coalesce(${call}::text, '')`,
    want,
  }))
  return [...calls, ...answers, ...cellsOfFigures(asker, world)]
}

/** Figures of each partnership up to each term: all of them, or nothing. */
const cellsOfFigures = (asker: Asker, world: World): Cell[] =>
  rowsOf(world, 'term').flatMap((term) => {
    const [partnership, number] = [String(term['partnership_id']), Number(term['number'])]
    const may = mayReadFigures(asker, world, partnership, number)
    const right = { sql: `select access.may_read_figures('${partnership}', ${number})::text`, want: String(may) }
    if (!mayCall('figures.members(uuid,integer)', asker) || ['figures', 'access'].includes(asker.taken)) return [right]
    const figures = Object.keys(callPolicy).filter((it) => it.endsWith('(uuid,integer)') && it.startsWith('figures.'))
    return [
      right,
      ...figures.map((it) => ({
        sql: `select (count(*) > 0)::text from ${it.replace('(uuid,integer)', '')}('${partnership}', ${number})`,
        want: String(may && hasFigures(it, number)),
      })),
      {
        sql: `select (count(*) > 0)::text from figures.audits('${partnership}')`,
        want: String(mayReadFigures(asker, world, partnership, 3)),
      },
    ]
  })

// The rooms' rows of a grown world all lie in the current term, the third; what every term lists is there from the first.
const inEveryTerm = ['members', 'training', 'referrals', 'hub_views', 'governance']
const hasFigures = (signature: string, term: number): boolean =>
  term >= 3 || inEveryTerm.some((name) => signature.startsWith(`figures.${name}(`))

const elsewhere = [
  'create table mine (id int)',
  'create table public.mine (id int)',
  'create schema mine',
  'create role mine',
  'create function access.mine() returns int language sql as $$ select 1 $$',
  'create function figures.mine() returns int language sql as $$ select 1 $$',
  'create function public.mine() returns int language sql as $$ select 1 $$',
  'create temporary table mine (id int)',
  'create extension citext',
  'drop function access.me()',
  'alter function access.me() security invoker',
  'select count(*) from migration.applied',
  'select pg_read_file(current_setting($$hba_file$$))',
  'select count(*) from pg_authid',
  'select count(*) from pg_statistic',
  'select lo_import($$/etc/hostname$$)',
]

/** What nobody may do anywhere: make things, read the server's own files and secrets, look at the history of migrations. */
export const cellsElsewhere = (asker: Asker): Cell[] =>
  elsewhere
    .filter((sql) => !(owner(asker) && sql.includes('mine (id')) && !(owner(asker) && sql.includes('public.mine')))
    .filter((sql) => !(asker.taken === 'access' && sql.includes('access.')) && !(asker.taken === 'figures' && sql.includes('figures.')))
    .map((sql) => ({ sql, want: 'denied' }))

/** What was asked and not answered as the policy says. */
export type Failure = { readonly who: string; readonly sql: string; readonly want: string; readonly got: string }

/** Compares answers with what the policy wants. */
export const failuresOf = (who: string, cells: readonly Cell[], answers: readonly string[]): Failure[] =>
  cells.flatMap(({ sql, want }, index) => {
    const got = answers[index] ?? 'no answer'
    return (want === 'allowed' ? got !== 'denied' : got === want) ? [] : [{ who, sql, want, got }]
  })

