import { readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { catalogueFaults } from './catalogue.ts'
import { type AccessDatabase, accessDatabase } from './database.ts'
import { differences, readPrivileges } from './privileges.ts'

const file = new URL('./privileges.json', import.meta.url)

let database: AccessDatabase
beforeAll(async () => {
  database = await accessDatabase('catalogue')
})
afterAll(() => database.close())

/** What the rules say while this statement is in force. */
const faultsAfter = async (sql: string): Promise<string[]> => {
  await database.admin.query('begin')
  try {
    await database.admin.query(sql)
    return await catalogueFaults(database.admin)
  } finally {
    await database.admin.query('rollback')
  }
}

test('Every table, view and function is guarded and has its line in the access matrix', async () => {
  expect(await catalogueFaults(database.admin)).toEqual([])
})

test('Every privilege is one that was declared', async () => {
  const found = await readPrivileges(database.admin)
  // On purpose only: WRITE_PRIVILEGES=1 writes down what there is, for a person to read in the diff.
  if (process.env['WRITE_PRIVILEGES'] === '1') writeFileSync(file, `${JSON.stringify(found, null, 1)}\n`)
  const declared: unknown = JSON.parse(readFileSync(file, 'utf8'))
  if (!Array.isArray(declared)) throw new TypeError('privileges.json is a list of lines')
  expect(differences(declared.map(String), found)).toEqual([])
})

test.each([
  ['create table stray (id int)', /^stray has no row-level security/],
  ['create table stray (id int)', /^stray has no line in the access matrix/],
  ['create table stray (id int)', /^stray does not hold people to the role/],
  ['drop policy role_lock on credential', /^credential does not hold people to the role/],
  ['alter table referral no force row level security', /^referral does not force/],
  ['alter table referral disable row level security', /^referral has no row-level security/],
  ['create view stray as select * from referral', /^the view stray shows what its owner sees/],
  ['create materialized view stray as select * from referral', /^stray is a materialised view/],
  ['alter function access.me() leakproof', /^access\.me\(\) says that it is leakproof/],
  ['alter function access.me() reset search_path', /^access\.me\(\) runs as its owner and looks names up/],
  ['alter function access.me() set search_path = public', /^access\.me\(\) runs as its owner and looks names up/],
  ['grant execute on function access.me() to public', /^access\.me\(\) may be called by everybody/],
  ['create function access.stray() returns int language sql as $$ select 1 $$', /^access\.stray\(\) has no line/],
  ['alter table block add foreign key (course_id) references course', /^block \(course_id\) refers to course without/],
  ['drop function figures.audits(uuid)', /^figures\.audits\(uuid\) has a line in the access matrix and does not exist/],
  ['alter table draft rename to draught', /^draft has a line in the access matrix and does not exist/],
])('It is noticed: %s', async (sql, fault) => {
  expect(await faultsAfter(sql)).toContainEqual(expect.stringMatching(fault))
})

test('A privilege too many and one too few are both noticed', () => {
  expect(differences(['a'], ['b'])).toEqual(['not declared: b', 'missing: a'])
})
