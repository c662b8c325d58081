import type pg from 'pg'

/**
 * Every privilege that somebody was given, a line each, whoever gave it: on relations, columns, functions, schemas, sequences, types and the
 * database; who owns what; what functions run as; which role is a member of which; what roles may do. What an owner has by owning is left out:
 * the list must read alike on every version of PostgreSQL.
 */
const everything = `
  with schema as (
    select oid, nspname from pg_namespace
    where nspname not in ('probe', 'information_schema') and nspname !~ '^pg_'),
  extension_member as (select objid from pg_depend where deptype = 'e'),
  operator as (select nspowner as oid from pg_namespace where nspname = 'migration'),
  ours as (select oid, rolname from pg_roles where rolname ~ '^(r|tl)_'),
  who (oid, name) as (
    select oid, rolname::text from ours union all select 0::oid, 'PUBLIC' union all select oid, 'the operator' from operator),
  granted as (
    select 'relation ' || n.nspname || '.' || c.relname as thing, x.*, c.relowner as owner from pg_class c join schema n on n.oid = c.relnamespace,
      lateral aclexplode(c.relacl) x where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S') and c.oid not in (select objid from extension_member)
    union all
    select 'column ' || n.nspname || '.' || c.relname || '.' || a.attname, x.*, c.relowner from pg_attribute a join pg_class c on c.oid = a.attrelid
      join schema n on n.oid = c.relnamespace, lateral aclexplode(a.attacl) x where not a.attisdropped
    union all
    select 'function ' || n.nspname || '.' || p.proname || '(' || oidvectortypes(p.proargtypes) || ')', x.*, p.proowner
      from pg_proc p join schema n on n.oid = p.pronamespace, lateral aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) x
      where p.oid not in (select objid from extension_member)
    union all
    select 'schema ' || n.nspname, x.*, n.nspowner from pg_namespace n, lateral aclexplode(n.nspacl) x
      where n.oid in (select oid from schema)
    union all
    select 'database', x.*, d.datdba from pg_database d, lateral aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) x
      where d.datname = current_database()
    union all
    select 'by default ' || coalesce(n.nspname || ' ', '') || d.defaclobjtype::text || ' of ' || d.defaclrole::regrole, x.*, d.defaclrole
      from pg_default_acl d left join pg_namespace n on n.oid = d.defaclnamespace, lateral aclexplode(d.defaclacl) x)
  select thing || ': ' || w.name || ' ' || g.privilege_type || case when g.is_grantable then ' and may pass it on' else '' end as line
  from granted g join who w on w.oid = g.grantee where g.grantee <> g.owner
  union all
  select 'relation ' || n.nspname || '.' || c.relname || ' belongs to ' || coalesce(w.name, 'somebody else') from pg_class c
    join schema n on n.oid = c.relnamespace left join who w on w.oid = c.relowner
    where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S') and c.oid not in (select objid from extension_member)
  union all
  select 'function ' || n.nspname || '.' || p.proname || '(' || oidvectortypes(p.proargtypes) || ') belongs to '
      || coalesce(w.name, 'somebody else') || ', runs as ' || case when p.prosecdef then 'its owner' else 'whoever calls it' end
    from pg_proc p join schema n on n.oid = p.pronamespace left join who w on w.oid = p.proowner
    where p.oid not in (select objid from extension_member)
  union all
  select 'role ' || member.rolname || ' may become ' || role.rolname || case when m.admin_option then ' and let others' else '' end
    from pg_auth_members m join pg_roles member on member.oid = m.member join ours role on role.oid = m.roleid
    where member.oid in (select oid from ours)
  union all
  select 'role ' || member.rolname || ' may become ' || role.rolname || ', which is not ours'
    from pg_auth_members m join ours member on member.oid = m.member join pg_roles role on role.oid = m.roleid
    where role.oid not in (select oid from ours)
  union all
  select 'role ' || r.rolname || ':' || case when r.rolcanlogin then ' signs in' else ' does not sign in' end
      || case when r.rolinherit then '' else ', inherits nothing' end
      || case when r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb or r.rolreplication then ', IS ABOVE THE POLICY' else '' end
      || coalesce(', set ' || array_to_string(r.rolconfig, ' '), '')
    from pg_roles r where r.oid in (select oid from ours)
  order by 1`

/** The privileges of a database, sorted, a line each. */
export const readPrivileges = async (client: pg.ClientBase): Promise<string[]> =>
  // Sorted here, because the order of a server's letters is its own.
  (await client.query<{ line: string }>(everything)).rows.map(({ line }) => line).sort()

/** Lines that one list has and the other has not. */
export const differences = (declared: readonly string[], found: readonly string[]): string[] => [
  ...found.filter((line) => !declared.includes(line)).map((line) => `not declared: ${line}`),
  ...declared.filter((line) => !found.includes(line)).map((line) => `missing: ${line}`),
]
