import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '#test/app.ts'
import { paths } from '../../paths.ts'
import { overlaysFor } from '../../settings/checker.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

const url = paths.overlays.to()

test('The browser has what the borough changed, as the server has it, and no other borough’s', async () => {
  const off = await app
    .as('lead@Alder')
    .post(paths.switchOff.to({ rule: 'lb.adj-relationship' }), { reason: 'A reason of the borough.' })
  expect(off.status).toBe(303)
  const reply = await app.as('practitioner@Alder').get(url)
  expect(reply.status).toBe(200)
  const { overlays } = JSON.parse(reply.body)
  const today = new Date().toISOString().slice(0, 10)
  const { rows } = await app.operator.query<{ id: string }>("select id from organisation where name = 'Alder'")
  const own = await app.read('practitioner@Alder', (db) =>
    overlaysFor(db, rows[0]?.id ?? '', today as Parameters<typeof overlaysFor>[2]),
  )
  expect(overlays).toEqual(own.overlays)
  expect(JSON.stringify(overlays)).toContain('lb.adj-relationship')
  expect(reply.body).not.toContain('A reason of the borough')
  expect(JSON.parse((await app.as('practitioner@Birch').get(url)).body)).toEqual({ overlays: [] })
})

test('Nobody who is not signed in has it', async () => {
  expect((await app.nobody.get(url)).status).toBe(401)
})
