import { afterAll, beforeAll, expect, test } from 'vitest'
import { accountsApp, actsOf, cookieOf } from '#test/accounts.ts'
import type { TestApp } from '#test/app.ts'
import { accountId, idOf } from '#test/world.ts'

let app: TestApp
beforeAll(async () => {
  app = await accountsApp()
})
afterAll(() => app.close())

const url = '/account/sessions'
const another = async (who: 'lead@Alder' | 'quality@Alder' | 'lead@Birch', name: string): Promise<string> => {
  await app.operator.query(
    `insert into session (id, token_sha, account_id, complete, device, idle_minutes, expires_at)
     values ($1, sha256($2::bytea), $3, true, 'Safari on an iPhone or iPad', 15, now() + interval '1 hour')`,
    [idOf(name), `token-of-another-session-${name}`, accountId(who)],
  )
  return `token-of-another-session-${name}`
}

test('one’s own sessions are listed in coarse words, and this one is marked', async () => {
  await another('lead@Alder', 'phone')
  await another('lead@Birch', 'not mine')
  const { body } = await app.as('lead@Alder').get(url)
  expect(body).toContain('Firefox on Linux')
  expect(body.split('Safari on an iPhone or iPad').length - 1).toBe(2) // the row, and its button for those who listen
  expect(body).toContain('This session')
  expect(body).toContain(`value="${idOf('phone')}"`)
  expect(body).not.toContain(`value="${idOf('session lead@Alder')}"`)
})

test('ending one closes it at once, and it stands in the record', async () => {
  const token = await another('lead@Alder', 'tablet')
  expect((await app.holding(token).get('/account')).status).toBe(200)
  const reply = await app.as('lead@Alder').post(url, { session: idOf('tablet') })
  expect([reply.status, reply.to]).toEqual([303, url])
  expect((await app.holding(token).get('/account')).status).toBe(303)
  expect((await app.as('lead@Alder').get('/account')).status).toBe(200)
  expect(await actsOf(app, 'lead@Alder')).toEqual(['account.session-ended'])
})

test('somebody else’s session stays, and the answer is the same', async () => {
  const token = await another('lead@Birch', 'theirs')
  const reply = await app.as('lead@Alder').post(url, { session: idOf('theirs') })
  expect([reply.status, reply.to]).toEqual([303, url])
  expect((await app.holding(token).get('/account')).status).toBe(200)
})

test('signing out everywhere ends them all, this one too', async () => {
  const token = await another('quality@Alder', 'laptop')
  const reply = await app.as('quality@Alder').post('/account/sessions/end-all')
  expect([reply.status, reply.to]).toEqual([303, '/sign-in'])
  expect(cookieOf(reply, 's')).toBe('')
  expect((await app.holding(token).get('/account')).status).toBe(303)
  expect((await app.as('quality@Alder').get('/account')).status).toBe(303)
  expect(await actsOf(app, 'quality@Alder')).toEqual(['account.sessions-ended'])
})

test('what is not a session is refused in words', async () => {
  const reply = await app.as('champion@Alder').post(url, { session: 'all' })
  expect(reply.status).toBe(422)
  expect(reply.body).toContain('Choose the session to end')
})
