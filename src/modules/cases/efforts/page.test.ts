import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, formatDate, londonDate } from '#platform/dates.ts'
import { type TestApp, testApp } from '#test/app.ts'
import { familyId, individualId, makeFamilies } from '#test/cases.ts'
import { everybody, organisationId, personId, type Who } from '#test/world.ts'
import { effortActs, effortRoutes } from './routes.ts'

const leanne = individualId('Leanne Price')
const mia = individualId('Mia Price')
const list = `/families/${familyId('ashworth')}/efforts`
const today = londonDate(new Date())
const date = (name: string, day: string) => {
  const [y = '', m = '', d = ''] = day.split('-')
  return { [`${name}-day`]: d, [`${name}-month`]: m, [`${name}-year`]: y }
}

let app: TestApp
beforeAll(async () => {
  app = await testApp({
    routes: effortRoutes,
    async fill(operator) {
      await makeFamilies(operator)
      await operator.query('begin; set local role tl_loader')
      await operator.query("insert into individual (id, authority_id, name) values ($1, $2, 'Noah Price')", [
        individualId('Noah Price'),
        organisationId('Alder'),
      ])
      await operator.query(
        "insert into family_individual (authority_id, family_id, individual_id, part, sort) values ($1, $2, $3, 'child', 9)",
        [organisationId('Alder'), familyId('ashworth'), individualId('Noah Price')],
      )
      await operator.query('commit')
    },
  })
})
afterAll(() => app?.close())

const worker = () => app.as('practitioner@Alder')
const words = (body: string) =>
  body
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll(/\s+/g, ' ')
const rows = async (query: string, values: unknown[] = []) => (await app.operator.query(query, values)).rows
type Fields = Record<string, string | readonly string[]>
const good: Fields = { survivor: leanne, kind: 'safety', what: 'Sleeps on the floor of <b>the room</b>', children: mia }
const add = (over: Fields = {}) => worker().post(`${list}/add`, { ...good, ...over })
const idOfEffort = async () => (await rows('select id from protective_effort'))[0].id

const readers: readonly Who[] = ['lead@Alder', 'quality@Alder', 'borough_lead@Alder']
const writers: readonly Who[] = ['practitioner@Alder', 'supervisor@Alder']

describe('Protective efforts', () => {
  test('are seen by those who see the family and written by those who work with it', async () => {
    for (const who of everybody) {
      const sees = readers.includes(who) || writers.includes(who)
      expect([who, (await app.as(who).get(list)).status]).toEqual([who, sees ? 200 : 404])
      expect([who, (await app.as(who).get(`${list}/add`)).status]).toEqual([who, writers.includes(who) ? 200 : 404])
      if (!writers.includes(who)) expect((await app.as(who).post(`${list}/add`, good)).status).toBe(404)
    }
    expect(await rows('select 1 from protective_effort')).toEqual([])
  })

  test('that are not there yet are a gap in the record, and the page teaches what to look for', async () => {
    const text = words((await worker().get(list)).body)
    expect(text).toContain('That is a gap in the record, not in what is done for the children.')
    expect(text).toContain('Mia Price : safety nothing recorded yet , stability nothing recorded yet')
    expect(text).toContain('Look for: comforting, playing')
    expect(words((await app.as('lead@Alder').get(list)).body)).not.toContain('Add a protective effort')
  })

  test.each([
    [{ what: '' }, 'what', 'Enter what was done'],
    [{ kind: '' }, 'kind', 'Select safety, stability, nurture or healing'],
    [{ survivor: individualId('Darren Ashworth') }, 'survivor', 'Select who did it'],
    [{ children: individualId('Kwame Osei') }, 'children', 'Select from the list'],
    [date('seen', addDays(today, 1)), 'seen-day', 'The day it was seen must be today or in the past'],
    [date('told', addDays(today, 1)), 'told-day', 'The day it was said must be today or in the past'],
  ] as [Fields, string, string][])('are refused where something is wrong: %j', async (over, field, message) => {
    const { status, body } = await add(over)
    expect(status).toBe(422)
    expect(body).toContain(`href="#${field}"`)
    expect(words(body)).toContain(message)
    expect(await rows('select 1 from protective_effort')).toEqual([])
  })

  test('are kept by child and kind, escaped, with who recorded them', async () => {
    expect((await add(date('seen', '2026-02-01'))).to).toBe(list)
    expect(
      await rows(
        'select survivor_id, children, kind, seen_on::text, acknowledged_on, recorded_by from protective_effort',
      ),
    ).toEqual([
      {
        survivor_id: leanne,
        children: [mia],
        kind: 'safety',
        seen_on: '2026-02-01',
        acknowledged_on: null,
        recorded_by: personId('practitioner@Alder'),
      },
    ])
    const { body } = await worker().get(list)
    const text = words(body)
    expect(text).toContain('Sleeps on the floor of <b>the room</b>')
    expect(body).not.toContain('<b>the room')
    expect(text).toContain('Leanne Price, for Mia Price. Seen: 1 February 2026. How it is known: not recorded')
    expect(text).toContain('Mia Price : safety 1 recorded, stability nothing recorded yet')
    expect(text).toContain('Noah Price : safety nothing recorded yet')
    expect(text).toContain('1 of 1 has not been acknowledged yet.')
    expect(await rows('select efforts from family where id = $1', [familyId('ashworth')])).toEqual([{ efforts: 1 }])
  })

  test('are acknowledged with one press, today unless another day is entered', async () => {
    const url = `${list}/${await idOfEffort()}/told`
    expect((await worker().get(list)).body).toContain(`href="${url}"`)
    const page = (await worker().get(url)).body
    expect(words(page)).toContain('I told Leanne Price that we see this')
    expect(page).toMatch(new RegExp(`<input[^>]*name="told-year"[^>]*value="${today.slice(0, 4)}"`))
    for (const who of ['lead@Alder', 'practitioner@Birch', 'champion@Alder'] as const)
      expect((await app.as(who).post(url, { ...date('told', today), _version: '1' })).status).toBe(404)
    expect((await worker().post(url, { ...date('told', addDays(today, 2)), _version: '1' })).status).toBe(422)
    expect((await worker().post(url, { ...date('told', today), _version: '1' })).to).toBe(list)
    const text = words((await app.as('quality@Alder').get(list)).body)
    expect(text).toContain(`Acknowledged: ${formatDate(today)}`)
    expect(text).not.toContain('I told Leanne Price')
    expect((await worker().post(url, { ...date('told', today), _version: '1' })).status).toBe(409)
  })

  test('are changed without losing what somebody else saved', async () => {
    const url = `${list}/${await idOfEffort()}`
    const fields = { ...good, ...date('seen', '2026-02-01'), ...date('told', today), children: [] }
    expect(
      (await app.as('supervisor@Alder').post(url, { ...fields, what: 'Keeps a bag ready', _version: '2' })).to,
    ).toBe(list)
    const stale = await worker().post(url, { ...fields, what: 'My words', _version: '2' })
    expect(stale.status).toBe(409)
    expect(words(stale.body)).toContain('What was done Keeps a bag ready')
    expect(stale.body).toContain('>My words</textarea>')
    expect(words((await worker().get(list)).body)).toContain('for all the children')
    expect(words((await worker().get(list)).body)).toContain('Noah Price : safety 1 recorded')
  })

  test('are withdrawn with a reason, and stay readable', async () => {
    const url = `${list}/${await idOfEffort()}`
    const withdrawn = await worker().post(url, { ...good, withdrawnWhy: 'It was <i>another</i> family', _version: '3' })
    expect(withdrawn.to).toBe(list)
    const { body } = await worker().get(list)
    expect(words(body)).toContain('It was <i>another</i> family')
    expect(body).not.toContain('<i>another')
    expect(words(body)).toContain('safety nothing recorded yet')
    expect((await worker().get(`${url}/told`)).status).toBe(404)
    expect(await rows('select efforts from family where id = $1', [familyId('ashworth')])).toEqual([{ efforts: 0 }])
    const acts = await rows("select distinct act from record_entry where act like 'family.effort%'")
    expect(acts.map(({ act }) => act).sort()).toEqual(Object.keys(effortActs).sort())
  })
})
