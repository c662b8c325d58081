import type pg from 'pg'
import { roles } from '#platform/access/role.ts'
import { policy } from './cells.ts'
import { callPolicy } from './policy-calls.ts'
import { casesPolicy } from './policy-cases.ts'
import { changePolicy } from './policy-change.ts'

type Relation = {
  readonly name: string
  readonly kind: string
  readonly enabled: boolean
  readonly forced: boolean
  readonly invoker: boolean
}
type Routine = {
  readonly name: string
  readonly definer: boolean
  readonly leakproof: boolean
  readonly path: string | null
  readonly everybody: boolean
  readonly kind: string
}
type Lock = { readonly table: string; readonly locks: number }
type ForeignKey = { readonly table: string; readonly columns: string[]; readonly target: string }

const schemas = `('public', 'access', 'figures')`
const notOfExtensions = `not exists (select from pg_depend d where d.objid = x.oid and d.deptype = 'e')`

const relations = async (client: pg.ClientBase): Promise<Relation[]> =>
  (
    await client.query<Relation>(`
      select x.oid::regclass::text as name, x.relkind as kind, x.relrowsecurity as enabled, x.relforcerowsecurity as forced,
        coalesce('security_invoker=true' = any(x.reloptions), false) as invoker
      from pg_class x join pg_namespace n on n.oid = x.relnamespace
      where n.nspname in ${schemas} and x.relkind in ('r', 'p', 'v', 'm', 'f') and ${notOfExtensions} order by 1`)
  ).rows

const routines = async (client: pg.ClientBase): Promise<Routine[]> =>
  (
    await client.query<Routine>(`
      select n.nspname || '.' || x.proname || '(' || replace(oidvectortypes(x.proargtypes), ', ', ',') || ')' as name, x.prosecdef as definer,
        x.proleakproof as leakproof, x.prokind as kind,
        (select s from unnest(x.proconfig) s where s like 'search_path=%') as path,
        exists (select from aclexplode(coalesce(x.proacl, acldefault('f', x.proowner))) a where a.grantee = 0) as everybody
      from pg_proc x join pg_namespace n on n.oid = x.pronamespace where n.nspname in ${schemas} and ${notOfExtensions} order by 1`)
  ).rows

const foreignKeys = async (client: pg.ClientBase): Promise<ForeignKey[]> =>
  (
    await client.query<ForeignKey>(`
      select x.conrelid::regclass::text as table, x.confrelid::regclass::text as target,
        array(select a.attname::text from unnest(x.conkey) with ordinality k(n, i) join pg_attribute a on a.attrelid = x.conrelid and a.attnum = k.n
          order by k.i) as columns
      from pg_constraint x where x.contype = 'f' and x.connamespace = 'public'::regnamespace order by 1, 2`)
  ).rows

/** How many policies hold a table's people to the role of the grant they name. One: as it must be. */
const locks = async (client: pg.ClientBase): Promise<Lock[]> =>
  (
    await client.query<Lock>(`
      select x.oid::regclass::text as table, count(p.*)::int as locks from pg_class x left join pg_policies p
        on p.schemaname = 'public' and p.tablename = x.relname and p.permissive = 'RESTRICTIVE' and p.cmd = 'ALL' and p.with_check is null
        and p.qual = '(( SELECT access.acting_role() AS acting_role) = CURRENT_USER)'
        and p.roles::text[] @> array['${roles.map((role) => `r_${role}`).join("','")}']
      where x.relnamespace = 'public'::regnamespace and x.relkind in ('r', 'p') group by x.oid order by 1`)
  ).rows

const ofRelation = ({ name, kind, enabled, forced, invoker }: Relation): string[] => {
  if (kind === 'm') return [`${name} is a materialised view: it shows everybody what its owner saw`]
  if (kind === 'f') return [`${name} is a foreign table: row-level security does not reach it`]
  if (kind === 'v')
    return invoker ? [] : [`the view ${name} shows what its owner sees: it needs security_invoker = true`]
  return [
    ...(enabled ? [] : [`${name} has no row-level security`]),
    ...(forced ? [] : [`${name} does not force row-level security on its owner`]),
    ...(policy[name] ? [] : [`${name} has no line in the access matrix`]),
  ]
}

const safePaths = ['search_path=pg_catalog, pg_temp', 'search_path=""']

const ofRoutine = ({ name, definer, leakproof, path, everybody, kind }: Routine): string[] => [
  ...(callPolicy[name] ? [] : [`${name} has no line in the access matrix`]),
  ...(leakproof ? [`${name} says that it is leakproof: it would run before the policies`] : []),
  ...(everybody ? [`${name} may be called by everybody`] : []),
  ...(definer && !safePaths.includes(path ?? '')
    ? [`${name} runs as its owner and looks names up where the caller says`]
    : []),
  ...(kind === 'f' ? [] : [`${name} is not a plain function`]),
]

// What stands for itself; everything else belongs to a borough or a partnership, and a reference to it must name which.
// (What the Department published is of every authority and no secret.)
const roots = ['partnership', 'organisation', 'account', 'published_file']
// A family is of one borough: its own foreign key says which.
const tenants = ['partnership_id', 'organisation_id', 'authority_id', 'family_id']

// Who wrote something of a family, or works with it, may be of another organisation: staff are lent. And a perpetrator is referred to a programme of
// whatever partnership. What the reference would tell is that somebody holds an id that was drawn by chance.
const lent = ['person', 'programme']
// The same holds of whoever works on another borough's change data.
const isLentTo = (table: string): boolean => table in casesPolicy || table in changePolicy

const ofForeignKey = ({ table, columns, target }: ForeignKey): string[] =>
  roots.includes(target) ||
  columns.some((column) => tenants.includes(column)) ||
  (lent.includes(target) && isLentTo(table))
    ? []
    : [
        `${table} (${columns.join(', ')}) refers to ${target} without its borough or partnership: it would tell that the row exists`,
      ]

/** Everything in the catalogue that breaks a rule, in words. Empty: none does. */
export const catalogueFaults = async (client: pg.ClientBase): Promise<string[]> => {
  const [tables, functions] = [await relations(client), await routines(client)]
  const has = new Set([...tables, ...functions].map(({ name }) => name))
  return [
    ...tables.flatMap(ofRelation),
    ...functions.flatMap(ofRoutine),
    ...(await foreignKeys(client)).flatMap(ofForeignKey),
    ...(await locks(client))
      .filter((lock) => lock.locks !== 1)
      .map(({ table }) => `${table} does not hold people to the role of their grant`),
    ...[...Object.keys(policy), ...Object.keys(callPolicy)]
      .filter((name) => !has.has(name))
      .map((name) => `${name} has a line in the access matrix and does not exist`),
  ]
}
