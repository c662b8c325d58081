import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Person } from '#platform/access/actor.ts'
import { type TestApp, testApp } from '#test/app.ts'
import { accountId, everybody, organisationId, type Who } from '#test/world.ts'
import { practiceLanguageModule } from '../../index.ts'
import { saveAnswer } from '../store.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp({ routes: practiceLanguageModule.routes })
  await answer('practitioner@Alder', '<b>Quoted</b> from the order', true)
  await answer('champion@Alder', 'The rival groups are not a family', true)
  await answer('practitioner@Alder', 'For myself', false)
})
afterAll(() => app?.close())

const answer = (who: Who, reason: string, offered: boolean) => {
  const organisation = organisationId(who.split('@')[1] ?? '')
  const person = { accountId: accountId(who), grant: { organisationId: organisation } } as Person // as much as an answer needs
  return app.write(who, (db) => saveAnswer(db, person, { ruleId: 'mu.da-between', reason, offered }))
}

test('The lead of the borough reads what was offered by rule, with counts, and without any writer', async () => {
  const { body } = await app.as('lead@Alder').get('/wording-answers')
  expect(body).toContain('2 answers, 2 waiting')
  expect(body).toContain('&lt;b>Quoted&lt;/b> from the order')
  expect(body).not.toContain('For myself')
  expect(body).not.toMatch(/Robin (?!lead)/)
  expect((await app.as('lead@Birch').get('/wording-answers')).body).toContain('No answers have been offered yet')
})

test('Nobody else opens it', async () => {
  for (const who of everybody.filter((each) => !each.startsWith('lead@')))
    expect([who, (await app.as(who).get('/wording-answers')).status]).toEqual([who, 404])
})

const outcomeLink = async () =>
  /\/wording-answers\/[0-9a-f-]{36}/.exec((await app.as('lead@Alder').get('/wording-answers')).body)?.[0] ?? ''

test('An outcome is recorded with a sentence, and reaches whoever answered', async () => {
  const link = await outcomeLink()
  for (const who of ['lead@Birch', 'practitioner@Alder', 'borough_lead@Alder'] as const)
    expect([who, (await app.as(who).get(link)).status]).toEqual([who, 404])
  expect((await app.as('lead@Alder').post(link, { note: 'x' })).body).toContain('Select what came of it')
  expect((await app.as('lead@Alder').post(link, { outcome: 'kept', note: ' ' })).body).toContain('Enter a sentence')
  const sent = await app.as('lead@Alder').post(link, { outcome: 'kept', note: 'Orders are <i>let pass</i> now' })
  expect(sent.to).toBe('/wording-answers')
  const { body } = await app.as('lead@Alder').get('/wording-answers')
  expect(body).toContain('2 answers, 1 waiting')
  expect(body).toContain('Orders are &lt;i>let pass&lt;/i> now')
  const writers = await Promise.all(
    (['practitioner@Alder', 'champion@Alder'] as const).map((who) => app.as(who).get('/wording-answers/mine')),
  )
  expect(writers.filter((each) => each.body.includes('let pass&lt;/i> now'))).toHaveLength(1)
})

test('Everybody has a list of their own answers, and nobody anybody else’s', async () => {
  for (const who of everybody) {
    const { status, body } = await app.as(who).get('/wording-answers/mine')
    expect([who, status, body.includes('For myself')]).toEqual([who, 200, who === 'practitioner@Alder'])
  }
})

test('An answer is taken back by its writer only, without a line that could be counted', async () => {
  const { body } = await app.as('champion@Alder').get('/wording-answers/mine')
  const link = /\/wording-answers\/mine\/[0-9a-f-]{36}\/take-back/.exec(body)?.[0] ?? ''
  for (const who of everybody.filter((each) => each !== 'champion@Alder'))
    expect([who, (await app.as(who).post(link)).status]).toEqual([who, 404])
  expect((await app.as('champion@Alder').get(link)).body).toContain('does not see your reason any more')
  expect((await app.as('champion@Alder').post(link)).to).toBe('/wording-answers/mine')
  expect((await app.as('lead@Alder').get('/wording-answers')).body).toContain('1 answer,')
  const { rows } = await app.operator.query('select distinct act from record_entry')
  expect(rows).toEqual([{ act: 'wording.outcome-recorded' }])
})
