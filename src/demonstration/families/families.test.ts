import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DB } from '#db/schema.ts'
import { openAttachment } from '#modules/cases/attachments/store.ts'
import { balanceOf, type Owner, type Status } from '#modules/cases/plan/plan.ts'
import { readValue } from '#modules/cases/vault/store.ts'
import { testSecret } from '#test/app.ts'
import { type TestDatabase, testDatabase } from '#test/postgres.ts'
import { idOf } from '../ids.ts'
import { loadDemonstration } from '../index.ts'
import { stories } from './stories.ts'
import { familyId, individualId } from './telling.ts'

const today = '2026-11-21'
let database: TestDatabase
let q: Kysely<DB>
let counts: Record<string, number>
const said: string[] = []

beforeAll(async () => {
  database = await testDatabase('families')
  const loaded = await loadDemonstration({
    connection: database.admin,
    today,
    secret: testSecret,
    log: (line) => said.push(line),
  })
  counts = loaded.counts
  q = new Kysely<DB>({ dialect: new PostgresDialect({ pool: new pg.Pool({ ...database.admin, max: 1 }) }) })
  await sql`set role tl_loader`.execute(q)
}, 180_000)
afterAll(async () => {
  await q?.destroy()
  await database?.drop()
})

const family = (key: string) =>
  q.selectFrom('family').selectAll().where('id', '=', familyId(key)).executeTakeFirstOrThrow()
const daysAgo = (days: number) => new Date(Date.parse(today) - days * 86_400_000).toISOString().slice(0, 10)
const hackney = (name: string) => idOf('person', 'Hackney', name)

const balance = async (key: string) => {
  const people = stories.find((story) => story.key === key)?.people ?? {}
  const named = (part: string) =>
    Object.entries(people)
      .filter(([, person]) => person.part === part)
      .map(([who, { name }]) => ({ individualId: individualId(key, who), name }))
  const rows = await q.selectFrom('plan_action').selectAll().where('family_id', '=', familyId(key)).execute()
  const actions = rows.map((row) => ({
    // The table checks all three.
    owner: row.owner as Owner,
    kind: row.kind as 'change' | 'task',
    status: row.status as Status,
    individualId: row.individual_id,
  }))
  return balanceOf(actions, { perpetrators: named('perpetrator'), survivors: named('victim_survivor') }, () => '')
}

test('Every story is saved whole, with what it keeps sealed, and worklists find what they look for', async () => {
  expect(counts['family']).toBe(stories.length)
  expect(counts['vault_value']).toBe(stories.flatMap(({ vault = [] }) => vault).length)
  expect(counts['attachment']).toBe(stories.flatMap(({ files = [] }) => files).length)
  expect(said.join()).not.toContain('left out')
  expect(await family('opened')).toMatchObject({ cms_id: 'HK-204871', opened_on: today, goals: 0, efforts: 0 })
  expect(await family('mensah')).toMatchObject({ form_since: daysAgo(10) })
  expect(await family('kowalczyk')).toMatchObject({ goals: 0, efforts: 0, engaged_on: null })
  expect(await family('baptiste')).toMatchObject({ efforts: 0, engaged_on: daysAgo(63), engagement_due: daysAgo(35) })
  expect(await family('nguyen')).toMatchObject({ unanswered_since: daysAgo(47), engaged_on: daysAgo(15) })
  expect(await family('adeyemi')).toMatchObject({ goals: 3, efforts: 6, unanswered_since: null })
})

test('One plan asks nothing of the perpetrator, one asks too much of the survivor, one is the perpetrator’s', async () => {
  expect(await balance('kowalczyk')).toMatchObject({ kind: 'plan', changes: 3, ofPerpetrators: 0 })
  expect(await balance('whitlock')).toMatchObject({ kind: 'plan', changes: 3, ofPerpetrators: 1 })
  expect(await balance('adeyemi')).toMatchObject({ kind: 'plan', changes: 3, ofPerpetrators: 3 })
})

test('A perpetrator is in two records, and only carried words can be read in the second', async () => {
  const rows = await q
    .selectFrom('family_individual')
    .select('family_id')
    .where('individual_id', '=', individualId('lopes', 'nelson'))
    .execute()
  expect(rows.map(({ family_id }) => family_id).toSorted()).toEqual([familyId('lopes'), familyId('nguyen')].toSorted())
  const { carried } = await q
    .selectFrom('pattern_entry')
    .select(({ fn }) => fn.agg<string[]>('array_agg', ['carried']).as('carried'))
    .where('family_id', '=', familyId('lopes'))
    .executeTakeFirstOrThrow()
  expect(carried.filter((words) => words !== '').length).toBe(4)
  expect(carried.join(' ')).not.toMatch(/Inês|Lopes|Mateus/)
})

test('What was changed, withdrawn, closed and opened again is kept as it was', async () => {
  const revisions = await q.selectFrom('case_revision').select(['of_table', 'family_id', 'version', 'was']).execute()
  const said = (key: string, table: string) =>
    revisions
      .filter(({ family_id, of_table }) => family_id === familyId(key) && of_table === table)
      .toSorted((a, b) => a.version - b.version)
      .map(({ was }) => Object(was) as Record<string, unknown>) // a row, as JSON
  expect(said('adeyemi', 'pattern_entry').map(({ what }) => what)).toContain(
    'He was in charge of the family’s finances and there were arguments about money.',
  )
  expect(said('lopes', 'family').map(({ closed_on }) => closed_on)).toEqual([null, daysAgo(205)])
  expect(await family('lopes')).toMatchObject({ closed_on: null, version: 3 })
  const withdrawn = await q
    .selectFrom('pattern_entry')
    .select(['withdrawn_why', 'version'])
    .where('withdrawn_at', 'is not', null)
    .execute()
  expect(withdrawn).toEqual([{ withdrawn_why: expect.stringContaining('another man'), version: 2 }])
  const forms = await q
    .selectFrom('engagement_form')
    .select(['number', 'corrects', 'state'])
    .where('family_id', '=', familyId('adeyemi'))
    .orderBy('number')
    .execute()
  expect(forms.map(({ corrects }) => corrects)).toEqual([null, null, null, idOf('family', 'adeyemi', 'form', 3)])
})

test('The sealed record names its two people, the tie and the wall are set, one of two emergencies waits', async () => {
  const named = await q.selectFrom('family_seal_person').select('person_id').execute()
  expect(named.map(({ person_id }) => person_id).toSorted()).toEqual(
    [hackney('Helen Fraser'), hackney('Siobhan Keane')].toSorted(),
  )
  const [seal] = await q.selectFrom('family_seal').select(['family_id', 'review_due']).execute()
  expect(seal).toEqual({ family_id: familyId('hartley'), review_due: daysAgo(48 - 90) })
  const [tie] = await q
    .selectFrom('staff_tie as t')
    .innerJoin('person as p', 'p.id', 't.person_id')
    .innerJoin('individual as i', 'i.id', 't.individual_id')
    .select(['p.name as staff', 'i.name as individual'])
    .execute()
  expect(tie?.staff).toBe(tie?.individual)
  expect((await q.selectFrom('family_wall').select('family_id').execute())[0]?.family_id).toBe(familyId('thornton'))
  const opened = await q
    .selectFrom('break_glass')
    .select(['family_id', 'outcome', 'review_due'])
    .orderBy('at')
    .execute()
  expect(opened).toEqual([
    { family_id: familyId('baptiste'), outcome: 'right', review_due: '2026-11-17' },
    { family_id: familyId('doyle'), outcome: '', review_due: '2026-11-23' },
  ])
})

test('Sealed details and files open with the installation’s secret and no other', async () => {
  const authorityId = idOf('organisation', 'Hackney')
  const place = { id: familyId('adeyemi'), authorityId }
  const entry = idOf('family', 'adeyemi', 'vault', 0)
  expect(await readValue({ q }, testSecret, place, entry)).toContain('E99 1AA')
  await expect(readValue({ q }, 'another secret, long enough', place, entry)).rejects.toThrow('does not open')
  const text = await openAttachment({ q }, testSecret, place, idOf('family', 'adeyemi', 'file', 0))
  expect(text?.body.toString()).toContain('The door. T on the stairs.')
  const word = await openAttachment({ q }, testSecret, place, idOf('family', 'adeyemi', 'file', 1))
  expect(word?.body.subarray(0, 2).toString()).toBe('PK')
})

test('Without a secret nothing is sealed, and it is said', async () => {
  const other = await testDatabase('families')
  try {
    const lines: string[] = []
    const loaded = await loadDemonstration({ connection: other.admin, today, log: (line) => lines.push(line) })
    expect(loaded.counts).toMatchObject({ family: stories.length, vault_entry: 0, vault_key: 0, attachment: 0 })
    expect(lines).toContain('Protected details and files are left out: no secret is given')
  } finally {
    await other.drop()
  }
})
