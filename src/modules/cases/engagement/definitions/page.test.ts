import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '#test/app.ts'
import { familyId, makeFamilies } from '#test/cases.ts'
import { everybody, type Who } from '#test/world.ts'
import { engagementRoutes } from '../routes.ts'
import { standard1 } from '../standard.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp({ routes: engagementRoutes, fill: makeFamilies })
})
afterAll(() => app?.close())

const settings = '/settings/engagement-form'
const lead = () => app.as('lead@Alder')
const question = {
  section: 'spoken-impact',
  label: 'Was a <b>family group</b> conference offered?',
  hint: '',
  kind: 'yes-no',
  options: '',
  whyNot: 'yes',
  note: 'Adopted by the board in May',
}
const base = `/families/${familyId('ashworth')}/engagement`
const begin = async (who: Who, of = base) => (await app.as(who).post(`${of}/start`)).to ?? 'none'

test('Implementation leads shape the form of their borough, project managers keep guidance, and nobody else', async () => {
  for (const who of everybody)
    for (const [url, role] of [
      [settings, 'lead'],
      [`${settings}/add`, 'lead'],
      [`${settings}/take-up`, 'lead'],
      [`${settings}/definition.json`, 'lead'],
      ['/settings/guidance', 'project'],
      ['/settings/guidance/add', 'project'],
    ] as const)
      expect([who, url, (await app.as(who).get(url)).status]).toEqual([who, url, who.startsWith(role) ? 200 : 404])
  expect((await app.as('supervisor@Alder').post(`${settings}/add`, question)).status).toBe(404)
})

test.each([
  ['no page', { section: '' }, 'Select the page'],
  ['a page that there is not', { section: '__proto__' }, 'Select the page'],
  ['no wording', { label: ' ' }, 'Enter the question'],
  ['no kind', { kind: 'script' }, 'Select what kind of answer it takes'],
  ['a list without options', { kind: 'choice', whyNot: [], options: 'One' }, 'Enter two options or more'],
  ['options without a list', { options: 'One\nTwo' }, 'only one of a list has them'],
  ['why not of a text', { kind: 'text' }, 'Only a yes or no question can ask why not'],
  ['no reason', { note: '' }, 'Say why the question is added'],
])('A question is refused with what is wrong: %s', async (_what, change, says) => {
  const reply = await lead().post(`${settings}/add`, { ...question, ...change })
  expect([reply.status, reply.body.includes(says)]).toEqual([422, true])
})

test('A borough adds a question: forms already begun keep their version, the next ones ask it, other boroughs do not', async () => {
  const form = await begin('practitioner@Alder')
  expect((await lead().post(`${settings}/add`, question)).to).toBe(settings)
  const list = (await lead().get(settings)).body
  expect(list).toContain('Adopted by the board in May')
  expect(list).toContain('Was a &lt;b>family group&lt;/b> conference offered?')
  expect((await app.as('practitioner@Alder').get(`${form}/sections/spoken-impact`)).body).not.toContain('family group')
  await app.operator.query("update engagement_form set state = 'given up' where id = $1", [form.split('/').at(-1)])
  const next = await begin('practitioner@Alder')
  const page = await app.as('practitioner@Alder').get(`${next}/sections/spoken-impact`)
  expect(page.body).toContain('Was a &lt;b>family group&lt;/b> conference offered?')
  const fields = { seen: '0', 'q-spoken-impact': 'yes', 'q-own-was-a-b-family-group-b-conference-offere': 'no' }
  expect((await app.as('practitioner@Alder').post(`${next}/sections/spoken-impact`, fields)).body).toContain(
    'Say why not',
  )
  const reason = { ...fields, 'w-own-was-a-b-family-group-b-conference-offere': 'Not yet' }
  expect((await app.as('practitioner@Alder').post(`${next}/sections/spoken-impact`, reason)).status).toBe(303)
  const birch = await begin('practitioner@Birch', `/families/${familyId('birch')}/engagement`)
  expect((await app.as('practitioner@Birch').get(`${birch}/sections/spoken-impact`)).body).not.toContain('family group')
  expect((await app.as('lead@Birch').get(settings)).body).not.toContain('family group')
})

test('Two questions added from pages that were open at the same time are both there', async () => {
  const add = (label: string) => lead().post(`${settings}/add`, { ...question, label })
  await Promise.all([add('Same words?'), add('Same words?')])
  const { body } = await lead().get(`${settings}/definition.json`)
  expect(body.match(/"key": "own-same-words(-2)?"/g)).toHaveLength(2)
})

test('A form is exported as a file and taken up by another borough after a look at what changes', async () => {
  const exported = await lead().get(`${settings}/definition.json`)
  expect(exported.headers['content-disposition']).toContain('engagement-form.json')
  const birch = app.as('lead@Birch')
  expect((await birch.get(`${settings}/take-up/check`)).status).toBe(404)
  const { to = 'none' } = await birch.post(`${settings}/take-up`, { json: exported.body })
  const { body } = await birch.get(to)
  expect(body).toContain('conference offered?')
  expect(body).toContain('New')
  const mark = /name="mark" value="([^"]+)"/.exec(body)?.[1] ?? 'none'
  expect((await birch.get(`${settings}/definition.json`)).body).toBe(`${JSON.stringify(standard1, null, 2)}\n`)
  expect((await birch.post(to, { mark: 'another', note: 'Alder’s' })).status).toBe(422)
  expect((await birch.post(to, { mark, note: '' })).status).toBe(422)
  expect((await birch.post(to, { mark, note: 'Alder’s form' })).to).toBe(settings)
  expect((await birch.get(`${settings}/definition.json`)).body).toBe(exported.body)
})

test.each([
  ['nothing', ' ', 'Paste the form'],
  ['no JSON', '{"format"', 'Line 1, character 10: this is not JSON'],
  ['a script in a key', JSON.stringify({ ...standard1, '<script>': 1 }), 'nobody knows what &lt;script> means'],
  ['__proto__', JSON.stringify(standard1).replace('{', '{"__proto__":{},'), 'nobody knows what __proto__ means'],
  ['more than 200 kB', JSON.stringify({ ...standard1, title: 'é'.repeat(120_000) }), '200 kB or smaller'],
])('A hostile form is refused with the place: %s', async (_what, json, says) => {
  const reply = await app.as('lead@Birch').post(`${settings}/take-up`, { json })
  expect([reply.status, reply.body.includes(says)]).toEqual([422, true])
  expect(reply.body).not.toContain('<script>"')
})

test('The partnership links its guidance, and it stands beside the question', async () => {
  const project = app.as('project')
  const link = {
    question: 'plan-actions',
    title: 'Choose to Change toolkit',
    url: 'https://grove.example/toolkit?a=1&b=2',
  }
  for (const url of ['', 'http://grove.example/', 'javascript:alert(1)', 'https://u:p@grove.example/'])
    expect([url, (await project.post('/settings/guidance/add', { ...link, url })).status]).toEqual([url, 422])
  expect((await project.post('/settings/guidance/add', link)).to).toBe('/settings/guidance')
  const list = (await project.get('/settings/guidance')).body
  const change = /\/settings\/guidance\/[0-9a-f-]{36}/.exec(list)?.[0] ?? 'none'
  const page = async () =>
    (await app.as('practitioner@Alder').get(`${await begin('practitioner@Alder')}/sections/plan-actions`)).body
  expect(await page()).toContain('href="https://grove.example/toolkit?a=1&amp;b=2"')
  expect(await page()).toContain('Perpetrator case planning grid. Ask your implementation lead')
  const version = /name="_version" value="([^"]+)"/.exec((await project.get(change)).body)?.[1] ?? 'none'
  const moved = { title: link.title, url: 'https://grove.example/moved' }
  expect((await app.as('lead@Alder').post(change, { ...moved, _version: version })).status).toBe(404)
  expect((await project.post(change, { ...moved, _version: version })).to).toBe('/settings/guidance')
  expect(await page()).toContain('https://grove.example/moved')
  const clash = await project.post(change, {
    ...link,
    url: 'https://grove.example/mine',
    question: [],
    _version: version,
  })
  expect([clash.status, clash.body.includes('https://grove.example/moved')]).toEqual([409, true])
  const now = /name="_version" value="([^"]+)"/.exec((await project.get(change)).body)?.[1] ?? 'none'
  expect((await project.post(change, { ...moved, remove: 'yes', _version: now })).to).toBe('/settings/guidance')
  expect(await page()).not.toContain('grove.example')
  expect((await project.get(change)).status).toBe(404)
})
