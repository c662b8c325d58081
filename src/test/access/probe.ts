import type pg from 'pg'
import { databaseRole, type Persona } from './personas.ts'
import type { World } from './world.ts'

/**
 * Tries statements one after another as whoever calls it, undoing each, and answers for each: the first value of its first row, the number of rows
 * it touched, `denied`, or `error` and its code. On the server, because a matrix is many thousands of statements.
 */
const tryAll = `
  create schema probe;
  create function probe.try(statements text[]) returns text[] language plpgsql as $$
  declare statement text; answers text[] := '{}'; touched bigint; answer text;
  begin
    foreach statement in array statements loop
      begin
        if statement ~ '^(select|with) ' then
          execute statement into answer;
        else
          execute statement;
          get diagnostics touched = row_count;
          answer := touched::text;
        end if;
        raise exception using errcode = 'TL000', message = coalesce(answer, '');
      exception
        when sqlstate 'TL000' then answers := answers || sqlerrm;
        when insufficient_privilege then answers := answers || 'denied'::text;
        when others then answers := answers || ('error ' || sqlstate);
      end;
    end loop;
    return answers;
  end $$;
  grant usage on schema probe to public`

/** Puts the probe and the rows of a world into a database, as superuser. */
export const furnish = async (admin: pg.ClientBase, world: World): Promise<void> => {
  await admin.query(tryAll)
  await insert(admin, world)
}

/** Inserts the rows of a world, as superuser. */
export const insert = async (admin: pg.ClientBase, world: World): Promise<void> => {
  for (const [table, rows] of world.tables) {
    const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].join(', ')
    if (rows.length === 0) continue
    const sql = `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1)`
    // The loader may bring completed forms with their answers; nobody else adds an answer to one.
    if (table === 'engagement_answer') await admin.query('set role tl_loader')
    await admin.query(sql, [JSON.stringify(rows)])
    if (table === 'engagement_answer') await admin.query('reset role')
  }
}

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** Makes a persona of the transaction at hand, as the pages do it: claims and role in one go, until the transaction ends. */
export const become = async (
  client: pg.ClientBase,
  { taken, token, grant }: Persona,
  signInNames: Readonly<Record<string, string>> = {},
): Promise<void> => {
  // The sign-in names are where their own connections start; on another connection they are taken like any role.
  const role = databaseRole(taken) ?? signInNames[taken] ?? null
  const set = (name: string, value: string) => `set_config('${name}', ${literal(value)}, true)`
  const claims = `${set('app.token', token)}, ${set('app.grant', grant)}`
  await client.query(`select ${claims}${role === null ? '' : `, ${set('role', role)}`}`)
}

/** The answers to statements, in their order. */
export const ask = async (client: pg.ClientBase, statements: readonly string[]): Promise<readonly string[]> =>
  (await client.query<{ answers: string[] }>('select probe.try($1) as answers', [statements])).rows[0]?.answers ?? []
