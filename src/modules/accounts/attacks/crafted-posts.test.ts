/** Forms that did not come from our pages, or were changed on the way. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accountsModule } from '#modules/accounts/index.ts'
import { csrfFor } from '#platform/web/csrf.ts'
import type { Route } from '#platform/web/route.ts'
import { accountsApp, emailOf } from '#test/accounts.ts'
import { type TestApp, testSecret } from '#test/app.ts'
import { accountId, grantId, idOf, organisationId, personId, tokenOf } from '#test/world.ts'

let app: TestApp
beforeAll(async () => {
  app = await accountsApp({
    async fill(operator) {
      await operator.query('insert into installation (demonstration) values (true) on conflict do nothing')
      await operator.query(
        `insert into invitation (id, token_sha, organisation_id, role, email, name, expires_at)
         values ($1, sha256('a-link-that-waits-in-these-tests'::bytea), $2, 'lead', 'waits@grove.example', 'Noor', now() + interval '1 day')`,
        [idOf('invitation'), organisationId('Alder')],
      )
    },
  })
})
afterAll(() => app.close())

const posts: readonly Route[] = accountsModule({ signIns: [], mails: () => ({}), acts: () => ({}) }).routes.filter(
  ({ methods }) => methods.includes('POST'),
)
const urlOf = ({ path: { pattern } }: Route): string =>
  pattern
    .replace('/invitations/:id', `/invitations/${idOf('invitation')}`)
    .replace(':id', accountId('lead@Alder'))
    .replace(':grantId', grantId('lead@Alder'))
    .replace(':token', 'a-link-that-waits-in-these-tests')
/** What a successful attack would have changed somewhere. */
const everything = async () =>
  (
    await app.operator.query(
      `select (select json_agg(a order by id) from account a) as accounts, (select json_agg(g order by id) from role_grant g) as roles,
        (select json_agg(s.ended_at order by id) from session s) as sessions, (select json_agg(i order by id) from invitation i) as invitations,
        (select json_agg(o order by id) from organisation o) as organisations, (select count(*) from mail) as mails,
        (select json_agg(c order by account_id) from credential c) as credentials, (select count(*) from sign_in_failure) as attempts`,
    )
  ).rows

describe('a form that did not come from our page', () => {
  test('there are as many to try as there are ways to send one', () => {
    expect(posts.length).toBeGreaterThanOrEqual(19)
  })

  const before = 'somebody-elses-cookie-before-signing-in'
  const waysToFake: readonly [string, { cookies: Record<string, string>; csrf?: string }][] = [
    ['without a token', { cookies: { s: tokenOf('admin@Alder') } }],
    [
      'with the token of another session',
      { cookies: { s: tokenOf('admin@Alder') }, csrf: csrfFor(testSecret, tokenOf('admin@Birch')) },
    ],
    [
      'with a token of before signing in',
      { cookies: { s: tokenOf('admin@Alder'), p: before }, csrf: csrfFor(testSecret, before) },
    ],
    [
      'with a token made with another secret',
      { cookies: { s: tokenOf('admin@Alder') }, csrf: csrfFor('guessed', tokenOf('admin@Alder')) },
    ],
  ]

  test.each(posts.map((route) => [route.path.pattern, route] as const))('%s refuses it', async (_pattern, route) => {
    const kept = await everything()
    for (const [how, { cookies, csrf }] of waysToFake) {
      const fields = {
        ...(csrf !== undefined && { _csrf: csrf }),
        email: emailOf('lead@Alder'),
        passphrase: 'x'.repeat(12),
      }
      const reply = await app.server.inject({
        method: 'POST',
        url: urlOf(route),
        cookies,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams(fields).toString(),
      })
      expect([how, reply.statusCode]).toEqual([how, 403])
      expect(reply.cookies.filter(({ name }) => name === 's')).toEqual([])
    }
    if (route.permission.public) {
      const stranger = await app.server.inject({
        method: 'POST',
        url: urlOf(route),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: '',
      })
      expect(stranger.statusCode).toBe(403)
    }
    expect(await everything()).toEqual(kept)
  })

  test('nothing that changes anything can be asked for by a link, but Exit this page', async () => {
    const kept = await everything()
    for (const route of posts) await app.as('admin@Alder').get(urlOf(route))
    expect(await everything()).toEqual(kept)
  })
})

describe('an administrator who wants more for themselves', () => {
  const admin = () => app.as('admin@Alder')
  const today = { 'starts-day': '1', 'starts-month': '2', 'starts-year': '2099' }
  const own = () => `/settings/accounts/${accountId('admin@Alder')}`

  test.each([
    ['gives a role to their own account', () => admin().post(`${own()}/grant-role`, { role: 'lead', ...today }), 404],
    [
      'ends the end of their own role',
      () => admin().post(`${own()}/roles/${grantId('admin@Alder')}/end`, { when: 'now' }),
      404,
    ],
    ['sends themselves a link', () => admin().post(`${own()}/send-link`), 404],
    [
      'names themselves inside a form about somebody else',
      () =>
        admin().post(`/settings/accounts/${accountId('lead@Alder')}/grant-role`, {
          role: 'champion',
          ...today,
          account_id: accountId('admin@Alder'),
        }),
      422,
    ],
    [
      'names somebody else as the giver',
      () =>
        admin().post(`/settings/accounts/${accountId('lead@Alder')}/grant-role`, {
          role: 'champion',
          ...today,
          granted_by: accountId('lead@Alder'),
        }),
      422,
    ],
    [
      'gives a role over the whole partnership',
      () =>
        admin().post(`/settings/accounts/${accountId('lead@Alder')}/grant-role`, {
          role: `project:${idOf('partnership')}`,
          ...today,
        }),
      422,
    ],
    [
      'invites their own address to another role',
      () =>
        admin().post('/settings/invitations/invite', {
          name: 'Me',
          email: emailOf('admin@Alder').toUpperCase(),
          role: 'quality',
          person: '',
        }),
      422,
    ],
    [
      'invites themselves as the member of staff that they are',
      () =>
        admin().post('/settings/invitations/invite', {
          name: 'Me',
          email: 'me.again@grove.example',
          role: 'quality',
          person: personId('admin@Alder'),
        }),
      422,
    ],
    [
      'ends a role of somebody under another account’s address',
      () =>
        admin().post(`/settings/accounts/${accountId('lead@Alder')}/roles/${grantId('admin@Alder')}/end`, {
          when: 'now',
        }),
      404,
    ],
    [
      'acts in a role that they do not have',
      () => admin().post('/account/role', { grant: grantId('lead@Alder') }),
      422,
    ],
  ] as const)('%s: refused, and nothing is kept', async (_what, attack, status) => {
    const kept = await everything()
    expect((await attack()).status).toBe(status)
    expect(await everything()).toEqual(kept)
  })

  test('somebody with a role and no administration cannot send any of these forms', async () => {
    const kept = await everything()
    for (const route of posts.filter(({ permission }) => permission.name === 'accounts.administer'))
      expect([route.path.pattern, (await app.as('lead@Alder').post(urlOf(route), { role: 'admin' })).status]).toEqual([
        route.path.pattern,
        404,
      ])
    expect(await everything()).toEqual(kept)
  })
})
