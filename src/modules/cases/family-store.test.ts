import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '#test/app.ts'
import { familyId, makeFamilies } from '#test/cases.ts'
import type { Who } from '#test/world.ts'
import { readFamily } from './family-store.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp({ routes: [], fill: makeFamilies })
})
afterAll(() => app.close())

const seenBy = async (who: Who) => {
  const seen: string[] = []
  for (const key of ['ashworth', 'osei', 'sealed', 'birch'] as const)
    if (await app.read(who, (db) => readFamily(db, familyId(key)))) seen.push(key)
  return seen
}

describe('A family', () => {
  test.each([
    ['practitioner@Alder', ['ashworth']],
    ['supervisor@Alder', ['ashworth']],
    ['champion@Alder', ['sealed']],
    ['lead@Alder', ['ashworth', 'osei']],
    ['quality@Alder', ['ashworth', 'osei']],
    ['borough_lead@Alder', ['ashworth', 'osei', 'sealed']],
    ['practitioner@Birch', ['birch']],
    ['lead@Birch', ['birch']],
  ] as const)('%s sees what is theirs', async (who, seen) => {
    expect(await seenBy(who)).toEqual(seen)
  })

  test('comes with its people in order and who works with it', async () => {
    const family = await app.read('supervisor@Alder', (db) => readFamily(db, familyId('ashworth')))
    expect(family?.people.map(({ name, part }) => `${name}: ${part}`)).toEqual([
      'Mia Price: child',
      'Darren Ashworth: perpetrator',
      'Leanne Price: victim_survivor',
      'Joan Ashworth: other',
    ])
    expect(family?.workers).toEqual([
      { personId: expect.any(String), name: 'Robin practitioner of Alder', kind: 'key worker' },
    ])
    expect(family).toMatchObject({ team: 'North team', sealed: false, engagementDue: '2026-02-02', engagedOn: null })
  })
})
