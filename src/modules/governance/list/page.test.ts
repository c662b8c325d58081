import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '#test/app.ts'
import { everybody, idOf, partnershipId } from '#test/world.ts'
import { seeGroups } from '../access.ts'
import { governanceModule } from '../index.ts'

let app: TestApp

beforeAll(async () => {
  app = await testApp({ routes: governanceModule.routes })
})
afterAll(() => app?.close())

describe('the list of groups', () => {
  test('teaches what a group is while there is none', async () => {
    expect((await app.as('project').get('/governance')).body).toContain('There are no groups yet.')
  })

  test('opens for the roles of its permission and for nobody else', async () => {
    for (const who of everybody) {
      const opens = seeGroups.roles.some((each) => each === who.split('@')[0])
      expect([who, (await app.as(who).get('/governance')).status]).toEqual([who, opens ? 200 : 404])
    }
    expect((await app.nobody.get('/governance')).to).toBe('/sign-in?next=%2Fgovernance')
  })

  test('says of each group who sits in it, escaped, and pages at 50', async () => {
    await app.operator.query(
      `insert into governance_group (id, partnership_id, name, meets, sort) values ($1, $2, 'Steering <b>', 'monthly', 1)`,
      [idOf('steering'), partnershipId],
    )
    await app.operator.query(
      `insert into governance_seat (partnership_id, group_id, holder, sort) values ($1, $2, '<i>chair</i>', 1)`,
      [partnershipId, idOf('steering')],
    )
    await app.operator.query(
      `insert into governance_group (partnership_id, name, meets, sort) select $1, 'Group ' || n, 'weekly', n from generate_series(2, 51) n`,
      [partnershipId],
    )
    const { body } = await app.as('lead@Birch').get('/governance')
    expect(body).toContain('1 to 50 of 51 groups')
    expect(body).toContain('Steering &lt;b>')
    expect(body).not.toContain('<i>chair')
    expect(body).toMatch(/Group 2<.*?missing.*?nobody in it/s)
    expect((await app.as('lead@Birch').get('/governance?page=2')).body).toContain('51 to 51 of 51 groups')
  })
})
