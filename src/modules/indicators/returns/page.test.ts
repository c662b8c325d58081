import { afterAll, beforeAll, expect, test } from 'vitest'
import { homeModule } from '#modules/home/index.ts'
import { type TestApp, testApp } from '#test/app.ts'
import { everybody, idOf, organisationId, partnershipId } from '#test/world.ts'
import { seeReturns } from '../access.ts'
import { indicatorsModule } from '../index.ts'
import { readAllReturns, readOwnReturns } from '../store.ts'

let app: TestApp
const everything = (borough: string) => ({ authorityId: organisationId(borough), endsIn: null, indicator: null })

// What a reader reads, without the markup.
const words = (body: string) => body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

beforeAll(async () => {
  app = await testApp({
    routes: [...indicatorsModule.routes, ...homeModule(indicatorsModule.home ?? []).routes],
    fill: async (operator) => {
      const send = async (borough: string, indicator: string, events: number | null) => {
        const id = idOf(`${borough} ${indicator}`)
        await operator.query(
          `insert into change_return (id, partnership_id, authority_id, starts, ends, indicator, collected) values ($1, $2, $3, '2021-07-01', '2022-07-01', $4, $5)`,
          [id, partnershipId, organisationId(borough), indicator, events !== null],
        )
        await operator.query(
          `insert into change_event (authority_id, return_id, on_date, child_reference) select $1, $2, '2021-09-01', 'child ' || n from generate_series(1, $3) n`,
          [organisationId(borough), id, events ?? 0],
        )
      }
      await send('Alder', 'identified at referral', 30)
      await send('Alder', 'identified after assessment', 10)
      await send('Alder', 'child protection plan', 4)
      await send('Alder', 'taken into care', null)
    },
  })
})
afterAll(() => app?.close())

test('A borough reads its own returns in the order of the partnership’s table, and nothing of another', async () => {
  const lines = await app.read('lead@Alder', (db) => readOwnReturns(db, everything('Alder')))
  expect(lines.map(({ indicator, events }) => [indicator, events])).toEqual([
    ['identified at referral', 30],
    ['identified after assessment', 10],
    ['child protection plan', 4],
    ['taken into care', null],
  ])
  expect(await app.read('lead@Birch', (db) => readOwnReturns(db, everything('Alder')))).toEqual([])
  await expect(app.read('quality@Alder', (db) => readOwnReturns(db, everything('Alder')))).rejects.toThrow(
    /permission denied/,
  )
})

test('The partnership’s roles count a return in the term in which it ends', async () => {
  expect((await app.read('evaluator', (db) => readAllReturns(db, partnershipId, 1))).length).toBe(4)
  expect(await app.read('evaluator', (db) => readAllReturns(db, partnershipId, 2))).toEqual([])
  await expect(app.read('project', (db) => readOwnReturns(db, everything('Alder')))).rejects.toThrow(
    /permission denied/,
  )
})

test.each(['/change-data', '/change-data/figures'])(
  '%s opens for the roles of its permission and for nobody else',
  async (url) => {
    for (const who of everybody) {
      const opens = seeReturns.roles.some((role) => role === who.split('@')[0])
      expect([who, (await app.as(who).get(url)).status]).toEqual([who, opens ? 200 : 404])
    }
  },
)

test('The list says what is not collected and what then, and filters by term and indicator', async () => {
  const list = words((await app.as('lead@Alder').get('/change-data')).body)
  expect(list).toContain('4 indicators returned')
  expect(list).toContain('July 2021 to June 2022 not collected not collected Agree from when it can be collected')
  const filtered = words((await app.as('lead@Alder').get('/change-data?term=1&indicator=taken+into+care')).body)
  expect(filtered).toContain('1 indicator returned')
  expect((await app.as('lead@Alder').get('/change-data?term=2')).body).toContain('No return fits these filters.')
  expect((await app.as('lead@Birch').get('/change-data')).body).toContain(
    'Your borough has sent in no change data yet.',
  )
})

test('The figures print shares with base and interval, and name who sent nothing', async () => {
  const own = words((await app.as('borough_lead@Alder').get('/change-data/figures')).body)
  expect(own).toContain('July 2021 to June 2022 30 10 40 4 of 40 (4% to 23%) not collected')
  const all = words((await app.as('project').get('/change-data?term=1')).body)
  expect(all).toContain('No return so far from Birch.')
  expect(all).toContain('Alder July 2021 to June 2022 30 10 40')
})

test('Home says which term has no return, and how many indicators are not collected', async () => {
  expect(words((await app.as('lead@Birch').get('/')).body)).toContain(
    'Due No change data for Year 2, which ended on 31 July 2023',
  )
})
