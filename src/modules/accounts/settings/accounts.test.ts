import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accountsApp, actsOf, expectOnlyAdministrators } from '#test/accounts.ts'
import type { TestApp } from '#test/app.ts'
import { accountId, grantId, idOf, organisationId, personId } from '#test/world.ts'

let app: TestApp
beforeAll(async () => {
  app = await accountsApp()
})
afterAll(() => app.close())

const admin = () => app.as('admin@Alder')
const account = (
  who: 'lead@Alder' | 'quality@Alder' | 'champion@Alder' | 'supervisor@Alder' | 'admin@Alder' | 'lead@Birch',
) => `/settings/accounts/${accountId(who)}`
const far = { 'starts-day': '1', 'starts-month': '2', 'starts-year': '2099' }
const grantsOf = async (who: 'lead@Alder' | 'quality@Alder' | 'admin@Alder' | 'lead@Birch') =>
  (
    await app.operator.query(
      'select role, starts, ends, granted_by from role_grant where account_id = $1 order by starts, role',
      [accountId(who)],
    )
  ).rows

describe('the list of people with accounts', () => {
  test('is for administrators only', () => expectOnlyAdministrators(app, '/settings/people-with-accounts'))

  test('has everybody of the own borough and nobody of another, and its reading is recorded', async () => {
    const { status, body } = await admin().get('/settings/people-with-accounts')
    expect(status).toBe(200)
    expect(body).toContain('Robin lead of Alder')
    expect(body).toContain('lead.alder@grove.example')
    expect(body).toContain('Has not signed in yet')
    expect(body).not.toContain('Birch')
    expect(await actsOf(app, 'admin@Alder')).toContain('account.listed')
  })

  test('shows a name that looks like markup as it is', async () => {
    await app.operator.query("update person set name = '<img src=x>' where id = $1", [personId('complaints@Alder')])
    expect((await admin().get('/settings/people-with-accounts')).body).toContain('&lt;img src=x>')
  })
})

describe('one account', () => {
  test('is for administrators only', () => expectOnlyAdministrators(app, account('lead@Alder')))

  test('shows its roles with their dates and who gave them', async () => {
    const { body } = await admin().get(account('lead@Alder'))
    expect(body).toContain('Robin lead of Alder')
    expect(body).toContain('since 1 January 2021')
    expect(body).toContain('the first invitation')
    expect(body).toContain(`/roles/${grantId('lead@Alder')}/end`)
  })

  test('of another borough answers like one that is not there', async () => {
    const there = await admin().get(account('lead@Birch'))
    const nowhere = await admin().get(`/settings/accounts/${idOf('nobody')}`)
    expect([there.status, nowhere.status, (await admin().get('/settings/accounts/nonsense')).status]).toEqual([
      404, 404, 404,
    ])
    expect(there.body.replaceAll(/nonce="[^"]*"/g, '')).toBe(nowhere.body.replaceAll(/nonce="[^"]*"/g, ''))
  })

  test('that is one’s own can be read and not changed', async () => {
    const { body } = await admin().get(account('admin@Alder'))
    expect(body).toContain('This is your own account')
    for (const link of ['/grant-role', '/close', '/end'])
      expect(body).not.toContain(`${accountId('admin@Alder')}${link}`)
  })
})

describe('giving a role', () => {
  test('is for administrators only', () => expectOnlyAdministrators(app, `${account('lead@Alder')}/grant-role`))

  test('offers the roles of a borough, and today', async () => {
    const { body } = await admin().get(`${account('lead@Alder')}/grant-role`)
    expect(body).toContain('value="champion"')
    expect(body).not.toContain('value="provider"')
    expect(body).not.toContain('training:')
    expect(body).toContain(`value="${new Date().getFullYear()}"`)
  })

  test('keeps it with its dates and its giver, and it stands in the record', async () => {
    const reply = await admin().post(`${account('lead@Alder')}/grant-role`, {
      role: 'champion',
      ...far,
      'last-day': '1',
      'last-month': '3',
      'last-year': '2099',
    })
    expect([reply.status, reply.to]).toEqual([303, account('lead@Alder')])
    expect(await grantsOf('lead@Alder')).toContainEqual({
      role: 'champion',
      starts: '2099-02-01',
      ends: '2099-03-02',
      granted_by: accountId('admin@Alder'),
    })
    expect(await actsOf(app, 'admin@Alder')).toContain('account.role-granted')
    expect((await admin().get(account('lead@Alder'))).body).toContain('begins on 1 February 2099, until 1 March 2099')
  })

  test('of a role that is there already is refused in words, and nothing is kept of it', async () => {
    const before = await grantsOf('lead@Alder')
    const reply = await admin().post(`${account('lead@Alder')}/grant-role`, { role: 'lead', ...far })
    expect(reply.status).toBe(422)
    expect(reply.body).toContain('Robin lead of Alder already has this role in some of these days')
    expect(reply.body).toContain('value="2099"')
    expect(await grantsOf('lead@Alder')).toEqual(before)
  })

  test('shows each mistake at its place', async () => {
    const reply = await admin().post(`${account('lead@Alder')}/grant-role`, {
      role: 'training',
      'starts-day': '',
      'starts-month': '',
      'starts-year': '',
    })
    expect(reply.status).toBe(422)
    expect(reply.body).toContain('<a href="#role">Choose a role</a>')
  })

  test('never works on oneself, nor on somebody of another borough', async () => {
    for (const who of ['admin@Alder', 'lead@Birch'] as const) {
      const before = await grantsOf(who)
      expect((await admin().get(`${account(who)}/grant-role`)).status).toBe(404)
      expect((await admin().post(`${account(who)}/grant-role`, { role: 'lead', ...far })).status).toBe(404)
      expect(await grantsOf(who)).toEqual(before)
    }
  })
})

describe('ending a role', () => {
  const url = (who: 'quality@Alder' | 'admin@Alder' | 'lead@Birch') => `${account(who)}/roles/${grantId(who)}/end`

  test('is for administrators only', () => expectOnlyAdministrators(app, url('quality@Alder')))

  test('on a day keeps the day, and now shuts every page at once', async () => {
    const later = await admin().post(url('quality@Alder'), {
      when: 'later',
      'last-day': '31',
      'last-month': '12',
      'last-year': '2098',
    })
    expect(later.status).toBe(303)
    expect((await grantsOf('quality@Alder'))[0]).toMatchObject({ ends: '2099-01-01' })
    expect((await app.as('quality@Alder').get('/account')).status).toBe(200)
    expect((await admin().post(url('quality@Alder'), { when: 'now' })).status).toBe(303)
    expect((await app.as('quality@Alder').get('/account')).status).not.toBe(200)
    expect((await admin().get(account('quality@Alder'))).body).toContain('No role')
    expect(await actsOf(app, 'admin@Alder')).toContain('account.role-ended')
  })

  test('that has ended already, is one’s own or of another borough is not found', async () => {
    for (const who of ['quality@Alder', 'admin@Alder', 'lead@Birch'] as const) {
      expect((await admin().post(url(who), { when: 'now' })).status).toBe(404)
    }
    expect((await admin().get(`${account('lead@Alder')}/roles/${grantId('quality@Alder')}/end`)).status).toBe(404)
  })

  test('asks when', async () => {
    const reply = await admin().post(`${account('supervisor@Alder')}/roles/${grantId('supervisor@Alder')}/end`, {})
    expect(reply.body).toContain('<a href="#when">Choose when the role ends</a>')
  })
})

describe('closing an account', () => {
  test('is for administrators only', () => expectOnlyAdministrators(app, `${account('champion@Alder')}/close`))

  test('says what will happen, and then signs the person out for good', async () => {
    expect((await admin().get(`${account('champion@Alder')}/close`)).body).toContain('cannot sign in again')
    expect((await admin().post(`${account('champion@Alder')}/close`)).status).toBe(303)
    expect((await app.as('champion@Alder').get('/account')).to).toBe('/sign-in?next=%2Faccount')
    expect((await admin().get(account('champion@Alder'))).body).toContain('Closed')
    expect((await admin().post(`${account('champion@Alder')}/close`)).status).toBe(404)
  })

  test('never works on oneself, nor on somebody of another borough', async () => {
    expect((await admin().post(`${account('admin@Alder')}/close`)).status).toBe(404)
    expect((await admin().post(`${account('lead@Birch')}/close`)).status).toBe(404)
    expect((await app.as('lead@Birch').get('/account')).status).toBe(200)
  })
})

test('who runs the partnership gives its roles, with the partnership', async () => {
  await app.operator.query(
    "insert into membership (partnership_id, organisation_id, capacity, starts) values ($1, $2, 'host', '2021-08-01')",
    [idOf('partnership'), organisationId('Alder')],
  )
  const value = `project:${idOf('partnership')}`
  expect((await admin().get(`${account('supervisor@Alder')}/grant-role`)).body).toContain(
    'For all of Grove partnership',
  )
  expect((await admin().post(`${account('supervisor@Alder')}/grant-role`, { role: value, ...far })).status).toBe(303)
})
