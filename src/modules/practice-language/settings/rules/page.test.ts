import { afterAll, beforeAll, expect, test } from 'vitest'
import { londonDate } from '#platform/dates.ts'
import { type TestApp, testApp } from '#test/app.ts'
import { everybody, organisationId, personId } from '#test/world.ts'
import { practiceLanguageModule } from '../../index.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp({
    routes: practiceLanguageModule.routes,
    fill: async (operator) => {
      await operator.query(
        `insert into wording_overlay (organisation_id, rule_id, kind, change, reason, starts, decided_by) values
          ($1, 'mu.da-between', 'off', '{}', 'Our <b>board</b> decided', $3, $2),
          ($1, 'mu.gone', 'off', '{}', 'A rule that is not there', $3, $2),
          ($1, 'mutualising', 'link', '{"title": "Our <i>standards</i>", "url": "https://alder.gov.example/standards"}', 'Ours', $3, $2)`,
        [organisationId('Alder'), personId('lead@Alder'), londonDate(new Date())],
      )
    },
  })
})
afterAll(() => app?.close())

test('Everybody signed in reads the rules, and nobody else', async () => {
  for (const who of everybody) expect([who, (await app.as(who).get('/wording-rules')).status]).toEqual([who, 200])
  expect((await app.nobody.get('/wording-rules')).to).toMatch(/^\/sign-in/)
})

test('A borough sees its own changes, as they were typed, and another borough sees none of them', async () => {
  const here = (await app.as('practitioner@Alder').get('/wording-rules')).body
  expect(here).toContain('switched off')
  expect(here).toContain('Our &lt;i>standards&lt;/i>')
  expect(here).toContain('(alder.gov.example)')
  const there = (await app.as('practitioner@Birch').get('/wording-rules')).body
  expect(there).not.toContain('switched off')
  expect(there).not.toContain('alder.gov.example')
})

test('The list is filtered by category', async () => {
  const all = (await app.as('lead@Alder').get('/wording-rules')).body
  const some = (await app.as('lead@Alder').get('/wording-rules?category=mutualising')).body
  expect(all).toContain('href="/wording-rules/rs.stop-letting-in"')
  expect(some).toContain('href="/wording-rules/mu.da-between"')
  expect(some).not.toContain('href="/wording-rules/rs.stop-letting-in"')
  expect((await app.as('lead@Alder').get('/wording-rules?category=zebra')).body).toContain('rs.stop-letting-in')
})

test('A change that cannot be used is named, and its lead can end it', async () => {
  const lead = (await app.as('lead@Alder').get('/wording-rules')).body
  expect(lead).toContain('One change of your borough cannot be used')
  expect(lead).toMatch(/href="\/wording-rules\/mu\.gone\/changes\/[0-9a-f-]+\/end"/)
  const practitioner = (await app.as('practitioner@Alder').get('/wording-rules')).body
  expect(practitioner).toContain('One change of your borough cannot be used')
  expect(practitioner).not.toContain('/changes/')
  const link = /\/wording-rules\/mu\.gone\/changes\/[0-9a-f-]+\/end/.exec(lead)?.[0] ?? ''
  expect((await app.as('lead@Alder').get(link)).status).toBe(200)
  expect((await app.as('lead@Alder').post(link, { reason: 'It is gone' })).to).toBe('/wording-rules')
  expect((await app.as('lead@Alder').get('/wording-rules')).body).not.toContain('cannot be used')
})

test('One rule shows why, what helps, sources and both kinds of example; what was decided is escaped', async () => {
  const { body } = await app.as('quality@Alder').get('/wording-rules/mu.da-between')
  for (const words of ['Violence is something one person does to another.', 'Violence between rival groups'])
    expect(body).toContain(words)
  expect(body).toContain('Our &lt;b>board&lt;/b> decided')
  expect(body).toContain('https://doi.org/10.1007/s10896-007-9082-2')
  // Who decided is for those who keep the rules.
  expect(body).not.toContain('Robin lead of Alder')
  expect((await app.as('lead@Alder').get('/wording-rules/mu.da-between')).body).toContain('Robin lead of Alder')
  expect((await app.as('lead@Birch').get('/wording-rules/mu.da-between')).body).not.toContain('Robin lead of Alder')
})

test('Every rule has a page, of words, of whole documents and learned, and what is no rule has none', async () => {
  const { body } = await app.as('lead@Alder').get('/wording-rules')
  const rules = new Set([...body.matchAll(/href="(\/wording-rules\/[a-z]+\.[a-z_-]+)"/g)].map(([, href]) => href ?? ''))
  expect(rules.size).toBeGreaterThan(100)
  for (const href of rules) expect([href, (await app.as('lead@Alder').get(href)).status]).toEqual([href, 200])
  expect((await app.as('lead@Alder').get('/wording-rules/mu.no-such')).status).toBe(404)
})

test('Only a lead opens a form that changes the rules', async () => {
  const forms = [
    ...['/wording-rules/add', '/wording-rules/guidance/label', '/wording-rules/mu.couple-argue/switch-off'],
    ...['/wording-rules/mu.couple-argue/level', '/wording-rules/mu.couple-argue/words'],
  ]
  for (const who of everybody)
    for (const url of forms) {
      const status = who.startsWith('lead@') ? 200 : 404
      expect([who, url, (await app.as(who).get(url)).status]).toEqual([who, url, status])
      if (status === 404)
        expect([who, url, (await app.as(who).post(url, { reason: 'x' })).status]).toEqual([who, url, 404])
    }
})
