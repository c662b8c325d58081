import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '#test/app.ts'
import { everybody, idOf, organisationId } from '#test/world.ts'
import { peopleModule } from '../index.ts'

let app: TestApp
const [paste, check] = ['/settings/staff/import', '/settings/staff/import/check']

// What a reader reads, without the markup.
const words = (body: string) => body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
const admin = () => app.as('admin@Alder')
const planIn = (body: string) => /name="plan" value="([\w-]+)"/.exec(body)?.[1] ?? ''
const alder = async () =>
  (
    await app.operator.query(
      "select name, team_id is not null as team, ends::text from person where organisation_id = $1 and name not like 'Robin%' order by name",
      [organisationId('Alder')],
    )
  ).rows

beforeAll(async () => {
  app = await testApp({
    routes: peopleModule.routes,
    fill: async (operator) => {
      await operator.query("insert into team (id, organisation_id, name) values ($1, $2, 'MASH')", [
        idOf('mash'),
        organisationId('Alder'),
      ])
      await operator.query(
        "insert into person (organisation_id, name, starts) values ($1, 'Ben Okoro', '2020-01-01')",
        [organisationId('Alder')],
      )
    },
  })
})
afterAll(() => app?.close())

test('A list is brought in by administrators and nobody else; without a list there is nothing to check', async () => {
  for (const who of everybody) {
    const status = who.startsWith('admin@') ? 200 : 404
    expect([who, (await app.as(who).get(paste)).status]).toEqual([who, status])
    expect([who, (await app.as(who).get(check)).status]).toEqual([who, 404])
  }
})

test('A bad line is named with its column, what was pasted stays, and nothing is saved', async () => {
  const { status, body } = await admin().post(paste, {
    list: 'name,team,started\nAnna <b>Lee</b>,Mesh,2025-09-01\nCas Roy,MASH,soon',
  })
  expect(status).toBe(422)
  expect(body).toContain('href="#list"')
  expect(words(body)).toContain('Line 2, team: there is no team called “Mesh”: add it first (and 1 more, listed below)')
  expect(words(body)).toContain('3 started “soon” is not a date')
  expect(body).toContain('Anna &lt;b>Lee&lt;/b>,Mesh')
  expect((await admin().post(paste, { list: ' ' })).body).toContain('Paste the staff list')
  expect((await admin().get(check)).status).toBe(404)
})

test('The check says line by line what will change before anything does', async () => {
  const list =
    'name,job role,team,started,left\n"=SUM(1,2)",Student,MASH,1/9/2025,\nBen Okoro,Team manager,,2020-01-01,31/12/2026'
  expect((await admin().post(paste, { list })).to).toBe(check)
  const text = words((await admin().get(check)).body)
  expect(text).toContain('1 person will be added and 1 person changed.')
  expect(text).toContain('9 people in post are not on this list.')
  expect(text).toContain('2 =SUM(1,2) add Student, MASH')
  expect(text).toContain(
    '3 Ben Okoro change job role: none becomes Team manager; last day: none set becomes 31 December 2026',
  )
  expect(await alder()).toEqual([{ name: 'Ben Okoro', team: false, ends: null }])
  // It waits for its author, not for a colleague.
  expect((await app.as('admin@Birch').get(check)).status).toBe(404)
})

test('What is confirmed is what was seen: where the staff changed in between, nothing is saved', async () => {
  const plan = planIn((await admin().get(check)).body)
  await app.operator.query("update person set job_role = 'Deputy', version = version + 1 where name = 'Ben Okoro'")
  const refused = await admin().post(check, { plan })
  expect(refused.status).toBe(422)
  expect(words(refused.body)).toContain(
    'The staff list has changed since this check was made: look at the changes again',
  )
  expect(words(refused.body)).toContain('job role: Deputy becomes Team manager')
  expect(planIn(refused.body)).not.toBe(plan)
  expect((await alder()).length).toBe(1)
})

test('Confirmed, all of it is saved at once, one time, as text; and the access record says how many', async () => {
  const plan = planIn((await admin().get(check)).body)
  const once = idOf('confirmed twice')
  const replies = await Promise.all([
    admin().post(check, { plan, _once: once }),
    admin().post(check, { plan, _once: once }),
  ])
  expect(replies.map(({ status, to }) => [status, to])).toEqual([
    [303, '/settings/staff'],
    [303, '/settings/staff'],
  ])
  expect((await admin().post(check, { plan, _once: once })).to).toBe('/settings/staff')
  expect((await admin().post(check, { plan })).status).toBe(422)
  expect(await alder()).toEqual([
    { name: '=SUM(1,2)', team: true, ends: null },
    { name: 'Ben Okoro', team: false, ends: '2027-01-01' },
  ])
  const record = await app.operator.query("select reason from record_entry where act = 'staff.imported'")
  expect(record.rows).toEqual([{ reason: '1 added, 1 changed' }])
  expect((await admin().get(check)).status).toBe(404)
})
