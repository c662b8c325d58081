import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '#test/app.ts'
import { accountId, grantId, organisationId } from '#test/world.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

test('an administrator’s Home says which accounts need a decision, in their own borough only', async () => {
  expect((await app.as('admin@Alder').get('/')).body).toContain('Everybody who was invited has an account')
  await app.operator.query('update role_grant set ends = current_date where id = any($1)', [
    [grantId('lead@Alder'), grantId('lead@Birch')],
  ])
  await app.operator.query(
    "insert into invitation (token_sha, organisation_id, role, email, name, invited_by, expires_at) values ('x', $1, 'lead', 'sam@grove.example', 'Sam', $2, now() + interval '1 day')",
    [organisationId('Alder'), accountId('admin@Alder')],
  )
  const { body } = await app.as('admin@Alder').get('/')
  expect(body).toContain('1 account needs a decision about roles')
  expect(body).toContain('1 invitation waits to be accepted')
  expect((await app.as('quality@Alder').get('/')).body).not.toContain('a decision about roles')
})
