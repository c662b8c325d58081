import { afterAll, beforeAll, expect, test } from 'vitest'
import { londonDate } from '#platform/dates.ts'
import { type TestApp, testApp } from '#test/app.ts'
import { organisationId } from '#test/world.ts'
import { practiceLanguageModule } from '../../index.ts'
import { checkerOf, overlaysFor } from '../checker.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp({ routes: practiceLanguageModule.routes })
})
afterAll(() => app?.close())

const good = {
  name: 'Tumultuous household',
  category: 'mutualising',
  level: 'concern',
  who: 'any',
  patterns: 'tumultuous {household|home}\r\ntumultuous lifestyle',
  examples: 'It is a tumultuous household.',
  except: '',
  counter: 'The school wrote “a tumultuous household”.\nIt is a busy household.',
  why: 'It hides who makes the home unsafe.',
  reframe: 'What does each person do there?',
  sourceTitle: 'Alder practice standards',
  sourceAddress: 'https://alder.gov.example/standards',
  reason: 'Our audits met it often.',
}
const lead = () => app.as('lead@Alder')
const add = (over: Partial<Record<keyof typeof good, string>> = {}) =>
  lead().post('/wording-rules/add', { ...good, ...over })
const found = async (who: 'practitioner@Alder' | 'practitioner@Birch', text: string) => {
  const of = organisationId(who.split('@')[1] ?? '')
  const overlays = await app.read(who, (db) => overlaysFor(db, of, londonDate(new Date())))
  return checkerOf(overlays)
    .check(text)
    .filter(({ ruleId }) => ruleId.startsWith('own.'))
    .map(({ phrase }) => phrase)
}

/** The message beside a question. */
const at = (body: string, field: string) =>
  new RegExp(`id="${field}-error"[^>]*>(.*?)</p>`, 's').exec(body)?.[1]?.replaceAll(/<[^>]*>/g, '') ?? ''

test.each([
  ['patterns', { patterns: 'tumultuous {household' }, /cannot be read: this \{ is never closed/],
  ['patterns', { patterns: '' }, /Enter the words to mark/],
  ['examples', { examples: 'It is a tidy household.' }, /would not be marked/],
  ['examples', { examples: 'She said it was “a tumultuous household”.' }, /would be let pass/],
  ['counter', { counter: 'A tumultuous home.' }, /would be marked, and must not be/],
  ['counter', { counter: '' }, /Enter a sentence that is close/],
  ['sourceAddress', { sourceAddress: 'javascript:alert(1)' }, /begins with https/],
  ['sourceTitle', { sourceTitle: '' }, /Enter where this comes from/],
  ['name', { name: '!!!' }, /Enter a name with letters/],
  ['category', { category: 'zebra' }, /Select the category/],
])('What is wrong is refused at its question: %s', async (field, over, message) => {
  const { status, body } = await add(over)
  expect(status).toBe(422)
  expect(at(body, field)).toMatch(message)
  expect(await found('practitioner@Alder', 'It is a tumultuous household.')).toEqual([])
})

test('What was typed is shown again, escaped', async () => {
  const { body } = await add({ examples: '<b>A tidy home.</b>' })
  expect(body).toContain('&lt;b>A tidy home.&lt;/b>')
  expect(body).not.toContain('<b>A tidy')
})

test('A rule whose sentences do what they should is added, in this borough only', async () => {
  expect((await add()).to).toBe('/wording-rules/own.tumultuous-household')
  expect(await found('practitioner@Alder', 'A tumultuous home, a tumultuous lifestyle.')).toEqual([
    'tumultuous home',
    'tumultuous lifestyle',
  ])
  expect(await found('practitioner@Birch', 'A tumultuous home.')).toEqual([])
  expect((await app.as('practitioner@Birch').get('/wording-rules/own.tumultuous-household')).status).toBe(404)
  const { body } = await app.as('practitioner@Alder').get('/wording-rules/own.tumultuous-household')
  for (const words of ['Alder practice standards', 'It hides who makes the home unsafe.', 'Our audits met it often.'])
    expect(body).toContain(words)
  expect((await lead().get('/wording-rules')).body).toContain('your borough’s own')
})

test('Its name is taken for good, and it is changed as a whole', async () => {
  expect(at((await add()).body, 'name')).toMatch(/choose another/)
  const change = '/wording-rules/own.tumultuous-household/change'
  expect((await lead().get(change)).body).toContain('tumultuous {household|home}')
  expect((await lead().post(change, { ...good, counter: 'A tumultuous home.' })).status).toBe(422)
  const sent = await lead().post(change, { ...good, patterns: 'tumultuous household', reason: 'Narrower.' })
  expect(sent.to).toBe('/wording-rules/own.tumultuous-household')
  expect(await found('practitioner@Alder', 'A tumultuous home, a tumultuous household.')).toEqual([
    'tumultuous household',
  ])
  // What is shipped is not changed as a whole, and one's own is not switched off: it is taken away.
  expect((await lead().get('/wording-rules/mu.da-between/change')).status).toBe(404)
  expect((await lead().get('/wording-rules/own.tumultuous-household/switch-off')).status).toBe(404)
})
