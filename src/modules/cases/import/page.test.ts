import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { csrfFor } from '#platform/web/csrf.ts'
import { type TestApp, testApp, testSecret } from '#test/app.ts'
import { familyId, individualId, makeFamilies, teamId } from '#test/cases.ts'
import { multipart } from '#test/multipart.ts'
import { everybody, idOf, personId, tokenOf, type Who } from '#test/world.ts'
import { seeFamilies, writeFamilies } from '../access.ts'
import { importRoutes } from './routes.ts'

let app: TestApp
const ashworth = familyId('ashworth')
const notesUrl = `/families/${ashworth}/notes/import`
const checkUrl = `${notesUrl}/check`
const words = (body: string) => body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
const worker = () => app.as('practitioner@Alder')
const rows = async (query: string, values: unknown[] = []) => (await app.operator.query(query, values)).rows
const notes = () =>
  rows(
    'select on_date::text, kind, text, location_reason, imported_from, recorded_by from case_note order by on_date, text',
  )
const planIn = (body: string) => /name="plan" value="([\w-]+)"/.exec(body)?.[1] ?? ''

const send = async (url: string, name: string, bytes: Buffer | string, who: Who = 'practitioner@Alder') => {
  const form = multipart(
    [['_csrf', csrfFor(testSecret, tokenOf(who))]],
    name === '' ? [] : [{ field: 'file', name, bytes }],
  )
  const reply = await app.server.inject({ method: 'POST', url, cookies: { s: tokenOf(who) }, ...form })
  return { status: reply.statusCode, body: reply.body, to: reply.headers.location }
}

beforeAll(async () => {
  app = await testApp({ routes: importRoutes, fill: makeFamilies })
})
afterAll(() => app?.close())

test('Notes and families are brought in by those who work with families; without a file there is nothing to check', async () => {
  for (const who of everybody) {
    const worksHere = ['practitioner@Alder', 'supervisor@Alder'].includes(who)
    const writes = writeFamilies.roles.some((role) => role === who.split('@')[0])
    expect([who, (await app.as(who).get(notesUrl)).status]).toEqual([who, worksHere ? 200 : 404])
    expect([who, (await app.as(who).get('/families/import')).status]).toEqual([who, writes ? 200 : 404])
    for (const url of [checkUrl, '/families/import/check'])
      expect([who, (await app.as(who).get(url)).status]).toEqual([who, 404])
    if (!worksHere) expect((await send(notesUrl, 'a.txt', '1/9/2026 x', who)).status).toBe(404)
  }
  expect(seeFamilies.roles).toContain('lead')
})

describe('notes of a family', () => {
  const file = [
    'date;type;author;text',
    '1/9/2026;Home visit;Anna Lee;"Saw <b>Mia</b>.\r\nHe was out."',
    '2/9/2026;Supervision;;"=HYPERLINK(1)"',
    '3/9/2026;Call;;"He rang from 020 7946 0123."',
    '3/9/2026;Call;;"He rang from 020 7946 0123."',
  ].join('\r\n')

  test.each([
    ['', '', 'Select a CSV, Word or text file'],
    ['a.exe', 'MZ', 'The file must be a CSV, Word (.docx) or text (.txt) file'],
    ['a.csv', Buffer.from([0x4d, 0x5a, 0, 1]), 'This is not a text or CSV file'],
    ['a.csv', `date,text\n${'1/9/2026,x\n'.repeat(100_000)}`, 'The file has more than 5,000 rows'],
    ['a.csv', `date,text\n1/9/2026,${'x'.repeat(9 * 2 ** 20)}`, 'One row of the file is larger than 4 MB'],
    ['a.docx', 'PK\u0003\u0004', 'The Word file cannot be read'],
    ['a.txt', 'x'.repeat(10 * 2 ** 20 + 1), 'The file must be smaller than 10 MB'],
  ])('a file that cannot be read is refused at its field: %s %#', async (name, bytes, message) => {
    const { status, body } = await send(notesUrl, name, bytes)
    expect([status, words(body).includes(message)]).toEqual([422, true])
    expect(body).toContain('href="#file"')
    expect((await worker().get(checkUrl)).status).toBe(404)
  })

  test('with anything wrong in it is shown by line and field, and cannot be confirmed', async () => {
    expect((await send(notesUrl, 'a.csv', 'date,text\nsoon,<i>x</i>\n1/9/2026,Right')).to).toBe(checkUrl)
    const { body } = await worker().get(checkUrl)
    expect(words(body)).toContain('2 date “soon” is not a date')
    expect(words(body)).toContain('1 note can be read')
    expect(body).not.toContain('id="confirm"')
    expect((await worker().post(checkUrl, { plan: planIn(body) })).status).toBe(422)
    expect(await notes()).toEqual([])
  })

  test('the check shows each note as it would be kept, repeats, places, and the wording; nothing is kept yet', async () => {
    await app.operator.query(
      `insert into case_note (authority_id, family_id, on_date, kind, text, recorded_by)
       select authority_id, id, '2026-09-02', 'visit', '=HYPERLINK(1)', $2 from family where id = $1`,
      [ashworth, personId('supervisor@Alder')],
    )
    const name = 'Leanne Price at Marigold House.csv'
    expect((await send(notesUrl, name, file)).to).toBe(checkUrl)
    const { body } = await worker().get(checkUrl)
    const text = words(body)
    expect(text).toContain('2 notes will be brought in. 2 notes with the same date and text are there already')
    expect(text).toContain(
      '2 1 September 2026 Visit Saw &lt;b>Mia&lt;/b>. He was out. type: Home visit; author: Anna Lee bring in',
    )
    expect(text).toContain('4 2 September 2026 Other =HYPERLINK(1) type: Supervision there already')
    expect(text).toContain('1 note holds what looks like an address, a telephone number')
    expect(text).toMatch(/Wording: \d+ phrases? to look at again\./)
    expect(text).not.toContain('Marigold')
    expect((await notes()).length).toBe(1)
    // It waits for its author, not for a colleague of the same family.
    expect((await app.as('supervisor@Alder').get(checkUrl)).status).toBe(404)
    const draft = await rows('select path, sealed from draft')
    expect(draft.map(({ path }) => path)).toEqual([checkUrl])
    expect(draft[0]?.sealed.includes('Mia')).toBe(false)
  })

  test('places need a reason, and what is confirmed is what was seen', async () => {
    const plan = planIn((await worker().get(checkUrl)).body)
    const refused = await worker().post(checkUrl, { plan, locationReason: ' ' })
    expect([refused.status, words(refused.body).includes('Enter why they may stay')]).toEqual([422, true])
    await app.operator.query(
      `insert into case_note (authority_id, family_id, on_date, kind, text, recorded_by)
       select authority_id, id, '2026-09-03', 'visit', 'He rang from 020 7946 0123.', $2 from family where id = $1`,
      [ashworth, personId('supervisor@Alder')],
    )
    const stale = await worker().post(checkUrl, { plan, locationReason: 'His own' })
    expect([stale.status, words(stale.body).includes('have changed since this check was made')]).toEqual([422, true])
    expect((await notes()).length).toBe(2)
    await app.operator.query("delete from case_note where on_date = '2026-09-03'")
  })

  test('confirmed, all are kept at once, one time, with the kind of file and never its name', async () => {
    const plan = planIn((await worker().get(checkUrl)).body)
    const fields = { plan, locationReason: 'It is his own number', _once: idOf('notes confirmed twice') }
    const sent = await Promise.all([worker().post(checkUrl, fields), worker().post(checkUrl, fields)])
    expect(sent.map(({ status, to }) => [status, to])).toEqual([
      [303, `/families/${ashworth}/notes`],
      [303, `/families/${ashworth}/notes`],
    ])
    const by = personId('practitioner@Alder')
    expect((await notes()).filter(({ recorded_by }) => recorded_by === by)).toEqual([
      {
        on_date: '2026-09-01',
        kind: 'visit',
        text: 'Saw <b>Mia</b>.\nHe was out.',
        location_reason: '',
        imported_from: 'CSV file; type: Home visit; author: Anna Lee',
        recorded_by: by,
      },
      {
        on_date: '2026-09-03',
        kind: 'telephone',
        text: 'He rang from 020 7946 0123.',
        location_reason: 'It is his own number',
        imported_from: 'CSV file; type: Call',
        recorded_by: by,
      },
    ])
    expect(await rows("select reason, subject_id from record_entry where act = 'family.notes-imported'")).toEqual([
      { reason: '2 notes', subject_id: ashworth },
    ])
    expect((await worker().get(checkUrl)).status).toBe(404)
    expect(await rows('select 1 from draft')).toEqual([])
    expect(app.logged.join()).not.toMatch(/Leanne|Marigold|\.csv/)
  })

  test('five thousand notes are checked, shown by pages and kept', async () => {
    const many = Array.from({ length: 5000 }, (_, n) => `${(n % 28) + 1}/1/2025,Note ${n} of many`).join('\n')
    expect((await send(notesUrl, 'a.csv', `date,text\n${many}`)).to).toBe(checkUrl)
    const { body } = await worker().get(`${checkUrl}?page=25`)
    expect(words(body)).toContain('4,801 to 5,000 of 5,000 notes')
    expect((await worker().post(checkUrl, { plan: planIn(body) })).status).toBe(303)
    expect(await rows("select count(*)::int as n from case_note where text like '% of many'")).toEqual([{ n: 5000 }])
  })
})

describe('a family with its people', () => {
  const [url, check] = ['/families/import', '/families/import/check']
  const head =
    'Family name,Case number,Part,Name,Date of birth or estimated date of delivery,Gender,Ethnicity,Communication needs'
  const right = [
    `${head},Legal status`,
    'Hart,C-1204,child,Ines <b>Hart</b>,27/3/2018,female,White: Irish,,Care proceedings',
    'Hart,C-1204,unborn,Baby Hart,1/2/2027,,,,',
    'Hart,C-1204,perpetrator,Darren Ashworth,23/11/1988,male,,,',
    'Hart,C-1204,non-abusive parent,Nadia Hart,1990-02-03,,,"Arabic; an interpreter",',
  ].join('\n')
  const families = () => rows("select id, name, cms_id, legal_status, team_id from family where cms_id = 'C-1204'")

  test.each([
    [
      'Address',
      '14 Marigold Road',
      'Address what tells where somebody is, or how to reach them, is not brought in from a file',
    ],
    ['School', 'x', 'add it under Protected details'],
    ['Home telephone', 'x', 'add it under Protected details'],
    ['What is a safe way to contact the perpetrator?', 'x', 'record it in the plan for safe contact'],
  ])('a column that holds where somebody is is refused: %s', async (column, value, says) => {
    expect((await send(url, 'a.csv', `${head},${column}\nHart,,child,Ines,,,,,${value}`)).to).toBe(check)
    const { body } = await worker().get(check)
    expect(words(body)).toContain(says)
    expect(body).not.toContain('Marigold')
    expect((await worker().post(check, { plan: planIn(body) })).status).toBe(422)
  })

  test('what is wrong is said by line and field, and nothing can be confirmed', async () => {
    const wrong = [
      head,
      'Hart,C-1,child,Ines Hart,31/2/2018,,,',
      'Hart,C-1,aunt,Jo Hart,,,,',
      'Hart,C-1,perpetrator,,,,,',
      'Hart,C-2,perpetrator,Dean Cole,1/1/2030,,,',
      'Hart,C-1,victim-survivor,Nadia Hart,3/2/1990,,,Ring 020 7946 0123',
      'Hart,C-1,child,Nadia Hart,3/2/1990,,,',
      'Hart,C-1,child,Tom Hart,3/2/1790,,,Polish',
    ].join('\n')
    expect((await send(url, 'a.csv', wrong)).to).toBe(check)
    const { body } = await worker().get(check)
    for (const says of [
      '2 date of birth or estimated date of delivery “31/2/2018” is not a date',
      '3 part “aunt” is none',
      '4 name is empty',
      '5 case number is not that of the rows above: bring in one family at a time',
      '5 expected date only an unborn child has one',
      '6 communication needs holds what looks like an address, a telephone number',
      'Nadia Hart, born on 3 February 1990, is in this record already as “victim-survivor”',
      '8 date of birth 3 February 1790 is more than 120 years ago',
      '8 communication needs is not recorded of this part',
    ])
      expect(words(body)).toContain(says)
    expect((await worker().post(check, { plan: planIn(body) })).status).toBe(422)
    for (const bytes of [Buffer.from([0x50, 0x4b, 3, 4, 0]), `${head}\n${'Hart,,child,A,,,,\n'.repeat(200)}`])
      expect((await send(url, 'a.csv', bytes)).status).toBe(422)
    expect((await rows('select count(*)::int as n from family'))[0]).toEqual({ n: 4 })
  })

  test('the check shows everybody, asks about a perpetrator who is known, and opens nothing yet', async () => {
    expect((await send(url, 'a.csv', right)).to).toBe(check)
    const { body } = await worker().get(check)
    const text = words(body)
    expect(text).toContain('A record called Hart will be opened with the case number C-1204 and 4 people in it.')
    expect(text).toContain('Ines &lt;b>Hart&lt;/b> 2 Child or young person 27 March 2018')
    expect(text).toContain('Baby Hart 3 Child or young person expected 1 February 2027')
    expect(text).toContain('Darren Ashworth is the same person')
    expect(text).not.toContain('Nadia Hart is the same person')
    expect(await families()).toEqual([])
    expect((await app.as('supervisor@Alder').get(check)).status).toBe(404)
  })

  test('confirmed, the record is open with its people, linked where somebody said so, and is in the access record', async () => {
    const plan = planIn((await worker().get(check)).body)
    const once = idOf('family confirmed twice')
    const sent = await Promise.all([1, 2].map(() => worker().post(check, { plan, same: '4', _once: once })))
    const [family, ...others] = await families()
    expect(others).toEqual([])
    for (const { status, to } of sent) expect([status, to]).toEqual([303, `/families/${family?.id}/people`])
    expect(family).toMatchObject({ name: 'Hart', legal_status: 'Care proceedings', team_id: teamId('Alder', 'North') })
    const people = await rows(
      `select i.id, i.name, fi.part, i.birth_on::text, i.expected_on::text, i.gender, i.communication_needs
       from family_individual fi join individual i on i.id = fi.individual_id where fi.family_id = $1 order by fi.sort`,
      [family?.id],
    )
    expect(people).toMatchObject([
      { name: 'Ines <b>Hart</b>', part: 'child', birth_on: '2018-03-27', gender: 'Female' },
      { name: 'Baby Hart', part: 'child', expected_on: '2027-02-01' },
      { id: individualId('Darren Ashworth'), part: 'perpetrator' },
      { name: 'Nadia Hart', part: 'victim_survivor', communication_needs: 'Arabic; an interpreter' },
    ])
    expect(await rows("select subject_id from record_entry where act = 'family.imported'")).toEqual([
      { subject_id: family?.id },
    ])
    expect(await rows('select 1 from draft')).toEqual([])
  })

  test('a record with this number that one sees is shown, and no second is opened; one that is hidden is never told of', async () => {
    await send(url, 'a.csv', right)
    const mine = await worker().get(check)
    expect(words(mine.body)).toContain('A record with this case number is there already')
    expect(mine.body).not.toContain('id="confirm"')
    expect((await worker().post(check, { plan: planIn(mine.body) })).status).toBe(422)
    await send(url, 'a.csv', right.replaceAll('C-1204', 'CMS-sealed'))
    const hidden = await worker().get(check)
    expect(words(hidden.body)).not.toContain('is there already')
    const opened = await worker().post(check, { plan: planIn(hidden.body) })
    expect([opened.status, opened.to?.includes(familyId('sealed'))]).toEqual([303, false])
  })
})
