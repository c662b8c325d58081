import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '#test/app.ts'
import { paths } from '../../paths.ts'

const url = `${paths.newAnswer.to()}?rule=in.no-further`
const reason = 'The court ordered these words to be used.'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

test('An answer is kept for its writer, and offered only where they say so', async () => {
  const writer = app.as('practitioner@Alder')
  expect((await writer.get(url)).body).toContain('Incident framing')
  const kept = await writer.post(url, { reason, offered: 'no' })
  expect(kept.to).toBe(paths.ownAnswers.to())
  expect((await writer.get(paths.ownAnswers.to())).body).toContain(reason)
  expect((await app.as('lead@Alder').get(paths.offeredAnswers.to())).body).not.toContain(reason)
  await writer.post(url, { reason: 'Offered: the words of a judgment.', offered: 'yes' })
  expect((await app.as('lead@Alder').get(paths.offeredAnswers.to())).body).toContain(
    'Offered: the words of a judgment.',
  )
  expect((await app.as('practitioner@Birch').get(paths.ownAnswers.to())).body).not.toContain(reason)
})

test('A reason is asked for, and nothing of a text can be sent beside it', async () => {
  const writer = app.as('supervisor@Alder')
  const empty = await writer.post(url, { reason: ' ' })
  expect(empty.status).toBe(422)
  expect(empty.body).toContain('Enter why the words are right')
  expect(empty.body).toContain('Select whether to offer your reason')
  const more = await writer.post(url, { reason, offered: 'no', phrase: 'relationship difficulties' })
  expect(more.status).toBe(422)
})

test('A rule that is not there has no answer, and somebody who is not signed in has none', async () => {
  expect((await app.as('practitioner@Alder').get(`${paths.newAnswer.to()}?rule=no.such`)).status).toBe(404)
  expect((await app.nobody.get(url)).status).toBe(303)
})

test('What is written about a rule comes back as text', async () => {
  const again = await app.as('practitioner@Alder').post(url, { reason: '<script>alert(1)</script>' })
  expect(again.body).not.toContain('<script>alert(1)')
  expect(again.body).toContain('&lt;script')
})
