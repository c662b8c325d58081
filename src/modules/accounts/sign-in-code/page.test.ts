import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { codeAt, newCodeSecret } from '#platform/access/one-time-code.ts'
import { makeSealer } from '#platform/access/sealing.ts'
import { accountsApp, actsOf, emailOf, passphrase, sessionOf } from '#test/accounts.ts'
import { type TestApp, testSecret } from '#test/app.ts'
import { accountId } from '#test/world.ts'
import { secretPlace } from './actions.ts'

const secret = newCodeSecret()
const who = 'lead@Alder'
let app: TestApp
beforeAll(async () => {
  app = await accountsApp({
    people: [who],
    async fill(operator) {
      const sealed = makeSealer(testSecret).seal(secret, secretPlace(accountId(who)))
      await operator.query(
        'update credential set code_secret_sealed = $2, code_confirmed_at = now() where account_id = $1',
        [accountId(who), sealed],
      )
    },
  })
})
afterAll(() => app.close())
beforeEach(async () => {
  await app.operator.query('delete from sign_in_failure')
  await app.operator.query('update credential set code_last_step = null')
})

/** The passphrase was right: what is left is the code. */
const halfWay = async (next = ''): Promise<string> => {
  const reply = await app.nobody.post(`/sign-in${next}`, { email: emailOf(who), passphrase })
  expect(reply.to).toBe(`/sign-in/code${next}`)
  return sessionOf(reply)
}
const now = () => codeAt(secret, new Date())

test('the code of the app finishes the sign-in under a new token, and the old one opens nothing', async () => {
  const before = await halfWay('?next=%2Faccount')
  expect((await app.holding(before).get('/account')).to).toBe('/sign-in?next=%2Faccount')
  expect((await app.holding(before).get('/sign-in/code')).body).toContain('6-digit code')
  const code = now()
  const reply = await app
    .holding(before)
    .post('/sign-in/code?next=%2Faccount', { code: ` ${code.slice(0, 3)} ${code.slice(3)}` })
  expect([reply.status, reply.to]).toEqual([303, '/account'])
  const after = sessionOf(reply)
  expect(after).not.toBe(before)
  expect((await app.holding(after).get('/account')).status).toBe(200)
  expect((await app.holding(before).get('/account')).status).toBe(303)
  expect(await actsOf(app, who)).toContain('account.signed-in')
})

test('a code that was used opens nothing a second time', async () => {
  const code = now()
  expect((await app.holding(await halfWay()).post('/sign-in/code', { code })).status).toBe(303)
  const again = await app.holding(await halfWay()).post('/sign-in/code', { code })
  expect(again.status).toBe(422)
  expect(again.body).toContain('This code has been used. Wait for the next one')
})

test('a code from before the last one used opens nothing', async () => {
  const earlier = codeAt(secret, new Date(Date.now() - 30_000))
  expect(
    (await app.holding(await halfWay()).post('/sign-in/code', { code: codeAt(secret, new Date(Date.now() + 30_000)) }))
      .status,
  ).toBe(303)
  expect((await app.holding(await halfWay()).post('/sign-in/code', { code: earlier })).status).toBe(422)
})

test('a wrong code and one of a few minutes ago are refused, and never shown again', async () => {
  const token = await halfWay()
  const old = codeAt(secret, new Date(Date.now() - 300_000))
  const reply = await app.holding(token).post('/sign-in/code', { code: old })
  expect(reply.status).toBe(422)
  expect(reply.body).toContain('<a href="#code">The code is not right')
  expect(reply.body).not.toContain(`value="${old}"`)
})

test.each([
  ['', 'Enter the code from your app'],
  ['12345', 'Code must be 6 numbers'],
  ['12345a', 'Code must be 6 numbers'],
])('“%s” is not a code, and the page says so', async (code, words) => {
  expect((await app.holding(await halfWay()).post('/sign-in/code', { code })).body).toContain(
    `<a href="#code">${words}</a>`,
  )
})

test('guessing is slowed after five, whatever session it comes from', async () => {
  for (let guess = 0; guess < 5; guess += 1)
    expect((await app.holding(await halfWay()).post('/sign-in/code', { code: `00000${guess}` })).status).toBe(422)
  const slowed = await app.holding(await halfWay()).post('/sign-in/code', { code: now() })
  expect(slowed.status).toBe(429)
  expect(slowed.body).toContain('Too many attempts. Wait')
})

test('somebody who has not given a passphrase is sent to the front door, and somebody signed in past it', async () => {
  expect((await app.nobody.get('/sign-in/code?next=%2Faccount')).to).toBe('/sign-in?next=%2Faccount')
  expect((await app.nobody.post('/sign-in/code', { code: now() })).to).toBe('/sign-in')
  expect((await app.as('quality@Alder').get('/sign-in/code')).to).toBe('/')
})

test('a secret that was sealed for somebody else opens nobody’s account', async () => {
  const sealed = makeSealer(testSecret).seal(secret, secretPlace(accountId('quality@Alder')))
  const { rows } = await app.operator.query('select code_secret_sealed as kept from credential where account_id = $1', [
    accountId(who),
  ])
  await app.operator.query('update credential set code_secret_sealed = $2 where account_id = $1', [
    accountId(who),
    sealed,
  ])
  expect((await app.holding(await halfWay()).post('/sign-in/code', { code: now() })).status).toBe(500)
  await app.operator.query('update credential set code_secret_sealed = $2 where account_id = $1', [
    accountId(who),
    rows[0].kept,
  ])
})
