import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { recoveryCodeHash } from '#platform/access/one-time-code.ts'
import { accountsApp, actsOf, passphrase } from '#test/accounts.ts'
import type { TestApp } from '#test/app.ts'
import { accountId } from '#test/world.ts'

let app: TestApp
beforeAll(async () => {
  app = await accountsApp({
    people: ['lead@Alder'],
    async fill(operator) {
      await operator.query(
        "update credential set code_secret_sealed = 'x', code_confirmed_at = now() where account_id = $1",
        [accountId('lead@Alder')],
      )
      await operator.query('insert into recovery_code (account_id, code_sha) values ($1, $2)', [
        accountId('lead@Alder'),
        recoveryCodeHash('ABCD-EFGH-JKMN-PQRS'),
      ])
    },
  })
})
afterAll(() => app.close())
beforeEach(() => app.operator.query('delete from sign_in_failure'))

const url = '/account/recovery-codes'
const kept = async (): Promise<Buffer[]> =>
  (
    await app.operator.query<{ code_sha: Buffer }>('select code_sha from recovery_code where account_id = $1', [
      accountId('lead@Alder'),
    ])
  ).rows.map(({ code_sha }) => code_sha)

test('a wrong passphrase leaves the old codes as they are', async () => {
  expect((await app.as('lead@Alder').get(url)).body).toContain('We ask again in case somebody else is at your screen')
  const reply = await app.as('lead@Alder').post(url, { passphrase: 'not my passphrase' })
  expect(reply.status).toBe(422)
  expect(reply.body).toContain('<a href="#passphrase">Your passphrase is not right</a>')
  expect(await kept()).toHaveLength(1)
})

test('the passphrase brings ten new codes, shown once, and the old ones are gone', async () => {
  const reply = await app.as('lead@Alder').post(url, { passphrase })
  const codes = [...reply.body.matchAll(/class="tl-code">([0-9A-Z-]{19})</g)].map(([, code]) => code ?? '')
  expect(codes).toHaveLength(10)
  const hashes = (await kept()).map((hash) => hash.toString('hex'))
  expect(hashes.toSorted()).toEqual(codes.map((code) => recoveryCodeHash(code).toString('hex')).toSorted())
  expect((await app.as('lead@Alder').get(url)).body).not.toContain(codes[0])
  expect(await actsOf(app, 'lead@Alder')).toEqual(['account.recovery-codes-renewed'])
})

test('without an app there is nothing that they could stand in for', async () => {
  expect((await app.as('quality@Alder').get(url)).to).toBe('/sign-in/set-up-code')
})
