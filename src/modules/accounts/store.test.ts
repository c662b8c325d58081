import { afterAll, beforeAll, expect, test } from 'vitest'
import { accountsApp } from '#test/accounts.ts'
import type { TestApp } from '#test/app.ts'
import { accountId, grantId, idOf, organisationId } from '#test/world.ts'
import {
  accountById,
  accountsOf,
  addGrant,
  changeSecurity,
  closeAccount,
  endGrant,
  grantingOrganisation,
  grantsOf,
  securityOf,
} from './admin-store.ts'
import {
  addInvitation,
  addressTaken,
  invitationById,
  invitationsOf,
  staffWithoutAccount,
  withdrawInvitation,
} from './invitation-store.ts'
import { entriesOf, linesAPage, recentActs } from './record-store.ts'
import { endOwnSession, ownGrants, ownSessions } from './store.ts'

let app: TestApp
beforeAll(async () => {
  app = await accountsApp()
})
afterAll(() => app.close())

const alder = organisationId('Alder')
const birch = organisationId('Birch')
const today = '2026-03-03'
const champion = { role: 'champion', partnershipId: null, partnership: null } as const

test('an administrator finds the accounts of their own borough, and not one of the other’s', async () => {
  const mine = await app.read('admin@Alder', (db) => accountsOf(db, alder))
  expect(mine.map(({ id }) => id)).toContain(accountId('lead@Alder'))
  expect(mine.some(({ id }) => id === accountId('lead@Birch'))).toBe(false)
  expect(await app.read('admin@Alder', (db) => accountsOf(db, birch))).toEqual([])
  expect(await app.read('admin@Alder', (db) => accountById(db, birch, accountId('lead@Birch')))).toBeNull()
  expect(await app.read('admin@Alder', (db) => grantsOf(db, birch))).toEqual([])
})

test('whoever is no administrator cannot even ask', async () => {
  await expect(app.read('lead@Alder', (db) => accountsOf(db, alder))).rejects.toThrow(/permission denied/)
  expect((await app.read('lead@Alder', (db) => grantsOf(db, alder))).map(({ account_id }) => account_id)).toEqual([
    accountId('lead@Alder'),
  ])
})

test('a role cannot be given to oneself, nor to somebody of the other borough', async () => {
  const grant = {
    organisationId: alder,
    choice: champion,
    starts: today,
    ends: null,
    grantedBy: accountId('admin@Alder'),
  }
  await expect(
    app.write('admin@Alder', (db) => addGrant(db, { ...grant, accountId: accountId('admin@Alder') })),
  ).rejects.toThrow(/row-level security/)
  await expect(
    app.write('admin@Alder', (db) => addGrant(db, { ...grant, accountId: accountId('lead@Birch') })),
  ).rejects.toThrow(/row-level security/)
  await expect(
    app.write('lead@Alder', (db) => addGrant(db, { ...grant, accountId: accountId('quality@Alder') })),
  ).rejects.toThrow(/permission denied/)
})

test('a borough cannot give a role over the whole partnership', async () => {
  const choice = { role: 'training', partnershipId: idOf('partnership'), partnership: null } as const
  const grant = {
    accountId: accountId('quality@Alder'),
    organisationId: alder,
    choice,
    starts: today,
    ends: null,
    grantedBy: accountId('admin@Alder'),
  }
  await expect(app.write('admin@Alder', (db) => addGrant(db, grant))).rejects.toThrow(/row-level security/)
})

test('a role ends for one’s own people only, and never one’s own', async () => {
  expect(await app.write('admin@Alder', (db) => endGrant(db, birch, grantId('lead@Birch'), today))).toBe(false)
  expect(await app.write('admin@Alder', (db) => endGrant(db, alder, grantId('admin@Alder'), today))).toBe(false)
  expect(await app.write('admin@Alder', (db) => endGrant(db, alder, grantId('practitioner@Alder'), today))).toBe(true)
})

test('an account closes once, of one’s own borough, and never one’s own', async () => {
  expect(await app.write('admin@Alder', (db) => closeAccount(db, birch, accountId('lead@Birch')))).toBe(false)
  expect(await app.write('admin@Alder', (db) => closeAccount(db, alder, accountId('admin@Alder')))).toBe(false)
  expect(await app.write('admin@Alder', (db) => closeAccount(db, alder, accountId('complaints@Alder')))).toBe(true)
  expect(await app.write('admin@Alder', (db) => closeAccount(db, alder, accountId('complaints@Alder')))).toBe(false)
})

test('what an organisation does today decides what it can give', async () => {
  expect(await app.read('admin@Alder', (db) => grantingOrganisation(db, alder, today))).toEqual({
    kind: 'authority',
    capacities: [{ partnershipId: idOf('partnership'), partnership: 'Grove partnership', capacity: 'authority' }],
  })
  expect((await app.read('admin@Alder', (db) => grantingOrganisation(db, alder, '2021-07-31'))).capacities).toEqual([])
})

test('how people sign in is changed for one’s own borough only', async () => {
  await app.write('admin@Alder', (db) => changeSecurity(db, alder, { secondFactorRequired: false, idleMinutes: 20 }))
  await app.write('admin@Alder', (db) => changeSecurity(db, birch, { secondFactorRequired: false, idleMinutes: 60 }))
  expect((await app.read('admin@Alder', (db) => securityOf(db, alder))).idle_minutes).toBe(20)
  expect((await app.read('admin@Birch', (db) => securityOf(db, birch))).idle_minutes).toBe(15)
})

test('an invitation is known by its own borough, is taken once, and is withdrawn once', async () => {
  const invitation = {
    token: 'a-token',
    organisationId: alder,
    choice: champion,
    email: 'sam@grove.example',
    name: 'Sam',
    personId: null,
    invitedBy: accountId('admin@Alder'),
  }
  await app.write('admin@Alder', (db) => addInvitation(db, invitation))
  const [listed] = await app.read('admin@Alder', (db) => invitationsOf(db, alder))
  const id = listed?.id ?? ''
  expect(listed).toMatchObject({ name: 'Sam', role: 'champion', accepted_at: null })
  expect(await app.read('admin@Birch', (db) => invitationsOf(db, alder))).toEqual([])
  expect(await app.read('admin@Birch', (db) => invitationById(db, alder, id))).toBeNull()
  expect(await app.write('admin@Alder', (db) => addressTaken(db, alder, 'sam@grove.example'))).toBe('invited')
  expect(await app.write('admin@Birch', (db) => addressTaken(db, birch, 'sam@grove.example'))).toBeNull()
  expect(await app.write('admin@Birch', (db) => withdrawInvitation(db, alder, id))).toBe(false)
  expect(await app.write('admin@Alder', (db) => withdrawInvitation(db, alder, id))).toBe(true)
  expect(await app.write('admin@Alder', (db) => withdrawInvitation(db, alder, id))).toBe(false)
  expect(await app.write('admin@Alder', (db) => addressTaken(db, alder, 'sam@grove.example'))).toBeNull()
  expect(await app.write('admin@Alder', (db) => addressTaken(db, alder, 'lead.alder@grove.example'))).toBe('account')
})

test('staff to invite are those of the borough who work there and have no account', async () => {
  await app.operator.query(
    `insert into person (organisation_id, name, starts, ends) values
      ($1, 'Works here', '2021-01-01', null), ($1, 'Has left', '2021-01-01', '2022-01-01'), ($2, 'Works there', '2021-01-01', null)`,
    [alder, birch],
  )
  const names = (await app.read('admin@Alder', (db) => staffWithoutAccount(db, alder, today))).map(({ name }) => name)
  expect(names).toEqual(['Works here'])
})

test('the record shows one’s own borough, newest first, a page and one at a time', async () => {
  for (let line = 0; line < linesAPage + 3; line += 1)
    await app.operator.query("select access.record_link($1, $2, 'lead', $3, '', '', '', '')", [
      alder,
      accountId('lead@Alder'),
      line % 2 === 0 ? 'tests.even' : 'tests.odd',
    ])
  await app.operator.query("select access.record_link($1, $2, 'lead', 'tests.other', '', '', '', '')", [
    birch,
    accountId('lead@Birch'),
  ])
  const all = { person: null, act: null, before: null }
  const first = await app.read('admin@Alder', (db) => entriesOf(db, alder, all))
  expect(first).toHaveLength(linesAPage + 1)
  expect(first.map(({ seq }) => seq)).toEqual(first.map(({ seq }) => seq).toSorted((a, b) => b - a))
  const older = await app.read('admin@Alder', (db) =>
    entriesOf(db, alder, { ...all, before: first[linesAPage - 1]?.moment ?? null }),
  )
  expect(older[0]?.seq).toBe(first[linesAPage]?.seq)
  const odd = await app.read('admin@Alder', (db) => entriesOf(db, alder, { ...all, act: 'tests.odd' }))
  expect(new Set(odd.map(({ act }) => act))).toEqual(new Set(['tests.odd']))
  expect(
    await app.read('admin@Alder', (db) => entriesOf(db, alder, { ...all, person: accountId('quality@Alder') })),
  ).toEqual([])
  expect(await app.read('admin@Alder', (db) => recentActs(db, alder))).not.toContain('tests.other')
  expect(await app.read('admin@Alder', (db) => entriesOf(db, birch, all))).toEqual([])
})

test('people see and end their own sessions, and see their own roles', async () => {
  expect((await app.read('lead@Birch', (db) => ownSessions(db, accountId('lead@Birch')))).map(({ id }) => id)).toEqual([
    idOf('session lead@Birch'),
  ])
  expect(await app.read('lead@Birch', (db) => ownSessions(db, accountId('lead@Alder')))).toEqual([])
  expect(
    await app.write('lead@Birch', (db) => endOwnSession(db, accountId('lead@Alder'), idOf('session lead@Alder'))),
  ).toBe(false)
  expect(await app.read('lead@Birch', (db) => ownGrants(db, accountId('lead@Birch')))).toMatchObject([
    { role: 'lead', organisation: 'Birch' },
  ])
})
