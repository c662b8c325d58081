import { createHash, randomUUID } from 'node:crypto'
import { parseHTML } from 'linkedom'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { permission } from '#platform/access/actor.ts'
import { type TestApp, testApp, testSecret } from '#test/app.ts'
import { multipart, type SentFile } from '#test/multipart.ts'
import { tokenOf, type Who } from '#test/world.ts'
import { FileField, FormErrors, LongTextField, PageForm, TextField } from '#ui/form/index.ts'
import { csrfFor } from './csrf.ts'
import { formPage } from './form-page.ts'
import { path } from './path.ts'

const kilo = 1024

/** What `save` was given, one entry a saving. */
let saved: { name: string; notes: string; files: unknown }[] = []
const sha = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex')

const addTeam = formPage({
  path: path('/teams/new'),
  permission: permission('test-teams', ['admin']),
  record: { act: 'test.team-added' },
  title: 'Add a team',
  draft: true,
  form: z.strictObject({
    name: z.string().trim().min(1, 'Enter the name of the team'),
    notes: z.string().default(''),
  }),
  files: { plan: { maxBytes: 100 * kilo }, letters: { maxBytes: 10 * kilo, most: 2 } },
  load: async () => ({}),
  save: async ({ db, actor, input, files }) => {
    if (actor.kind === 'nobody') return { errors: { name: 'Sign in' } }
    // No two teams of a borough are called the same.
    const name = `${input.name} ${randomUUID()}`
    await db.q.insertInto('team').values({ organisation_id: actor.grant.organisationId, name }).execute()
    const told = Object.entries(files).map(([field, list]) => [
      field,
      list.map(({ name, type, bytes }) => [name, type, bytes.length, sha(bytes)]),
    ])
    // What a file is shows in its bytes, after the team was written: then nothing of it may stay.
    if (files.plan[0]?.bytes.toString('latin1').startsWith('MZ')) return { errors: { plan: 'The file must be a PDF' } }
    saved.push({ name: input.name, notes: input.notes, files: Object.fromEntries(told) })
    return { redirect: '/teams' }
  },
  view: ({ form }) =>
    PageForm({
      secrets: form.secrets,
      draft: form.draft,
      upload: true,
      children: [
        FormErrors({ form, fields: ['name', 'plan', 'letters'] }),
        TextField({ form, name: 'name', label: 'Name' }),
        FileField({ form, name: 'plan', label: 'Plan', hint: 'A PDF' }),
        FileField({ form, name: 'letters', label: 'Letters', multiple: true }),
        LongTextField({ form, name: 'notes', label: 'Notes' }),
      ],
    }),
})

let app: TestApp
beforeAll(async () => {
  app = await testApp({ routes: [addTeam] })
})
afterAll(() => app.close())
beforeEach(() => {
  saved = []
})

const send = async (fields: Record<string, string>, files: readonly SentFile[] = [], who: Who = 'admin@Alder') => {
  const token = tokenOf(who)
  const all = { _csrf: csrfFor(testSecret, token), ...fields }
  const sent = multipart(Object.entries(all), files)
  const reply = await app.server.inject({ method: 'POST', url: '/teams/new', cookies: { s: token }, ...sent })
  return { status: reply.statusCode, document: parseHTML(reply.body).document, body: reply.body, reply }
}
const teams = async () =>
  (await app.operator.query<{ name: string }>('select name from team')).rows.map(({ name }) => name.slice(0, -37))
const shownError = (document: Document, field: string) => document.querySelector(`#${field}-error`)?.textContent
const valueIn = (document: Document, name: string) =>
  // linkedom leaves in a textarea what browsers read as text
  document.querySelector(`textarea[name=${name}]`)?.innerHTML.replaceAll('&lt;', '<').replaceAll('&quot;', '"') ??
  document.querySelector(`[name=${name}]`)?.getAttribute('value')
const unchosen: readonly SentFile[] = [
  { field: 'plan', name: '', bytes: '' },
  { field: 'letters', name: '', bytes: '' },
]

describe('A form with files', () => {
  test('is sent by its page as parts', async () => {
    const { body } = await app.as('admin@Alder').get('/teams/new')
    expect(parseHTML(body).document.querySelector('main form')?.getAttribute('enctype')).toBe('multipart/form-data')
  })

  test('brings them whole, byte for byte, beside what was typed in any language', async () => {
    const bytes = Buffer.from(Array.from({ length: 100 * kilo }, (_, n) => (n * 31 + (n >> 8)) % 256))
    const { status } = await send({ name: 'Tîm 報告 😀', notes: 'Line one\r\nline two' }, [
      { field: 'plan', name: 'C:\\Users\\Siân\\cynllun 報告.pdf', bytes, type: 'application/pdf' },
      { field: 'letters', name: 'a.txt', bytes: 'A', type: 'text/plain; charset=utf-8' },
      { field: 'letters', name: 'b.txt', bytes: '\r\n--', type: 'text/html' },
    ])
    expect(status).toBe(303)
    expect(saved).toEqual([
      {
        name: 'Tîm 報告 😀',
        notes: 'Line one\r\nline two',
        files: {
          plan: [['cynllun 報告.pdf', 'application/pdf', 100 * kilo, sha(bytes)]],
          letters: [
            ['a.txt', 'text/plain', 1, sha('A')],
            ['b.txt', 'text/html', 4, sha('\r\n--')],
          ],
        },
      },
    ])
  })

  test('may be sent without any: an empty file field is no file', async () => {
    expect((await send({ name: 'No file' }, unchosen)).status).toBe(303)
    expect((await app.as('admin@Alder').post('/teams/new', { name: 'Not even parts' })).status).toBe(303)
    expect(saved.map(({ files }) => files)).toEqual([
      { plan: [], letters: [] },
      { plan: [], letters: [] },
    ])
  })

  test.each([
    ['too large by one byte', [['plan', 'a.pdf', 100 * kilo + 1]], 'plan', 'The file must be smaller than 100 KB'],
    ['far too large', [['plan', 'a.mp4', 20_000 * kilo]], 'plan', 'The file must be smaller than 100 KB'],
    ['too large for its own field', [['letters', 'a.txt', 10 * kilo + 1]], 'letters', 'smaller than 10 KB'],
    ['one too many', [...'ab'].map((n) => ['plan', n, 3]), 'plan', 'You can only select one file'],
    ['too many', [...'abc'].map((n) => ['letters', n, 3]), 'letters', 'You can only select up to 2 files at the same'],
    ['empty', [['plan', 'a.pdf', 0]], 'plan', 'The selected file is empty'],
  ] as [string, [string, string, number][], string, string][])(
    'says at the field that a file is %s, keeps what was typed, and saves nothing',
    async (what, files, field, says) => {
      const { status, document } = await send(
        { name: `Team of ${what}`, notes: '"><script>alert(1)</script>' },
        files.map(([of, name, size]) => ({ field: of, name, bytes: Buffer.alloc(size, 'x') })),
      )
      expect(status).toBe(422)
      expect(shownError(document, field)).toContain(says)
      expect(document.querySelector('.govuk-error-summary a')?.getAttribute('href')).toBe(`#${field}`)
      expect([valueIn(document, 'name'), valueIn(document, 'notes')]).toEqual([
        `Team of ${what}`,
        '"><script>alert(1)</script>',
      ])
      expect(document.querySelector('main script')).toBeNull()
      expect(saved).toEqual([])
      expect(await teams()).not.toContain(`Team of ${what}`)
    },
  )

  test('that has something else to put right says that its files have to be chosen again, by name, as text', async () => {
    const { status, document } = await send({ name: ' ', notes: 'kept' }, [
      { field: 'plan', name: "a&amp;b'<img src=x onerror=alert(1)>.pdf", bytes: 'P' },
      { field: 'letters', name: 'one.txt', bytes: '1' },
      { field: 'letters', name: 'two.txt', bytes: '2' },
    ])
    expect([status, shownError(document, 'name')]).toEqual([422, 'Error: Enter the name of the team'])
    expect(document.querySelector('#plan-again')?.textContent).toContain("You chose a&amp;b'-img src=x onerror")
    expect(document.querySelector('#plan-again')?.textContent).toContain('The file is not kept: choose it again.')
    expect(document.querySelector('#plan-again img')).toBeNull()
    expect(document.querySelector('#plan')?.getAttribute('aria-describedby')).toBe('plan-again plan-hint')
    expect(document.querySelector('#letters-again')?.textContent).toBe(
      'You chose one.txt, two.txt. The files are not kept: choose them again.',
    )
    expect(valueIn(document, 'notes')).toBe('kept')
    const without = await send({ name: ' ' }, unchosen)
    expect(without.document.querySelector('#plan-again, #letters-again')).toBeNull()
  })

  test('that is refused for what is in a file says so there, and nothing of it stays', async () => {
    const { status, document } = await send({ name: 'Refused' }, [{ field: 'plan', name: 'a.pdf', bytes: 'MZ…' }])
    expect([status, shownError(document, 'plan')]).toEqual([422, 'Error: The file must be a PDF'])
    expect(await teams()).not.toContain('Refused')
  })

  test('keeps what was typed when its wording is checked, and asks for the file again', async () => {
    const { status, document } = await send(
      { name: 'Checked', notes: 'She chooses to stay.', _wording: 'notes', _check: 'notes' },
      [{ field: 'plan', name: 'plan.pdf', bytes: 'P' }],
    )
    expect(status).toBe(200)
    expect(valueIn(document, 'notes')).toBe('She chooses to stay.')
    expect(document.querySelector('#notes-wording [role=status]')?.textContent).toBe('1 phrase to look at again.')
    expect(document.querySelector('#plan-again')?.textContent).toContain('plan.pdf')
    expect(await teams()).not.toContain('Checked')
  })

  test('keeps what was typed as a draft, and says that the file is not in it', async () => {
    const message = async (files: readonly SentFile[]) => {
      const { reply } = await send({ name: 'Half a form', notes: 'so far', _save: 'draft' }, files, 'admin@Birch')
      expect([reply.statusCode, reply.headers.location]).toEqual([303, '/teams/new'])
      return Buffer.from(reply.cookies.find(({ name }) => name === 'm')?.value ?? '', 'base64url').toString()
    }
    expect(await message([{ field: 'plan', name: 'plan.pdf', bytes: 'P' }])).toContain('The file is not kept')
    expect(await message([{ field: 'plan', name: 'big', bytes: Buffer.alloc(101 * kilo) }])).toContain('not kept')
    expect(await message(unchosen)).not.toContain('not kept')
    const { document } = parseHTML((await app.as('admin@Birch').get('/teams/new')).body)
    expect([valueIn(document, 'name'), valueIn(document, 'notes')]).toEqual(['Half a form', 'so far'])
    expect(saved).toEqual([])
  })
})

describe('A form with files that is sent again', () => {
  test('twenty times at once makes one record', async () => {
    const fields = { name: 'Once', _once: randomUUID() }
    const file = { field: 'plan', name: 'a.pdf', bytes: Buffer.alloc(90 * kilo, 'x') }
    const replies = await Promise.all(Array.from({ length: 20 }, () => send(fields, [file])))
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([303]))
    expect(saved).toHaveLength(1)
  })

  test('with another file is another sending, however alike the rest', async () => {
    const fields = { name: 'Two files', _once: randomUUID() }
    for (const bytes of ['one', 'two', 'one']) await send(fields, [{ field: 'plan', name: 'a.pdf', bytes }])
    expect(saved).toHaveLength(2)
    await send(fields, [{ field: 'letters', name: 'a.pdf', bytes: 'one' }])
    await send(fields)
    expect(saved).toHaveLength(4)
  })
})
