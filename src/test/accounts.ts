/** What the tests of accounts share: the application with these pages, people with passphrases, and what a page is asked again and again. */
import type pg from 'pg'
import { expect } from 'vitest'
import { accountsModule, type DemonstrationSignIn } from '#modules/accounts/index.ts'
import { hashPassphrase } from '#platform/access/passphrase.ts'
import type { Module } from '#platform/module.ts'
import type { Route } from '#platform/web/route.ts'
import { type Reply, type TestApp, testApp } from './app.ts'
import { accountId, everybody, type Who } from './world.ts'

export const passphrase = 'teapot gravel orbit cello'
const hash = hashPassphrase(passphrase)

/** The e-mail address of somebody of the test world. */
export const emailOf = (who: Who): string => `${who.replace('@', '.').toLowerCase()}@grove.example`

/** The application with the pages of accounts only, and `routes` beside them. Everybody of `people` has the passphrase above. */
export const accountsApp = (
  options: {
    people?: readonly Who[]
    signIns?: readonly DemonstrationSignIn[]
    routes?: readonly Route[]
    fill?: (operator: pg.Client) => Promise<void>
  } = {},
): Promise<TestApp> => {
  const room: Module = accountsModule({
    signIns: options.signIns ?? [],
    mails: () => room.mails ?? {},
    acts: () => room.acts ?? {},
  })
  return testApp({
    routes: [...room.routes, ...(options.routes ?? [])],
    async fill(operator) {
      const encoded = await hash
      for (const who of options.people ?? [])
        await operator.query(
          'update credential set passphrase_hash = $2, passphrase_set_at = now() where account_id = $1',
          [accountId(who), encoded],
        )
      await options.fill?.(operator)
    },
  })
}

/** The value of a cookie that an answer sets; undefined where it sets none. */
export const cookieOf = (reply: Reply, name: string): string | undefined =>
  reply.cookies.find((cookie) => cookie.name === name)?.value

/** The token of the session that an answer starts. */
export const sessionOf = (reply: Reply): string => {
  const token = cookieOf(reply, 's')
  if (!token) throw new Error(`no session was started: ${reply.status}`)
  return token
}

/** The acts of the record about one account or by it, oldest first. */
export const actsOf = async (app: TestApp, who: Who): Promise<string[]> => {
  const { rows } = await app.operator.query<{ act: string }>(
    'select act from record_entry where account_id = $1 order by chain, seq',
    [accountId(who)],
  )
  return rows.map(({ act }) => act)
}

/** Only administrators open this page: everybody else gets what a page that is not there gets, and those not signed in are asked to. */
export const expectOnlyAdministrators = async (app: TestApp, url: string): Promise<void> => {
  const missing = await app.as('lead@Alder').get('/nothing-is-here')
  for (const who of everybody.filter((each) => !each.startsWith('admin@'))) {
    const reply = await app.as(who).get(url)
    expect([who, reply.status]).toEqual([who, 404])
    if (who === 'lead@Alder') expect(withoutSecrets(reply.body)).toBe(withoutSecrets(missing.body))
    expect((await app.as(who).post(url, {})).status).toBe(404)
  }
  expect((await app.nobody.get(url)).to).toBe(`/sign-in?next=${encodeURIComponent(url)}`)
}

// What differs between any two answers.
const withoutSecrets = (html: string): string =>
  html.replaceAll(/nonce="[^"]*"/g, '').replaceAll(/name="_csrf" value="[^"]*"/g, '')
