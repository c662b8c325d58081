import { afterAll, beforeAll, expect, test } from 'vitest'
import { accountsApp, sessionOf } from '#test/accounts.ts'
import type { TestApp } from '#test/app.ts'
import { organisationId, personId } from '#test/world.ts'

let app: TestApp
beforeAll(async () => {
  app = await accountsApp()
})
afterAll(() => app.close())

const strong = 'lantern pebble oboe rhubarb'
let made = 0
/** A link for somebody new, as an administrator of Alder would have sent it. */
const invited = async (
  changes: { name?: string; expires?: string; role?: string; person?: string | null; email?: string } = {},
): Promise<string> => {
  made += 1
  const token = `token-number-${made}-of-these-tests-and-long-enough`
  await app.operator.query(
    `insert into invitation (token_sha, organisation_id, role, email, name, person_id, expires_at)
     values (sha256($1::bytea), $2, $3, $4, $5, $6, now() + $7::interval)`,
    [
      token,
      organisationId('Alder'),
      changes.role ?? 'lead',
      changes.email ?? `new.person.${made}@grove.example`,
      changes.name ?? 'Noor Lindqvist',
      changes.person ?? null,
      changes.expires ?? '7 days',
    ],
  )
  return `/invitation/${token}`
}

test('a link shows who is invited to what, and a passphrase makes the account', async () => {
  const url = await invited()
  const page = await app.nobody.get(url)
  expect(page.status).toBe(200)
  for (const words of ['Noor Lindqvist', 'Alder', 'Implementation lead']) expect(page.body).toContain(words)
  const reply = await app.nobody.post(url, { passphrase: strong })
  expect([reply.status, reply.to]).toEqual([303, '/'])
  const account = await app.holding(sessionOf(reply)).get('/account')
  expect(account.body).toContain('Noor Lindqvist')
  expect(account.body).toContain('Implementation lead, Alder')
})

test('a link works once', async () => {
  const url = await invited()
  expect((await app.nobody.post(url, { passphrase: strong })).status).toBe(303)
  const again = await app.nobody.post(url, { passphrase: strong })
  expect(again.status).toBe(404)
  expect(again.body).toContain('This link does not work any more')
})

test('a link taken up twice at once makes one account', async () => {
  const url = await invited({ email: 'at.once@grove.example' })
  const replies = await Promise.all(Array.from({ length: 6 }, () => app.nobody.post(url, { passphrase: strong })))
  expect(replies.filter(({ status }) => status === 303)).toHaveLength(1)
  const { rowCount } = await app.operator.query("select from account where email = 'at.once@grove.example'")
  expect(rowCount).toBe(1)
})

test('a link that is out of date, withdrawn or made up says the same', async () => {
  const withdrawn = await invited()
  await app.operator.query('update invitation set withdrawn_at = now() where email = $1', [
    `new.person.${made}@grove.example`,
  ])
  const pages = await Promise.all(
    [await invited({ expires: '-1 second' }), withdrawn, '/invitation/never-was'].map((url) => app.nobody.get(url)),
  )
  const plain = pages.map(({ body }) => body.replaceAll(/nonce="[^"]*"/g, ''))
  expect(pages.map(({ status }) => status)).toEqual([404, 404, 404])
  expect(new Set(plain).size).toBe(1)
  expect(plain[0]).toContain('sign in')
})

test.each([
  ['', 'Enter a passphrase'],
  ['short one', 'Passphrase must be 12 characters or more'],
  ['Password2026!', 'Choose a passphrase that is harder to guess'],
  ['NoorLindqvist1', 'Passphrase must not be made from your name or email address'],
])('“%s” is refused with a way out, is not shown again, and the link still works', async (text, words) => {
  const url = await invited()
  const reply = await app.nobody.post(url, { passphrase: text })
  expect(reply.status).toBe(422)
  expect(reply.body).toContain(`<a href="#passphrase">${words}`)
  if (text !== '') expect(reply.body).not.toContain(`value="${text}"`)
  expect((await app.nobody.post(url, { passphrase: strong })).status).toBe(303)
})

test('a name that looks like markup is shown as it is', async () => {
  const page = await app.nobody.get(await invited({ name: '<b>Bold</b> & Sons' }))
  expect(page.body).toContain('&lt;b>Bold&lt;/b> &amp; Sons')
})

test('an invited member of staff keeps their place in the list of staff', async () => {
  await app.operator.query(
    "insert into person (id, organisation_id, name, starts) values (md5('staff')::uuid, $1, 'Staff member', '2021-01-01')",
    [organisationId('Alder')],
  )
  const { rows } = await app.operator.query("select md5('staff')::uuid as id")
  const url = await invited({ person: rows[0].id, name: 'Staff member', email: 'staff.member@grove.example' })
  await app.nobody.post(url, { passphrase: strong })
  const account = await app.operator.query("select person_id from account where email = 'staff.member@grove.example'")
  expect(account.rows[0].person_id).toBe(rows[0].id)
  expect(personId('lead@Alder')).not.toBe(rows[0].id)
})

test('where the organisation asks for a code, the account is led to set it up first', async () => {
  await app.operator.query('update organisation set second_factor_required = true where id = $1', [
    organisationId('Alder'),
  ])
  expect((await app.nobody.post(await invited(), { passphrase: strong })).to).toBe('/sign-in/set-up-code')
})
