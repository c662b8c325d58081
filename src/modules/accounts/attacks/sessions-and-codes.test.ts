/** Getting into somebody else's session: planted cookies, codes seen over a shoulder, links that lead elsewhere, races. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { codeAt, newCodeSecret, recoveryCodeHash } from '#platform/access/one-time-code.ts'
import { makeSealer } from '#platform/access/sealing.ts'
import { csrfFor } from '#platform/web/csrf.ts'
import { accountsApp, cookieOf, emailOf, passphrase, sessionOf } from '#test/accounts.ts'
import { type TestApp, testSecret } from '#test/app.ts'
import { accountId, grantId, organisationId, tokenOf, type Who } from '#test/world.ts'
import { secretPlace } from '../sign-in-code/actions.ts'

const secret = newCodeSecret()
const strong = 'lantern pebble oboe rhubarb'
const withApp = 'quality@Alder'
let app: TestApp
beforeAll(async () => {
  app = await accountsApp({
    people: ['lead@Alder', withApp, 'champion@Birch'],
    fill: async (operator) =>
      void (await operator.query(
        'update credential set code_secret_sealed = $2, code_confirmed_at = now() where account_id = $1',
        [accountId(withApp), makeSealer(testSecret).seal(secret, secretPlace(accountId(withApp)))],
      )),
  })
})
afterAll(() => app.close())
beforeEach(async () => {
  await app.operator.query('delete from sign_in_failure')
  await app.operator.query('update credential set code_last_step = null')
})

const signIn = (who: Who, url = '/sign-in') => app.nobody.post(url, { email: emailOf(who), passphrase })
const opens = async (token: string) => (await app.holding(token).get('/account')).status === 200

const elsewhere = [
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  'https://evil.example/',
  'https:evil.example',
  '/\t/evil.example',
  '/..//evil.example',
  '/x/..//evil.example',
  '/%2e%2e//evil.example',
  'javascript:alert(1)',
  'data:text/html,evil',
  '/account\r\nlocation: https://evil.example',
]

describe('a link to the door that asks to be led elsewhere', () => {
  test.each(elsewhere)('%j leads Home after the passphrase, and where one is signed in already', async (next) => {
    const url = `/sign-in?next=${encodeURIComponent(next)}`
    expect((await signIn('lead@Alder', url)).to).toBe('/')
    expect((await app.as('lead@Alder').get(url)).to).toBe('/')
  })

  test.each(elsewhere)('%j leads Home after the code, and stands in no link on the way', async (next) => {
    const query = `?next=${encodeURIComponent(next)}`
    const first = await signIn(withApp, `/sign-in${query}`)
    expect(first.to).toBe('/sign-in/code')
    const token = sessionOf(first)
    const page = await app.holding(token).get(`/sign-in/code${query}`)
    expect(page.body).not.toContain('evil')
    const reply = await app.holding(token).post(`/sign-in/code${query}`, { code: codeAt(secret, new Date()) })
    expect([reply.status, reply.to]).toEqual([303, '/'])
  })

  test.each(['/x/../leave', '/%6ceave', '/./sign-out', '/sign%2Din'])(
    '%s does not lead out again by a side way',
    async (next) => {
      expect((await signIn('lead@Alder', `/sign-in?next=${encodeURIComponent(next)}`)).to).toBe('/')
    },
  )
})

describe('a session that was planted', () => {
  test('under a made-up name is not taken up', async () => {
    const planted = 'a-session-name-that-somebody-else-chose-for-me'
    const reply = await app.server.inject({
      method: 'POST',
      url: '/sign-in',
      cookies: { s: planted, p: 'a-token-of-the-tests-before-sign-in' },
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({
        _csrf: csrfFor(testSecret, 'a-token-of-the-tests-before-sign-in'),
        email: emailOf('lead@Alder'),
        passphrase,
      }).toString(),
    })
    const session = reply.cookies.find(({ name }) => name === 's')?.value ?? ''
    expect(session).toMatch(/^[\w-]{43}$/)
    expect(session).not.toBe(planted)
    expect(await opens(planted)).toBe(false)
    expect(await opens(session)).toBe(true)
  })

  test('half-way, by somebody who waits under it, is ended when the real person signs in there', async () => {
    const planted = sessionOf(await signIn(withApp))
    const reply = await app.holding(planted).post('/sign-in', { email: emailOf('lead@Alder'), passphrase })
    expect(sessionOf(reply)).not.toBe(planted)
    const late = await app.holding(planted).post('/sign-in/code', { code: codeAt(secret, new Date()) })
    expect(cookieOf(late, 's') ?? '').toBe('')
    expect(await opens(planted)).toBe(false)
  })

  test('in a browser where a link is taken up is ended too', async () => {
    const planted = sessionOf(await signIn('champion@Birch'))
    await app.operator.query(
      `insert into invitation (token_sha, organisation_id, role, email, name, expires_at)
       values (sha256('link-for-the-planted-session'::bytea), $1, 'lead', 'planted@grove.example', 'Noor', now() + interval '1 day')`,
      [organisationId('Alder')],
    )
    const reply = await app.holding(planted).post('/invitation/link-for-the-planted-session', { passphrase: strong })
    expect(sessionOf(reply)).not.toBe(planted)
    expect(await opens(planted)).toBe(false)
  })
})

describe('a code that somebody else saw', () => {
  test('sent from two windows at once opens one of them', async () => {
    const tokens = await Promise.all([0, 1, 2, 3].map(async () => sessionOf(await signIn(withApp))))
    const code = codeAt(secret, new Date())
    const replies = await Promise.all(tokens.map((token) => app.holding(token).post('/sign-in/code', { code })))
    expect(replies.filter(({ status }) => status === 303)).toHaveLength(1)
  })

  test('does not stand in as a recovery code, and a recovery code opens one window only', async () => {
    await app.operator.query('insert into recovery_code (account_id, code_sha) values ($1, $2)', [
      accountId(withApp),
      recoveryCodeHash('ABCD-EFGH-JKMN-PQRS'),
    ])
    const one = sessionOf(await signIn(withApp))
    const code = codeAt(secret, new Date())
    expect((await app.holding(one).post('/sign-in/recovery-code', { code })).status).toBe(422)
    const tokens = await Promise.all([0, 1, 2, 3].map(async () => sessionOf(await signIn(withApp))))
    const replies = await Promise.all(
      tokens.map((token) => app.holding(token).post('/sign-in/recovery-code', { code: 'ABCD-EFGH-JKMN-PQRS' })),
    )
    expect(replies.filter(({ status }) => status === 303)).toHaveLength(1)
  })

  test('of one account opens no other', async () => {
    const other = sessionOf(await signIn('lead@Alder'))
    await app.operator.query('update session set complete = false where token_sha = sha256($1::bytea)', [other])
    const reply = await app.holding(other).post('/sign-in/code', { code: codeAt(secret, new Date()) })
    expect(await opens(other)).toBe(false)
    expect(cookieOf(reply, 's')).toBeUndefined()
  })
})

describe('links raced', () => {
  const linkTo = async (borough: 'Alder' | 'Birch', name: string, email: string): Promise<string> => {
    await app.operator.query(
      `insert into invitation (token_sha, organisation_id, role, email, name, expires_at)
       values (sha256($1::bytea), $2, 'lead', $3, 'Noor', now() + interval '1 day')`,
      [name, organisationId(borough), email],
    )
    return `/invitation/${name}`
  }

  test.each([
    ['of one borough', 'Alder', 'Alder'],
    ['of two boroughs', 'Alder', 'Birch'],
  ] as const)('two %s to one address make one account, and the other says that it is spent', async (what, a, b) => {
    const email = `raced.${what.replaceAll(' ', '.')}@grove.example`
    const links = [
      await linkTo(a, `first-link-raced-${what}`, email),
      await linkTo(b, `other-link-raced-${what}`, email),
    ]
    const replies = await Promise.all(
      links.flatMap((link) => [0, 1, 2].map(() => app.nobody.post(encodeURI(link), { passphrase: strong }))),
    )
    expect(replies.map(({ status }) => status).toSorted()).toEqual([303, 404, 404, 404, 404, 404])
    const { rows } = await app.operator.query(
      `select (select count(*) from account where email = $1) as accounts,
        (select count(*) from role_grant g join account a on a.id = g.account_id where a.email = $1) as roles`,
      [email],
    )
    expect(rows).toEqual([{ accounts: 1, roles: 1 }])
  })

  test('one that is used while another is just being used for the same address waits, and says that it is spent', async () => {
    const email = 'a.moment.later@grove.example'
    const link = await linkTo('Birch', 'a-link-used-a-moment-later', email)
    // The other one, as far as its account is made and not yet kept.
    await app.operator.query('begin')
    await app.operator.query(
      `with human as (insert into person (organisation_id, name, starts) values ($1, 'Noor', '2021-01-01') returning id)
       insert into account (organisation_id, person_id, email) select $1, id, $2 from human`,
      [organisationId('Alder'), email],
    )
    const late = app.nobody.post(link, { passphrase: strong })
    await expect
      .poll(
        async () =>
          (
            await app.operator.query<{ waits: boolean }>(
              "select exists (select from pg_locks where not granted and locktype = 'transactionid') as waits",
            )
          ).rows[0]?.waits,
        { timeout: 10_000 },
      )
      .toBe(true)
    await app.operator.query('commit')
    const reply = await late
    expect(reply.status).toBe(404)
    expect(reply.body).toContain('This link does not work any more')
    const { rows } = await app.operator.query('select organisation_id from account where email = $1', [email])
    expect(rows).toEqual([{ organisation_id: organisationId('Alder') }])
  })
})

describe('a role that is another’s', () => {
  const asLead = (url: string, r: string) => app.server.inject({ url, cookies: { s: tokenOf('lead@Alder'), r } })

  test.each([
    ['the administrator’s', grantId('admin@Alder')],
    ['one of another borough', grantId('lead@Birch')],
    ['nonsense', "' or 1=1 --"],
  ])('chosen in the cookie, %s, opens nothing and says nothing', async (_what, chosen) => {
    const missing = await app.as('lead@Alder').get('/settings/people-with-accounts')
    const reply = await asLead('/settings/people-with-accounts', chosen)
    expect(reply.statusCode).toBe(404)
    const withoutNonce = (html: string) => html.replaceAll(/nonce="[^"]*"/g, '')
    expect(withoutNonce(reply.body)).toBe(withoutNonce(missing.body))
    expect((await asLead('/account', chosen)).body).toContain('Implementation lead, Alder')
  })

  test('claimed in the database with one’s own token, opens nothing', async () => {
    const claimed = async (token: string) => {
      await app.operator.query("select set_config('app.token', $1, false), set_config('app.grant', $2, false)", [
        token,
        grantId('admin@Alder'),
      ])
      return (await app.operator.query('select role from access.me()')).rows
    }
    expect(await claimed(tokenOf('admin@Alder'))).toEqual([{ role: 'admin' }])
    expect(await claimed(tokenOf('lead@Alder'))).toEqual([])
    await app.operator.query("select set_config('app.token', '', false), set_config('app.grant', '', false)")
  })
})
