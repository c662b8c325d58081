import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { accountsApp, emailOf, passphrase, sessionOf } from '#test/accounts.ts'
import type { TestApp } from '#test/app.ts'
import { accountId, grantId, organisationId, type Who } from '#test/world.ts'

const people = ['practitioner@Alder', 'provider@Hazel', 'supervisor@Birch', 'evaluator', 'admin@Birch'] as const

let app: TestApp
beforeAll(async () => {
  app = await accountsApp({ people })
})
afterAll(() => app.close())
beforeEach(() => app.operator.query('delete from sign_in_failure'))

const signIn = async (who: (typeof people)[number]): Promise<string> =>
  sessionOf(await app.nobody.post('/sign-in', { email: emailOf(who), passphrase }))
const opens = async (token: string, url = '/account'): Promise<boolean> =>
  (await app.holding(token).get(url)).status === 200
/** Moves the life of a session into the past, as if that much time had gone by. */
const later = async (token: string, change: string): Promise<void> => {
  const { rowCount } = await app.operator.query(
    `update session set ${change} where token_sha = sha256($1::bytea) and ended_at is null`,
    [token],
  )
  expect(rowCount).toBe(1)
}
const unusedFor = (token: string, time: string) => later(token, `last_seen_at = now() - interval '${time}'`)

describe('a session that is not used', () => {
  test.each(['practitioner@Alder', 'provider@Hazel', 'supervisor@Birch'] as const)(
    'ends after 15 minutes for whoever sees cases: %s',
    async (who) => {
      const token = await signIn(who)
      await unusedFor(token, '14 minutes 50 seconds')
      expect(await opens(token)).toBe(true)
      await unusedFor(token, '15 minutes 1 second')
      expect((await app.holding(token).get('/account')).to).toBe('/sign-in?next=%2Faccount')
    },
  )

  test('is not woken by being asked once more', async () => {
    const token = await signIn('practitioner@Alder')
    await unusedFor(token, '16 minutes')
    for (let attempt = 0; attempt < 3; attempt += 1) expect(await opens(token)).toBe(false)
    const { rows } = await app.operator.query(
      "select last_seen_at < now() - interval '15 minutes' as idle from session where token_sha = sha256($1::bytea)",
      [token],
    )
    expect(rows).toEqual([{ idle: true }])
  })

  test('that is used in time begins its 15 minutes anew', async () => {
    const token = await signIn('practitioner@Alder')
    await unusedFor(token, '10 minutes')
    expect(await opens(token)).toBe(true)
    const { rows } = await app.operator.query(
      "select last_seen_at > now() - interval '1 minute' as fresh from session where token_sha = sha256($1::bytea)",
      [token],
    )
    expect(rows).toEqual([{ fresh: true }])
  })

  test('counts by the strictest organisation that somebody serves', async () => {
    await app.operator.query('update organisation set idle_minutes = 60 where id = $1', [organisationId('Juniper')])
    await app.operator.query(
      "insert into role_grant (account_id, organisation_id, role, starts) values ($1, $2, 'quality', '2022-01-01')",
      [accountId('evaluator'), organisationId('Alder')],
    )
    const token = await signIn('evaluator')
    await unusedFor(token, '16 minutes')
    expect(await opens(token)).toBe(false)
  })
})

describe('a session in use', () => {
  test('ends 12 hours after signing in, however busy it is', async () => {
    const token = await signIn('practitioner@Alder')
    const { rows } = await app.operator.query(
      "select expires_at - created_at = interval '12 hours' as half_a_day from session where token_sha = sha256($1::bytea)",
      [token],
    )
    expect(rows).toEqual([{ half_a_day: true }])
    await later(token, "expires_at = expires_at - interval '11 hours 59 minutes'")
    expect(await opens(token)).toBe(true)
    await later(token, "expires_at = expires_at - interval '2 minutes'")
    expect(await opens(token)).toBe(false)
  })

  test('does not live longer by being used', async () => {
    const token = await signIn('practitioner@Alder')
    const expires = async () =>
      (await app.operator.query('select expires_at from session where token_sha = sha256($1::bytea)', [token])).rows
    const before = await expires()
    await unusedFor(token, '5 minutes')
    expect(await opens(token)).toBe(true)
    expect(await expires()).toEqual(before)
  })
})

test('signing out everywhere ends every other session at once', async () => {
  const tokens = [await signIn('supervisor@Birch'), await signIn('supervisor@Birch'), await signIn('supervisor@Birch')]
  const [here = '', ...elsewhere] = tokens
  const someoneElse = await signIn('practitioner@Alder')
  for (const token of elsewhere) expect(await opens(token)).toBe(true)
  await app.holding(here).post('/account/sessions/end-all')
  for (const token of tokens) expect(await opens(token)).toBe(false)
  expect(await opens(someoneElse)).toBe(true)
})

describe('what ends while somebody is signed in', () => {
  const people = '/settings/people-with-accounts'
  const reads = (who: Who) =>
    app
      .read(who, (db) => db.q.selectFrom('account').select('id').execute())
      .then(
        ({ length }) => length,
        (error: Error) => error.message,
      )

  test('a role that ended a second ago opens nothing: not its pages, and not the database', async () => {
    const token = await signIn('admin@Birch')
    expect(await opens(token, people)).toBe(true)
    expect(await reads('admin@Birch')).toBeGreaterThan(1)
    await app.operator.query('update role_grant set ends = access.today() where id = $1', [grantId('admin@Birch')])
    expect((await app.holding(token).get(people)).status).toBe(404)
    expect((await app.holding(token).post('/settings/security', { code: 'no', minutes: '15' })).status).toBe(404)
    expect(await reads('admin@Birch')).toBe(0)
    await app.operator.query('update role_grant set ends = null where id = $1', [grantId('admin@Birch')])
    expect(await opens(token, people)).toBe(true)
  })

  test('one of two roles that ended leaves the other, and what was chosen to act in does not bring it back', async () => {
    const second = (
      await app.operator.query(
        "insert into role_grant (account_id, organisation_id, role, starts, ends) values ($1, $2, 'champion', '2022-01-01', access.today()) returning id",
        [accountId('admin@Birch'), organisationId('Birch')],
      )
    ).rows[0].id
    const token = await signIn('admin@Birch')
    const { body } = await app.server.inject({ url: '/account', cookies: { s: token, r: second } })
    expect(body).toContain('Administrator, Birch')
    expect(body).not.toContain('Champion, Birch')
  })

  test('the session of an account that was closed, or of somebody who left, is dead at once', async () => {
    const closed = await signIn('provider@Hazel')
    expect(await opens(closed)).toBe(true)
    await app.operator.query('update account set closed_at = now() where id = $1', [accountId('provider@Hazel')])
    expect((await app.holding(closed).get('/account')).to).toBe('/sign-in?next=%2Faccount')
    expect(await reads('provider@Hazel')).toBe(0)

    const left = await signIn('practitioner@Alder')
    await app.operator.query(
      'update person set ends = access.today() where id = (select person_id from account where id = $1)',
      [accountId('practitioner@Alder')],
    )
    expect(await opens(left)).toBe(false)
    expect(await reads('practitioner@Alder')).toBe(0)
  })
})
