import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { accountsApp, actsOf, emailOf, passphrase, sessionOf } from '#test/accounts.ts'
import type { TestApp } from '#test/app.ts'
import { accountId } from '#test/world.ts'

let app: TestApp
beforeAll(async () => {
  app = await accountsApp({ people: ['lead@Alder', 'quality@Alder', 'champion@Alder', 'supervisor@Birch'] })
})
afterAll(() => app.close())
beforeEach(() => app.operator.query('delete from sign_in_failure'))

const url = '/account/passphrase'
const strong = 'lantern pebble oboe rhubarb'
const signIn = (who: 'lead@Alder', text: string) =>
  app.nobody.post('/sign-in', { email: emailOf(who), passphrase: text })

test('a new passphrase replaces the old, ends every other session and stands in the record', async () => {
  const here = sessionOf(await signIn('lead@Alder', passphrase))
  const elsewhere = sessionOf(await signIn('lead@Alder', passphrase))
  expect((await app.holding(here).get(url)).body).toContain('Current passphrase')
  const reply = await app.holding(here).post(url, { current: passphrase, passphrase: strong })
  expect([reply.status, reply.to]).toEqual([303, '/account'])
  expect((await app.holding(here).get('/account')).status).toBe(200)
  expect((await app.holding(elsewhere).get('/account')).status).toBe(303)
  expect((await signIn('lead@Alder', passphrase)).status).toBe(422)
  expect((await signIn('lead@Alder', strong)).status).toBe(303)
  expect(await actsOf(app, 'lead@Alder')).toContain('account.passphrase-changed')
})

test('without the current one nothing changes', async () => {
  const before = await app.operator.query('select passphrase_hash from credential where account_id = $1', [
    accountId('quality@Alder'),
  ])
  const reply = await app.as('quality@Alder').post(url, { current: 'not my passphrase', passphrase: strong })
  expect(reply.status).toBe(422)
  expect(reply.body).toContain('<a href="#current">Your current passphrase is not right</a>')
  const after = await app.operator.query('select passphrase_hash from credential where account_id = $1', [
    accountId('quality@Alder'),
  ])
  expect(after.rows).toEqual(before.rows)
  expect(await actsOf(app, 'quality@Alder')).toEqual([])
})

test('whoever sits at a screen that was left cannot go on guessing', async () => {
  for (let guess = 0; guess < 5; guess += 1)
    await app.as('champion@Alder').post(url, { current: `guess number ${guess}`, passphrase: strong })
  const slowed = await app.as('champion@Alder').post(url, { current: passphrase, passphrase: strong })
  expect(slowed.status).toBe(429)
  expect(slowed.body).toContain('Too many attempts. Wait')
})

test.each([
  ['short', 'Passphrase must be 12 characters or more'],
  ['Arsenal2024!!', 'Choose a passphrase that is harder to guess'],
  ['supervisor.birch@grove.example', 'Passphrase must not be made from your name or email address'],
  [passphrase, 'New passphrase must be different from your current one'],
])('“%s” is refused as a new one, and shown to nobody', async (text, words) => {
  const reply = await app.as('supervisor@Birch').post(url, { current: passphrase, passphrase: text })
  expect(reply.status).toBe(422)
  expect(reply.body).toContain(words)
  expect(reply.body).not.toContain(`value="${text}"`)
})

test('only somebody who is signed in has one to change', async () => {
  expect((await app.nobody.get(url)).to).toBe(`/sign-in?next=${encodeURIComponent(url)}`)
  expect((await app.nobody.post(url, { current: passphrase, passphrase: strong })).status).toBe(303)
})
