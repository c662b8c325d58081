import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '#test/app.ts'
import { practiceLanguageModule } from '../../index.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp({ routes: practiceLanguageModule.routes })
})
afterAll(() => app?.close())

const url = '/wording-rules/mu.couple-argue/words'
const nothing = { patterns: '', examples: '', except: '', counter: '', reason: 'Local words' }
const send = (over: Partial<typeof nothing>) => app.as('lead@Alder').post(url, { ...nothing, ...over })

test.each([
  ['nothing at all', {}, 'Enter words to mark too, or words to let pass, or both'],
  ['words without a sentence', { patterns: 'lively rows' }, 'Enter a sentence that the new words mark'],
  ['words to let pass without one', { except: 'boundary dispute' }, 'Enter a sentence that the rule is to let pass'],
  ['words that cannot be read', { patterns: '<no-such> rows', examples: 'Lively rows.' }, 'cannot be read'],
  ['a sentence that nothing marks', { patterns: 'lively rows', examples: 'A calm day.' }, 'would not be marked'],
  [
    'words to let pass that silence the rule’s own example',
    { except: 'most nights', counter: 'They walk most nights.' },
    'would be let pass',
  ],
])('It is refused at its question: %s', async (_what, over, message) => {
  const { status, body } = await send(over)
  expect(status).toBe(422)
  expect(body).toContain(message)
})

test('Words whose sentences do what they should are added, and stand in the form for the next change', async () => {
  const sent = await send({ patterns: 'lively rows', examples: 'They have lively rows.' })
  expect(sent.to).toBe('/wording-rules/mu.couple-argue')
  expect((await app.as('practitioner@Alder').get('/wording-rules/mu.couple-argue')).body).toContain(
    'Also marks: lively rows',
  )
  expect((await app.as('lead@Alder').get(url)).body).toContain('lively rows')
  expect((await app.as('lead@Birch').get(url)).body).not.toContain('lively rows')
})

test('What looks at a whole document, or was learned, takes no words', async () => {
  for (const rule of ['doc.perpetrator-never-acts', 'learned.label'])
    expect((await app.as('lead@Alder').get(`/wording-rules/${rule}/words`)).status).toBe(404)
  expect((await app.as('lead@Alder').get('/wording-rules/doc.perpetrator-never-acts/switch-off')).status).toBe(200)
})
