import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, londonDate } from '#platform/dates.ts'
import { type TestApp, testApp } from '#test/app.ts'
import { accountId } from '#test/world.ts'
import { practiceLanguageModule } from '../../index.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp({ routes: practiceLanguageModule.routes })
})
afterAll(() => app?.close())

const rule = '/wording-rules/mu.da-between'
const boxes = (date: string) => {
  const [year, month, day] = date.split('-')
  return { 'last-day': day ?? '', 'last-month': month ?? '', 'last-year': year ?? '' }
}
const today = londonDate(new Date())
const lead = () => app.as('lead@Alder')

test('A rule is switched off with a reason, or not at all', async () => {
  const none = await lead().post(`${rule}/switch-off`, { reason: '  ' })
  expect(none.status).toBe(422)
  expect(none.body).toContain('Enter the reason: everybody in the borough can read it')
  const early = await lead().post(`${rule}/switch-off`, { reason: '<i>Why</i>', ...boxes(addDays(today, -1)) })
  expect(early.body).toContain('Last day must be today or later')
  expect(early.body).toContain('&lt;i>Why&lt;/i>')
  const odd = await lead().post(`${rule}/switch-off`, { reason: 'Why', 'last-day': '99' })
  expect(odd.status).toBe(422)
})

test('It is silent in this borough until the last day, and the decision is in the access record', async () => {
  const last = addDays(today, 180)
  const sent = await lead().post(`${rule}/switch-off`, { reason: 'The board adopted a policy', ...boxes(last) })
  expect(sent.to).toBe(rule)
  expect((await app.as('practitioner@Alder').get(rule)).body).toContain('The board adopted a policy')
  expect((await app.as('practitioner@Birch').get(rule)).body).not.toContain('The board adopted a policy')
  const { rows } = await app.operator.query('select ends::text from wording_overlay')
  expect(rows).toEqual([{ ends: addDays(last, 1) }])
  const line = await app.operator.query(
    "select account_id, subject_id, reason from record_entry where act = 'wording.rule-switched-off'",
  )
  expect(line.rows).toEqual([
    { account_id: accountId('lead@Alder'), subject_id: 'mu.da-between', reason: 'The board adopted a policy' },
  ])
  // It is off already.
  expect((await lead().get(`${rule}/switch-off`)).status).toBe(404)
})

test('It is switched on again with a reason, by a lead of the borough', async () => {
  const link =
    /\/wording-rules\/mu\.da-between\/changes\/[0-9a-f-]+\/end/.exec((await lead().get(rule)).body)?.[0] ?? ''
  expect((await app.as('lead@Birch').get(link)).status).toBe(404)
  expect((await app.as('supervisor@Alder').post(link, { reason: 'x' })).status).toBe(404)
  expect((await lead().post(link, { reason: '' })).body).toContain('Enter the reason')
  expect((await lead().post(link, { reason: 'The policy was withdrawn' })).to).toBe(rule)
  expect((await app.as('practitioner@Alder').get(rule)).body).not.toContain('switched off')
  const { body } = await lead().get(rule)
  expect(body).toContain('The board adopted a policy')
  expect(body).toContain('The policy was withdrawn')
  expect((await lead().get(link)).status).toBe(404)
})

test('How a rule prompts is changed with a reason', async () => {
  const level = (fields: Record<string, string>) => lead().post('/wording-rules/mu.couple-argue/level', fields)
  expect((await level({ level: 'concern', reason: 'Why' })).body).toContain('The rule prompts like this already')
  expect((await level({ level: 'loud', reason: 'Why' })).body).toContain('Select how the rule prompts')
  expect((await level({ level: 'prompt', reason: 'Too often wrong here' })).to).toBe('/wording-rules/mu.couple-argue')
  const { body } = await app.as('champion@Alder').get('/wording-rules/mu.couple-argue')
  expect(body).toContain('changed here')
  expect(body).toContain('A question, shown on request')
})
