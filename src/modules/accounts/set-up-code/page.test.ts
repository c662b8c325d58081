import { parseHTML } from 'linkedom'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { codeAt } from '#platform/access/one-time-code.ts'
import { accountsApp, actsOf, emailOf, passphrase, sessionOf } from '#test/accounts.ts'
import type { Reply, TestApp } from '#test/app.ts'
import { accountId, organisationId } from '#test/world.ts'

let app: TestApp
beforeAll(async () => {
  app = await accountsApp({
    people: ['lead@Alder', 'quality@Alder', 'champion@Alder', 'supervisor@Birch'],
    fill: async (operator) =>
      void (await operator.query('update organisation set second_factor_required = true where id = $1', [
        organisationId('Alder'),
      ])),
  })
})
afterAll(() => app.close())
beforeEach(() => app.operator.query('delete from sign_in_failure'))

const documentOf = (reply: Reply) => parseHTML(reply.body).document
const secretOf = (reply: Reply): string =>
  documentOf(reply).querySelector('input[name=secret]')?.getAttribute('value') ?? ''
const recoveryCodesOf = (reply: Reply): string[] =>
  Array.from(documentOf(reply).querySelectorAll('.tl-recovery-codes .tl-code'), (code) => code.textContent)
const start = async (who: 'lead@Alder' | 'quality@Alder' | 'champion@Alder'): Promise<string> => {
  const reply = await app.nobody.post('/sign-in', { email: emailOf(who), passphrase })
  expect(reply.to).toBe('/sign-in/set-up-code')
  return sessionOf(reply)
}

test('somebody without an app is led through setting it up: picture, key, code, and ten recovery codes once', async () => {
  const token = await start('lead@Alder')
  const page = await app.holding(token).get('/sign-in/set-up-code')
  const secret = secretOf(page)
  expect(page.body).toContain('<svg class="tl-qr"')
  expect(documentOf(page).querySelector('.tl-code')?.textContent?.replaceAll(' ', '')).toBe(secret)
  expect(page.body).toContain('Your organisation asks for a code')

  const wrong = await app.holding(token).post('/sign-in/set-up-code', { secret, code: '000000' })
  expect(wrong.status).toBe(422)
  expect(secretOf(wrong)).toBe(secret)

  const done = await app.holding(token).post('/sign-in/set-up-code', { secret, code: codeAt(secret, new Date()) })
  expect(done.status).toBe(200)
  expect(recoveryCodesOf(done)).toHaveLength(10)
  const session = sessionOf(done)
  expect((await app.holding(session).get('/account')).body).toContain('Set up')
  expect((await app.holding(token).get('/account')).status).toBe(303)
  expect(await actsOf(app, 'lead@Alder')).toContain('account.signed-in')
})

test('what is kept is sealed and hashed: neither key nor recovery code lies in the database', async () => {
  const token = await start('quality@Alder')
  const secret = secretOf(await app.holding(token).get('/sign-in/set-up-code'))
  const done = await app.holding(token).post('/sign-in/set-up-code', { secret, code: codeAt(secret, new Date()) })
  const { rows } = await app.operator.query<{ sealed: Buffer; codes: Buffer[] }>(
    'select code_secret_sealed as sealed, array(select code_sha from recovery_code r where r.account_id = c.account_id) as codes from credential c where account_id = $1',
    [accountId('quality@Alder')],
  )
  expect(rows[0]?.sealed.includes(secret)).toBe(false)
  expect(rows[0]?.codes).toHaveLength(10)
  const kept = Buffer.concat(rows[0]?.codes ?? []).toString('latin1')
  for (const code of recoveryCodesOf(done)) expect(kept).not.toContain(code.slice(0, 9))
})

test('each recovery code signs in once, however it is typed, and no other does', async () => {
  const first = await start('champion@Alder')
  const secret = secretOf(await app.holding(first).get('/sign-in/set-up-code'))
  const codes = recoveryCodesOf(
    await app.holding(first).post('/sign-in/set-up-code', { secret, code: codeAt(secret, new Date()) }),
  )
  const pending = async () =>
    sessionOf(await app.nobody.post('/sign-in', { email: emailOf('champion@Alder'), passphrase }))
  const [code = ''] = codes
  const session = await app
    .holding(await pending())
    .post('/sign-in/recovery-code?next=%2Faccount', { code: code.toLowerCase().replaceAll('-', ' ') })
  expect([session.status, session.to]).toEqual([303, '/account'])
  expect((await app.holding(sessionOf(session)).get('/account')).status).toBe(200)
  const again = await app.holding(await pending()).post('/sign-in/recovery-code', { code })
  expect(again.body).toContain('The recovery code is not right, or it has been used')
  expect(
    (await app.holding(await pending()).post('/sign-in/recovery-code', { code: 'ABCD-EFGH-JKMN-PQRS' })).status,
  ).toBe(422)
  expect((await app.holding(await pending()).get('/sign-in/recovery-code')).body).toContain('Recovery code')
})

test('whoever has the passphrase only cannot replace an app that is set up', async () => {
  const reply = await app.nobody.post('/sign-in', { email: emailOf('lead@Alder'), passphrase })
  expect(reply.to).toBe('/sign-in/code')
  const pending = sessionOf(reply)
  expect((await app.holding(pending).get('/sign-in/set-up-code')).to).toBe('/sign-in/code')
  const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'
  expect(
    (await app.holding(pending).post('/sign-in/set-up-code', { secret, code: codeAt(secret, new Date()) })).to,
  ).toBe('/sign-in/code')
})

test('somebody who is signed in can set one up of their own accord, and it stands in the record', async () => {
  const session = sessionOf(await app.nobody.post('/sign-in', { email: emailOf('supervisor@Birch'), passphrase }))
  const page = await app.holding(session).get('/sign-in/set-up-code')
  expect(page.body).toContain('your passphrase alone no longer opens your account')
  const secret = secretOf(page)
  const done = await app.holding(session).post('/sign-in/set-up-code', { secret, code: codeAt(secret, new Date()) })
  expect(recoveryCodesOf(done)).toHaveLength(10)
  expect((await app.holding(sessionOf(done)).get('/account')).body).toContain('Get new recovery codes')
  expect(await actsOf(app, 'supervisor@Birch')).toContain('account.code-set-up')
})

test('nobody sets up an app without a passphrase first', async () => {
  expect((await app.nobody.get('/sign-in/set-up-code')).to).toBe('/sign-in')
})
