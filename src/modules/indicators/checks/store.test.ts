import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '#test/app.ts'
import { idOf } from '#test/world.ts'
import { readPublished } from './store.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp({
    routes: [],
    fill: async (operator) => {
      await operator.query("insert into published_file (id, source, name, sha256) values ($1, 'c1', 'c1.csv', $2)", [
        idOf('file'),
        Buffer.alloc(32),
      ])
      await operator.query(
        `insert into published_figure (authority_code, year, name, file_id, status, value) values
          ('901', 2024, 'referral_count', $1, 'shown', 3782), ('901', 2024, 'rereferral_count', $1, 'c', null),
          ('901', 2023, 'referral_count', $1, 'shown', 0), ('902', 2024, 'referral_count', $1, 'shown', 99),
          ('901', 2023, 'Something_else', $1, 'shown', 5)`,
        [idOf('file')],
      )
    },
  })
})
afterAll(() => app.close())

it.each(['analyst@Alder', 'lead@Alder', 'borough_lead@Birch'] as const)('%s reads what was published', async (who) => {
  const published = await app.read(who, (db) => readPublished(db, '901'))
  expect([...published.keys()]).toEqual([2023, 2024])
  expect(Object.fromEntries(published.get(2024) ?? [])).toEqual({ referral_count: 3782, rereferral_count: 'c' })
  // Zero is a number, and a name that nothing is held against is left out.
  expect(Object.fromEntries(published.get(2023) ?? [])).toEqual({ referral_count: 0 })
})

it('of an authority of which nothing was loaded there is nothing', async () => {
  expect((await app.read('analyst@Alder', (db) => readPublished(db, '903'))).size).toBe(0)
})

it.each(['practitioner@Alder', 'project', 'evaluator', 'admin@Alder'] as const)('%s has no use for it', async (who) => {
  await expect(app.read(who, (db) => readPublished(db, '901'))).rejects.toThrow(/permission denied/)
})

it('nobody who signs in may change it', async () => {
  const insert = app.write('analyst@Alder', async ({ q }) =>
    q.updateTable('published_figure').set({ value: 1 }).execute(),
  )
  await expect(insert).rejects.toThrow(/permission denied/)
})
