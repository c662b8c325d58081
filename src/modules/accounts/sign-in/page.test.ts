import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { accountsApp, actsOf, cookieOf, emailOf, passphrase, sessionOf } from '#test/accounts.ts'
import type { TestApp } from '#test/app.ts'
import { accountId, grantId, organisationId, personId } from '#test/world.ts'

let app: TestApp
beforeAll(async () => {
  app = await accountsApp({
    people: ['lead@Alder', 'supervisor@Alder', 'quality@Alder', 'champion@Birch', 'complaints@Birch', 'admin@Birch'],
  })
})
afterAll(() => app.close())
// Every test comes from the same address.
beforeEach(() => app.operator.query('delete from sign_in_failure'))

const signIn = (email: string, text = passphrase, url = '/sign-in') => app.nobody.post(url, { email, passphrase: text })
const wrongWords = 'The email address or the passphrase is not right'

describe('the right passphrase', () => {
  test('opens a session and leads to the page that was wanted', async () => {
    const reply = await signIn(
      ` ${emailOf('lead@Alder').toUpperCase()} `,
      passphrase,
      '/sign-in?next=%2Faccount%2Fsessions',
    )
    expect([reply.status, reply.to]).toEqual([303, '/account/sessions'])
    const page = await app.holding(sessionOf(reply)).get('/account')
    expect(page.status).toBe(200)
    expect(page.body).toContain('Robin lead of Alder')
    expect(await actsOf(app, 'lead@Alder')).toContain('account.signed-in')
  })

  test('starts a session under a cookie that no script reads and no other site sends', async () => {
    const reply = await signIn(emailOf('lead@Alder'))
    const set = [reply.headers['set-cookie']].flat().find((line) => String(line).startsWith('s='))
    expect(set).toMatch(/HttpOnly/)
    expect(set).toMatch(/SameSite=Lax/)
  })

  test('ends the session that this browser had before, so that nobody waits under it', async () => {
    const before = sessionOf(await signIn(emailOf('lead@Alder')))
    // The page of the door shows itself only to those not signed in, so the form is sent from the page that was still open.
    await app.operator.query('update session set complete = false where token_sha = sha256($1::bytea)', [before])
    const after = sessionOf(await app.holding(before).post('/sign-in', { email: emailOf('lead@Alder'), passphrase }))
    expect(after).not.toBe(before)
    expect((await app.holding(before).get('/account')).status).toBe(303)
    expect((await app.holding(after).get('/account')).status).toBe(200)
  })

  test('is not asked of somebody who is signed in', async () => {
    const token = sessionOf(await signIn(emailOf('lead@Alder')))
    expect((await app.holding(token).get('/sign-in?next=/account')).to).toBe('/account')
  })
})

describe('what is wrong', () => {
  test('an account that is not there and a wrong passphrase are answered alike', async () => {
    const wrong = await signIn(emailOf('quality@Alder'), 'not the right one at all')
    const unknown = await signIn('nobody.here@grove.example', 'not the right one at all')
    const comparable = (html: string, email: string) =>
      html.replaceAll(/nonce="[^"]*"|value="[\w-]{36}"/g, '').replaceAll(email, 'EMAIL')
    expect([wrong.status, unknown.status]).toEqual([422, 422])
    expect(wrong.body).toContain(wrongWords)
    expect(comparable(wrong.body, emailOf('quality@Alder'))).toBe(comparable(unknown.body, 'nobody.here@grove.example'))
    expect(cookieOf(wrong, 's')).toBeUndefined()
    expect(await actsOf(app, 'quality@Alder')).toEqual(['account.sign-in-failed'])
  })

  test('a wrong answer takes its time, whatever was wrong', async () => {
    const took = async (email: string) => {
      const started = performance.now()
      await signIn(email, 'not the right one at all')
      return performance.now() - started
    }
    expect(await took(emailOf('complaints@Birch'))).toBeGreaterThan(240)
    expect(await took('nobody.there@grove.example')).toBeGreaterThan(240)
  })

  test('the address is shown again, escaped; the passphrase never', async () => {
    const reply = await signIn('"><script>alert(1)</script>', 'my dear old passphrase')
    expect(reply.body).toContain('&quot;>&lt;script>')
    expect(reply.body).not.toContain('<script>alert')
    expect(reply.body).not.toContain('my dear old passphrase')
  })

  test('each empty field is named in the summary and leads to itself', async () => {
    const { status, body } = await app.nobody.post('/sign-in', { email: ' ', passphrase: '' })
    expect(status).toBe(422)
    expect(body).toContain('<a href="#email">Enter your email address</a>')
    expect(body).toContain('<a href="#passphrase">Enter your passphrase</a>')
    expect(body).toContain('<title>Error: Sign in')
  })

  test('a form that does not come from our page is refused', async () => {
    const reply = await app.server.inject({
      method: 'POST',
      url: '/sign-in',
      payload: { email: emailOf('lead@Alder'), passphrase },
    })
    expect(reply.statusCode).toBe(403)
    expect(reply.cookies.some(({ name }) => name === 's')).toBe(false)
  })

  test('a field that the form does not have is refused', async () => {
    const reply = await app.nobody.post('/sign-in', { email: emailOf('lead@Alder'), passphrase, role: 'admin' })
    expect(reply.status).toBe(422)
  })
})

describe('who has no way in', () => {
  test('somebody whose roles have ended is told whom to ask, and only with the right passphrase', async () => {
    await app.operator.query('update role_grant set ends = current_date where id = $1', [grantId('champion@Birch')])
    const right = await signIn(emailOf('champion@Birch'))
    expect(right.body).toContain('Your account has no role at the moment')
    expect(cookieOf(right, 's')).toBeUndefined()
    expect((await signIn(emailOf('champion@Birch'), 'not the right one at all')).body).toContain(wrongWords)
  })

  test('a closed account and a person who has left are not there', async () => {
    await app.operator.query('update account set closed_at = now() where id = $1', [accountId('complaints@Birch')])
    await app.operator.query('update person set ends = current_date where id = $1', [personId('admin@Birch')])
    expect((await signIn(emailOf('complaints@Birch'))).body).toContain(wrongWords)
    expect((await signIn(emailOf('admin@Birch'))).body).toContain(wrongWords)
  })
})

describe('many attempts', () => {
  test('are slowed after the fifth, in words; the right passphrase waits too, and opens when the wait is over', async () => {
    const email = emailOf('supervisor@Alder')
    for (let attempt = 0; attempt < 5; attempt += 1)
      expect((await signIn(email, `wrong passphrase ${attempt}`)).status).toBe(422)
    const slowed = await signIn(email)
    expect(slowed.status).toBe(429)
    expect(slowed.body).toMatch(/Too many attempts\. Wait [12] seconds?, then try again/)
    expect(slowed.body).toContain(`value="${email}"`)
    await app.operator.query("update sign_in_failure set at = at - interval '1 minute'")
    expect((await signIn(email)).status).toBe(303)
    // forgiven: the next mistake is the first again
    expect((await signIn(email, 'wrong passphrase')).status).toBe(422)
  })

  test('of an account that is not there are slowed alike', async () => {
    for (let attempt = 0; attempt < 5; attempt += 1)
      await signIn('who.is.that@grove.example', `wrong passphrase ${attempt}`)
    expect((await signIn('who.is.that@grove.example')).status).toBe(429)
  })

  test('at once do not slip through together', async () => {
    const replies = await Promise.all(
      Array.from({ length: 12 }, () => signIn('all.at.once@grove.example', 'wrong passphrase')),
    )
    expect(replies.filter(({ status }) => status === 422)).toHaveLength(5)
    expect(replies.filter(({ status }) => status === 429)).toHaveLength(7)
  })

  test('leave no address and no name behind', async () => {
    await signIn('left.behind@grove.example', 'wrong passphrase')
    const { rows } = await app.operator.query<{ kept: string }>(
      "select encode(key_sha, 'escape') as kept from sign_in_failure",
    )
    expect(rows.some(({ kept }) => kept.includes('grove') || kept.includes('127.0.0.1'))).toBe(false)
  })
})

test('one address that tries many names is slowed too', async () => {
  const statuses = []
  for (let round = 0; round < 9; round += 1)
    statuses.push(
      ...(await Promise.all(
        Array.from({ length: 16 }, (_, at) => signIn(`name.${round}.${at}@grove.example`, 'wrong passphrase')),
      )),
    )
  const slowed = statuses.filter(({ status }) => status === 429).length
  // Five of each sixteenth, then waiting: a few dozen of different people slow nobody.
  expect(slowed).toBeGreaterThan(20)
  expect(statuses.slice(0, 16).filter(({ status }) => status === 429)).toHaveLength(0)
})

test('an organisation that asks for a code leads to it before anything opens', async () => {
  await app.operator.query('update organisation set second_factor_required = true where id = $1', [
    organisationId('Alder'),
  ])
  const reply = await signIn(emailOf('quality@Alder'), passphrase, '/sign-in?next=/account')
  expect(reply.to).toBe('/sign-in/set-up-code?next=%2Faccount')
  expect((await app.holding(sessionOf(reply)).get('/account')).to).toBe('/sign-in?next=%2Faccount')
})
