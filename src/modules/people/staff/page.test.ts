import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '#test/app.ts'
import { everybody, idOf, organisationId, personId } from '#test/world.ts'
import { seeStaff } from '../access.ts'
import { peopleModule } from '../index.ts'

let app: TestApp

// What a reader reads, without the markup.
const words = (body: string) => body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
const date = (name: string, text: string) => {
  const [year = '', month = '', day = ''] = text.split('-')
  return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year }
}
const rows = async (query: string, values: unknown[] = []) => (await app.operator.query(query, values)).rows

beforeAll(async () => {
  app = await testApp({
    routes: peopleModule.routes,
    fill: async (operator) => {
      await operator.query(
        "insert into team (id, organisation_id, name, closed_on) values ($1, $3, 'MASH', null), ($2, $3, 'Closed team', '2024-04-01'), ($4, $5, 'Birch team', null)",
        [idOf('mash'), idOf('closed'), organisationId('Alder'), idOf('birch team'), organisationId('Birch')],
      )
      await operator.query('update person set team_id = $1 where id = $2', [idOf('mash'), personId('supervisor@Alder')])
      await operator.query(
        "insert into person (organisation_id, name, starts, ends) select $1, 'Former ' || to_char(n, '000'), '2020-01-01', '2024-01-01' from generate_series(1, 51) n",
        [organisationId('Alder')],
      )
    },
  })
})
afterAll(() => app?.close())

describe('the staff list', () => {
  test('opens for the roles of its permission and for nobody else, and who looked is recorded', async () => {
    for (const who of everybody) {
      const opens = seeStaff.roles.some((role) => role === who.split('@')[0])
      expect([who, (await app.as(who).get('/settings/staff')).status]).toEqual([who, opens ? 200 : 404])
    }
    expect((await rows("select count(*)::int as n from record_entry where act = 'staff.listed'"))[0].n).toBe(8)
  })

  test('shows colleagues of one’s own organisation only, and lets only the administrator change them', async () => {
    const admin = (await app.as('admin@Alder').get('/settings/staff')).body
    const supervisor = (await app.as('supervisor@Alder').get('/settings/staff')).body
    expect(words(admin)).toContain('9 people')
    expect(admin).not.toContain('of Birch')
    expect(admin).toContain(`/settings/staff/${personId('lead@Alder')}`)
    expect(words(supervisor)).toContain('9 people')
    expect(supervisor).not.toContain('Change')
    expect(supervisor).not.toContain('Add a member of staff')
  })

  test('filters by team and state, and pages at 50', async () => {
    const text = async (query: string) => words((await app.as('admin@Alder').get(`/settings/staff${query}`)).body)
    expect(await text(`?team=${idOf('mash')}`)).toContain('1 person ')
    expect(await text('?team=none')).toContain('8 people')
    expect(await text('?state=left')).toContain('1 to 50 of 51 people')
    expect(await text('?state=left&page=2')).toContain('51 to 51 of 51 people')
    expect(await text(`?team=${idOf('birch team')}`)).toContain('9 people')
    expect(await text(`?team=${idOf('closed')}`)).toContain('Nobody fits these filters.')
  })
})

describe('a member of staff', () => {
  const right = {
    name: 'Anna <i>Lee</i>',
    jobRole: 'Social worker',
    team: idOf('mash'),
    ...date('started', '2025-09-01'),
    ...date('left', ''),
  }
  const add = (change: object = {}) => app.as('admin@Alder').post('/settings/staff/add', { ...right, ...change })

  test('is refused with everything that is wrong, at its field', async () => {
    const { status, body } = await add({ name: '', team: idOf('birch team'), ...date('left', '2025-08-31') })
    expect(status).toBe(422)
    for (const message of [
      'Enter their full name',
      'Select a team, or that they have none',
      'Last day in post must be the same as or after 1 September 2025, the first day',
    ])
      expect(body).toContain(`>${message}</a>`)
    expect(body).toContain('value="Social worker"')
    for (const [, id] of body.matchAll(/href="#([\w-]+)"/g)) expect(body).toContain(`id="${id}"`)
    expect((await add({ team: idOf('closed') })).status).toBe(422)
    expect((await add({ name: `x${String.fromCharCode(7)}y` })).body).toContain(
      'Full name must not have characters that cannot be printed',
    )
    expect((await add({ surprise: 'x' })).body).toContain('This page has changed since you opened it.')
  })

  test('is added once, escaped, and can be changed and left', async () => {
    const once = idOf('sent twice')
    expect((await Promise.all([add({ _once: once }), add({ _once: once })])).map(({ status }) => status)).toEqual([
      303, 303,
    ])
    const [found, ...others] = await rows("select id, version from person where name like 'Anna%'")
    expect([found.version, others.length]).toEqual([1, 0])
    const url = `/settings/staff/${found.id}`
    const page = (await app.as('admin@Alder').get(url)).body
    expect(page).toContain('Anna &lt;i>Lee')
    expect(page).toContain('name="_version" value="1"')
    const left = { ...right, name: 'Anna Lee', team: 'none', ...date('left', '2026-03-31'), _version: '1' }
    expect((await app.as('admin@Alder').post(url, left)).status).toBe(303)
    expect(await rows('select name, team_id, ends::text from person where id = $1', [found.id])).toEqual([
      { name: 'Anna Lee', team_id: null, ends: '2026-04-01' },
    ])
    const stale = await app.as('admin@Alder').post(url, { ...left, name: 'My Anna' })
    expect(stale.status).toBe(409)
    expect(words(stale.body)).toContain('Last day in post 31 March 2026')
    expect(stale.body).toContain('value="My Anna"')
    expect(
      await rows("select act, subject_id from record_entry where subject_id = $1 and act like 'staff.%' order by seq", [
        found.id,
      ]),
    ).toEqual([
      { act: 'staff.added', subject_id: found.id },
      { act: 'staff.opened', subject_id: found.id },
      { act: 'staff.changed', subject_id: found.id },
    ])
  })

  test('of another organisation is not found, to read or to change', async () => {
    const url = `/settings/staff/${personId('lead@Birch')}`
    expect((await app.as('admin@Alder').get(url)).status).toBe(404)
    expect((await app.as('admin@Alder').post(url, { ...right, _version: '1' })).status).toBe(404)
    expect((await app.as('supervisor@Alder').get(`/settings/staff/${personId('lead@Alder')}`)).status).toBe(404)
  })
})

describe('teams', () => {
  const post = (url: string, fields: Record<string, string>) => app.as('admin@Alder').post(url, fields)

  test('are listed with how many are in them, for the administrator alone', async () => {
    for (const who of everybody)
      expect([who, (await app.as(who).get('/settings/teams')).status]).toEqual([
        who,
        who.startsWith('admin@') ? 200 : 404,
      ])
    const text = words((await app.as('admin@Alder').get('/settings/teams')).body)
    expect(text).toContain('2 teams')
    expect(text).toContain('MASH 1 open Rename or close MASH Closed team 0 closed 1 April 2024')
  })

  test('have a name of their own', async () => {
    expect((await post('/settings/teams/add', { name: ' mash ' })).body).toContain(
      'There is a team called MASH already',
    )
    expect((await post('/settings/teams/add', { name: 'CLOSED team' })).body).toContain(
      'A closed team is called Closed team',
    )
    expect((await post('/settings/teams/add', { name: '' })).body).toContain('Enter the name of the team')
    expect((await post('/settings/teams/add', { name: 'Birch team' })).status).toBe(303)
  })

  test('are closed when nobody is in them, and a stale form shows what somebody else saved', async () => {
    const url = `/settings/teams/${idOf('mash')}`
    const closing = { name: 'MASH', ...date('closed', '2026-01-31'), _version: 'open MASH' }
    expect((await post(url, closing)).body).toContain(
      '1 person is still in this team: move them first, or enter their last day',
    )
    expect((await post(url, { ...closing, name: 'Front door', ...date('closed', '') })).status).toBe(303)
    const stale = await post(url, closing)
    expect([stale.status, words(stale.body).includes('Name of the team Front door')]).toEqual([409, true])
    await app.operator.query('update person set team_id = null where team_id = $1', [idOf('mash')])
    expect((await post(url, { ...closing, _version: 'open Front door' })).status).toBe(303)
    expect((await post(`/settings/teams/${idOf('birch team')}`, closing)).status).toBe(404)
  })
})
