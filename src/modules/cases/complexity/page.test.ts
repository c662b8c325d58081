import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '#test/app.ts'
import { familyId, individualId, makeFamilies } from '#test/cases.ts'
import { everybody, type Who } from '#test/world.ts'
import { complexityActs, complexityRoutes } from './routes.ts'

const list = `/families/${familyId('ashworth')}/complexity`
let app: TestApp
beforeAll(async () => {
  app = await testApp({ routes: complexityRoutes, fill: makeFamilies })
})
afterAll(() => app?.close())

const worker = () => app.as('practitioner@Alder')
const words = (body: string) =>
  body
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll(/\s+/g, ' ')
const rows = async (query: string, values: unknown[] = []) => (await app.operator.query(query, values)).rows
const good = {
  individual: individualId('Leanne Price'),
  kind: 'mental health',
  link: 'outcome of the abuse',
  what: 'Has not slept since he <b>waits outside</b>',
}
const add = (over: Partial<typeof good> = {}) => worker().post(`${list}/add`, { ...good, ...over })
const readers: readonly Who[] = ['lead@Alder', 'quality@Alder', 'borough_lead@Alder']
const writers: readonly Who[] = ['practitioner@Alder', 'supervisor@Alder']

describe('Complexity', () => {
  test('is seen by those who see the family and written by those who work with it', async () => {
    for (const who of everybody) {
      const sees = readers.includes(who) || writers.includes(who)
      expect([who, (await app.as(who).get(list)).status]).toEqual([who, sees ? 200 : 404])
      expect([who, (await app.as(who).get(`${list}/add`)).status]).toEqual([who, writers.includes(who) ? 200 : 404])
      if (!writers.includes(who)) expect((await app.as(who).post(`${list}/add`, good)).status).toBe(404)
    }
    expect(words((await worker().get(list)).body)).toContain('No complexity is recorded yet.')
    expect((await app.as('lead@Alder').get(list)).body).not.toContain('complexity/add')
  })

  test.each([
    [{ individual: individualId('Abena Osei') }, 'individual', 'Select whom it is about'],
    [{ kind: 'temper' }, 'kind', 'Select what it is'],
    [{ link: '' }, 'link', 'Select what it has to do with the abuse'],
    [{ what: ' ' }, 'what', 'Enter how it shows'],
  ])('is refused where something is wrong: %j', async (over, field, message) => {
    const { status, body } = await add(over)
    expect(status).toBe(422)
    expect(body).toContain(`href="#${field}"`)
    expect(words(body)).toContain(message)
    expect(body).not.toContain('Abena')
    expect(await rows('select 1 from complexity')).toEqual([])
  })

  test('says what it has to do with the abuse, escaped', async () => {
    expect((await add()).to).toBe(list)
    const { body } = await worker().get(list)
    expect(words(body)).toContain(
      'Mental health Leanne Price An outcome of the abuse Has not slept since he <b>waits outside</b> not recorded Robin practitioner of Alder',
    )
    expect(body).not.toContain('<b>waits')
    expect((await app.as('quality@Alder').get(list)).body).not.toMatch(/complexity\/[0-9a-f]{8}/)
  })

  test('is changed without losing what somebody else saved, and withdrawn with a reason', async () => {
    const url = `${list}/${(await rows('select id from complexity'))[0].id}`
    for (const who of ['lead@Alder', 'practitioner@Birch', 'champion@Alder'] as const)
      expect((await app.as(who).post(url, { ...good, _version: '1' })).status).toBe(404)
    expect((await worker().get(`/families/${familyId('birch')}/complexity/${url.split('/').at(-1)}`)).status).toBe(404)
    const link = 'used by the perpetrator'
    expect((await app.as('supervisor@Alder').post(url, { ...good, link, _version: '1' })).to).toBe(list)
    const stale = await worker().post(url, { ...good, what: 'Mine', _version: '1' })
    expect(stale.status).toBe(409)
    expect(words(stale.body)).toContain('What it has to do with the abuse Used by the perpetrator')
    expect(stale.body).toContain('>Mine</textarea>')
    expect((await worker().post(url, { ...good, withdrawnWhy: 'Written <i>twice</i>', _version: '2' })).to).toBe(list)
    const { body } = await worker().get(list)
    expect(words(body)).toContain('Written <i>twice</i>')
    expect(body).not.toContain('<i>twice')
    expect(body).not.toContain(url)
    expect((await rows('select count(*)::int as n from case_revision'))[0].n).toBe(2)
    const acts = await rows("select distinct act from record_entry where act like 'family.complexity%'")
    expect(acts.map(({ act }) => act).sort()).toEqual(Object.keys(complexityActs).sort())
  })
})
