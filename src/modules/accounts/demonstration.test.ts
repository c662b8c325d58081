import { afterAll, beforeAll, expect, test } from 'vitest'
import { accountsApp, emailOf, passphrase } from '#test/accounts.ts'
import type { TestApp } from '#test/app.ts'
import type { DemonstrationSignIn } from './demonstration.ts'

const signIns: readonly DemonstrationSignIn[] = [
  {
    name: 'Robin lead of Alder',
    email: emailOf('lead@Alder'),
    passphrase,
    roles: [{ role: 'lead', organisation: 'Alder' }],
    note: 'Has a <note>',
  },
]
let app: TestApp
beforeAll(async () => {
  app = await accountsApp({ people: ['lead@Alder'], signIns })
})
afterAll(() => app.close())

const set = (demonstration: boolean) =>
  app.operator.query(
    'insert into installation (demonstration) values ($1) on conflict (only_one) do update set demonstration = $1',
    [demonstration],
  )

test('an installation with real people has nothing of the demonstration', async () => {
  await set(false)
  for (const url of ['/demonstration/sign-ins', '/demonstration/mail']) {
    expect((await app.nobody.get(url)).status).toBe(404)
    expect((await app.as('admin@Alder').get(url)).status).toBe(404)
  }
  expect((await app.nobody.get('/sign-in')).body).not.toContain('demonstration')
})

test('in a demonstration anybody can choose whom to be, and is signed in by one button', async () => {
  await set(true)
  expect((await app.nobody.get('/sign-in')).body).toContain('/demonstration/sign-ins')
  const page = await app.nobody.get('/demonstration/sign-ins')
  expect(page.body).toContain('Implementation lead, Alder')
  expect(page.body).toContain('Has a &lt;note>')
  expect(page.body).toContain(passphrase)
  const value = (name: string) => page.body.match(new RegExp(`name="${name}" value="([^"]*)"`))?.[1] ?? ''
  expect((await app.nobody.post('/sign-in', { email: value('email'), passphrase: value('passphrase') })).status).toBe(
    303,
  )
})

test('in a demonstration anybody can read what would have been sent', async () => {
  await set(true)
  expect((await app.nobody.get('/demonstration/mail')).body).toContain('Nothing would have been sent yet')
})
