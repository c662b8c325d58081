/** Finding out who has an account here, from outside or from another borough. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newCodeSecret } from '#platform/access/one-time-code.ts'
import { makeSealer } from '#platform/access/sealing.ts'
import { accountsApp, emailOf, passphrase, sessionOf } from '#test/accounts.ts'
import { type Reply, type TestApp, testSecret } from '#test/app.ts'
import { accountId, grantId, organisationId, personId } from '#test/world.ts'
import { secretPlace } from '../sign-in-code/actions.ts'

let app: TestApp
beforeAll(async () => {
  app = await accountsApp({
    people: ['lead@Alder', 'complaints@Alder', 'practitioner@Alder', 'supervisor@Alder', 'quality@Birch'],
    async fill(operator) {
      await operator.query('update account set closed_at = now() where id = $1', [accountId('complaints@Alder')])
      await operator.query('update person set ends = current_date where id = $1', [personId('practitioner@Alder')])
      await operator.query('update role_grant set ends = current_date where id = $1', [grantId('supervisor@Alder')])
      await operator.query(
        'update credential set code_secret_sealed = $2, code_confirmed_at = now() where account_id = $1',
        [
          accountId('quality@Birch'),
          makeSealer(testSecret).seal(newCodeSecret(), secretPlace(accountId('quality@Birch'))),
        ],
      )
    },
  })
})
afterAll(() => app.close())
beforeEach(() => app.operator.query('delete from sign_in_failure'))

/** Everything that an answer says but what differs between any two. */
const said = ({ status, body, headers, cookies }: Reply, email = '-') => ({
  status,
  body: body.replaceAll(/nonce="[^"]*"|value="[\w-]{36,43}"/g, '').replaceAll(email, 'EMAIL'),
  headers: Object.keys(headers).toSorted(),
  cookies: cookies.map(({ name }) => name),
})

// Each in a state of its own; the last is nobody's.
const addresses = [
  ['an open account', emailOf('lead@Alder')],
  ['an account that was never set up', emailOf('champion@Alder')],
  ['a closed account', emailOf('complaints@Alder')],
  ['somebody who left', emailOf('practitioner@Alder')],
  ['an account without a role', emailOf('supervisor@Alder')],
  ['an account with an app', emailOf('quality@Birch')],
] as const
const nobodys = 'nobody.at.all@grove.example'
const knock = (email: string) => app.nobody.post('/sign-in', { email, passphrase: 'not the passphrase of anybody' })

describe('at the front door', () => {
  test.each(addresses)('%s is answered like an address that nobody has', async (_what, email) => {
    expect(said(await knock(email), email)).toEqual(said(await knock(nobodys), nobodys))
  })

  test.each(addresses)('%s is slowed like an address that nobody has, after as many attempts', async (_what, email) => {
    // At once: attempts are counted before they are judged.
    const statuses = async (of: string) =>
      (await Promise.all(Array.from({ length: 6 }, () => knock(of)))).map(({ status }) => status).toSorted()
    const theirs = await statuses(email)
    expect(theirs).toEqual([422, 422, 422, 422, 422, 429])
    expect(await statuses(`6${nobodys}`)).toEqual(theirs)
  })

  test('no answer comes sooner than another: each waits for the same moment', async () => {
    const took = async (email: string) => {
      const started = performance.now()
      await knock(email)
      return performance.now() - started
    }
    // One after the other: at once they would wait for the processor and not for the door.
    for (const email of [...addresses.map(([, address]) => address), nobodys])
      expect([email, (await took(email)) > 245]).toEqual([email, true])
  })
})

describe('at the recovery code', () => {
  const halfWay = async () =>
    sessionOf(await app.nobody.post('/sign-in', { email: emailOf('quality@Birch'), passphrase }))

  test('a code that was used and one that never was are answered alike', async () => {
    await app.operator.query(
      "insert into recovery_code (account_id, code_sha, used_at) values ($1, sha256('AAAABBBBCCCCDDDD'::bytea), now())",
      [accountId('quality@Birch')],
    )
    const token = await halfWay()
    const answers = []
    for (const code of ['AAAA-BBBB-CCCC-DDDD', 'ZZZZ-ZZZZ-ZZZZ-ZZZZ', 'x'])
      answers.push(said(await app.holding(token).post('/sign-in/recovery-code', { code })))
    expect(answers[0]?.status).toBe(422)
    expect(answers[1]).toEqual(answers[0])
    expect(answers[2]).toEqual(answers[0])
  })

  test('whoever gave no passphrase learns nothing, whatever they send', async () => {
    for (const url of ['/sign-in/recovery-code', '/sign-in/code', '/sign-in/set-up-code']) {
      const reply = await app.nobody.post(url, { code: '123456', email: emailOf('quality@Birch') })
      expect([url, reply.status, reply.to]).toEqual([url, 303, '/sign-in'])
    }
  })
})

describe('by invitations', () => {
  const invite = (email: string) =>
    app.as('admin@Birch').post('/settings/invitations/invite', {
      name: 'Somebody',
      email,
      role: 'lead',
      person: '',
    })

  test('an administrator does not learn which addresses have accounts in another borough', async () => {
    const known = await invite(emailOf('lead@Alder'))
    const unknown = await invite(nobodys)
    expect(said(known)).toEqual(said(unknown))
    const list = await app.as('admin@Birch').get('/settings/invitations')
    expect(list.body.split('Waiting, until')).toHaveLength(3)
    expect(list.body).not.toContain('A new passphrase')
  })

  test('a link to an address that another borough has makes nothing and changes nothing there', async () => {
    const token = 'a-link-of-birch-to-a-lead-of-alder-and-long-enough'
    await app.operator.query(
      `insert into invitation (token_sha, organisation_id, role, email, name, expires_at)
       values (sha256($1::bytea), $2, 'admin', $3, 'Robin', now() + interval '1 day')`,
      [token, organisationId('Birch'), emailOf('lead@Alder')],
    )
    const reply = await app.nobody.post(`/invitation/${token}`, { passphrase: 'lantern pebble oboe rhubarb' })
    const spent = await app.nobody.post('/invitation/never-was', { passphrase: 'lantern pebble oboe rhubarb' })
    expect(said(reply)).toEqual(said(spent))
    expect((await app.nobody.post('/sign-in', { email: emailOf('lead@Alder'), passphrase })).status).toBe(303)
    const grants = await app.operator.query('select role from role_grant where account_id = $1', [
      accountId('lead@Alder'),
    ])
    expect(grants.rows).toEqual([{ role: 'lead' }])
  })

  test('nor which accounts there are, from their numbers', async () => {
    for (const page of ['', '/send-link', '/close', '/grant-role']) {
      const there = await app.as('admin@Birch').get(`/settings/accounts/${accountId('lead@Alder')}${page}`)
      const nowhere = await app.as('admin@Birch').get(`/settings/accounts/${organisationId('nowhere')}${page}`)
      expect(said(there)).toEqual(said(nowhere))
    }
  })
})
