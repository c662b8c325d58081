import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import JSZip from 'jszip'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { toXlsx } from '#platform/documents/index.ts'
import { csrfFor } from '#platform/web/csrf.ts'
import { type TestApp, testApp, testSecret } from '#test/app.ts'
import { multipart } from '#test/multipart.ts'
import { tokenOf } from '#test/world.ts'
import { filesRoutes } from './routes.ts'

// Each reading starts a process, which takes its time on a machine that does other things.
vi.setConfig({ testTimeout: 60_000 })

let app: TestApp
const add = '/change-data/files/add'
const who = 'analyst@Alder'
const example = (name: string) => readFileSync(join(import.meta.dirname, '../worked-example', name))
const words = (body: string) => body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
const count = async () => (await app.operator.query('select count(*)::int as n from return_file')).rows[0]?.n

type Sent = { readonly name: string; readonly bytes: Buffer | string }

const send = async (sent: readonly Sent[], fields: Readonly<Record<string, string>>) => {
  const form = multipart(
    [['_csrf', csrfFor(testSecret, tokenOf(who))], ...Object.entries(fields)],
    sent.map((each) => ({ field: 'files', ...each })),
  )
  const reply = await app.server.inject({ method: 'POST', url: add, cookies: { s: tokenOf(who) }, ...form })
  return { status: reply.statusCode, body: reply.body, text: words(reply.body), to: String(reply.headers.location) }
}

const care = { kind: 'ssda903', covers: 'year', year: '2025' }
const episodes: Sent = { name: 'episodes.csv', bytes: example('ssda903-episodes.csv') }
const unaccompanied: Sent = { name: 'uasc.csv', bytes: 'CHILD,SEX,DOB,DUC\n99917000077,M,01/02/2008,01/02/2026\n' }

const sheetOf = (columns: readonly string[], rows: string[][]) =>
  toXlsx({
    title: 'List 8',
    subtitle: '',
    language: 'en-GB',
    made: '2025-01-01',
    blocks: [
      {
        kind: 'table',
        table: {
          number: '1',
          caption: 'List 8',
          columns: columns.map((heading) => ({ key: heading, heading, numeric: false })),
          rows,
          rowHeadings: false,
          notes: [],
          base: '',
          period: '',
        },
      },
    ],
  })

beforeAll(async () => {
  app = await testApp({ routes: filesRoutes })
})
afterAll(() => app?.close())

describe('the SSDA903 return', () => {
  test('must be said which days it covers, and its own dates must lie in them', async () => {
    const itself = await send([episodes], { kind: 'ssda903', covers: 'itself' })
    expect([itself.status, itself.text.includes('Only a census says itself which days it covers')]).toEqual([422, true])
    expect(itself.body).toContain('href="#covers"')
    const elsewhen = await send([episodes], { ...care, year: '2019' })
    expect([elsewhen.status, elsewhen.text.includes('No date in this file lies in the days that you said')]).toEqual([
      422,
      true,
    ])
    expect(await count()).toBe(0)
  })

  test('without its Episodes table is refused, and so is another kind of file that is sent as one', async () => {
    const lone = await send([unaccompanied], care)
    expect([lone.status, lone.text.includes('Episodes table')]).toEqual([422, true])
    const census = await send([{ name: 'x.xml', bytes: example('cin-2025.xml') }], care)
    expect(census.text).toContain('This looks like a CIN census file, not the SSDA903 return')
    const many = Array.from({ length: 13 }, (_, n) => ({ name: `${n}.csv`, bytes: 'a' }))
    expect((await send(many, care)).text).toContain('You can only select up to 12 files at the same time')
    expect(await count()).toBe(0)
  })

  test('is uploaded as a set, and the same set in another order is the same', async () => {
    const taken = await send([episodes, unaccompanied], care)
    expect(taken.status).toBe(303)
    const page = words((await app.as('lead@Alder').get(taken.to)).body)
    expect(page).toContain('2 files episodes.csv, uasc.csv')
    expect(page).toContain('Covers 1 April 2024 to 31 March 2025')
    const again = await send([unaccompanied, episodes], care)
    expect([again.status, again.text.includes('This file was uploaded on')]).toEqual([422, true])
    expect(await count()).toBe(1)
  })
})

describe('Annex A', () => {
  const annex = { kind: 'annex-a', covers: 'days', 'first-day': '1', 'first-month': '7', 'first-year': '2024' }
  const until = { 'last-day': '31', 'last-month': '12', 'last-year': '2024' }

  test('is uploaded with the days that it covers, in a workbook', async () => {
    const columns = ['Child Unique ID', 'Date of Birth', 'Date Started to be Looked After']
    const bytes = Buffer.from(await sheetOf(columns, [['A1', '01/02/2014', '03/08/2024']]))
    const taken = await send([{ name: 'annex.xlsx', bytes }], { ...annex, ...until })
    expect(taken.status).toBe(303)
    expect(words((await app.as('lead@Alder').get(taken.to)).body)).toContain('Covers 1 July 2024 to 31 December 2024')
  })

  test.each([
    ['a small archive that unpacks to much', bomb, 'Unpacked, a part of the workbook is larger than 48 MB'],
    [
      'an archive that is no workbook',
      () => new JSZip().file('a.txt', 'x').generateAsync({ type: 'nodebuffer' }),
      'Unpack it',
    ],
    [
      'half a workbook',
      async () => Buffer.from(await sheetOf(['A'], [['x']])).subarray(0, 2000),
      'The workbook is damaged',
    ],
    ['a PDF', async () => Buffer.from('%PDF-1.7\n'), 'This is a PDF, whatever its name says'],
    [
      'an old workbook',
      async () => Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      'the old Excel format (.xls)',
    ],
  ])('%s is refused with what to do, and nothing of it stays', async (_what, made, says) => {
    const before = await count()
    const refused = await send([{ name: 'annex.xlsx', bytes: await made() }], { ...annex, ...until })
    expect([refused.status, refused.body.includes('id="files-error"')]).toEqual([422, true])
    expect(refused.text).toContain(says)
    expect(await count()).toBe(before)
  })
})

async function bomb(): Promise<Buffer> {
  const zip = new JSZip()
  zip.file('[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>')
  zip.file('xl/workbook.xml', '<workbook><sheets><sheet name="List 8" sheetId="1"/></sheets></workbook>')
  zip.file('xl/worksheets/sheet1.xml', Buffer.alloc(50 * 1024 * 1024, 'a'))
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE', compressionOptions: { level: 1 } })
}
