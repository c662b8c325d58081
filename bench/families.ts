import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import {
  countFamilies,
  findFamilies,
  type ListFilter,
  listFamilies,
  listQuery,
} from '../src/modules/cases/list/store.ts'
import { countDue } from '../src/modules/cases/worklists/store.ts'
import { type Database, openDatabase, type ReadDb } from '../src/platform/db/connection.ts'
import { startEmbedded } from '../src/platform/db/embedded/index.ts'
import { migrate } from '../src/platform/db/migrate.ts'
import { grantId, idOf, makeWorld, organisationId, personId, tokenOf, type Who } from '../src/test/world.ts'

/**
 * What the list of families costs in a borough with 100,000 open ones, for a practitioner with 25, a supervisor whose team has some 670, and a lead who
 * reads all: the database's processor time, and by which index it finds them. On Linux: node bench/families.ts [--plans]
 */
const families = 100_000
const teams = 150
const open: ListFilter = { state: 'open', team: null, own: false, due: null }
const folder = mkdtempSync(join(tmpdir(), 'throughline-bench-'))
const server = await startEmbedded({ dir: join(folder, 'postgres'), log: () => {}, disposable: true })

const fill = async (operator: pg.ClientConfig) => {
  const client = new pg.Client(operator)
  await client.connect()
  try {
    await fillWith(client)
  } finally {
    await client.end()
  }
}

const fillWith = async (client: pg.Client) => {
  const alder = organisationId('Alder')
  await client.query('begin; set local role tl_loader')
  await client.query(
    `insert into team (id, organisation_id, name) select md5('team ' || n)::uuid, $1, 'Team ' || n from generate_series(1, ${teams}) n`,
    [alder],
  )
  await client.query('update person set team_id = $1 where id = $2', [idOf('team 1'), personId('supervisor@Alder')])
  await client.query(
    `insert into person (id, organisation_id, name, starts) select md5('worker ' || n)::uuid, $1, 'Worker ' || n, '2021-01-01' from generate_series(1, 4000) n`,
    [alder],
  )
  await client.query(
    `insert into family (id, authority_id, reference, name, team_id, cms_id, opened_on, engaged_on, goals, efforts)
     select md5('family ' || n)::uuid, $1, 'F-' || translate(lpad(n::text, 8, '0'), '01', 'AB'), 'Family ' || n, md5('team ' || 1 + n % ${teams})::uuid, 'C' || n,
       current_date - n % 700, case when n % 3 > 0 then current_date - n % 60 end, n % 4, n % 5 from generate_series(1, ${families}) n`,
    [alder],
  )
  await client.query(
    `insert into family_worker (authority_id, family_id, person_id, kind, starts)
     select $1, md5('family ' || n)::uuid, case when n % 4000 = 0 then $2 else md5('worker ' || n % 4000)::uuid end, 'key worker', '2024-01-01' from generate_series(1, ${families}) n`,
    [alder, personId('practitioner@Alder')],
  )
  await client.query(
    `insert into individual (id, authority_id, name, birth_on) select md5('one ' || n)::uuid, $1, 'Name' || n % 5000 || ' Surname' || n % 977, '1980-01-01' from generate_series(1, ${families * 3}) n`,
    [alder],
  )
  await client.query(
    `insert into family_individual (authority_id, family_id, individual_id, part)
     select $1, md5('family ' || 1 + (n - 1) / 3)::uuid, md5('one ' || n)::uuid, (array['child', 'perpetrator', 'victim_survivor'])[1 + n % 3] from generate_series(1, ${families * 3}) n`,
    [alder],
  )
  await client.query(
    `insert into family_seal (authority_id, family_id, reason, sealed_by, review_due)
     select $1, md5('family ' || n)::uuid, 'A seal of the measurement', $2, current_date from generate_series(5, 50) n`,
    [alder, personId('borough_lead@Alder')],
  )
  await client.query('commit')
  await client.query('vacuum analyze')
}

// Hundredths of a second that the database's own process for this connection has worked: what else the machine does is not in it.
const worked = (pid: number): number => {
  const after = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  return Number(after[11]) + Number(after[12])
}

/** Milliseconds of the database's processor time for one reading: the mean of twenty. */
const cost = async (pid: number, work: () => Promise<unknown>): Promise<string> => {
  const rounds = 20
  for (let n = 0; n < 3; n += 1) await work()
  const before = worked(pid)
  for (let n = 0; n < rounds; n += 1) await work()
  return (((worked(pid) - before) * 10) / rounds).toFixed(1)
}

const measure = (db: Database, who: Who) =>
  db.read({ role: `r_${who.split('@')[0] as 'lead'}`, token: tokenOf(who), grantId: grantId(who) }, async (read) => {
    const { rows } = await sql<{
      'QUERY PLAN': string
    }>`explain (analyze, costs off) ${listQuery(open, null, 51)}`.execute(read.q)
    const plan = rows.map((row) => row['QUERY PLAN'])
    return { plan, row: await timesOf(read, who, plan) }
  })

const timesOf = async (db: ReadDb, who: Who, plan: readonly string[]) => {
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db.q)
  const pid = rows[0]?.pid ?? 0
  const counts = await countDue(db)
  return {
    who: who.split('@')[0],
    'families seen': counts.open,
    'explain analyze, ms': plan.findLast((line) => line.startsWith('Execution Time'))?.match(/[\d.]+/)?.[0],
    'list, CPU ms': await cost(pid, () => listFamilies(db, open, null, 51)),
    'count to 1,001, CPU ms': await cost(pid, () => countFamilies(db, open)),
    'worklists counted, CPU ms': await cost(pid, () => countDue(db)),
    'search, CPU ms': await cost(pid, () => findFamilies(db, 'name42 surname4')),
    'closed, CPU ms': await cost(pid, () => listFamilies(db, { ...open, state: 'closed' }, null, 51)),
    'index of family': [...new Set(plan.flatMap((line) => line.match(/\bfamily(?:_pkey|_\w*idx\w*)/g) ?? []))].join(
      ', ',
    ),
  }
}

try {
  const maintenance = new pg.Client(server.connection)
  await maintenance.connect()
  await maintenance.query('create database bench')
  await maintenance.end()
  const operator = { ...server.connection, database: 'bench' }
  await migrate({ connection: operator })
  await makeWorld(operator)
  await fill(operator)
  const db = openDatabase({ ...operator, user: 'tl_login', max: 1 })
  const rows = []
  for (const who of ['practitioner@Alder', 'supervisor@Alder', 'lead@Alder'] as const) {
    const { plan, row } = await measure(db, who)
    rows.push(row)
    if (process.argv.includes('--plans')) console.log(`\n${who}\n${plan.join('\n')}`)
  }
  await db.close()
  console.table(rows)
} finally {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
