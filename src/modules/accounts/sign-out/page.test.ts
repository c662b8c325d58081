import { afterAll, beforeAll, expect, test } from 'vitest'
import { accountsApp, actsOf, cookieOf } from '#test/accounts.ts'
import type { TestApp } from '#test/app.ts'
import { tokenOf } from '#test/world.ts'

let app: TestApp
beforeAll(async () => {
  app = await accountsApp()
})
afterAll(() => app.close())

test('signing out ends the session on the server, not only in the browser', async () => {
  const reply = await app.as('lead@Alder').post('/sign-out')
  expect([reply.status, reply.to]).toEqual([303, '/sign-in'])
  expect(cookieOf(reply, 's')).toBe('')
  expect((await app.as('lead@Alder').get('/account')).to).toBe('/sign-in?next=%2Faccount')
  expect(await actsOf(app, 'lead@Alder')).toEqual(['account.signed-out'])
})

test('signing out and hiding leads to a site that says nothing of us, and leaves nothing in the browser', async () => {
  const reply = await app.as('quality@Alder').post('/sign-out/hide')
  // A page of nothing, because our own policy lets no form lead to another site; it goes on without a script too.
  expect(reply.status).toBe(200)
  expect(reply.body).toContain('http-equiv="refresh" content="0;url=https://neutral.example/weather"')
  expect(reply.body).toContain('location.replace("https://neutral.example/weather")')
  expect(reply.body).not.toMatch(/throughline|{{nonce}}/i)
  expect(cookieOf(reply, 's')).toBe('')
  expect(reply.headers['clear-site-data']).toBe('"cache", "cookies", "storage"')
  expect(reply.headers['referrer-policy']).toBe('no-referrer')
  expect((await app.as('quality@Alder').get('/account')).status).toBe(303)
})

test('Exit this page works as a plain link, signed in or not, and ends the session', async () => {
  const reply = await app.as('champion@Alder').get('/leave')
  expect([reply.status, reply.to]).toEqual([303, 'https://neutral.example/weather'])
  expect(reply.headers['clear-site-data']).toBe('"cache", "cookies", "storage"')
  expect((await app.as('champion@Alder').get('/account')).status).toBe(303)
  expect((await app.nobody.get('/leave')).to).toBe('https://neutral.example/weather')
})

test('another site cannot sign anybody out', async () => {
  await app.as('supervisor@Alder').get('/leave', { 'sec-fetch-site': 'cross-site' })
  expect((await app.as('supervisor@Alder').get('/account')).status).toBe(200)
  const reply = await app.server.inject({
    method: 'POST',
    url: '/sign-out',
    cookies: { s: tokenOf('supervisor@Alder') },
  })
  expect(reply.statusCode).toBe(403)
  expect((await app.as('supervisor@Alder').get('/account')).status).toBe(200)
})

test('signing out without a session does no harm', async () => {
  expect((await app.nobody.post('/sign-out')).to).toBe('/sign-in')
})
