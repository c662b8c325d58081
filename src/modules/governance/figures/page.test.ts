import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '#test/app.ts'
import { everybody, idOf, partnershipId } from '#test/world.ts'
import { seeGroups } from '../access.ts'
import { governanceModule } from '../index.ts'

let app: TestApp

/** What the row of this heading says, cell by cell. */
const rowOf = (body: string, heading: string): string[] => {
  const row = body.split('<tr').find((each) => each.includes(`${heading}</th>`)) ?? ''
  return [...row.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell = '']) => cell.replaceAll(/<[^>]*>/g, '').trim())
}

beforeAll(async () => {
  app = await testApp({
    routes: governanceModule.routes,
    fill: async (operator) => {
      await operator.query(
        `insert into governance_group (id, partnership_id, name, meets, sort) values
          ($1, $3, 'Steering', 'every two weeks', 1), ($2, $3, 'Champions', 'when needed', 2)`,
        [idOf('steering'), idOf('champions'), partnershipId],
      )
      await operator.query(
        `insert into governance_seat (partnership_id, group_id, holder, sort) values
          ($1, $2, 'evaluators', 1), ($1, $2, '<i>chair</i>', 2), ($1, $3, 'evaluators', 1)`,
        [partnershipId, idOf('steering'), idOf('champions')],
      )
    },
  })
})
afterAll(() => app?.close())

describe('the figures of governance', () => {
  test('open for the roles of their permission and for nobody else', async () => {
    for (const who of everybody) {
      const opens = seeGroups.roles.some((each) => each === who.split('@')[0])
      expect([who, (await app.as(who).get('/governance/figures')).status]).toEqual([who, opens ? 200 : 404])
    }
  })

  test('count seats and meetings by the rhythm, and never say 0 for what is not known', async () => {
    const { body } = await app.as('project').get('/governance/figures')
    expect(rowOf(body, 'Steering')).toEqual(['2', '26', 'not collected'])
    expect(rowOf(body, 'Champions')).toEqual(['1', 'not known', 'not collected'])
  })

  test('say who sits where, with the base, escaped', async () => {
    const { body } = await app.as('borough_lead@Alder').get('/governance/figures')
    expect(rowOf(body, 'evaluators')).toEqual(['has a seat', 'has a seat', '2 of 2'])
    expect(rowOf(body, '&lt;i>chair&lt;/i>')).toEqual(['has a seat', 'no seat', '1 of 2'])
  })
})
