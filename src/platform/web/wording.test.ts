import { randomUUID } from 'node:crypto'
import { parseHTML } from 'linkedom'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { openToAll, permission } from '#platform/access/actor.ts'
import { roles } from '#platform/access/role.ts'
import { type Reply, type TestApp, testApp } from '#test/app.ts'
import { LongTextField, PageForm } from '#ui/form/index.ts'
import { fromRooms } from '../../app.ts'
import { formPage } from './form-page.ts'
import { page } from './page.ts'
import { path } from './path.ts'
import { notRecorded } from './route.ts'

const phrase = 'altercation between the parents'
const typed = `There was an ${phrase}. She chooses to stay in the relationship. Marked-Name was there.`
const question = z.strictObject({ name: z.string().trim().min(1, 'Enter the name'), other: z.string().default('') })

/** What was saved last. */
let kept = ''

/** A form of any room with two long fields, one of them not about people. */
const form = (url: string, more: { changes?: boolean; changeAt?: string; open?: boolean } = {}) =>
  formPage({
    path: path(url),
    permission: more.open ? openToAll('test-open', roles) : permission('test-teams', ['admin']),
    record: notRecorded('a form of the tests'),
    title: 'Add a team',
    form: question,
    load: async () => ({ kept }),
    ...(more.changes && { initial: (loaded: { kept: string }) => ({ name: loaded.kept }) }),
    async save({ db, actor, input }) {
      kept = input.name
      const name = `Team ${randomUUID()}`
      if (actor.kind === 'person')
        await db.q.insertInto('team').values({ organisation_id: actor.grant.organisationId, name }).execute()
      const at = more.changeAt === undefined ? {} : { changeAt: more.changeAt }
      return { redirect: '/teams', cookies: { flash: 'The team was added.' }, ...at }
    },
    view: ({ form: state }) =>
      PageForm({
        secrets: state.secrets,
        children: [
          LongTextField({ form: state, name: 'name', label: 'What happened' }),
          LongTextField({ form: state, name: 'other', label: 'Why this rule', wording: false }),
        ],
      }),
  })

const teams = page({
  path: path('/teams'),
  permission: openToAll('test-list', roles),
  record: notRecorded('a page of the tests'),
  title: 'Teams',
  load: async () => ({}),
  view: () => PageForm({ secrets: { csrf: '' }, children: 'Teams' }),
})

let app: TestApp
beforeAll(async () => {
  app = await testApp({
    routes: [
      teams,
      form('/add'),
      form('/change', { changes: true }),
      form('/elsewhere', { changeAt: '/teams/7/change' }),
      form('/open', { open: true }),
    ],
  })
})
afterAll(() => app.close())

const documentOf = ({ body }: Reply) => parseHTML(body).document
const countTeams = async () => Number((await app.operator.query('select count(*) from team')).rows[0].count)
const flashOf = ({ cookies }: Reply) =>
  Buffer.from(cookies.find(({ name }) => name === 'm')?.value ?? '', 'base64url').toString()
const admin = () => app.as('admin@Alder')
const written = { name: typed, other: phrase, _wording: 'name' }

test('Check the wording saves nothing, and brings back what was typed with what was found under its field', async () => {
  const before = await countTeams()
  const reply = await admin().post('/add', { ...written, _check: 'name' })
  expect(reply.status).toBe(200)
  expect(await countTeams()).toBe(before)
  const document = documentOf(reply)
  expect(document.querySelector('textarea')?.textContent).toBe(typed)
  const area = document.querySelector('#name-wording')
  expect(area?.querySelector('[role=status]')?.textContent).toBe('2 phrases to look at again.')
  const found = Array.from(area?.querySelectorAll('.tl-finding') ?? [], (item) => item.textContent ?? '')
  expect(found[0]).toContain(phrase)
  expect(found[0]).toContain('Mutualising')
  expect(found[1]).toContain('Victim-blaming')
  expect(area?.querySelectorAll('.tl-finding details a[href^="https"]').length).toBeGreaterThan(0)
  expect(area?.querySelector('a[href="/wording-answers/new?rule=vb.chose-to-return"]')).not.toBeNull()
})

test('A form that is not right yet can be checked, and a field that is not about people is not checked', async () => {
  const reply = await admin().post('/add', { name: '', other: typed, _wording: 'name', _check: 'name' })
  expect(reply.status).toBe(200)
  expect(reply.body).not.toContain('Enter the name')
  expect(documentOf(reply).querySelector('[role=status]')?.textContent).toBe(
    'No phrases to look at again. That is not the same as good practice.',
  )
  expect(documentOf(reply).querySelectorAll('.tl-wording')).toHaveLength(1)
})

test('What is typed comes back as text, in the field and in what was found', async () => {
  const nasty =
    'The parents have a volatile <script>alert(1)</script> relationship. Their toxic relationship "><img src=x>'
  const reply = await admin().post('/add', { name: nasty, _wording: 'name', _check: 'name' })
  expect(documentOf(reply).querySelectorAll('main script, main img')).toHaveLength(0)
  expect(reply.body).toContain('volatile &lt;script>alert(1)&lt;/script> relationship')
})

test('Enter in a line of text still sends the form: the button before ours is the form’s own', async () => {
  const document = documentOf(await admin().get('/add'))
  const first = document.querySelector('main form [type=submit]')
  expect(first?.getAttribute('name')).toBeNull()
  expect(document.querySelectorAll('main form [type=submit]')[1]?.getAttribute('name')).toBe('_check')
})

test('What is saved with phrases to look at again is saved, and the next page says how many, and no word of the text', async () => {
  const before = await countTeams()
  const saved = await admin().post('/add', written)
  expect(await countTeams()).toBe(before + 1)
  expect(flashOf(saved)).toBe('The team was added. 2 phrases to look at again.')
  const left = JSON.stringify([saved.to, saved.headers, flashOf(saved), app.logged])
  for (const word of ['altercation', 'Marked-Name', 'chooses']) expect(left).not.toContain(word)
})

test('Where what was saved can be changed, the notice leads back to the field', async () => {
  expect(flashOf(await admin().post('/elsewhere', written))).toMatch(/again\.\n\/teams\/7\/change#name$/)
  const changed = await admin().post('/change', { ...written, name: `${typed} They have a toxic relationship.` })
  expect(flashOf(changed)).toBe('The team was added. 3 phrases to look at again.\n/change#name')
  const cookie = changed.cookies.find(({ name }) => name === 'm')?.value ?? ''
  const next = await app.server.inject({ method: 'GET', url: '/teams', cookies: { m: cookie } })
  const banner = parseHTML(next.body).document.querySelector('.govuk-notification-banner')
  expect(banner?.textContent).toContain('3 phrases to look at again.')
  expect(banner?.querySelector('a')?.getAttribute('href')).toBe('/change#name')
})

test('A cookie that leads away leads nowhere', async () => {
  for (const href of [
    '//elsewhere.example',
    '/\\elsewhere.example',
    'https://elsewhere.example',
    'javascript:alert(1)',
  ]) {
    const cookie = Buffer.from(`Saved.\n${href}`).toString('base64url')
    const { body } = await app.server.inject({ method: 'GET', url: '/teams', cookies: { m: cookie } })
    expect(parseHTML(body).document.querySelector('.govuk-notification-banner a')).toBeNull()
  }
})

test('What was there before and is sent as it was is not counted, nor is a text without a phrase', async () => {
  await admin().post('/change', written)
  expect(flashOf(await admin().post('/change', written))).toBe('The team was added.')
  expect(flashOf(await admin().post('/add', { ...written, name: 'He hit her.' }))).toBe('The team was added.')
})

test('Nobody who is not signed in is offered a check, and a marker that they send does nothing', async () => {
  const shown = await app.nobody.get('/open')
  expect(shown.body).not.toContain('Check the wording')
  const sent = await app.nobody.post('/open', { name: typed, _wording: 'name', _check: 'name' })
  expect(sent.status).toBe(303)
  expect(flashOf(sent)).toBe('The team was added.')
})

test('A check that fails does not make what was saved look as if it were not', async () => {
  const failing = await testApp({
    routes: [teams, form('/add')],
    textCheck: async (given) => {
      await fromRooms.textCheck(given)
      throw new Error('the rules cannot be read')
    },
  })
  try {
    const saved = await failing.as('admin@Alder').post('/add', written)
    expect(saved.to).toBe('/teams')
    expect(flashOf(saved)).toBe('The team was added.')
  } finally {
    await failing.close()
  }
})
