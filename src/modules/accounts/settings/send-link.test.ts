import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { codeAt } from '#platform/access/one-time-code.ts'
import { accountsApp, actsOf, emailOf, expectOnlyAdministrators, passphrase, sessionOf } from '#test/accounts.ts'
import type { TestApp } from '#test/app.ts'
import { accountId, grantId, organisationId, personId, type Who } from '#test/world.ts'

let app: TestApp
beforeAll(async () => {
  app = await accountsApp({
    people: ['lead@Alder', 'quality@Alder', 'champion@Alder', 'supervisor@Alder'],
    async fill(operator) {
      await operator.query('insert into installation (demonstration) values (true) on conflict do nothing')
    },
  })
})
afterAll(() => app.close())
beforeEach(async () => {
  await app.operator.query('delete from sign_in_failure')
  await app.operator.query('delete from mail')
})

const strong = 'lantern pebble oboe rhubarb'
const url = (who: Who) => `/settings/accounts/${accountId(who)}/send-link`
const admin = () => app.as('admin@Alder')
const signIn = (who: Who, text: string) => app.nobody.post('/sign-in', { email: emailOf(who), passphrase: text })
const linksInOutbox = async (): Promise<string[]> => [
  ...new Set((await app.nobody.get('/demonstration/mail')).body.match(/\/invitation\/[\w-]{43}/g)),
]
/** Sends a link and gives it. */
const sent = async (who: Who): Promise<string> => {
  expect((await admin().post(url(who))).status).toBe(303)
  const [newest = ''] = await linksInOutbox()
  return newest
}
const mailsAndLinks = async () =>
  (
    await app.operator.query(
      'select (select count(*) from mail) as mails, (select count(*) from invitation) as invitations',
    )
  ).rows[0]

test('sending a link is for administrators only', () => expectOnlyAdministrators(app, url('lead@Alder')))

describe('before it is sent', () => {
  test('the page of the account leads to it, and it says to whom and what will happen', async () => {
    expect((await admin().get(`/settings/accounts/${accountId('lead@Alder')}`)).body).toContain(url('lead@Alder'))
    const { status, body } = await admin().get(url('lead@Alder'))
    expect(status).toBe(200)
    for (const words of ['Robin lead of Alder', emailOf('lead@Alder'), 'Make sure that it is', 'stop working'])
      expect(body).toContain(words)
    expect(await linksInOutbox()).toEqual([])
  })

  test('it is not found for oneself, a closed account, one without a role, and another borough', async () => {
    await app.operator.query('update account set closed_at = now() where id = $1', [accountId('complaints@Alder')])
    await app.operator.query('update role_grant set ends = current_date where id = $1', [grantId('practitioner@Alder')])
    const before = await mailsAndLinks()
    for (const who of ['admin@Alder', 'complaints@Alder', 'practitioner@Alder', 'lead@Birch'] as const) {
      expect([who, (await admin().get(url(who))).status]).toEqual([who, 404])
      expect([who, (await admin().post(url(who))).status]).toEqual([who, 404])
      expect((await admin().get(`/settings/accounts/${accountId(who)}`)).body).not.toContain('/send-link')
    }
    expect(await mailsAndLinks()).toEqual(before)
  })

  test('neither another address nor another role can be slipped in', async () => {
    const before = await mailsAndLinks()
    for (const field of ['email', 'role', 'person'])
      expect((await admin().post(url('lead@Alder'), { [field]: 'admin.alder@grove.example' })).status).toBe(422)
    expect(await mailsAndLinks()).toEqual(before)
  })
})

describe('a link that was sent', () => {
  test('went to the account’s own address, in words that say nothing, and stands in the record', async () => {
    await sent('lead@Alder')
    const { body } = await app.nobody.get('/demonstration/mail')
    expect(body).toContain(emailOf('lead@Alder'))
    for (const word of ['passphrase', 'Alder', 'account']) expect(body.split('<main')[1]).not.toContain(`${word} `)
    const { rows } = await app.operator.query(
      "select subject_kind, subject_id from record_entry where act = 'account.link-sent'",
    )
    expect(rows).toEqual([{ subject_kind: 'account', subject_id: accountId('lead@Alder') }])
    const list = await admin().get('/settings/invitations')
    expect(list.body).toContain('A new passphrase')
  })

  test('changes nothing until it is used', async () => {
    await sent('lead@Alder')
    expect((await signIn('lead@Alder', passphrase)).status).toBe(303)
    expect((await app.as('lead@Alder').get('/account')).status).toBe(200)
  })

  test('makes the one before it useless', async () => {
    const first = await sent('lead@Alder')
    await app.operator.query('delete from mail')
    const second = await sent('lead@Alder')
    expect(second).not.toBe(first)
    expect((await app.nobody.get(first)).status).toBe(404)
    expect((await app.nobody.get(second)).status).toBe(200)
  })

  test('says to its holder that they have an account, and shows no role that it does not give', async () => {
    const { body } = await app.nobody.get(await sent('lead@Alder'))
    expect(body).toContain('<title>Choose a new passphrase')
    expect(body).toContain('You have an account already')
    expect(body).not.toContain('Implementation lead')
    expect(body).not.toContain('Accept your invitation')
  })

  test('withdrawn, leaves the account as it is', async () => {
    const link = await sent('lead@Alder')
    const { rows } = await app.operator.query(
      'select id from invitation where person_id = $1 and withdrawn_at is null and accepted_at is null',
      [personId('lead@Alder')],
    )
    const withdraw = `/settings/invitations/${rows[0].id}/withdraw`
    expect((await admin().get(withdraw)).body).toContain('Their account stays as it is')
    expect((await admin().post(withdraw)).status).toBe(303)
    expect((await app.nobody.post(link, { passphrase: strong })).status).toBe(404)
    expect((await signIn('lead@Alder', passphrase)).status).toBe(303)
  })
})

describe('a link that is used', () => {
  test('gives a new passphrase, ends old sessions, app and codes, and gives no role', async () => {
    await app.operator.query(
      "update credential set code_secret_sealed = 'x', code_confirmed_at = now(), code_last_step = 7 where account_id = $1",
      [accountId('quality@Alder')],
    )
    await app.operator.query("insert into recovery_code (account_id, code_sha) values ($1, 'x')", [
      accountId('quality@Alder'),
    ])
    const roles = () =>
      app.operator
        .query('select id, role, starts, ends from role_grant where account_id = $1', [accountId('quality@Alder')])
        .then(({ rows }) => rows)
    const before = await roles()
    const reply = await app.nobody.post(await sent('quality@Alder'), { passphrase: strong })
    expect([reply.status, reply.to]).toEqual([303, '/'])
    expect((await app.holding(sessionOf(reply)).get('/account')).body).toContain('Not set up')
    expect((await app.as('quality@Alder').get('/account')).to).toBe('/sign-in?next=%2Faccount')
    expect((await signIn('quality@Alder', passphrase)).status).toBe(422)
    expect((await signIn('quality@Alder', strong)).to).toBe('/')
    expect(await roles()).toEqual(before)
    const codes = await app.operator.query('select from recovery_code where account_id = $1', [
      accountId('quality@Alder'),
    ])
    expect(codes.rowCount).toBe(0)
    expect(await actsOf(app, 'quality@Alder')).toContain('invitation.accepted')
    expect((await admin().get('/settings/invitations')).body).toContain('Used on')
  })

  test('leads to a new app where the organisation asks for one', async () => {
    await app.operator.query('update organisation set second_factor_required = true where id = $1', [
      organisationId('Alder'),
    ])
    const reply = await app.nobody.post(await sent('champion@Alder'), { passphrase: strong })
    expect(reply.to).toBe('/sign-in/set-up-code')
    const pending = sessionOf(reply)
    expect((await app.holding(pending).get('/account')).status).toBe(303)
    const page = await app.holding(pending).get('/sign-in/set-up-code')
    const secret = page.body.match(/name="secret" value="([A-Z2-7]{32})"/)?.[1] ?? ''
    const done = await app.holding(pending).post('/sign-in/set-up-code', { secret, code: codeAt(secret, new Date()) })
    expect((await app.holding(sessionOf(done)).get('/account')).status).toBe(200)
    await app.operator.query('update organisation set second_factor_required = false')
  })

  test('works once, and for nobody whose account was closed meanwhile', async () => {
    const link = await sent('supervisor@Alder')
    expect((await app.nobody.post(link, { passphrase: strong })).status).toBe(303)
    expect((await app.nobody.post(link, { passphrase: `${strong} again` })).status).toBe(404)
    const late = await sent('supervisor@Alder')
    await app.operator.query('update account set closed_at = now() where id = $1', [accountId('supervisor@Alder')])
    expect((await app.nobody.post(late, { passphrase: strong })).status).toBe(404)
  })

  test('opens nothing where the last role has ended meanwhile, and says whom to ask', async () => {
    const link = await sent('borough_lead@Alder')
    await app.operator.query('update role_grant set ends = current_date where id = $1', [grantId('borough_lead@Alder')])
    const reply = await app.nobody.post(link, { passphrase: strong })
    expect(reply.to).toBe('/sign-in')
    expect(reply.cookies.find(({ name }) => name === 's')?.value).toBe('')
  })
})

test('two administrators who send a link at once leave one that works', async () => {
  await Promise.all(Array.from({ length: 5 }, () => admin().post(url('lead@Alder'))))
  const links = await linksInOutbox()
  expect(links).toHaveLength(5)
  const statuses = await Promise.all(links.map(async (link) => (await app.nobody.get(link)).status))
  expect(statuses.filter((status) => status === 200)).toHaveLength(1)
})
