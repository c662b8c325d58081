import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, expect, test } from 'vitest'
import { verifyPassphrase } from '#platform/access/passphrase.ts'
import { type TestDatabase, testDatabase } from '#test/postgres.ts'
import { demonstrationPassphrase, loadDemonstration } from './index.ts'
import { tablesInOrder } from './world.ts'

const today = '2026-11-21'
const opened: TestDatabase[] = []
const folders: string[] = []

const emptyDatabase = async () => {
  const database = await testDatabase('demonstration')
  opened.push(database)
  return database
}
afterEach(async () => {
  await Promise.all(opened.splice(0).map((database) => database.drop()))
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true })))
})

const ask = async <T extends pg.QueryResultRow>({ admin }: TestDatabase, sql: string): Promise<T[]> => {
  const client = new pg.Client(admin)
  await client.connect()
  try {
    return (await client.query<T>(sql)).rows
  } finally {
    await client.end()
  }
}

/** A hash of every row of every table; the passphrase is salted anew each time, so it is left out. */
const contentHash = async (database: TestDatabase) => {
  const tables = await ask<{ name: string }>(
    database,
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
  )
  const [all] = await ask(
    database,
    `select ${tables
      .map(
        ({ name }) =>
          `(select md5(string_agg(row, ',' order by row)) from (select (to_jsonb(t) - 'passphrase_hash')::text as row from "${name}" t) x) as "${name}"`,
      )
      .join(', ')}`,
  )
  return all
}

const rowsSaved = async (database: TestDatabase) => {
  const rows = await ask<{ n: number }>(
    database,
    `select (select count(*) from partnership) + (select count(*) from organisation) + (select count(*) from installation where demonstration)
       + (select count(*) from change_event) + (select count(*) from account) as n`,
  )
  return Number(rows[0]?.n)
}

/** The published files with one of them changed. */
const changedFiles = async (file: string, change: (text: string) => string) => {
  const folder = await mkdtemp(join(tmpdir(), 'published-'))
  folders.push(folder)
  await cp('src/demonstration/published', folder, { recursive: true })
  await writeFile(join(folder, file), change(await readFile(join(folder, file), 'utf8')))
  return folder
}

test('The same input gives the same records, byte for byte', async () => {
  const [one, two] = [await emptyDatabase(), await emptyDatabase()]
  const first = await loadDemonstration({ connection: one.admin, today })
  const second = await loadDemonstration({ connection: two.admin, today })
  expect(second).toEqual(first)
  expect(await contentHash(two)).toEqual(await contentHash(one))
})

test('The database says that it is a demonstration, and everybody signs in with the printed passphrase', async () => {
  const database = await emptyDatabase()
  const { signIns, counts } = await loadDemonstration({ connection: database.admin, today })
  expect(await ask(database, 'select demonstration from installation')).toEqual([{ demonstration: true }])
  const accounts = await ask<{ email: string; hash: string }>(
    database,
    'select a.email, c.passphrase_hash as hash from account a join credential c on c.account_id = a.id',
  )
  expect(accounts.map(({ email }) => email).sort()).toEqual(signIns.map(({ email }) => email).sort())
  expect(counts['account']).toBe(signIns.length)
  expect(await verifyPassphrase(accounts[0]?.hash ?? null, demonstrationPassphrase)).toBe(true)
  expect(await verifyPassphrase(accounts[0]?.hash ?? null, 'lantern orchard velvet harbor')).toBe(false)
})

test.each([
  [
    'training-attendance.csv',
    ['Overview,Newham,1,74', 'Overview,Newham,1,seventy'],
    'training-attendance.csv, line 6: attended must be a whole number, 0 or more',
  ],
  [
    'case-consultations.csv',
    ['Redbridge,1', 'Camden,1'],
    'case-consultations.csv, line 4: borough must be one of Hackney, Waltham Forest, Newham, Tower Hamlets, Redbridge, Hammersmith and Fulham, Barnet, Barking and Dagenham',
  ],
  [
    'change-data.csv',
    ['Newham,2022-07', 'Newham,2022-13'],
    'change-data.csv, line 6: period_start must be a month such as 2021-08',
  ],
  [
    'memberships.csv',
    ['borough,joined', 'council,joined'],
    'memberships.csv, line 1: the columns must be borough, joined, left, note',
  ],
  [
    'marketplace-referrals.csv',
    ['accepted,CIFA,3', 'accepted,CIFA,4'],
    'marketplace-referrals.csv: CIFA has more answers than referrals',
  ],
])('A bad %s is refused at its place and nothing is saved', async (file, [right, wrong], message) => {
  const database = await emptyDatabase()
  const folder = await changedFiles(file, (text) => text.replace(right ?? '', wrong ?? ''))
  await expect(loadDemonstration({ connection: database.admin, today, folder })).rejects.toThrow(message)
  expect(await rowsSaved(database)).toBe(0)
})

test('Where the last table refuses its rows, the first ones are not kept either', async () => {
  const database = await emptyDatabase()
  await ask(database, `alter table printed_figure add constraint refuses check (file <> 'memberships.csv')`)
  await expect(loadDemonstration({ connection: database.admin, today })).rejects.toThrow(/refuses/)
  expect(await rowsSaved(database)).toBe(0)
})

test('A database that holds a partnership is left as it is', async () => {
  const database = await emptyDatabase()
  await ask(database, `insert into partnership (name, slug) values ('Our own', 'own')`)
  await expect(loadDemonstration({ connection: database.admin, today })).rejects.toThrow(
    'The database holds a partnership already (Our own). The demonstration goes into an empty database',
  )
  expect(await rowsSaved(database)).toBe(1)
})

test('A day inside the published years, or none, is refused', async () => {
  const connection = { host: 'nowhere.invalid' }
  await expect(loadDemonstration({ connection, today: '2023-07-31' })).rejects.toThrow(
    'today (2023-07-31) must be 2023-08-01 or later',
  )
  await expect(loadDemonstration({ connection, today: '2026-02-30' })).rejects.toThrow(
    'Not a day in the form YYYY-MM-DD: 2026-02-30',
  )
})

test('A borough can be left out: the others’ records stay byte for byte what they were', async () => {
  const [whole, without] = [await emptyDatabase(), await emptyDatabase()]
  await loadDemonstration({ connection: whole.admin, today })
  const { signIns } = await loadDemonstration({ connection: without.admin, today, without: ['Hackney'] })
  expect(signIns.flatMap(({ roles }) => roles).some(({ organisation }) => organisation === 'Hackney')).toBe(false)
  const [hackney] = await ask<{ id: string }>(whole, `select id from organisation where name = 'Hackney'`)
  await ask(
    whole,
    `${tablesInOrder
      .slice(tablesInOrder.indexOf('family'))
      .toReversed()
      .map((table) => `delete from ${table} where authority_id = '${hackney?.id}';`)
      .join('\n')}
     delete from cms_link where organisation_id = '${hackney?.id}';
     delete from wording_overlay where organisation_id = '${hackney?.id}';
     delete from wording_answer where organisation_id = '${hackney?.id}';
     delete from referral_step where referral_id in (select id from referral where authority_id = '${hackney?.id}');
     delete from role_grant g using account a where a.id = g.account_id and '${hackney?.id}' in (a.organisation_id, g.organisation_id);
     delete from credential c using account a where a.id = c.account_id and a.organisation_id = '${hackney?.id}';
     delete from account where organisation_id = '${hackney?.id}';
     ${[
       'attendance',
       'consultation',
       'activity_return',
       'referral',
       'audit_case',
       'audit_round',
       'change_event',
       'change_return',
       'change_mark',
       'change_release_cell',
       'change_release',
       'change_version',
       'return_mapping',
       'return_fault',
       'return_file',
       'return_key',
     ]
       .map((table) => `delete from ${table} where authority_id = '${hackney?.id}';`)
       .join('\n')}
     delete from person where organisation_id = '${hackney?.id}';
     delete from team where organisation_id = '${hackney?.id}'`,
  )
  expect(await contentHash(without)).toEqual(await contentHash(whole))
})
