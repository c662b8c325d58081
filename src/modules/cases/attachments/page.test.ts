import { createHash, randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { londonDate } from '#platform/dates.ts'
import { csrfFor } from '#platform/web/csrf.ts'
import { type TestApp, testApp, testSecret } from '#test/app.ts'
import { familyId, makeFamilies } from '#test/cases.ts'
import { multipart, type SentFile } from '#test/multipart.ts'
import { everybody, tokenOf, type Who } from '#test/world.ts'
import { notesRoutes } from '../notes/routes.ts'
import { attachmentsRoutes } from './routes.ts'

let app: TestApp
const ashworth = familyId('ashworth')
const addUrl = `/families/${ashworth}/notes/add`
const sha = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
const mega = 1024 * 1024
const words = (body: string) => body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

const send = async (files: readonly SentFile[], who: Who = 'practitioner@Alder') => {
  const [year = '', month = '', day = ''] = londonDate(new Date()).split('-')
  const fields = {
    'on-day': day,
    'on-month': month,
    'on-year': year,
    kind: 'visit',
    text: 'Files came.',
    locationReason: '',
  }
  const sent = multipart([['_csrf', csrfFor(testSecret, tokenOf(who))], ...Object.entries(fields)], files)
  const reply = await app.server.inject({ method: 'POST', url: addUrl, cookies: { s: tokenOf(who) }, ...sent })
  return { status: reply.statusCode, body: reply.body }
}
const pdf = (bytes: number) => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(bytes - 9)])
const kept = async () => (await app.operator.query('select * from attachment order by added_at, name')).rows

beforeAll(async () => {
  app = await testApp({ routes: [...notesRoutes, ...attachmentsRoutes], fill: makeFamilies })
})
afterAll(() => app?.close())

test('Files of a note come back byte for byte as a download, opened only by those who work with the family', async () => {
  const big = pdf(10 * mega)
  const sent = await send([
    { field: 'files', name: '../Letter of Leanne Price.PDF', bytes: big, type: 'text/html' },
    { field: 'files', name: 'notes.txt', bytes: '<script>alert(1)</script>' },
  ])
  expect(sent.status).toBe(303)
  const [letter, text] = await kept()
  expect([letter.name, letter.type, letter.bytes]).toEqual([
    'Letter of Leanne Price.PDF',
    'application/pdf',
    big.length,
  ])
  expect(letter.sealed.includes(big.subarray(0, 64))).toBe(false)
  const url = `/families/${ashworth}/files/${letter.id}`
  const reply = await app.server.inject({ method: 'GET', url, cookies: { s: tokenOf('practitioner@Alder') } })
  expect(sha(reply.rawPayload)).toBe(sha(big))
  expect(reply.headers).toMatchObject({
    'content-disposition': 'attachment; filename="file.pdf"',
    'content-type': 'application/octet-stream',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  })
  const page = await app.as('practitioner@Alder').get(`/families/${ashworth}/files/${text.id}`)
  expect([page.headers['content-type'], page.headers['content-disposition']]).toEqual([
    'application/octet-stream',
    'attachment; filename="file.txt"',
  ])
  for (const who of everybody) {
    const status = ['practitioner@Alder', 'supervisor@Alder'].includes(who) ? 200 : 404
    expect([who, (await app.as(who).get(url)).status]).toEqual([who, status])
  }
  expect((await app.as('practitioner@Alder').get(`/families/${familyId('osei')}/files/${letter.id}`)).status).toBe(404)
  const record = await app.operator.query(
    "select distinct subject_id from record_entry where act = 'family.file-opened'",
  )
  expect(record.rows).toEqual([{ subject_id: ashworth }])
  expect(app.logged.join()).not.toMatch(/Leanne|Letter/)
})

test('The note lists its files, as links for those who may open them', async () => {
  const [{ note_id, id }] = await kept()
  const url = `/families/${ashworth}/notes/${note_id}`
  const mine = (await app.as('practitioner@Alder').get(url)).body
  expect(mine).toContain(`href="/families/${ashworth}/files/${id}"`)
  expect(words(mine)).toContain('Letter of Leanne Price.PDF (10 MB)')
  const theirs = (await app.as('lead@Alder').get(url)).body
  expect(theirs).not.toContain('/files/')
  expect(words(theirs)).toContain('Files are opened only by those who work with the family.')
})

test('A sealed file that was moved to another row does not open', async () => {
  const [letter, text] = await kept()
  await app.operator.query('update attachment set sealed = $2 where id = $1', [text.id, letter.sealed])
  expect((await app.as('practitioner@Alder').get(`/families/${ashworth}/files/${text.id}`)).status).toBe(500)
})

test.each([
  ['of a type that is not taken', [{ name: 'run.exe', bytes: 'MZ' }], 'run.exe is of a type that is not taken'],
  ['with no ending', [{ name: 'html', bytes: 'x' }], 'html is of a type that is not taken'],
  ['called like what it is not', [{ name: 'a.pdf', bytes: 'MZ\0\0' }], 'a.pdf is not what the ending of its name says'],
  [
    'of bytes that are no text',
    [{ name: 'a.csv', bytes: Buffer.from([0x7f, 0x45, 0, 1]) }],
    'a.csv is not what the ending',
  ],
  ['that is too large', [{ name: 'a.pdf', bytes: pdf(10 * mega + 1) }], 'The file must be smaller than 10 MB'],
  [
    'in too many',
    Array.from({ length: 6 }, () => ({ name: 'a.txt', bytes: 'x' })),
    'You can only select up to 5 files',
  ],
])('A file %s is refused with the note, and nothing of either is kept', async (_what, files, message) => {
  const before = (
    await app.operator.query('select (select count(*) from case_note) n, (select count(*) from attachment) a')
  ).rows
  const { status, body } = await send(files.map((file) => ({ field: 'files', ...file })))
  expect([status, words(body).includes(message)]).toEqual([422, true])
  expect(body).toContain('href="#files"')
  const after = (
    await app.operator.query('select (select count(*) from case_note) n, (select count(*) from attachment) a')
  ).rows
  expect(after).toEqual(before)
})
