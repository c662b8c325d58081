import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { homeModule } from '#modules/home/index.ts'
import { type TestApp, testApp } from '#test/app.ts'
import { everybody, idOf, organisationId, partnershipId } from '#test/world.ts'
import { seeReturns } from '../access.ts'
import { indicatorsModule } from '../index.ts'
import { readAllReturns, readOwnReturns } from '../store.ts'

let app: TestApp

type Send = (borough: string, indicator: string, events: number | null, starts?: string, ends?: string) => Promise<void>
const sendBy =
  (operator: pg.Client): Send =>
  async (borough, indicator, events, starts = '2021-07-01', ends = '2022-07-01') => {
    const id = idOf(`${borough} ${indicator} ${starts}`)
    await operator.query(
      'insert into change_return (id, partnership_id, authority_id, starts, ends, indicator, collected) values ($1, $2, $3, $4, $5, $6, $7)',
      [id, partnershipId, organisationId(borough), starts, ends, indicator, events !== null],
    )
    await operator.query(
      `insert into change_event (authority_id, return_id, on_date, child_reference) select $1, $2, $3, 'child ' || n from generate_series(1, $4) n`,
      [organisationId(borough), id, starts, events ?? 0],
    )
  }

// What a reader reads, without the markup.
const words = (body: string) => body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

beforeAll(async () => {
  app = await testApp({
    routes: [...indicatorsModule.routes, ...homeModule(indicatorsModule.home ?? []).routes],
    fill: async (operator) => {
      const send = sendBy(operator)
      await send('Alder', 'identified at referral', 30)
      await send('Alder', 'identified after assessment', 10)
      await send('Alder', 'child protection plan', 4)
      await send('Alder', 'taken into care', null)
    },
  })
})
afterAll(() => app?.close())

test('A borough reads its own returns in the order of the partnership’s table, and nothing of another', async () => {
  const lines = await app.read('lead@Alder', (db) => readOwnReturns(db, organisationId('Alder')))
  expect(lines.map(({ indicator, events }) => [indicator, events])).toEqual([
    ['identified at referral', 30],
    ['identified after assessment', 10],
    ['child protection plan', 4],
    ['taken into care', null],
  ])
  expect(await app.read('lead@Birch', (db) => readOwnReturns(db, organisationId('Alder')))).toEqual([])
  await expect(app.read('quality@Alder', (db) => readOwnReturns(db, organisationId('Alder')))).rejects.toThrow(
    /permission denied/,
  )
})

test('From 1 to 5 children are withheld from everybody outside the borough, and the database sends no number', async () => {
  const lines = await app.read('evaluator', (db) => readAllReturns(db, partnershipId, 2))
  expect(lines.find(({ indicator }) => indicator === 'child protection plan')).toMatchObject({
    events: null,
    withheld: true,
  })
  const all = words((await app.as('project').get('/change-data/returned?term=1')).body)
  expect(all).toContain('Alder July 2021 to June 2022 30 10 40 withheld not collected')
  const own = words((await app.as('lead@Alder').get('/change-data/returned/figures')).body)
  expect(own).toContain('30 10 40 4 of 40')
})

test('The partnership’s roles count a return in the term in which it ends', async () => {
  expect((await app.read('evaluator', (db) => readAllReturns(db, partnershipId, 2))).length).toBe(4)
  expect(await app.read('evaluator', (db) => readAllReturns(db, partnershipId, 0))).toEqual([])
  await expect(app.read('project', (db) => readOwnReturns(db, organisationId('Alder')))).rejects.toThrow(
    /permission denied/,
  )
})

test.each(['/change-data/returned', '/change-data/returned/figures'])(
  '%s opens for the roles of its permission and for nobody else',
  async (url) => {
    for (const who of everybody) {
      const opens = seeReturns.roles.some((role) => role === who.split('@')[0])
      expect([who, (await app.as(who).get(url)).status]).toEqual([who, opens ? 200 : 404])
    }
  },
)

test('The list says what is not collected and what then, and filters by term and indicator', async () => {
  const list = words((await app.as('lead@Alder').get('/change-data/returned')).body)
  expect(list).toContain('4 indicators returned')
  expect(list).toContain('July 2021 to June 2022 not collected not collected Agree from when it can be collected')
  const filtered = words(
    (await app.as('lead@Alder').get('/change-data/returned?term=1&indicator=taken+into+care')).body,
  )
  expect(filtered).toContain('1 indicator returned')
  expect((await app.as('lead@Alder').get('/change-data/returned?term=2')).body).toContain(
    'No return fits these filters.',
  )
  expect((await app.as('lead@Birch').get('/change-data/returned')).body).toContain(
    'Your borough has sent in no change data yet.',
  )
})

test('The figures print shares with base and interval, and name who sent nothing', async () => {
  const own = words((await app.as('borough_lead@Alder').get('/change-data/returned/figures')).body)
  expect(own).toContain('July 2021 to June 2022 30 10 40 4 of 40 (4% to 23%) not collected')
  expect(own).toContain('No return has come for Year 2, which ended on 31 July 2023.')
  const all = words((await app.as('project').get('/change-data/returned?term=2')).body)
  expect(all).toContain('No return has come from Alder, Birch for Year 2, which ended on 31 July 2023.')
})

test('The partnership’s roles open on the last term with a return, and see one borough over time', async () => {
  const all = words((await app.as('project').get('/change-data/returned')).body)
  expect(all).toContain('Year 1, August 2021 to July 2022, the last term with a return')
  expect(all).toContain('No return has come from Birch for Year 1, which ended on 31 July 2022.')
  expect(all).toContain('Alder July 2021 to June 2022 30 10 40')
  const one = words((await app.as('evaluator').get(`/change-data/returned?borough=${organisationId('Alder')}`)).body)
  expect(one).toContain('Cases in which domestic abuse was a factor, Alder')
  expect(one).toContain('July 2021 to June 2022 30 10 40')
})

test('Home asks for the return of the last term where none was ever sent, and does not say that one is in', async () => {
  const text = words((await app.as('lead@Birch').get('/')).body)
  expect(text).toContain('Due No change data for Year 2, which ended on 31 July 2023')
  expect(text).not.toMatch(/all four indicators|No change data for Year 1/)
})

test('A few returns over time are dots with their numbers: no line, and no word of a direction', async () => {
  const send = sendBy(app.operator)
  await send('Birch', 'identified at referral', 24, '2022-01-01', '2022-07-01')
  await send('Birch', 'identified at referral', 30, '2023-04-01', '2023-07-01')
  await send('Birch', 'child protection plan', 3, '2023-04-01', '2023-07-01')
  const { body } = await app.as('lead@Birch').get('/change-data/returned/figures')
  expect(body.match(/<circle/g)).toHaveLength(3)
  expect(body).not.toContain('<polyline')
  expect(words(body)).toContain('New cases a month. 2 returns so far: too few to speak of a direction')
  expect(words(body)).toContain('June 2022 4.0; June 2023 10.')
  expect(words(body)).toContain('3, base not available')
  expect(words(body)).not.toMatch(/increase|decrease|risen|fallen|more than before/i)
})

test('Home says what the latest return lacks', async () => {
  const birch = words((await app.as('lead@Birch').get('/')).body)
  expect(birch).toContain('Due 2 of the 4 indicators missing from the return for April 2023 to June 2023')
  expect(birch).not.toContain('No change data')
  const alder = words((await app.as('lead@Alder').get('/')).body)
  expect(alder).toContain('Due No change data for Year 2, which ended on 31 July 2023')
  expect(alder).toContain('1 of the 4 indicators not collected in Alder')
})
