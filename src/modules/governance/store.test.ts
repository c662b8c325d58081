import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '#test/app.ts'
import { idOf, partnershipId } from '#test/world.ts'
import { readGroups } from './store.ts'

let app: TestApp
const elsewhere = idOf('another partnership')

beforeAll(async () => {
  app = await testApp({
    routes: [],
    fill: async (operator) => {
      await operator.query("insert into partnership (id, name, slug) values ($1, 'Meadow partnership', 'meadow')", [
        elsewhere,
      ])
      await operator.query(
        `insert into governance_group (id, partnership_id, name, meets, sort) values
          ($1, $4, 'Steering', 'monthly', 2), ($2, $4, 'Operational', 'weekly', 1), ($3, $5, 'Board', 'monthly', 1)`,
        [idOf('steering'), idOf('operational'), idOf('board'), partnershipId, elsewhere],
      )
      await operator.query(
        `insert into governance_seat (partnership_id, group_id, holder, sort) values
          ($1, $2, 'evaluators', 2), ($1, $2, 'project manager', 1), ($3, $4, 'chair', 1)`,
        [partnershipId, idOf('steering'), elsewhere, idOf('board')],
      )
    },
  })
})
afterAll(() => app?.close())

test('Groups and their seats come in their own order; a group without seats has none', async () => {
  const groups = await app.read('lead@Alder', (db) => readGroups(db, partnershipId))
  expect(groups.map(({ name, holders }) => [name, holders])).toEqual([
    ['Operational', []],
    ['Steering', ['project manager', 'evaluators']],
  ])
})

test('Both boroughs read the same, and nobody another partnership', async () => {
  for (const who of ['lead@Birch', 'borough_lead@Alder', 'project', 'evaluator'] as const) {
    expect((await app.read(who, (db) => readGroups(db, partnershipId))).length).toBe(2)
    expect(await app.read(who, (db) => readGroups(db, elsewhere))).toEqual([])
  }
})
