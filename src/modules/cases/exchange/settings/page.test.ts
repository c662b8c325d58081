import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, addMonths, londonDate } from '#platform/dates.ts'
import { type TestApp, testApp } from '#test/app.ts'
import { familyId, makeFamilies } from '#test/cases.ts'
import { everybody } from '#test/world.ts'
import { readFamily } from '../../family-store.ts'
import { paths } from '../../paths.ts'
import { exchangeRoutes } from '../routes.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp({ routes: exchangeRoutes, fill: makeFamilies })
})
afterAll(() => app.close())

const [page, add] = [paths.caseSystem.to(), paths.addKey.to()]
const boxes = (day: string) => {
  const [year = '', month = '', date = ''] = day.split('-')
  return { 'until-day': date, 'until-month': month, 'until-year': year }
}
const today = londonDate(new Date())
const inAYear = boxes(addMonths(today, 12))
const keyIn = (body: string) => /tl_[\w-]{43}/.exec(body)?.[0] ?? ''
const ask = (key: string) =>
  app.server.inject({
    method: 'GET',
    url: '/api/v1/families?caseNumber=CMS-ashworth',
    headers: { authorization: `Bearer ${key}` },
  })
const rows = async (text: string) => (await app.operator.query(text)).rows

test('only administrators find the pages', async () => {
  for (const who of everybody) {
    const expected = who.startsWith('admin@') ? 200 : 404
    for (const url of [page, add]) expect((await app.as(who).get(url)).status, `${url} as ${who}`).toBe(expected)
  }
})

test('a key is shown once, works, and only its hash is kept', async () => {
  const made = await app.as('admin@Alder').post(add, { name: 'Nightly <b>run</b>', ...inAYear })
  expect(made.status).toBe(200)
  const key = keyIn(made.body)
  expect(key).toHaveLength(46)
  expect(made.cookies).toEqual([])
  expect((await ask(key)).json().families).toHaveLength(1)
  const list = await app.as('admin@Alder').get(page)
  expect(list.body).toContain('Nightly &lt;b>run&lt;/b>')
  expect(keyIn(list.body)).toBe('')
  const [kept] = await rows(
    `select encode(token_sha, 'hex') as sha, k::text as all from api_key k where name like 'Nightly%'`,
  )
  expect(kept.sha).toBe(createHash('sha256').update(key).digest('hex'))
  expect(kept.all).not.toContain(key)
  expect(app.logged.join('\n')).not.toContain(key)
})

test('sent twice, one key is made, and it is shown the first time only', async () => {
  const fields = { name: 'Twice', _once: '00000000-0000-4000-8000-000000000001', ...inAYear }
  const first = await app.as('admin@Alder').post(add, fields)
  const second = await app.as('admin@Alder').post(add, fields)
  expect([keyIn(first.body).length, keyIn(second.body), second.status]).toEqual([46, '', 303])
  expect(await rows(`select 1 from api_key where name = 'Twice'`)).toHaveLength(1)
})

test('another borough’s administrator neither sees a key nor ends it', async () => {
  const key = keyIn((await app.as('admin@Alder').post(add, { name: 'Of Alder', ...inAYear })).body)
  const [{ id }] = await rows(`select id from api_key where name = 'Of Alder'`)
  expect((await app.as('admin@Birch').get(page)).body).not.toContain('Of Alder')
  expect((await app.as('admin@Birch').get(paths.endKey.to({ entryId: id }))).status).toBe(404)
  expect((await app.as('admin@Birch').post(paths.endKey.to({ entryId: id }))).status).toBe(404)
  expect((await ask(key)).statusCode).toBe(200)
})

test('an ended key opens nothing from that moment', async () => {
  const key = keyIn((await app.as('admin@Alder').post(add, { name: 'To end', ...inAYear })).body)
  const [{ id }] = await rows(`select id from api_key where name = 'To end'`)
  expect((await ask(key)).statusCode).toBe(200)
  expect((await app.as('admin@Alder').post(paths.endKey.to({ entryId: id }))).to).toBe(page)
  expect((await ask(key)).statusCode).toBe(401)
  expect(await rows(`select act, subject_id from record_entry where act = 'case-system.key-ended'`)).toEqual([
    { act: 'case-system.key-ended', subject_id: id },
  ])
})

test.each<[string, Record<string, string>, string]>([
  ['no name', { name: '', ...inAYear }, 'Enter what the key is for'],
  ['no day', { name: 'x' }, 'Enter the last day'],
  ['a day gone by', { name: 'x', ...boxes(addDays(today, -1)) }, 'must be today or in the future'],
  ['more than two years', { name: 'x', ...boxes(addDays(addMonths(today, 24), 1)) }, 'two years at most'],
])('%s makes no key, and the page says how to mend it', async (_what, fields, message) => {
  const [before] = await rows('select count(*) as n from api_key')
  const reply = await app.as('admin@Alder').post(add, fields)
  expect([reply.status, keyIn(reply.body)]).toEqual([422, ''])
  expect(reply.body).toContain(message)
  expect(await rows('select count(*) as n from api_key')).toEqual([before])
})

test('the address of the case system leads from a family to its record there', async () => {
  const url = 'https://cases.example.gov.uk/record/{id}?tab=1'
  expect((await app.as('admin@Alder').post(page, { url, _version: 'none' })).to).toBe(page)
  const family = await app.read('practitioner@Alder', (db) => readFamily(db, familyId('ashworth')))
  expect(family?.cmsUrl).toBe('https://cases.example.gov.uk/record/CMS-ashworth?tab=1')
  const late = await app.as('admin@Alder').post(page, { url: 'https://other.example.gov.uk/{id}', _version: 'none' })
  expect(late.status).toBe(409)
  expect(late.body).toContain('https://cases.example.gov.uk/record/{id}?tab=1')
  expect((await app.as('admin@Birch').get(page)).body).not.toContain('cases.example.gov.uk/record/{id}?tab=1')
})

test.each([
  '',
  'http://cases.example.gov.uk/{id}',
  'https://cases.example.gov.uk/',
  'https://{id}.example.gov.uk/',
  'https://a:b@cases.example.gov.uk/{id}',
  'javascript:alert({id})',
])('%j is no address of a record', async (url) => {
  const reply = await app.as('admin@Alder').post(page, { url, _version: 'none' })
  expect(reply.status).toBe(422)
  expect(reply.body).toContain('begins with https://')
})
