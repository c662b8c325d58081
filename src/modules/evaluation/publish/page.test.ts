import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '#test/app.ts'
import { everybody } from '#test/world.ts'
import { evaluationModule } from '../index.ts'

let app: TestApp

beforeAll(async () => {
  app = await testApp({ routes: evaluationModule.routes })
})
afterEach(() => app.operator.query('update term set published_on = null, version = 1 where number = 2'))
afterAll(() => app?.close())

const publishedOn = async () =>
  (await app.operator.query('select published_on, version from term where number = 2')).rows[0]

it('the project manager publishes a term: everybody can read it, and the record says who did it', async () => {
  const project = app.as('project')
  const page = await project.get('/report/2/publish')
  expect(page.body).toContain('everybody can read it')
  const sent = await project.post('/report/2/publish', { decision: 'publish', version: '1' })
  expect([sent.status, sent.to]).toEqual([303, '/report/2'])
  expect((await app.nobody.get('/report/2')).status).toBe(200)
  const { rows } = await app.operator.query(
    `select subject_id, reason from record_entry where act = 'report.publication-changed'`,
  )
  expect(rows).toEqual([{ subject_id: 'grove 2', reason: 'published' }])
})

it('and takes it back', async () => {
  const project = app.as('project')
  await project.post('/report/2/publish', { decision: 'publish', version: '1' })
  expect((await project.get('/report/2/publish')).body).toContain('a page that does not exist')
  await project.post('/report/2/publish', { decision: 'take back', version: '2' })
  expect(await publishedOn()).toEqual({ published_on: null, version: 3 })
  expect((await app.nobody.get('/report/2')).status).toBe(404)
})

it('a decision on what has changed meanwhile changes nothing and says so', async () => {
  await app.operator.query('update term set version = 5 where number = 2')
  const sent = await app.as('project').post('/report/2/publish', { decision: 'publish', version: '1' })
  expect(sent.status).toBe(422)
  expect(sent.body).toContain('Somebody changed this term in the meantime')
  expect(sent.body).toContain('name="version" value="5"')
  expect((await publishedOn()).published_on).toBeNull()
})

it.each([
  [{ version: '1' }, 'Choose whether to publish the report or to take it back'],
  [{ decision: 'burn', version: '1' }, 'Choose whether to publish the report or to take it back'],
  [{ decision: 'publish', version: 'x' }, 'Load this page again'],
  [{ decision: 'publish', version: '1', published_on: '1999-01-01' }, ''],
])('what is sent otherwise is refused: %o', async (fields, message) => {
  const sent = await app.as('project').post('/report/2/publish', fields)
  expect(sent.status).toBe(422)
  expect(sent.body).toContain(message)
  expect((await publishedOn()).published_on).toBeNull()
})

it('nobody else may', async () => {
  for (const who of everybody.filter((one) => one !== 'project')) {
    expect((await app.as(who).get('/report/2/publish')).status).toBe(404)
    expect((await app.as(who).post('/report/2/publish', { decision: 'publish', version: '1' })).status).toBe(404)
  }
  expect((await app.nobody.get('/report/2/publish')).to).toContain('/sign-in')
  expect((await publishedOn()).published_on).toBeNull()
})

it('there is nothing to decide about a term that is not there', async () => {
  expect((await app.as('project').get('/report/77/publish')).status).toBe(404)
})
