import { parseHTML } from 'linkedom'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { permission } from '#platform/access/actor.ts'
import { formPage } from '#platform/web/form-page.ts'
import { notRecorded } from '#platform/web/route.ts'
import { type TestApp, testApp, testSecret } from '#test/app.ts'
import { tokenOf, type Who } from '#test/world.ts'
import { CheckboxesField, LongTextField, PageForm } from '#ui/form/index.ts'
import { csrfFor } from '../web/csrf.ts'
import { path } from '../web/path.ts'
import { draftRoute } from './route.ts'

const themes = ['court', 'housing', 'family, and friends', 'school']

/** A form that begins with two boxes ticked, as one that changes a record does. */
const changeVisit = formPage({
  path: path('/visits/change'),
  permission: permission('test-visits', ['lead', 'practitioner']),
  record: notRecorded('a form of the tests'),
  title: 'Change a visit',
  draft: true,
  form: z.strictObject({ themes: z.union([z.string(), z.array(z.string())]).optional(), notes: z.string() }),
  load: async () => ({}),
  initial: () => ({ themes: 'court\nschool', notes: 'As it was' }),
  save: async () => ({ redirect: '/' }),
  view: ({ form }) =>
    PageForm({
      secrets: form.secrets,
      draft: form.draft,
      children: [
        CheckboxesField({ form, name: 'themes', items: themes.map((value) => ({ value, text: value })) }),
        LongTextField({ form, name: 'notes', label: 'Notes' }),
      ],
    }),
})

let app: TestApp
beforeAll(async () => {
  app = await testApp({ routes: [changeVisit, draftRoute] })
})
afterAll(() => app.close())

const url = '/visits/change'
const shown = async (who: Who) => {
  const { document } = parseHTML((await app.as(who).get(url)).body)
  const boxes = Array.from(document.querySelectorAll('input[type=checkbox]'))
  return {
    ticked: boxes.filter((box) => box.hasAttribute('checked')).map((box) => box.getAttribute('value')),
    notes: document.querySelector('textarea')?.textContent,
    version: Number(document.querySelector('[data-draft-version]')?.getAttribute('data-draft-version')),
  }
}

test('Before anything is kept the form shows what it began with', async () => {
  expect(await shown('lead@Alder')).toEqual({ ticked: ['court', 'school'], notes: 'As it was', version: 0 })
})

test.each([
  ['several', ['court', 'housing', 'family, and friends']],
  ['one', ['housing']],
  ['none, though the form began with two', []],
])('Without a script the button keeps every box that is ticked: %s', async (_what, ticked) => {
  const kept = await app.as('lead@Alder').post(url, { themes: ticked, notes: 'So far', _save: 'draft' })
  expect([kept.status, kept.to]).toEqual([303, url])
  expect(await shown('lead@Alder')).toMatchObject({ ticked, notes: 'So far' })
  expect(await shown('practitioner@Alder')).toMatchObject({ ticked: ['court', 'school'] })
})

test.each([
  [
    'several',
    { themes: 'court\nfamily, and friends\nschool', notes: 'Typed' },
    ['court', 'family, and friends', 'school'],
  ],
  ['none', { notes: 'Typed' }, []],
])('What the script kept comes back the same: %s', async (_what, values, ticked) => {
  const token = tokenOf('practitioner@Alder')
  const { version } = await shown('practitioner@Alder')
  const reply = await app.server.inject({
    method: 'PUT',
    url: `/draft?of=${encodeURIComponent(url)}`,
    cookies: { s: token },
    headers: { 'if-match': `"${version}"`, 'x-csrf-token': csrfFor(testSecret, token) },
    payload: { values },
  })
  expect(reply.statusCode).toBe(200)
  expect(await shown('practitioner@Alder')).toEqual({ ticked, notes: 'Typed', version: version + 1 })
})

test('Shown again with something to put right, the boxes stay as they were sent, whatever the draft holds', async () => {
  const reply = await app.as('lead@Alder').post(url, { themes: ['school', 'court'] })
  expect(reply.status).toBe(422)
  const boxes = parseHTML(reply.body).document.querySelectorAll('input[checked]')
  expect(Array.from(boxes, (box) => box.getAttribute('value'))).toEqual(['court', 'school'])
})
