import { createHash } from 'node:crypto'
import type pg from 'pg'
import type { Cell } from './cells.ts'
import { cellsOfCases } from './cells-cases.ts'
import type { Asker } from './policy.ts'
import { callPolicy, identity, mayCall, mayReadFigures } from './policy-calls.ts'
import { rowsOf, type World } from './world.ts'

const callOf = (signature: string): string => {
  const [, name = '', types = ''] = /^(.*)\((.*)\)$/.exec(signature) ?? []
  const nulls =
    types === ''
      ? ''
      : types
          .split(',')
          .map((type) => `null::${type}`)
          .join(', ')
  return `select (select count(*) from ${name}(${nulls}))`
}

/** Every function called, and what those functions answer that depends on who asks. */
export const cellsOfFunctions = (asker: Asker, world: World, figures: Figures): Cell[] => {
  const signatures = Object.keys(callPolicy).filter((signature) => callPolicy[signature]?.trigger !== true)
  const calls = signatures.map((signature) => ({
    sql: callOf(signature),
    want:
      mayCall(signature, asker) || (asker.taken === 'figures' && signature.startsWith('figures.'))
        ? 'allowed'
        : 'denied',
  }))
  const ofCases = cellsOfCases(asker, world)
  if (!mayCall('access.me()', asker)) return [...calls, ...ofCases]
  const answers = Object.entries(identity(asker, world)).map(([call, want]) => ({
    sql: call.endsWith('s()')
      ? `select string_agg(x::text, ',' order by x::text) from unnest(${call}) x`
      : `select coalesce(${call}::text, '')`,
    want,
  }))
  return [...calls, ...ofCases, ...answers, ...cellsOfFigures(asker, world, figures)]
}

/** What each figures function answers for each partnership and term to one who may read it, as a digest: `call` to digest. */
export type Figures = ReadonlyMap<string, string>

const digest = (call: string): string =>
  `select md5(coalesce(string_agg(x::text, '|' order by x::text collate "C"), '')) from ${call} x`
const nothing = createHash('md5').update('').digest('hex')

const figureFunctions = Object.keys(callPolicy).filter((signature) => signature.startsWith('figures.'))

const callsOf = (partnership: string, term: number): string[] =>
  figureFunctions.map((signature) =>
    signature.endsWith('(uuid)')
      ? signature.replace('(uuid)', `('${partnership}')`)
      : signature.replace('(uuid,integer)', `('${partnership}', ${term})`),
  )

/** Reads all figures as the loader, who may read them: what anybody else who may must see too. */
export const readFigures = async (client: pg.ClientBase, world: World): Promise<Figures> => {
  const calls = rowsOf(world, 'term').flatMap((term) => callsOf(String(term['partnership_id']), Number(term['number'])))
  const digests = new Map<string, string>()
  for (const call of calls) {
    await client.query('begin; set local role r_command')
    const { rows } = await client.query<{ md5: string }>(digest(call))
    await client.query('rollback')
    digests.set(call, rows[0]?.md5 ?? '')
  }
  return digests
}

/** Figures that are empty even for those who may read them: a test with nothing to hide would pass whatever the policy. */
export const emptyFigures = (figures: Figures): string[] =>
  [...figures].filter(([, md5]) => md5 === nothing).map(([call]) => call)

const runs = ({ taken, me }: Asker, partnership: string): boolean =>
  taken === 'command' ||
  taken === 'loader' ||
  (me?.role === taken && me.partnershipId === partnership && ['project', 'evaluator', 'training'].includes(me.role))

/** Figures of each partnership up to each term: all of them, or nothing. */
const cellsOfFigures = (asker: Asker, world: World, figures: Figures): Cell[] =>
  rowsOf(world, 'term').flatMap((term) => {
    const [partnership, number] = [String(term['partnership_id']), Number(term['number'])]
    const may = mayReadFigures(asker, world, partnership, number)
    const right = { sql: `select access.may_read_figures('${partnership}', ${number})::text`, want: String(may) }
    if (!mayCall('figures.members(uuid,integer)', asker) || ['figures', 'access'].includes(asker.taken)) return [right]
    const reads = (call: string): boolean => {
      // What boroughs released has no term: it is for those who run or evaluate the partnership, and no public page.
      if (call.includes('change_releases')) return runs(asker, partnership)
      // Audits have no term of their own: they are out when the last term is.
      return call.includes('audits') ? mayReadFigures(asker, world, partnership, 3) : may
    }
    return [
      right,
      ...callsOf(partnership, number).map((call) => {
        const denied = call.includes('change_releases') && !mayCall('figures.change_releases(uuid)', asker)
        return { sql: digest(call), want: denied ? 'denied' : reads(call) ? (figures.get(call) ?? nothing) : nothing }
      }),
    ]
  })

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
    .filter(
      (sql) =>
        !(asker.taken === 'owner' && sql.includes('mine (id')) &&
        !(asker.taken === 'owner' && sql.includes('public.mine')),
    )
    .filter(
      (sql) =>
        !(asker.taken === 'access' && sql.includes('access.')) &&
        !(asker.taken === 'figures' && sql.includes('figures.')),
    )
    .map((sql) => ({ sql, want: 'denied' }))
