import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '#test/app.ts'
import { everybody, idOf, organisationId, partnershipId } from '#test/world.ts'
import { seeRounds } from '../access.ts'
import { auditsModule } from '../index.ts'
import { readAllRounds, readOwnRounds } from '../store.ts'

let app: TestApp

// What a reader reads, without the markup.
const words = (body: string) => body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

beforeAll(async () => {
  app = await testApp({
    routes: auditsModule.routes,
    fill: async (operator) => {
      const hold = async (borough: string, wave: number, cases: number, sample: string, state = 'held') => {
        const id = idOf(`round ${borough} ${wave}`)
        await operator.query(
          'insert into audit_round (id, partnership_id, authority_id, wave, state, sample) values ($1, $2, $3, $4, $5, $6)',
          [id, partnershipId, organisationId(borough), wave, state, sample],
        )
        await operator.query(
          "insert into audit_case (authority_id, round_id, reference) select $1, $2, 'case ' || n from generate_series(1, $3) n",
          [organisationId(borough), id, cases],
        )
      }
      await hold('Alder', 1, 20, '<i>random</i>')
      await hold('Alder', 2, 0, '', 'planned and not completed')
      await hold('Alder', 3, 10, 'random')
      await hold('Birch', 1, 5, 'chosen')
    },
  })
})
afterAll(() => app?.close())

test('A borough reads its own rounds, the latest first where nothing is due, and none of another', async () => {
  const rounds = await app.read('quality@Alder', (db) => readOwnRounds(db, organisationId('Alder')))
  expect(rounds.map(({ wave, cases }) => [wave, cases])).toEqual([
    [3, 10],
    [2, 0],
    [1, 20],
  ])
  expect(await app.read('quality@Alder', (db) => readOwnRounds(db, organisationId('Birch')))).toEqual([])
  await expect(app.read('supervisor@Alder', (db) => readOwnRounds(db, organisationId('Alder')))).rejects.toThrow(
    /permission denied/,
  )
})

test('The partnership’s roles count every borough’s rounds without opening one', async () => {
  const rounds = await app.read('evaluator', (db) => readAllRounds(db, partnershipId))
  expect(rounds.map(({ borough, wave, cases }) => [borough, wave, cases])).toEqual([
    ['Alder', 1, 20],
    ['Alder', 2, 0],
    ['Alder', 3, 10],
    ['Birch', 1, 5],
  ])
  await expect(app.read('project', (db) => readOwnRounds(db, organisationId('Alder')))).rejects.toThrow(
    /permission denied/,
  )
})

test.each(['/audits', '/audits/figures'])(
  '%s opens for the roles of its permission and for nobody else',
  async (url) => {
    for (const who of everybody) {
      const opens = seeRounds.roles.some((role) => role === who.split('@')[0])
      expect([who, (await app.as(who).get(url)).status]).toEqual([who, opens ? 200 : 404])
    }
  },
)

test('The list says state and what next, escapes, and filters by state', async () => {
  const { body } = await app.as('quality@Alder').get('/audits')
  expect(words(body)).toContain('3 rounds')
  expect(body).toContain('&lt;i>random')
  expect(words(body)).toContain('not completed planned and not completed Nothing due: wave 3 was held since')
  expect(words((await app.as('lead@Alder').get('/audits?state=open')).body)).toContain('1 round ')
  expect((await app.as('lead@Birch').get('/audits?state=open')).body).toContain('Every round was completed.')
})

test('The figures warn where few files were read and never print a round that fell through as 0', async () => {
  const all = words((await app.as('project').get('/audits')).body)
  expect(all).toContain('3 of 4 rounds were held, with 35 case files read.')
  expect(all).toContain('Birch Baseline (wave 1) 5 cases: direction only')
  expect(all).toContain('Follow-up (wave 2) 0 1 not available')
  const chosen = words((await app.as('evaluator').get(`/audits?borough=${organisationId('Birch')}`)).body)
  expect(chosen).toContain(
    '1 round Every round, Birch Round Case files read Sample Birch Baseline (wave 1) 5 cases: direction only',
  )
  expect(chosen).not.toContain('Alder Baseline')
  const own = words((await app.as('quality@Birch').get('/audits/figures')).body)
  expect(own).toContain('1 of 1 rounds were held, with 5 case files read.')
  expect(own).not.toContain('Alder')
})
