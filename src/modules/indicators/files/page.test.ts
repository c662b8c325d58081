import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { makeSealer } from '#platform/access/sealing.ts'
import { csrfFor } from '#platform/web/csrf.ts'
import { type TestApp, testApp, testSecret } from '#test/app.ts'
import { multipart } from '#test/multipart.ts'
import { everybody, idOf, organisationId, tokenOf, type Who } from '#test/world.ts'
import { keepFiles, seeFiles } from '../access.ts'
import { openExtracts } from './extract-store.ts'
import { filesRoutes } from './routes.ts'

// Each reading starts a process, which takes its time on a machine that does other things.
vi.setConfig({ testTimeout: 60_000 })

let app: TestApp
const files = '/change-data/files'
const add = '/change-data/files/add'
const example = (name: string) => readFileSync(join(import.meta.dirname, '../worked-example', name))
const words = (body: string) => body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
const rows = async (query: string, values: unknown[] = []) => (await app.operator.query(query, values)).rows
const analyst = () => app.as('analyst@Alder')
const alder = organisationId('Alder')

type Sent = { readonly name: string; readonly bytes: Buffer | string }
const cinFields = { kind: 'cin', covers: 'itself' }

const send = async (sent: readonly Sent[], fields: Record<string, string> = cinFields, who: Who = 'analyst@Alder') => {
  const form = multipart(
    [['_csrf', csrfFor(testSecret, tokenOf(who))], ...Object.entries(fields)],
    sent.map((each) => ({ field: 'files', ...each })),
  )
  const reply = await app.server.inject({ method: 'POST', url: add, cookies: { s: tokenOf(who) }, ...form })
  return { status: reply.statusCode, body: reply.body, text: words(reply.body), to: String(reply.headers.location) }
}

const census = (body: string, header = '<LEA>999</LEA>', year = 2025) =>
  `<?xml version="1.0" encoding="UTF-8"?>
<Message><Header><CollectionDetails><Collection>CIN</Collection><Year>${year}</Year><ReferenceDate>${year}-03-31</ReferenceDate></CollectionDetails>
<Source><SourceLevel>L</SourceLevel>${header}</Source></Header><Children>${body}</Children></Message>`
const child = (id: string, more = '') =>
  `<Child><ChildIdentifiers><LAchildID>${id}</LAchildID><PersonBirthDate>2014-02-03</PersonBirthDate><Sex>F</Sex></ChildIdentifiers>
<CINdetails><CINreferralDate>2024-07-08</CINreferralDate><ReferralSource>6</ReferralSource>${more}<ReferralNFA>0</ReferralNFA></CINdetails></Child>`

beforeAll(async () => {
  app = await testApp({ routes: filesRoutes })
})
afterAll(() => app?.close())

test('Files are seen by the roles of a borough, uploaded by its analyst alone, and for everybody else are not there', async () => {
  for (const who of everybody) {
    const role = who.split('@')[0]
    const [sees, keeps] = [seeFiles, keepFiles].map(({ roles }) => roles.some((each) => each === role))
    expect([who, (await app.as(who).get(files)).status]).toEqual([who, sees ? 200 : 404])
    expect([who, (await app.as(who).get(add)).status]).toEqual([who, keeps ? 200 : 404])
    if (!keeps) expect([who, (await send([{ name: 'a.xml', bytes: 'x' }], cinFields, who)).status]).toEqual([who, 404])
  }
  expect([...keepFiles.roles]).toEqual(['analyst'])
})

test('Before the first file the page teaches which one to make first, and that children’s names are not kept', async () => {
  const text = words((await analyst().get(files)).body)
  expect(text).toContain('No file has been uploaded yet. Start with the children in need census of the latest year')
  expect(text).toContain('No names, addresses or dates of birth of children are kept.')
  expect(text).toContain('Upload the first file')
  expect(words((await app.as('lead@Alder').get(files)).body)).toContain('Your borough’s data analyst takes files in.')
})

describe('what is refused', () => {
  test.each([
    ['nothing', [], 'Select a file'],
    ['0 bytes', [{ name: 'a.xml', bytes: '' }], 'The selected file is empty'],
    [
      'two of one',
      [
        { name: 'a.xml', bytes: 'a' },
        { name: 'b.xml', bytes: 'b' },
      ],
      'Select one file',
    ],
    [
      'a truncated file',
      [{ name: 'a.xml', bytes: census(child('A1')).slice(0, 500) }],
      'The file ends before it is complete',
    ],
    [
      'an entity bomb',
      [{ name: 'a.xml', bytes: `<!DOCTYPE a [<!ENTITY b "x">]>${census('<Child>&b;</Child>').slice(39)}` }],
      '',
    ],
    [
      'another return',
      [{ name: 'a.xml', bytes: '<EXPSSDA903><CHILD/></EXPSSDA903>' }],
      'This looks like an SSDA903 file, not the children in need census',
    ],
    [
      'a table',
      [{ name: 'a.xml', bytes: 'CHILD,DECOM,RNE,LS\n1,01/04/2024,S,C2\n' }],
      'This looks like an SSDA903 file',
    ],
    ['what is no file of ours', [{ name: 'a.xml', bytes: Buffer.from([0x7f, 0x45, 0, 1, 2, 3]) }], ''],
  ])('%s, at the field, and nothing of it stays', async (_what, sent, message) => {
    const { status, body, text } = await send(sent)
    expect(status).toBe(422)
    expect(body).toContain('href="#files"')
    expect(body).toContain('id="files-error"')
    expect(text).toContain(message)
    expect(text).not.toMatch(/undefined|\bnull\b|SyntaxError/)
    expect(await rows('select 1 from return_file')).toEqual([])
    expect(await rows('select 1 from return_key')).toEqual([])
  })

  test('a form that says nothing is told what is missing, question by question', async () => {
    const { status, text } = await send([{ name: 'a.xml', bytes: census(child('A1')) }], {})
    expect(status).toBe(422)
    expect(text).toContain('Select which kind of file it is')
    expect(text).toContain('Select which days it covers')
    const days = { kind: 'ssda903', covers: 'days', 'first-day': '1', 'first-month': '4', 'first-year': '2025' }
    const wrong = await send([], { ...days, 'last-day': '31', 'last-month': '3', 'last-year': '2025' })
    expect(wrong.text).toContain('Last day must be the same as or after 1 April 2025, the first day')
    expect((await send([], { kind: 'cin', covers: 'year', year: '1890' })).text).toContain('Select a year')
    expect((await send([], { kind: 'everything', covers: 'itself', extra: '1' })).status).toBe(422)
  })
})

describe('the census of the worked example', () => {
  let page = ''

  test('is uploaded once, however often it is sent, and shown with its facts', async () => {
    const fields = { ...cinFields, _once: idOf('sent twice') }
    const sent = [{ name: 'cin of Leanne Price.xml', bytes: example('cin-2025.xml') }]
    const both = await Promise.all([send(sent, fields), send(sent, fields)])
    expect(both.map(({ status }) => status)).toEqual([303, 303])
    expect(both[0]?.to).toBe(both[1]?.to)
    page = both[0]?.to ?? ''
    expect(await rows('select kind, covers_from::text, covers_to::text from return_file')).toEqual([
      { kind: 'cin', covers_from: '2024-04-01', covers_to: '2025-04-01' },
    ])
    const { body } = await analyst().get(page)
    expect(body).toContain('<title>Change data file - Throughline</title>')
    expect(words(body)).toMatch(/Covers 1 April 2024 to 31 March 2025/)
    expect(words(body)).toContain('Year in its header 2024-25')
    expect(page).not.toContain('Leanne')
  })

  test('again, it says when it was uploaded, and two at once are one', async () => {
    const again = await send([{ name: 'other.xml', bytes: example('cin-2025.xml') }])
    expect([again.status, again.text.includes('This file was uploaded on')]).toEqual([422, true])
    const same = [{ name: 'c.xml', bytes: census(child('Z9'), '<LEA>999</LEA>', 2021) }]
    const both = await Promise.all([send(same), send(same)])
    expect(both.map(({ status }) => status).toSorted()).toEqual([303, 422])
    expect(await rows("select count(*)::int as n from return_file where covers_to = '2021-04-01'")).toEqual([{ n: 1 }])
    const to = both.find(({ status }) => status === 303)?.to ?? ''
    expect((await analyst().post(`${to}/withdraw`, { reason: 'A try' })).status).toBe(303)
  })

  test('is kept as a sealed extract without an id, which the analyst’s own code opens', async () => {
    const [kept] = await rows('select id, extract, facts::text from return_file where withdrawn_at is null')
    const ids = Array.from(
      example('cin-2025.xml')
        .toString()
        .matchAll(/<LAchildID>([^<]+)/g),
      ([, id]) => id ?? '',
    )
    expect(ids.length).toBeGreaterThan(100)
    const opened = await app.read('analyst@Alder', (db) => openExtracts(db, makeSealer(testSecret), alder))
    const json = JSON.stringify(opened)
    expect(opened).toHaveLength(1)
    expect(opened[0]?.extract.kind === 'cin' && opened[0].extract.children.length).toBe(new Set(ids).size)
    for (const id of ids) expect(json.includes(`"${id.trim()}"`)).toBe(false)
    expect(kept.extract.includes('episodes')).toBe(false)
    const [key] = await rows('select sealed from return_key')
    expect(key.sealed.length).toBe(62)
  })

  test('a lead sees its facts, and cannot read what was taken out of it', async () => {
    expect((await app.as('lead@Alder').get(page)).status).toBe(200)
    expect(words((await app.as('lead@Alder').get(page)).body)).not.toContain('Withdraw this file')
    for (const query of ['select extract from return_file', 'select sealed from return_key'])
      await expect(app.read('lead@Alder', (db) => sql.raw(query).execute(db.q))).rejects.toThrow(/permission denied/)
  })

  test('another borough, an administrator and a supervisor do not find it, nor its faults, nor its withdrawal', async () => {
    for (const who of ['analyst@Birch', 'lead@Birch', 'admin@Alder', 'supervisor@Alder', 'project'] as const)
      for (const url of [page, `${page}/faults`, `${page}/withdraw`])
        expect([who, url, (await app.as(who).get(url)).status]).toEqual([who, url, 404])
    expect((await app.as('analyst@Birch').post(`${page}/withdraw`, { reason: 'Mine' })).status).toBe(404)
    expect((await app.as('lead@Alder').post(`${page}/withdraw`, { reason: 'Mine' })).status).toBe(404)
    expect((await analyst().get(`${files}/not-an-id`)).status).toBe(404)
  })

  test('asks for the year before, says what can be computed by quarter, and the second census ends the wish', async () => {
    const before = words((await analyst().get(files)).body)
    expect(before).toContain('the children in need census of 2023-24 is needed too')
    expect(before).toMatch(/January to March 2025 no file yes year before is needed/)
    expect((await send([{ name: 'cin-2024.xml', bytes: example('cin-2024.xml') }])).status).toBe(303)
    const after = words((await analyst().get(files)).body)
    expect(after).not.toContain('2023-24 is needed too')
    expect(after).toMatch(/January to March 2025 no file yes yes, not final yet no file ye/)
  })

  test('a census of another authority, or another year than was said, is refused with the reason', async () => {
    const other = await send([{ name: 'b.xml', bytes: census(child('B1'), '<LEA>901</LEA>', 2023) }])
    expect([other.status, /This census is of authority 901, and those uploaded before/.test(other.text)]).toEqual([
      422,
      true,
    ])
    const year = await send([{ name: 'b.xml', bytes: census(child('B1'), '', 2023) }], {
      kind: 'cin',
      covers: 'year',
      year: '2022',
    })
    expect(year.text).toContain('This census says that it is of 2022-23, and you said another year')
    const headless = census(child('B1')).replace(/<Header>.*<\/Header>/s, '')
    expect((await send([{ name: 'b.xml', bytes: headless }])).text).toContain('does not say which year it is of')
  })
})

describe('what is wrong with a file', () => {
  let page = ''

  test('is shown by rule and by line, never with the child', async () => {
    const bad = (id: string, factor: string) =>
      child(
        id,
        `<Assessments><AssessmentActualStartDate>2022-07-09</AssessmentActualStartDate><AssessmentAuthorisationDate>2022-08-01</AssessmentAuthorisationDate>
<FactorsIdentifiedAtAssessment><AssessmentFactors>${factor}</AssessmentFactors></FactorsIdentifiedAtAssessment></Assessments>`,
      ).replace('2024-07-08', '2022-07-08')
    const many = Array.from({ length: 60 }, (_, n) => bad(`SECRET${n}`, n === 0 ? '<![CDATA[=1+1]]>' : 'RB')).join('\n')
    const sent = await send([{ name: 'bad.xml', bytes: census(many, '', 2023) }])
    page = sent.to
    const { body } = await analyst().get(page)
    expect(words(body)).toMatch(/What is wrong: 6\d faults?/)
    expect(words(body)).toMatch(/1 to 50 of \d+ lines/)
    expect(body).not.toMatch(/SECRET|2014-02-03|3 February 2014/)
    expect(words((await analyst().get(`${page}?page=2`)).body)).toMatch(/51 to \d+ of \d+ lines/)
    const id = page.split('/').at(-1)
    const counts = await rows(
      'select rule, severity, count(*)::int as n from return_fault where file_id = $1 group by 1, 2',
      [id],
    )
    expect(counts.length).toBeGreaterThan(1)
    for (const by of ['rule', 'severity'] as const)
      for (const value of new Set<string>(counts.map((each) => each[by]))) {
        const n: number = counts.filter((each) => each[by] === value).reduce((sum, each) => sum + each.n, 0)
        const lines = words((await analyst().get(`${page}?${new URLSearchParams({ [by]: value })}`)).body)
        const said = n === 1 ? '1 line' : n > 50 ? `1 to 50 of ${n} lines` : `${n} lines`
        expect([value, lines.includes(` ${said} Line by line`)]).toEqual([value, true])
      }
    expect((await analyst().get(`${page}?rule=%3Cscript%3E&page=99999999`)).body).not.toContain('<script>')
  })

  test('is downloaded whole, as text that no spreadsheet runs, under a neutral name', async () => {
    for (const who of ['analyst@Alder', 'lead@Alder'] as const) {
      const reply = await app.as(who).get(`${page}/faults`)
      expect(reply.headers['content-disposition']).toBe('attachment; filename="what-is-wrong.csv"')
      expect(reply.body.split('\r\n')[0]).toBe('file,line,child,field,rule,counted,what_to_do')
      expect(reply.body.split('\r\n').length).toBeGreaterThan(60)
      expect(reply.body).not.toMatch(/SECRET|2014-02-03/)
      expect(reply.body).not.toMatch(/(^|,)[=+@]/m)
    }
  })

  test('withdrawn with a reason, the extract is gone at once and the facts stay', async () => {
    const silent = await analyst().post(`${page}/withdraw`, { reason: ' ' })
    expect([silent.status, words(silent.body).includes('Enter why it is withdrawn')]).toEqual([422, true])
    expect((await analyst().get(`${page}/withdraw`)).status).toBe(200)
    expect((await analyst().post(`${page}/withdraw`, { reason: 'It was made from the <b>wrong</b> year' })).to).toBe(
      files,
    )
    const id = page.split('/').at(-1)
    expect(await rows('select extract, withdrawn_reason from return_file where id = $1', [id])).toEqual([
      { extract: null, withdrawn_reason: 'It was made from the <b>wrong</b> year' },
    ])
    expect((await analyst().post(`${page}/withdraw`, { reason: 'Again' })).status).toBe(404)
    const list = (await analyst().get(files)).body
    expect(list).toContain('&lt;b>wrong&lt;/b> year')
    expect(words(list)).toMatch(/2 files were withdrawn/)
    expect(words((await analyst().get(page)).body)).toContain('What was taken out of it is deleted')
    const opened = await app.read('analyst@Alder', (db) => openExtracts(db, makeSealer(testSecret), alder))
    expect(opened.map(({ file }) => file.id)).not.toContain(id)
  })
})

test('Both boroughs have keys of their own: the same child leaves two prints, and Birch sees its own file only', async () => {
  const sent = await send([{ name: 'x.xml', bytes: example('cin-2025.xml') }], cinFields, 'analyst@Birch')
  expect(sent.status).toBe(303)
  const sealer = makeSealer(testSecret)
  const birch = await app.read('analyst@Birch', (db) => openExtracts(db, sealer, organisationId('Birch')))
  const ours = await app.read('analyst@Alder', (db) => openExtracts(db, sealer, alder))
  const children = (all: typeof birch) => all.flatMap(({ extract }) => (extract.kind === 'cin' ? extract.children : []))
  expect(children(birch).length).toBeGreaterThan(100)
  expect(children(birch).filter((print) => children(ours).includes(print))).toEqual([])
  expect(await app.read('analyst@Birch', (db) => openExtracts(db, sealer, alder))).toEqual([])
})

test('An extract or a key that was moved to another row does not open', async () => {
  const sealer = makeSealer(testSecret)
  const open = () => app.read('analyst@Alder', (db) => openExtracts(db, sealer, alder))
  const [one, two] = await rows(
    'select id, extract from return_file where authority_id = $1 and withdrawn_at is null',
    [alder],
  )
  await app.operator.query('update return_file set extract = $2 where id = $1', [one.id, two.extract])
  await expect(open()).rejects.toThrow(/does not open/)
  await app.operator.query('update return_file set extract = $2 where id = $1', [one.id, one.extract])
  expect(await open()).toHaveLength(2)
  const [key] = await rows('select sealed from return_key where authority_id = $1', [alder])
  await app.operator.query('update return_key set sealed = $2 where authority_id = $1', [
    organisationId('Birch'),
    key.sealed,
  ])
  const refused = await send([{ name: 'y.xml', bytes: example('cin-2024.xml') }], cinFields, 'analyst@Birch')
  expect(refused.status).toBe(500)
  expect(await rows('select 1 from return_file where authority_id = $1', [organisationId('Birch')])).toHaveLength(1)
})

test('The access record says what was done with which file, and neither it nor the log says what a file was called', async () => {
  const record = await rows(
    "select distinct act, subject_kind from record_entry where act like 'return-%' order by act",
  )
  expect(record).toEqual([
    { act: 'return-file.faults-downloaded', subject_kind: 'return-file' },
    { act: 'return-file.seen', subject_kind: 'return-file' },
    { act: 'return-file.taken-in', subject_kind: 'return-file' },
    { act: 'return-file.withdrawn', subject_kind: 'return-file' },
  ])
  expect(JSON.stringify(await rows('select * from record_entry'))).not.toMatch(/Leanne|\.xml/)
  expect(app.logged.join()).not.toMatch(/Leanne|\.xml|SECRET/)
})
