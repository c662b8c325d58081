import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '#test/app.ts'
import { evaluationModule } from '../index.ts'

let app: TestApp

beforeAll(async () => {
  app = await testApp({
    routes: evaluationModule.routes,
    fill: async (operator) => {
      const { rows } = await operator.query(
        `insert into partnership (name, slug) values ('Heath partnership', 'heath') returning id`,
      )
      await operator.query(
        `insert into term (partnership_id, number, name, starts, ends, published_on) values
          ($1, 1, 'First', '2021-01-01', '2022-01-01', '2022-02-01'), ($1, 2, 'Second', '2022-01-01', '2023-01-01', null)`,
        [rows[0]?.id],
      )
    },
  })
})
afterAll(() => app?.close())

it('the public chooses among partnerships, and every link keeps the choice', async () => {
  const list = await app.nobody.get('/report')
  expect(list.body).toContain('href="/report/1?partnership=heath"')
  expect(list.body).toContain('href="/report/1?partnership=grove"')
  const report = await app.nobody.get('/report/1?partnership=heath')
  expect(report.body).toContain('Report: First')
  expect(report.body).toContain('href="/report/1/document.docx?partnership=heath"')
  expect(report.body).toContain('href="/report/1/tables/table-6?partnership=heath"')
})

it('without a choice there is no telling which report is meant', async () => {
  expect((await app.nobody.get('/report/1')).status).toBe(404)
  expect((await app.nobody.get('/report/1?partnership=nowhere')).status).toBe(404)
})

it('those of one partnership read their own and no other’s', async () => {
  const own = await app.as('evaluator').get('/report/2')
  expect(own.body).toContain('Report: Year 2')
  for (const who of ['evaluator', 'project', 'training'] as const)
    expect((await app.as(who).get('/report/2?partnership=heath')).status).toBe(404)
  expect((await app.nobody.get('/report/2?partnership=heath')).status).toBe(404)
})
