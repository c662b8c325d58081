import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '#test/app.ts'
import { familyId, makeFamilies } from '#test/cases.ts'
import type { Who } from '#test/world.ts'
import { countDue } from '../worklists/store.ts'
import { dueLines } from './sections.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp({ routes: [], fill: makeFamilies })
  await app.operator.query(
    "update family set engaged_on = access.today(), goals = 1, efforts = 2, form_since = '2026-02-01' where id = $1",
    [familyId('ashworth')],
  )
})
afterAll(() => app?.close())

const lines = (who: Who) => app.read(who, async (db) => dueLines(await countDue(db)))

describe('families on Home', () => {
  test('say what is due in one’s own, and nothing of what is done', async () => {
    expect(await lines('practitioner@Alder')).toEqual([
      { text: '1 engagement form is half done', href: '/families/worklists?list=form#list', due: false },
    ])
  })

  test('count the borough without what is hidden', async () => {
    const texts = async (who: Who) => (await lines(who)).map(({ text }) => text)
    expect(await texts('lead@Alder')).toEqual([
      '1 family has had no attempt to engage for 28 days',
      '1 engagement form is half done',
      '1 plan asks nothing of the perpetrator',
      '1 family has no protective effort recorded',
    ])
    expect(await texts('borough_lead@Alder')).toContain('2 families have had no attempt to engage for 28 days')
  })
})
