import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '#test/app.ts'
import { practiceLanguageModule } from '../../index.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp({ routes: practiceLanguageModule.routes })
})
afterAll(() => app?.close())

const url = '/wording-rules/guidance/label'
const good = { title: 'Alder language guide', url: 'https://alder.gov.example/guide', reason: 'Adopted in May' }
const lead = () => app.as('lead@Alder')

test.each(['', 'alder.gov.example', 'http://alder.gov.example', 'javascript:alert(1)', 'https://u:p@alder.example'])(
  'An address that a reader cannot safely follow is refused: “%s”',
  async (address) => {
    expect((await lead().post(url, { ...good, url: address })).status).toBe(422)
  },
)

test('A borough names its guidance for a category, and takes it away again', async () => {
  expect((await lead().post(url, good)).to).toBe('/wording-rules')
  const { body } = await app.as('practitioner@Alder').get('/wording-rules')
  expect(body).toContain('href="https://alder.gov.example/guide"')
  expect((await app.as('practitioner@Birch').get('/wording-rules')).body).not.toContain('alder.gov.example')
  const end = /\/wording-rules\/label\/changes\/[0-9a-f-]+\/end/.exec((await lead().get(url)).body)?.[0] ?? ''
  expect((await lead().post(end, { reason: 'It has moved' })).to).toBe('/wording-rules')
  expect((await app.as('practitioner@Alder').get('/wording-rules')).body).not.toContain('alder.gov.example')
})

test('There is no guidance for what is no category', async () => {
  expect((await lead().get('/wording-rules/guidance/zebra')).status).toBe(404)
})
