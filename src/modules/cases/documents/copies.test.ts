import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPdf, readPdf } from '#platform/documents/pdf-read.ts'
import { type Reply, type TestApp, testApp, testSecret } from '#test/app.ts'
import { familyId, individualId, makeFamilies } from '#test/cases.ts'
import { organisationId, personId, tokenOf } from '#test/world.ts'
import { standardName } from '../engagement/standard.ts'
import { familyRecord } from '../exchange/record.ts'
import { paths } from '../paths.ts'
import { addEntry } from '../vault/store.ts'
import { documentRoutes } from './routes.ts'

let app: TestApp
const formId = randomUUID()
const [openFamily, hiddenFamily] = [familyId('ashworth'), familyId('birch')]
const worker = 'practitioner@Alder'

const place = [organisationId('Alder'), openFamily] as const
const insertAll = async () => {
  const { operator } = app
  await operator.query('begin; set local role tl_loader')
  const add = (table: string, columns: Record<string, unknown>) =>
    operator.query(
      `insert into ${table} (authority_id, family_id, ${Object.keys(columns).join(', ')}) values ($1, $2, ${Object.keys(
        columns,
      )
        .map((_, index) => `$${index + 3}`)
        .join(', ')})`,
      [...place, ...Object.values(columns)],
    )
  const who = { recorded_by: personId(worker) }
  const [darren, leanne, mia] = ['Darren Ashworth', 'Leanne Price', 'Mia Price'].map(individualId)
  await add('pattern_entry', {
    ...{ perpetrator_id: darren, kinds: ['threats'], what: 'He said <b>he would take Mia</b>.', starts: '2026-01-10' },
    ...{ ends: '2026-01-11', known_to: 'day', source: 'Leanne', ...who },
    harms: JSON.stringify([{ individual: mia, ways: ['trauma'], how: 'She stopped sleeping' }]),
  })
  await add('pattern_entry', {
    ...{ perpetrator_id: darren, kinds: ['threats'], what: 'A mistake of ours', known_to: 'not known', ...who },
    ...{ withdrawn_at: '2026-02-01', withdrawn_why: 'Another person' },
  })
  await add('protective_effort', { survivor_id: leanne, kind: 'safety', what: 'She called her mother.', ...who })
  await add('case_note', { on_date: '2026-01-12', kind: 'visit', text: 'A note that stays here', ...who })
  await add('plan_action', {
    ...{ number: 1, owner: 'perpetrator', individual_id: darren, kind: 'change', what: 'No threats', measure: 'None' },
    ...{ due_on: '2026-06-01', ...who },
  })
  await add('engagement_form', { id: formId, number: 1, definition: standardName, started_by: personId(worker) })
  await operator.query('commit')
}

beforeAll(async () => {
  app = await testApp({ routes: documentRoutes, fill: makeFamilies })
  await insertAll()
})
afterAll(() => app.close())

const bytes = async (url: string) => {
  const cookies = { s: tokenOf(worker) }
  const reply = await app.server.inject({ method: 'GET', url, cookies })
  return { status: reply.statusCode, body: reply.rawPayload, headers: reply.headers }
}
const urls = {
  pattern: paths.patternPdf.to({ familyId: openFamily }),
  plan: paths.planPdf.to({ familyId: openFamily }),
  conference: paths.conferencePdf.to({ familyId: openFamily }),
  word: paths.conferenceDocx.to({ familyId: openFamily }),
  form: paths.formPdf.to({ familyId: openFamily, formId }),
  json: paths.recordJson.to({ familyId: openFamily }),
}

test.each<[keyof typeof urls, string, readonly string[]]>([
  ['pattern', 'pattern.pdf', ['He said <b>he would take Mia</b>.', 'She stopped sleeping', 'She called her mother.']],
  [
    'plan',
    'plan.pdf',
    ['1 of 1 change in this plan is asked of Darren Ashworth', 'No threats', 'How it will be known'],
  ],
  [
    'conference',
    'conference.pdf',
    ['What Darren Ashworth does', 'He said <b>he would take Mia</b>.', 'The harm to Mia Price'],
  ],
  ['form', 'form.pdf', ['Leanne Price', 'kept apart: never in a document', 'missing: not answered']],
])(
  '%s is a tagged PDF that says what is recorded, whose copy it is, and names nobody in its title',
  async (which, name, said) => {
    const { status, body, headers } = await bytes(urls[which])
    expect([status, headers['content-type'], headers['content-disposition']]).toEqual([
      200,
      'application/pdf',
      `attachment; filename="${name}"`,
    ])
    const { text, outside } = await readPdf(body)
    const plain = text.replaceAll(/\s+/g, ' ')
    for (const each of said) expect(plain).toContain(each)
    expect(plain).not.toMatch(/A mistake of ours|A note that stays here/)
    const pdf = await openPdf(body)
    const { info, metadata } = await pdf.getMetadata()
    expect((info as { Title: string }).Title).not.toMatch(/Ashworth|Price/) // as the library makes it
    expect(metadata?.getRaw()).toMatch(/<pdfuaid:part>1<\/pdfuaid:part>/)
    const copy = /Copy ([2-9A-Z]{4}-[2-9A-Z]{4})\. Taken by .+ on \d+ \w+ \d{4} at \d\d:\d\d/.exec(
      `${plain} ${outside}`.replaceAll(/\s+/g, ' '),
    )?.[1]
    expect(copy).toBeDefined()
    const { rows } = await app.operator.query(
      `select role, subject_kind, subject_id from record_entry where reason = $1`,
      [`copy ${copy}`],
    )
    expect(rows).toEqual([{ role: 'practitioner', subject_kind: 'family', subject_id: openFamily }])
  },
)

test('the report is there for Word, with its copy number', async () => {
  const { status, headers, body } = await bytes(urls.word)
  expect([status, headers['content-disposition']]).toEqual([200, 'attachment; filename="conference.docx"'])
  expect(body.subarray(0, 2).toString()).toBe('PK')
})

test('the record as data holds to its schema, with nothing of notes', async () => {
  const { status, body } = await bytes(urls.json)
  expect(status).toBe(200)
  const record = familyRecord.parse(JSON.parse(body.toString()))
  expect(record.pattern.map(({ what, withdrawn }) => [what, withdrawn?.why ?? null])).toEqual([
    ['He said <b>he would take Mia</b>.', null],
    ['A mistake of ours', 'Another person'],
  ])
  expect(record.forms.map(({ definition, state }) => [definition, state])).toEqual([[standardName, 'open']])
  expect(body.toString()).not.toContain('A note that stays here')
  const { rows } = await app.operator.query(`select 1 from record_entry where reason = $1`, [`copy ${record.copy}`])
  expect(rows).toHaveLength(1)
})

test('every copy has a number of its own', async () => {
  const taken = [await bytes(urls.json), await bytes(urls.json)].map(({ body }) => JSON.parse(body.toString()).copy)
  expect(new Set(taken).size).toBe(2)
})

test('those who do not work with the family, of other teams and boroughs, find nothing', async () => {
  const missing = (reply: Reply) => reply.body.replaceAll(/nonce="[^"]*"/g, '')
  for (const who of ['lead@Alder', 'quality@Alder', 'champion@Alder', 'practitioner@Birch', 'admin@Alder'] as const)
    for (const url of Object.values(urls)) {
      const reply = await app.as(who).get(url)
      expect([reply.status, missing(reply)], `${url} ${who}`).toEqual([
        404,
        missing(await app.as(who).get('/no-such-page')),
      ])
    }
  expect((await app.as(worker).get(paths.conferencePdf.to({ familyId: hiddenFamily }))).status).toBe(404)
})

test('the page says for whom each is and what is not in it; who may not take one is told who may', async () => {
  const reply = await app.as(worker).get(paths.documents.to({ familyId: openFamily }))
  expect(reply.status).toBe(200)
  for (const url of Object.values(urls)) expect(reply.body).toContain(url)
  expect(reply.body).toContain('It is not checked for what the perpetrator may know')
  const lead = await app.as('lead@Alder').get(paths.documents.to({ familyId: openFamily }))
  expect(lead.status).toBe(200)
  expect(lead.body).toContain('Copies are taken by those who work with this family')
  expect(lead.body).not.toContain('.pdf')
  expect((await app.as('practitioner@Birch').get(paths.documents.to({ familyId: openFamily }))).status).toBe(404)
})

test('where a protected detail stands in it, no file leaves: the page says in which part, and never the detail', async () => {
  const keep = (kind: 'address' | 'school or nursery', value: string) =>
    app.write(worker, (db) =>
      addEntry(
        db,
        testSecret,
        { id: openFamily, authorityId: organisationId('Alder') },
        {
          individualId: individualId('Leanne Price'),
          kind,
          value,
          starts: null,
          by: personId(worker),
        },
      ),
    )
  await keep('address', '14 Thornbury Rise\nNE9 4QQ')
  const before = await bytes(urls.conference)
  expect([before.status, (await readPdf(before.body)).text.includes('Thornbury')]).toEqual([200, false])
  await app.operator.query(
    `update protective_effort set what = 'She moved to 14, Thornbury  Rise with them.', version = version + 1 where family_id = $1`,
    [openFamily],
  )
  for (const url of [urls.conference, urls.word, urls.pattern, urls.json]) {
    const { status, body, headers } = await bytes(url)
    expect([status, headers['content-type']], url).toEqual([422, 'text/html; charset=utf-8'])
    expect(body.toString()).not.toContain('Thornbury')
    expect(body.toString()).toMatch(
      /What Leanne Price does to protect the children, entry 1: address|efforts, entry 1: address/,
    )
  }
  // What it does not stand in still leaves.
  expect((await bytes(urls.plan)).status).toBe(200)
  const { rows } = await app.operator.query(
    `select count(*)::int as n from record_entry where act = 'family.copy-refused'`,
  )
  expect(rows).toEqual([{ n: 4 }])
})
