import { afterAll, beforeAll, expect, test } from 'vitest'
import { accountsApp, emailOf } from '#test/accounts.ts'
import type { TestApp } from '#test/app.ts'
import { accountId, everybody, grantId, idOf, organisationId } from '#test/world.ts'

let app: TestApp
beforeAll(async () => {
  app = await accountsApp()
})
afterAll(() => app.close())

test('everybody who is signed in sees their own account, and nobody else’s', async () => {
  for (const who of everybody) {
    const { status, body } = await app.as(who).get('/account')
    expect([who, status]).toEqual([who, 200])
    expect(body).toContain(`Robin ${who.split('@')[0]} of`)
    for (const other of everybody) if (other !== who) expect(body).not.toContain(`>${emailOf(other)}<`)
  }
  expect((await app.nobody.get('/account')).to).toBe('/sign-in?next=%2Faccount')
})

test('roles show with their dates, ended and coming ones too', async () => {
  await app.operator.query(
    `insert into role_grant (account_id, organisation_id, role, starts, ends) values
      ($1, $2, 'champion', '2022-03-01', '2023-03-01'), ($1, $2, 'quality', current_date + 40, null)`,
    [accountId('lead@Alder'), organisationId('Alder')],
  )
  const { body } = await app.as('lead@Alder').get('/account')
  expect(body).toContain('since 1 January 2021')
  expect(body).toContain('ended on 28 February 2023')
  expect(body).toContain('begins on ')
})

test('somebody with one role is not asked to choose; with two they choose, and act in the one chosen', async () => {
  expect((await app.as('quality@Birch').get('/account')).body).not.toContain('/account/role')
  await app.operator.query(
    "insert into role_grant (id, account_id, organisation_id, role, starts) values ($1, $2, $3, 'champion', '2022-01-01')",
    [idOf('second grant'), accountId('supervisor@Birch'), organisationId('Birch')],
  )
  const visitor = app.as('supervisor@Birch')
  expect((await visitor.get('/account')).body).toContain('/account/role')
  const page = await visitor.get('/account/role')
  expect(page.body).toContain('Champion, Birch')
  expect(page.body).toContain('Supervisor, Birch')
  const reply = await visitor.post('/account/role', { grant: idOf('second grant') })
  expect([reply.status, reply.to]).toEqual([303, '/'])
  expect(reply.cookies).toContainEqual(expect.objectContaining({ name: 'r', value: idOf('second grant') }))
})

test('nobody acts in a role that is not theirs', async () => {
  const reply = await app.as('supervisor@Alder').post('/account/role', { grant: grantId('admin@Alder') })
  expect(reply.status).toBe(422)
  expect(reply.body).toContain('Choose the role that you want to act in')
  expect((await app.as('supervisor@Alder').post('/account/role', { grant: 'nonsense' })).status).toBe(422)
})

test.each([
  [10, '10 left', null],
  [3, '3 left', null],
  [2, '2 left', 'You have only 2 recovery codes left'],
  [1, '1 left', 'You have only 1 recovery code left'],
  [0, 'none left', 'You have no recovery codes left'],
])('with %i recovery codes the page says “%s”, and from 2 on what to do', async (left, words, warning) => {
  const who = accountId('quality@Alder')
  await app.operator.query(
    "update credential set code_secret_sealed = 'x', code_confirmed_at = now() where account_id = $1",
    [who],
  )
  await app.operator.query('delete from recovery_code where account_id = $1', [who])
  // What was used, and what is another's, does not count.
  await app.operator.query(
    `insert into recovery_code (account_id, code_sha, used_at)
     select $1::uuid, n::text::bytea, case when n > $2 then now() end from generate_series(1, $2::integer + 4) n
     union all select $3::uuid, 'x'::bytea, null on conflict do nothing`,
    [who, left, accountId('quality@Birch')],
  )
  const { body } = await app.as('quality@Alder').get('/account')
  expect(body).toContain(words)
  if (warning === null) expect(body).not.toContain('Get 10 new ones now')
  else for (const said of [warning, 'Get 10 new ones now']) expect(body).toContain(said)
})

test('where no app is set up, recovery codes are not spoken of', async () => {
  expect((await app.as('champion@Birch').get('/account')).body).not.toMatch(/recovery code/i)
})
