import { afterAll, beforeAll, expect, test } from 'vitest'
import { localDate } from '#platform/dates.ts'
import { type TestApp, testApp } from '#test/app.ts'
import { everybody, idOf, partnershipId } from '#test/world.ts'
import { seeHub } from '../access.ts'
import { hubModule } from '../index.ts'
import { readPageViews } from '../store.ts'

let app: TestApp
const elsewhere = idOf('another partnership')

// What a reader reads, without the markup.
const words = (body: string) => body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

beforeAll(async () => {
  app = await testApp({
    routes: hubModule.routes,
    fill: async (operator) => {
      await operator.query("insert into partnership (id, name, slug) values ($1, 'Meadow partnership', 'meadow')", [
        elsewhere,
      ])
      await operator.query(
        `insert into hub_page (id, partnership_id, section, title, sort) values
          ($1, $4, 'Resources', 'Mapping <b>tool</b>', 1), ($2, $4, 'Training', 'Core', 2), ($3, $5, 'Resources', 'Elsewhere', 1)`,
        [idOf('tool'), idOf('core'), idOf('elsewhere'), partnershipId, elsewhere],
      )
      await operator.query(
        `insert into hub_page_day (partnership_id, page_id, on_date, views) values
          ($1, $2, '2022-07-31', 1200), ($1, $2, '2022-08-01', 34), ($1, $3, '2022-09-01', 0), ($4, $5, '2022-09-01', 9)`,
        [partnershipId, idOf('tool'), idOf('core'), elsewhere, idOf('elsewhere')],
      )
    },
  })
})
afterAll(() => app?.close())

test('Views are counted by the day they fall in; a page without a counted day has none, which is not 0', async () => {
  const yearOne = { starts: localDate('2021-08-01'), ends: localDate('2022-08-01') }
  const views = async (during: typeof yearOne | null) =>
    (await app.read('lead@Alder', (db) => readPageViews(db, partnershipId, during))).map((page) => page.views)
  expect(await views(yearOne)).toEqual([1200, null])
  expect(await views({ starts: yearOne.ends, ends: localDate('2023-08-01') })).toEqual([34, 0])
  expect(await views(null)).toEqual([1234, 0])
})

test('Both boroughs read the same, and nobody the pages of another partnership', async () => {
  for (const who of ['lead@Alder', 'borough_lead@Birch', 'training', 'project', 'evaluator'] as const) {
    expect((await app.read(who, (db) => readPageViews(db, partnershipId, null))).length).toBe(2)
    expect(await app.read(who, (db) => readPageViews(db, elsewhere, null))).toEqual([])
  }
})

test.each(['/hub', '/hub/figures'])('%s opens for the roles of its permission and for nobody else', async (url) => {
  for (const who of everybody) {
    const opens = seeHub.roles.some((role) => role === who.split('@')[0])
    expect([who, (await app.as(who).get(url)).status]).toEqual([who, opens ? 200 : 404])
  }
})

test('The list says how often and when, filters by section, and escapes titles', async () => {
  const { body } = await app.as('lead@Alder').get('/hub?section=Resources&term=1')
  expect(body).toContain('Mapping &lt;b>tool')
  expect(words(body)).toContain('1 page ')
  expect(words(body)).toContain('Resources 1,200 31 July 2022 to 31 July 2022')
  expect(words((await app.as('lead@Alder').get('/hub?term=1')).body)).toContain(
    'Core Training not available not counted then',
  )
})

test('The figures keep 0 apart from not available', async () => {
  const text = words((await app.as('evaluator').get('/hub/figures?term=1')).body)
  expect(text).toContain('was viewed most: 1,200 of 1,200 views in Year 1')
  expect(text).toContain('Training 1 not available 0')
})
