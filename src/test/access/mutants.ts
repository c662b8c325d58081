import type pg from 'pg'
import { clauses } from './clauses.ts'
import { people } from './policy.ts'

/** A database schema with one fault planted in it. */
export type Mutant = {
  readonly name: string
  readonly kind: 'policy' | 'row-level security' | 'function' | 'missing grant' | 'surplus grant'
  readonly sql: string
  /** The table that it concerns; absent: the functions, and so perhaps everything. */
  readonly table?: string
}

type Policy = {
  readonly name: string
  readonly table: string
  readonly command: string
  readonly using: string | null
  readonly check: string | null
}

const rows = async <T extends object>(admin: pg.ClientBase, sql: string): Promise<T[]> =>
  (await admin.query<T>(sql)).rows

const ofPolicy = ({ name, table, command, using, check }: Policy): Mutant[] => {
  const mutant = (what: string, sql: string): Mutant => ({
    name: `${table}.${name}: ${what}`,
    kind: 'policy',
    sql,
    table,
  })
  const checks = command === 'ALL' || command === 'UPDATE' || command === 'INSERT'
  return [
    mutant('dropped', `drop policy ${name} on ${table}`),
    ...(using === null || using === 'true'
      ? []
      : [mutant('using (true)', `alter policy ${name} on ${table} using (true)`)]),
    ...(!checks || check === 'true' || (check === null && using === 'true')
      ? []
      : [mutant('with check (true)', `alter policy ${name} on ${table} with check (true)`)]),
  ]
}

/** Each policy dropped or opened, each table without its guard. */
const ofPolicies = async (admin: pg.ClientBase): Promise<Mutant[]> => {
  const policies = await rows<Policy>(
    admin,
    `select policyname as name, tablename as table, cmd as command, qual as using, with_check as check from pg_policies
     where schemaname = 'public' order by tablename, policyname`,
  )
  const tables = [...new Set(policies.map(({ table }) => table))]
  const guard = (table: string, what: string): Mutant => ({
    name: `${table}: ${what}`,
    kind: 'row-level security',
    sql: `alter table ${table} ${what}`,
    table,
  })
  return [
    ...policies.flatMap(ofPolicy),
    ...tables.flatMap((table) => [
      guard(table, 'disable row level security'),
      guard(table, 'no force row level security'),
    ]),
  ]
}

const times = (text: string, part: string): number => text.split(part).length - 1

/** Each clause of each function, forgotten or turned. Throws where a clause is not there exactly once: the list has fallen behind. */
const ofClauses = async (admin: pg.ClientBase): Promise<Mutant[]> => {
  const found = await rows<{ name: string; body: string }>(
    admin,
    `select p.pronamespace::regnamespace || '.' || p.proname as name, pg_get_functiondef(p.oid) as body from pg_proc p
     where p.pronamespace in ('access'::regnamespace, 'figures'::regnamespace)`,
  )
  const bodies = new Map(found.map(({ name, body }) => [name, body]))
  return clauses.map(({ of, from, to }) => {
    const body = bodies.get(of) ?? ''
    if (times(body, from) !== 1)
      throw new Error(`${of} has "${from}" ${times(body, from)} times: bring clauses.ts up to date`)
    return { name: `${of}: "${from}" becomes "${to}"`, kind: 'function', sql: body.replace(from, () => to) }
  })
}

type Given = {
  readonly object: string
  readonly grantee: string
  readonly privilege: string
  readonly table: string | null
}

/** Each privilege that was given, taken away. */
const ofMissingGrants = async (admin: pg.ClientBase): Promise<Mutant[]> => {
  const given = await rows<Given>(
    admin,
    `with t as (select * from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p'))
     select 'table ' || t.oid::regclass as object, x.grantee::regrole::text as grantee, x.privilege_type as privilege, t.relname::text as table
       from t, lateral aclexplode(t.relacl) x where x.grantee <> t.relowner
     union all
     select 'table ' || t.oid::regclass, x.grantee::regrole::text, x.privilege_type || ' (' || a.attname || ')', t.relname::text
       from t join pg_attribute a on a.attrelid = t.oid, lateral aclexplode(a.attacl) x
     union all
     select 'function ' || p.oid::regprocedure, x.grantee::regrole::text, x.privilege_type, null from pg_proc p, lateral aclexplode(p.proacl) x
       where p.pronamespace in ('access'::regnamespace, 'figures'::regnamespace) and x.grantee <> p.proowner
     union all
     select 'schema ' || n.nspname, x.grantee::regrole::text, x.privilege_type, null from pg_namespace n, lateral aclexplode(n.nspacl) x
       where n.nspname in ('public', 'access', 'figures') and x.grantee <> n.nspowner and x.grantee::regrole::text ~ '^(r|tl)_'
     order by 1, 2, 3`,
  )
  return given.map(({ object, grantee, privilege, table }) => ({
    name: `${grantee} without ${privilege} on ${object}`,
    kind: 'missing grant',
    sql: `revoke ${privilege} on ${object} from ${grantee}`,
    ...(table === null ? {} : { table }),
  }))
}

const askers = [
  ...people.map((role) => `r_${role}`),
  'r_public',
  'r_sign_in',
  'r_job',
  'r_system',
  'tl_login',
  'tl_door',
  'tl_worker',
]
const verbs = ['select', 'insert', 'update', 'delete', 'truncate', 'references', 'trigger']

/** Each privilege on a whole table that nobody gave, given. */
const ofSurplusGrants = async (admin: pg.ClientBase): Promise<Mutant[]> => {
  const lacking = await rows<{ table: string; role: string; verb: string }>(
    admin,
    `select c.relname::text as table, role, verb from pg_class c, unnest(array['${askers.join("','")}']) role, unnest(array['${verbs.join("','")}']) verb
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not has_table_privilege(role, c.oid, verb) order by 1, 2, 3`,
  )
  return lacking.map(({ table, role, verb }) => ({
    name: `${role} with ${verb} on ${table}`,
    kind: 'surplus grant',
    sql: `grant ${verb} on ${table} to ${role}`,
    table,
  }))
}

/** Every mutant of the schema as it stands. */
export const everyMutant = async (admin: pg.ClientBase): Promise<Mutant[]> => [
  ...(await ofPolicies(admin)),
  ...(await ofClauses(admin)),
  ...(await ofMissingGrants(admin)),
  ...(await ofSurplusGrants(admin)),
]
