import {
  CommentReference,
  Document,
  Footer,
  Header,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  Textbox,
  TextRun,
} from 'docx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { localDate } from '#platform/dates.ts'
import { openPdf, readPdf } from '#platform/documents/pdf-read.ts'
import { type TestApp, testApp, testSecret } from '#test/app.ts'
import { familyId, individualId, makeFamilies } from '#test/cases.ts'
import { everybody, idOf, organisationId, personId, tokenOf, type Who } from '#test/world.ts'
import type { ProtectedKind } from '../locations/index.ts'
import { paths } from '../paths.ts'
import { takeFamilySealer } from '../vault/index.ts'
import { addEntry, endEntry, readEntries } from '../vault/store.ts'
import { letterActs, letterRoutes } from './routes.ts'

let app: TestApp
const family = { id: familyId('ashworth'), authorityId: organisationId('Alder') }
const list = paths.letters.to({ familyId: family.id })
const worker = () => app.as('practitioner@Alder')
const words = (body: string) => body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
const rows = async (query: string, values: unknown[] = []) => (await app.operator.query(query, values)).rows
const plain = 'Dear Darren,\n\nCome to our meeting about what you will change.'

const hold = (name: string, kind: ProtectedKind, value: string, who: Who = 'practitioner@Alder', of = family) =>
  app.write(who, (db) =>
    addEntry(db, testSecret, of, { individualId: individualId(name), kind, value, starts: null, by: personId(who) }),
  )

const action = (number: number, change: Record<string, unknown> = {}) => {
  const row = {
    authority_id: family.authorityId,
    family_id: family.id,
    number,
    owner: 'perpetrator',
    individual_id: individualId('Darren Ashworth'),
    kind: 'task',
    what: `What action ${number} asks`,
    shareable: true,
    recorded_by: personId('practitioner@Alder'),
    ...change,
  }
  const names = Object.keys(row)
  return app.operator.query(
    `insert into plan_action (${names.join()}) values (${names.map((_, index) => `$${index + 1}`).join()})`,
    Object.values(row),
  )
}

const attach = async (name: string, content: Buffer | string): Promise<string> => {
  const id = idOf(`file ${name} ${content.length}`)
  const sealed = await app.write('practitioner@Alder', async (db) =>
    (await takeFamilySealer(db, testSecret, family)).seal(
      content,
      `attachment|${family.authorityId}|${family.id}|${id}`,
    ),
  )
  await app.operator.query(
    'insert into attachment (id, authority_id, family_id, name, type, bytes, sealed, added_by) values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing',
    [id, family.authorityId, family.id, name, '', content.length, sealed, personId('practitioner@Alder')],
  )
  return id
}

const write = async (change: Record<string, string | string[]> = {}): Promise<string> => {
  const { to, body } = await worker().post(paths.addLetter.to({ familyId: family.id }), {
    whom: individualId('Darren Ashworth'),
    subject: 'Our meeting',
    text: plain,
    plan: 'no',
    ...change,
  })
  if (to === undefined) throw new Error(words(body))
  return to
}

const seenIn = (body: string) => /name="seen" value="([\w-]+)"/.exec(body)?.[1] ?? ''
const check = async (letter: string, fields: Record<string, string> = {}) => {
  const seen = seenIn((await worker().get(letter)).body)
  return worker().post(letter, { step: 'check', seen, ...fields })
}
const fileOf = (letter: string) => worker().get(`${letter}/letter.pdf`)

/** A letter that must not go: it says where, it does not repeat it, and neither check nor file is to be had. */
const isStopped = async (letter: string, where: string | RegExp, secret = 'Rosebery') => {
  const { body } = await worker().get(letter)
  expect(words(body)).toMatch(where)
  expect(body).not.toContain(secret)
  expect(seenIn(body)).toBe('')
  const { status, body: refused } = await worker().post(letter, {
    step: 'check',
    seen: '',
    reason: 'It is quite all right',
  })
  expect([status, refused.includes('It cannot go as it stands')]).toEqual([422, true])
  expect((await fileOf(letter)).status).toBe(404)
}

beforeAll(async () => {
  app = await testApp({ routes: letterRoutes, fill: makeFamilies })
  await hold('Leanne Price', 'address', 'Flat 3, 14 Rosebery Road\nLondon\nE8 4PH')
  await hold('Leanne Price', 'telephone', '07700 900123')
  await hold('Mia Price', 'school or nursery', "St Mary's Primary School")
  await hold('Darren Ashworth', 'address', '88 Kestrel Way\nLondon\nN16 9AA')
})
afterAll(() => app?.close())

test('Letters are listed for those who see the family, and written by those who work with it', async () => {
  for (const who of everybody) {
    const works = ['practitioner@Alder', 'supervisor@Alder'].includes(who)
    const sees = works || ['lead@Alder', 'quality@Alder', 'borough_lead@Alder'].includes(who)
    expect([who, (await app.as(who).get(list)).status]).toEqual([who, sees ? 200 : 404])
    expect([who, (await app.as(who).get(paths.addLetter.to({ familyId: family.id }))).status]).toEqual([
      who,
      works ? 200 : 404,
    ])
  }
  expect(words((await app.as('lead@Alder').get(list)).body)).toContain('No letters have been written.')
  const letter = await write()
  for (const who of everybody) {
    const works = ['practitioner@Alder', 'supervisor@Alder'].includes(who)
    for (const url of [letter, `${letter}/change`])
      expect([who, (await app.as(who).get(url)).status]).toEqual([who, works ? 200 : 404])
    expect([who, (await app.as(who).get(`${letter}/letter.pdf`)).status]).toEqual([who, 404])
  }
  expect((await app.as('lead@Alder').get(list)).body).not.toContain(letter)
})

test('What is wrong is said at its field, and what was written is escaped', async () => {
  const url = paths.addLetter.to({ familyId: family.id })
  const { status, body } = await worker().post(url, {
    whom: individualId('Leanne Price'),
    subject: '',
    text: ' ',
    files: [idOf('none')],
  })
  expect(status).toBe(422)
  for (const message of [
    'Select whom the letter is for',
    'Enter a subject',
    'Enter the text of the letter',
    'Select files of this family',
    'Select whether a copy',
  ])
    expect(body).toContain(message)
  const page = await worker().get(await write({ subject: '<b>Bold</b>', text: '<script>x</script>' }))
  expect(page.body).toContain('&lt;b>Bold&lt;/b>')
  expect(page.body).not.toContain('<script>x')
  expect(page.body).toMatch(/<title>Letter/)
})

describe('A letter that tells where somebody is cannot go', () => {
  test.each([
    ['the address', { text: `${plain}\nShe is at 14, Rosebery\nroad.` }, /Text, line 4: part of a protected address/],
    ['the street alone', { text: 'I saw you in Rosebery Rd.' }, /Text, line 1: part of a protected address/],
    ['the postcode without its space', { text: 'in e84ph' }, /Text, line 1: part of a protected address/],
    [
      'the number in other groups',
      { text: 'on +44 (0)7700-900-123' },
      /Text, line 1: part of a protected telephone number/,
    ],
    [
      'the school over two lines',
      { text: 'Collect her from St Mary’s\nPrimary School.' },
      /Text, line 1: part of a protected school or nursery/,
    ],
    ['the subject', { subject: 'About 14 Rosebery Road' }, /Subject, line 1: part of a protected address/],
  ])('in %s', async (_, change, where) => {
    await isStopped(await write(change), where)
  })

  test('in an action of the plan, where the plan goes along', async () => {
    await action(1, { what: 'Stay away from 14 Rosebery Road' })
    await isStopped(await write({ plan: 'yes' }), /Action 1 of the plan, line 1: part of a protected address/)
    expect(words((await worker().get(await write({ plan: 'no' }))).body)).not.toContain('This letter cannot go')
    await app.operator.query("update plan_action set status = 'withdrawn', version = version + 1 where number = 1")
  })

  test('in the name of a file, and in a text, CSV or HTML file', async () => {
    for (const [name, content, where] of [
      ['14 Rosebery Road.txt', 'Nothing', /Name of file 1, line 1: part of a protected address/],
      ['a.txt', 'One\nE8 4PH', /File 1, text, line 2: part of a protected address/],
      ['b.csv', 'number,street\n14,Rosebery Road', /File 1, text, line 2: part of a protected address/],
      ['c.html', '<p>at <b>14</b> Rose<i>bery</i>&nbsp;Road</p>', /File 1, text, line 1: part of a protected address/],
      ['d.html', '<a href="https://maps.example/14%20Rosebery%20Road">here</a>', /File 1, links and hidden parts/],
    ] as const)
      await isStopped(await write({ files: [await attach(name, content)] }), where)
  })

  const p = (text: string) => new Paragraph(text)
  const secret = '14 Rosebery Road'
  test.each([
    [
      'a cell of a table',
      /File 1, text/,
      { children: [new Table({ rows: [new TableRow({ children: [new TableCell({ children: [p(secret)] })] })] })] },
    ],
    ['a header', /File 1, header/, { headers: { default: new Header({ children: [p(secret)] }) }, children: [p('x')] }],
    ['a footer', /File 1, footer/, { footers: { default: new Footer({ children: [p(secret)] }) }, children: [p('x')] }],
    [
      'a comment',
      /File 1, comments/,
      { children: [new Paragraph({ children: [new TextRun('x'), new CommentReference(1)] })] },
    ],
    ['a text box', /File 1, text/, { children: [new Textbox({ children: [p(secret)] })] }],
    [
      'runs that part a word',
      /File 1, text/,
      {
        children: [
          new Paragraph({
            children: [new TextRun('14 Rose'), new TextRun({ text: 'bery R', bold: true }), new TextRun('oad')],
          }),
        ],
      },
    ],
  ])('in %s of a Word file', async (name, where, section) => {
    const document = new Document({
      comments: { children: name === 'a comment' ? [{ id: 1, children: [p(secret)] }] : [] },
      sections: [section],
    })
    await isStopped(await write({ files: [await attach(`${name}.docx`, await Packer.toBuffer(document))] }), where)
  })

  test('in the properties of a Word file', async () => {
    const document = new Document({ description: secret, sections: [{ children: [p('x')] }] })
    await isStopped(
      await write({ files: [await attach('properties.docx', await Packer.toBuffer(document))] }),
      /File 1, properties of the file/,
    )
  })

  test('where it is an address that she has left', async () => {
    await hold('Leanne Price', 'address', '5 Old Mill Lane\nE5 0QQ')
    const [held] = await app.read('practitioner@Alder', (db) => readEntries(db, family.id))
    await app.write('practitioner@Alder', (db) =>
      endEntry(db, held?.id ?? '', localDate('2026-01-01'), personId('practitioner@Alder')),
    )
    await isStopped(
      await write({ text: 'You were seen at 5 Old Mill Lane' }),
      /Text, line 1: part of a protected address/,
      'Old Mill',
    )
  })

  test('where it is of a child who has left the family', async () => {
    await app.operator.query(
      "update family_individual set left_on = '2026-02-01', version = version + 1 where individual_id = $1",
      [individualId('Mia Price')],
    )
    await isStopped(
      await write({ text: 'at St. Marys primary school' }),
      /part of a protected school or nursery/,
      'Marys',
    )
    await app.operator.query(
      'update family_individual set left_on = null, version = version + 1 where individual_id = $1',
      [individualId('Mia Price')],
    )
  })

  test('where it is of a survivor of his in another record that the writer sees', async () => {
    const osei = { id: familyId('osei'), authorityId: organisationId('Alder') }
    await app.operator.query(
      "insert into family_worker (authority_id, family_id, person_id, kind, starts) values ($1, $2, $3, 'co-worker', '2026-01-05')",
      [osei.authorityId, osei.id, personId('practitioner@Alder')],
    )
    await hold('Abena Osei', 'refuge', 'Rosehaven Refuge', 'practitioner@Alder', osei)
    await isStopped(await write({ text: 'She went to Rosehaven.' }), /part of a protected refuge/, 'Rosehaven')
  })
})

test('Files that cannot be looked through cannot go', async () => {
  for (const [name, content, why] of [
    ['scan.pdf', '%PDF-1.7', /a PDF cannot be looked through/],
    ['photo.jpg', 'x', /only Word/],
    ['really.txt', Buffer.from([0xff, 0xfe, 0, 1]), /no plain text in UTF-8/],
    ['broken.docx', 'PK no zip', /damaged or too large/],
    ['picture.html', '<img src="x">', /holds pictures/],
  ] as const)
    await isStopped(await write({ files: [await attach(name, content)] }), why)
})

test('His own address stops nothing, nor does it need a reason', async () => {
  const letter = await write({ text: 'You live at 88 Kestrel Way, N16 9AA.' })
  expect(words((await worker().get(letter)).body)).not.toContain('Look at these again')
  expect((await check(letter)).to).toBe(letter)
  expect((await fileOf(letter)).status).toBe(200)
})

test('What only looks like a place needs a reason, which is recorded', async () => {
  const letter = await write({ text: 'Our office is at 1 Town Hall Square. Ring 020 7946 0000.' })
  const { body } = await worker().get(letter)
  expect(words(body)).toContain('Text, line 1: street address')
  expect(words(body)).toContain('Text, line 1: telephone')
  expect((await check(letter)).body).toContain('Enter why these may stand in the letter')
  expect((await check(letter, { reason: 'It is our own office' })).to).toBe(letter)
  expect(
    await rows("select reason from record_entry where act = 'family.letter-moved-on' order by seq desc limit 1"),
  ).toEqual([{ reason: 'checked; what looks like a place may stand in it: It is our own office' }])
  const why = 'Why what looks like a place may stand in it: It is our own <b>office</b>'
  expect(words((await worker().get(letter)).body)).toContain('may stand in it: It is our own office')
  const second = await write({ text: 'Our office is at 1 Town Hall Square.' })
  expect((await check(second, { reason: 'It is our own <b>office</b>' })).to).toBe(second)
  expect((await worker().get(second)).body).toContain(why.replace('<b>', '&lt;b>').replace('</b>', '&lt;/b>'))
  const id = second.split('/').at(-1)
  const [{ version }] = await rows('select version from letter where id = $1', [id])
  await worker().post(`${second}/change`, { subject: 'x', text: plain, plan: 'no', _version: String(version) })
  expect(await rows('select places_reason, version - $2 as changes from letter where id = $1', [id, version])).toEqual([
    { places_reason: '', changes: 1 },
  ])
})

test('The check says of whom nothing is held', async () => {
  const letter = await write()
  expect(words((await worker().get(letter)).body)).not.toContain('No protected details are recorded of')
  await app.operator.query('update vault_entry set individual_id = $2 where individual_id = $1', [
    individualId('Mia Price'),
    individualId('Joan Ashworth'),
  ])
  expect(words((await worker().get(letter)).body)).toContain('No protected details are recorded of Mia Price')
})

test('A copy of the plan holds what is his and shareable; all else is named as left out, with why', async () => {
  await action(2)
  await action(3, { shareable: false })
  await action(4, { owner: 'worker', individual_id: null })
  await action(5, { owner: 'survivor', individual_id: individualId('Leanne Price'), why_survivor: 'x' })
  await action(6, { owner: 'agency', individual_id: null, agency: 'The school' })
  const { body } = await worker().get(await write({ plan: 'yes' }))
  expect(body).toContain('What action 2 asks')
  for (const number of [1, 3, 4, 5, 6]) expect(body).not.toContain(`What action ${number} asks`)
  for (const line of [
    'Action 1: withdrawn',
    'Action 3: not marked as shareable',
    'Action 4: asked of a worker',
    'Action 5: asked of the victim-survivor',
    'Action 6: asked of another agency',
  ])
    expect(words(body)).toContain(line)
})

describe('Once checked', () => {
  const checked = async (change: Record<string, string> = {}) => {
    const letter = await write({ plan: 'yes', ...change })
    expect((await check(letter)).to).toBe(letter)
    expect((await fileOf(letter)).status).toBe(200)
    return letter
  }

  test('it is a PDF called letter.pdf that names no author, family or reference', async () => {
    const letter = await checked({ subject: 'What we agreed' })
    const file = await app.server.inject({ url: `${letter}/letter.pdf`, cookies: { s: tokenOf('practitioner@Alder') } })
    expect(file.headers['content-type']).toContain('application/pdf')
    expect(file.headers['content-disposition']).toBe('attachment; filename="letter.pdf"')
    const { info } = await (await openPdf(file.rawPayload)).getMetadata()
    expect(info).toMatchObject({ Title: 'What we agreed' })
    expect(info).not.toHaveProperty('Author')
    const { text, outside } = await readPdf(file.rawPayload)
    expect(text).toContain('Come to our meeting about what you will change.')
    expect(text).toContain('What action 2 asks')
    for (const word of ['F-ASHW2345', family.id, 'Robin', 'Price', 'What action 3 asks', 'Ashworth and'])
      expect(`${text}${outside}${JSON.stringify(info)}`).not.toContain(word)
  })

  test('a change of the letter, the plan or the vault makes it unchecked again', async () => {
    const letter = await checked()
    const version = (await rows('select version from letter where id = $1', [letter.split('/').at(-1)]))[0].version
    const changed = { subject: 'Another', text: plain, plan: 'yes' }
    expect((await worker().post(`${letter}/change`, { ...changed, _version: String(version - 1) })).status).toBe(409)
    expect((await worker().post(`${letter}/change`, { ...changed, _version: String(version) })).to).toBe(letter)
    expect((await fileOf(letter)).status).toBe(404)
    const second = await checked()
    await app.operator.query("update plan_action set what = 'Something else', version = version + 1 where number = 2")
    expect((await fileOf(second)).status).toBe(404)
    expect(words((await worker().get(second)).body)).toContain('something in it has changed since')
    const third = await checked()
    await action(7)
    expect((await fileOf(third)).status).toBe(404)
    const fourth = await checked()
    await hold('Leanne Price', 'work', 'Meeting Point Café')
    expect((await fileOf(fourth)).status).toBe(404)
    await isSentOnlyWhenChecked(fourth)
    // What was read is what is checked: the plan changed while the page was open.
    const open = await write({ plan: 'yes' })
    const seen = seenIn((await worker().get(open)).body)
    await app.operator.query(
      "update plan_action set what = 'Changed meanwhile', version = version + 1 where number = 2",
    )
    expect((await worker().post(open, { step: 'check', seen })).body).toContain(
      'Something in it has changed since it was read',
    )
  })

  const today = () => {
    const [year = '', month = '', day = ''] = new Date().toISOString().slice(0, 10).split('-')
    return { 'sent-day': day, 'sent-month': month, 'sent-year': year }
  }
  const isSentOnlyWhenChecked = async (letter: string) =>
    expect((await worker().post(letter, { step: 'send', ...today() })).status).toBe(422)

  test('it is recorded as sent from its check on, and then stays as it is', async () => {
    await isSentOnlyWhenChecked(await write())
    const letter = await checked({ plan: 'no' })
    const early = { 'sent-day': '1', 'sent-month': '1', 'sent-year': '2026' }
    expect((await worker().post(letter, { step: 'send', ...early })).body).toContain('when it was checked, or later')
    expect((await worker().post(letter, { step: 'send', ...today() })).to).toBe(letter)
    expect((await worker().get(`${letter}/change`)).status).toBe(404)
    expect((await worker().post(letter, { step: 'send', ...today() })).status).toBe(422)
    expect(words((await app.as('lead@Alder').get(list)).body)).toContain('Sent on')
    expect((await fileOf(letter)).status).toBe(200)
  })

  const bytesOf = async (letter: string, who: Who = 'practitioner@Alder') => {
    const { statusCode, rawPayload } = await app.server.inject({
      url: `${letter}/letter.pdf`,
      cookies: { s: tokenOf(who) },
    })
    return statusCode === 200 ? rawPayload : null
  }

  test('what was sent stays byte for byte, whatever becomes of the plan and the details', async () => {
    await action(8, { what: 'Hands over the keys' })
    const letter = await checked({ text: 'We meet on Monday.\n\nBring the harmonica.' })
    expect((await worker().post(letter, { step: 'send', ...today() })).to).toBe(letter)
    const sent = await bytesOf(letter)
    if (sent === null) throw new Error('the file is not there')
    expect((await readPdf(sent)).text).toContain('Hands over the keys')
    await app.operator.query(
      "update plan_action set what = 'Nothing', shareable = false, version = version + 1 where number = 8",
    )
    await hold('Leanne Price', 'work', 'Harmonica')
    expect((await bytesOf(letter))?.equals(sent)).toBe(true)
    expect((await bytesOf(letter, 'supervisor@Alder'))?.equals(sent)).toBe(true)
    for (const who of ['lead@Alder', 'quality@Alder', 'borough_lead@Alder', 'practitioner@Birch'] as const)
      expect([who, await bytesOf(letter, who)]).toEqual([who, null])
    const { body } = await worker().get(letter)
    expect(words(body)).toContain('What was sent is kept as it went')
    expect(words(body)).toContain('This letter was sent, and holds what is now a protected detail')
    expect(words(body)).toContain('As it was then, it is in the file')
    expect(body).toContain(`href="${letter}/letter.pdf"`)
    for (const word of ['Hands over', 'harmonica', 'This letter cannot go', 'Change the letter'])
      expect(body).not.toContain(word)
    const id = letter.split('/').at(-1)
    const [{ sent_file }] = await rows('select sent_file from letter where id = $1', [id])
    expect(sent_file.includes('%PDF')).toBe(false)
    await expect(
      app.write('practitioner@Alder', (db) =>
        db.q
          .updateTable('letter')
          .set({ sent_file: Buffer.from('x') })
          .where('id', '=', id ?? '')
          .executeTakeFirst(),
      ),
    ).resolves.toMatchObject({ numUpdatedRows: 0n })
    // The file of one letter does not open as that of another.
    const other = await checked({ plan: 'no' })
    expect((await worker().post(other, { step: 'send', ...today() })).to).toBe(other)
    await app.operator.query('update letter set sent_file = $2 where id = $1', [other.split('/').at(-1), sent_file])
    expect(await bytesOf(other)).toBeNull()
  })

  test('what was sent before its file was kept says so, and offers none', async () => {
    const letter = await checked({ plan: 'no' })
    expect((await worker().post(letter, { step: 'send', ...today() })).to).toBe(letter)
    await app.operator.query('update letter set sent_file = null where id = $1', [letter.split('/').at(-1)])
    const { body } = await worker().get(letter)
    expect(words(body)).toContain('The file that was sent is not recorded here.')
    expect(body).not.toContain('letter.pdf')
    expect((await fileOf(letter)).status).toBe(404)
  })

  test('a protected detail that comes to be held later stops it', async () => {
    const letter = await checked({ text: 'Bring the folder to Larkspur.', plan: 'no' })
    await hold('Leanne Price', 'refuge', 'Larkspur')
    await isStopped(letter, /part of a protected refuge/, 'Larkspur')
  })

  test('and nothing goes where the key of the vault does not open', async () => {
    const letter = await checked({ plan: 'no' })
    await app.operator.query("update vault_key set sealed = sealed || '\\x00'::bytea where family_id = $1", [family.id])
    expect(words((await worker().get(letter)).body)).toContain('cannot be looked through on this installation')
    expect((await fileOf(letter)).status).toBe(404)
  })
})

test('Each of its acts has its words', async () => {
  const acts = (await rows("select distinct act from record_entry where act like 'family.letter%'")).map(
    ({ act }) => act,
  )
  expect(acts.toSorted()).toEqual(Object.keys(letterActs).toSorted())
})
