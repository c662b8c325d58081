import { parseHTML } from 'linkedom'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '#test/app.ts'
import { familyId, individualId, makeFamilies } from '#test/cases.ts'
import { effortRoutes } from '../efforts/routes.ts'
import { paths } from '../paths.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp({ routes: effortRoutes, fill: makeFamilies })
})
afterAll(() => app.close())

const url = paths.addEffort.to({ familyId: familyId('ashworth') })
const effort = (what: string) => ({ survivor: individualId('Leanne Price'), kind: 'safety', what, source: '' })
const send = (what: string, more: Record<string, string> = {}) =>
  app.as('practitioner@Alder').post(url, { ...effort(what), _wording: 'what', ...more })
const kept = async () => (await app.operator.query('select what from protective_effort')).rows.map(({ what }) => what)
const seenOf = (body: string) =>
  parseHTML(body).document.querySelector('input[name=_seen]')?.getAttribute('value') ?? undefined

test('A text that holds a place is asked about once, with the line, and nothing is saved', async () => {
  const reply = await send('She moved out with the children.\nThey live at 14 Rosebery Road, E99 1AA.')
  expect(reply.status).toBe(422)
  expect(reply.body).toContain('Line 2 looks like an address')
  expect(reply.body).toContain('They live at 14 Rosebery Road')
  expect(await kept()).toEqual([])
})

test('Sent again as it is, it is kept; with another place in it, it is asked about again', async () => {
  const text = 'Her solicitor answers on 020 7946 0018'
  const seen = seenOf((await send(text)).body)
  expect(seen).toBeDefined()
  const other = await send('She lives at 9 Mafeking Avenue', { _seen: seen ?? '' })
  expect(other.status).toBe(422)
  expect((await send(text, { _seen: seen ?? '' })).status).toBe(303)
  expect(await kept()).toEqual([text])
})

test('A text without a place is not asked about', async () => {
  expect((await send('She takes them to school herself since he was there in March 2026')).status).toBe(303)
})

test('Changing something else of a text that was kept asks nothing', async () => {
  const { rows } = await app.operator.query("select id from protective_effort where what like '%solicitor%'")
  const change = paths.changeEffort.to({ familyId: familyId('ashworth'), entryId: rows[0].id })
  const reply = await app.as('practitioner@Alder').post(change, {
    ...effort('Her solicitor answers on 020 7946 0018'),
    kind: 'stability',
    _wording: 'what',
    _version: '1',
  })
  expect(reply.status).toBe(303)
})
