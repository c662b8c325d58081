import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { draftRoute } from '#platform/drafts/route.ts'
import { csrfFor } from '#platform/web/csrf.ts'
import { formPage } from '#platform/web/form-page.ts'
import { path } from '#platform/web/path.ts'
import { notRecorded } from '#platform/web/route.ts'
import { accountsApp, emailOf, passphrase, sessionOf } from '#test/accounts.ts'
import { type TestApp, testSecret } from '#test/app.ts'
import type { Who } from '#test/world.ts'
import { LongTextField, PageForm } from '#ui/form/index.ts'
import { ownAccount } from '../access.ts'

const words = 'What I had typed when the phone rang'
const url = '/tests/long-form'

/** A long form of any room. */
const longForm = formPage({
  path: path(url),
  permission: ownAccount,
  record: notRecorded('a form of the tests'),
  title: 'A long form',
  draft: true,
  form: z.strictObject({ text: z.string().min(500, 'Write more') }),
  load: async () => ({}),
  save: async () => ({ redirect: '/account' }),
  view: ({ form }) =>
    PageForm({
      secrets: form.secrets,
      draft: form.draft,
      children: LongTextField({ form, name: 'text', label: 'Text' }),
    }),
})

let app: TestApp
beforeAll(async () => {
  app = await accountsApp({ people: ['practitioner@Alder', 'supervisor@Alder'], routes: [draftRoute, longForm] })
})
afterAll(() => app.close())

const signIn = (who: Who, next = '') => app.nobody.post(`/sign-in${next}`, { email: emailOf(who), passphrase })
/** What the page does by itself while somebody types. */
const autosave = (token: string, text: string, version: number) =>
  app.server.inject({
    method: 'PUT',
    url: `/draft?of=${encodeURIComponent(url)}`,
    cookies: { s: token },
    headers: {
      'content-type': 'application/json',
      'if-match': `"${version}"`,
      'x-csrf-token': csrfFor(testSecret, token),
    },
    payload: JSON.stringify({ values: { text } }),
  })

test('a form half filled when the session ends is there again after signing in, for the same person and nobody else', async () => {
  const before = sessionOf(await signIn('practitioner@Alder'))
  expect((await autosave(before, words, 0)).statusCode).toBe(200)
  await app.operator.query("update session set last_seen_at = now() - interval '16 minutes'")
  await app.operator.query('update session set last_seen_at = now() where token_sha <> sha256($1::bytea)', [before])

  // The session has ended: nothing is shown and nothing more is kept.
  const ended = await app.holding(before).get(url)
  expect(ended.to).toBe(`/sign-in?next=${encodeURIComponent(url)}`)
  expect(ended.body).not.toContain(words)
  expect((await autosave(before, 'too late', 1)).statusCode).toBe(401)

  // Somebody else at the same screen finds an empty form.
  const colleague = await signIn('supervisor@Alder', `?next=${encodeURIComponent(url)}`)
  expect(colleague.to).toBe(url)
  const theirs = await app.holding(sessionOf(colleague)).get(url)
  expect(theirs.status).toBe(200)
  expect(theirs.body).not.toContain(words)

  const again = await signIn('practitioner@Alder', `?next=${encodeURIComponent(url)}`)
  expect(again.to).toBe(url)
  const page = await app.holding(sessionOf(again)).get(url)
  expect(page.body).toContain(words)
  expect(page.body).toContain('data-draft-version="1"')
  expect(page.body).not.toContain('too late')
})

test('without a script, what the button kept is there again too', async () => {
  const before = sessionOf(await signIn('supervisor@Alder'))
  expect((await app.holding(before).post(url, { text: `${words}, by hand`, _save: 'draft' })).status).toBe(303)
  await app.holding(before).post('/sign-out')
  const again = sessionOf(await signIn('supervisor@Alder'))
  expect((await app.holding(again).get(url)).body).toContain(`${words}, by hand`)
  expect((await app.as('practitioner@Alder').get(url)).body).not.toContain('by hand')
})

test('a draft lies sealed: neither an operator nor a row moved to another account reads it', async () => {
  const { rows } = await app.operator.query<{ sealed: Buffer }>('select sealed from draft')
  for (const { sealed } of rows) expect(sealed.toString('utf8')).not.toContain('phone rang')
  await app.operator.query(
    `update draft set account_id = (select id from account where email = $1)
     where account_id = (select id from account where email = $2)`,
    [emailOf('quality@Alder'), emailOf('supervisor@Alder')],
  )
  const reply = await app.as('quality@Alder').get(url)
  expect(reply.status).toBe(500)
  expect(reply.body).not.toContain(words)
})
