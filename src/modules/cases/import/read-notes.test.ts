import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import JSZip from 'jszip'
import { describe, expect, test } from 'vitest'
import { localDate } from '#platform/dates.ts'
import { dayAtStart, wholeDay } from './read-day.ts'
import { readNotesFile } from './read-notes.ts'
import { NotReadable } from './read-text.ts'

const today = localDate('2026-11-20')
const read = (name: string, bytes: Buffer | string) => readNotesFile({ name, bytes: Buffer.from(bytes) }, today)
const brief = async (name: string, bytes: Buffer | string) => {
  const { notes, problems } = await read(name, bytes)
  expect(problems).toEqual([])
  return notes.map(({ line, onDate, kind, said, text }) => [line, onDate, kind, said, text])
}
const refusal = async (name: string, bytes: Buffer | string) => {
  const before = process.cpuUsage()
  const error = await read(name, bytes).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(NotReadable)
  const { user, system } = process.cpuUsage(before)
  expect((user + system) / 1000).toBeLessThan(3000)
  return String(error)
}

describe('days', () => {
  test.each([
    ['2026-09-01', '2026-09-01', ''],
    ['1/9/2026 14:30', '2026-09-01', '14:30'],
    ['01.09.2026', '2026-09-01', ''],
    ['2026-09-01T09:05:00Z', '2026-09-01', '09:05'],
    ['Tuesday 1st September 2026 at 2:15 pm', '2026-09-01', '14:15'],
    ['1 Sept 2026', '2026-09-01', ''],
    ['1-Sep-2026', '2026-09-01', ''],
  ])('%s is a day', (text, day, time) => expect(wholeDay(text)).toEqual({ day, time }))
  test.each(['31/2/2026', '1/9/26', '12345', 'soon', '2026-13-01', '1/9/2026 and later'])('%s is none', (text) =>
    expect(wholeDay(text)).toBeNull(),
  )
  test('What follows a day is left whole', () => expect(dayAtStart('1/9/2026: Home visit')?.rest).toBe(': Home visit'))
})

describe('CSV', () => {
  const expected = [
    [2, '2026-09-01', 'visit', 'type: Home visit; author: Anna Lee; time: 14:30', 'Café.\n\nSecond, line'],
    [5, '2026-09-02', 'telephone', 'author: Bo "B" Roy', '=SUM(1,2)'],
  ]
  const file = (separator: string) =>
    [
      ['Case Note_Date', 'TYPE ', 'Recorded By', 'Case notes'],
      ['01/09/2026 14:30', 'Home visit', 'Anna Lee', '"Café.\r\n\r\nSecond, line"'],
      ['2026-09-02', 'Telephone call', '"Bo ""B"" Roy"', '"=SUM(1,2)"'],
    ]
      .map((cells) => cells.join(separator))
      .join('\r\n')

  test.each([',', ';', '\t'])(
    'is read with %j between its cells, texts of several lines whole, formulas as text',
    async (separator) => {
      expect(await brief('a.csv', file(separator))).toEqual(expected)
    },
  )
  test.each([
    ['a mark of UTF-8', Buffer.from(`\ufeff${file(',')}`)],
    ['Windows-1252', Buffer.from(file(','), 'latin1')],
    ['UTF-16', Buffer.from(`\ufeff${file(',')}`, 'utf16le')],
  ])('is read in %s', async (_encoding, bytes) => expect(await brief('A.CSV', bytes)).toEqual(expected))

  test('says what is wrong by line and field, and which columns stay behind', async () => {
    const { notes, problems, leftOut } = await read(
      'a.csv',
      'date,text,Placement\n1/9/2026,"Two\nlines",x\n31/2/2026,Text,y\n2/9/2026, ,z\n,Text,\n1/1/2030,Text,\n1/9/2026,one,two,three',
    )
    expect(notes.length).toBe(2)
    expect(problems.map(({ line, field, says }) => `${line} ${field} ${says}`)).toEqual([
      '4 date “31/2/2026” is not a date: write it like 1/9/2026 or 2026-09-01',
      '5 text is empty',
      '6 date is empty',
      '7 date 1 January 2030 is after today',
      '8 whole row has more cells than there are columns: a comma in a text needs quotation marks around it',
    ])
    expect(leftOut).toEqual(['The column “Placement”'])
  })

  test.each([
    ['name,colour\nx,y', 'does not name the columns'],
    ['date,colour\n1/9/2026,y', 'this column is missing'],
    ['date,text,notes\n1/9/2026,y,z', 'two columns could be this one'],
    ['date,text\n', 'there are no notes below'],
  ])('is refused where its columns do not fit: %j', async (text, says) => {
    const { notes, problems } = await read('a.csv', text)
    expect([notes, problems[0]?.says.includes(says)]).toEqual([[], true])
  })

  test('is refused quickly where it is hostile', async () => {
    expect(await refusal('a.csv', `date,text\n1/9/2026,"${'x'.repeat(10 * 2 ** 20)}"`)).toMatch(/larger than 4 MB/)
    expect(await refusal('a.csv', `date,text\n${'1/9/2026,hello\n'.repeat(100_000)}`)).toMatch(/more than 5,000 rows/)
    expect(await refusal('a.csv', 'date,text\n1/9/2026,"open')).toMatch(/quotation mark/)
    expect(await refusal('a.csv', Buffer.from([0x4d, 0x5a, 0x90, 0, 3, 0]))).toMatch(/not a text or CSV file/)
    expect(await refusal('a.csv', Buffer.from(Array.from({ length: 4000 }, (_, n) => (n % 30) + 1)))).toMatch(
      /not a text/,
    )
    expect(await refusal('a.pdf', '%PDF')).toMatch(/must be a CSV, Word/)
    const { problems } = await read('a.csv', `date,text\n1/9/2026,"${'x'.repeat(2 ** 20 + 1)}"`)
    expect(problems[0]?.says).toMatch(/must be 1,048,576 characters or fewer/)
  })
})

describe('text', () => {
  test('is cut at blocks that begin with a date; a date within a block begins nothing', async () => {
    const file =
      'Case notes\n\n1 September 2026 Home visit\nSaw Mia.\n3/9/2026 is court.\n\nMore of it.\n\n02/09/2026: He rang.'
    expect(await brief('a.txt', file)).toEqual([
      [3, '2026-09-01', 'visit', 'type: Home visit', 'Saw Mia.\n3/9/2026 is court.\n\nMore of it.'],
      [9, '2026-09-02', 'other', '', 'He rang.'],
    ])
    expect((await read('a.txt', file)).leftOut).toEqual([
      'What stands before the first note or beside the table: “Case notes”',
    ])
    expect(await refusal('a.txt', 'No dates at all')).toMatch(/No note was found/)
  })
})

describe('Word', () => {
  const wordFile = (children: (Paragraph | Table)[]) => Packer.toBuffer(new Document({ sections: [{ children }] }))
  const table = (lines: string[][]) =>
    new Table({
      rows: lines.map(
        (cells) =>
          new TableRow({
            children: cells.map(
              (cell) => new TableCell({ children: cell.split('\n').map((text) => new Paragraph(text)) }),
            ),
          }),
      ),
    })

  test('is read by headings with dates; a date in a paragraph below begins nothing', async () => {
    const heading = (text: string) => new Paragraph({ text, heading: HeadingLevel.HEADING_2 })
    const bytes = await wordFile([
      new Paragraph('Notes'),
      heading('1 September 2026 – Home visit'),
      new Paragraph('Saw Mia.'),
      new Paragraph('2/9/2026 is the date of court.'),
      heading('3 September 2026'),
      new Paragraph('He rang.'),
    ])
    expect(await brief('a.docx', bytes)).toEqual([
      [2, '2026-09-01', 'visit', 'type: Home visit', 'Saw Mia.\n2/9/2026 is the date of court.'],
      [5, '2026-09-03', 'other', '', 'He rang.'],
    ])
  })

  test('is read by a table that names its columns, and by one that does not', async () => {
    const named = table([
      ['Date', 'Type', 'Worker', 'Note'],
      ['1/9/2026', 'Meeting', 'A. Lee', 'One\nTwo'],
      ['soon', 'Visit', '', 'Three'],
    ])
    const { notes, problems } = await read('a.docx', await wordFile([named]))
    expect(notes.map(({ onDate, kind, said, text }) => [onDate, kind, said, text])).toEqual([
      ['2026-09-01', 'meeting', 'author: A. Lee', 'One\nTwo'],
    ])
    expect(problems).toMatchObject([{ line: 3, field: 'date' }])
    const unnamed = table([
      ['1/9/2026', 'He came.'],
      ['2/9/2026', 'He rang.'],
    ])
    expect(await brief('a.docx', await wordFile([unnamed]))).toEqual([
      [1, '2026-09-01', 'other', '', 'He came.'],
      [2, '2026-09-02', 'other', '', 'He rang.'],
    ])
  })

  test('is refused where it is a bomb, damaged or none', async () => {
    const zip = new JSZip()
    zip.file('word/document.xml', `<w:document>${'A'.repeat(40 * 2 ** 20)}</w:document>`)
    expect(await refusal('a.docx', await zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' }))).toMatch(
      /150 times/,
    )
    const wordy = new JSZip()
    const said = Array.from(
      { length: 150_000 },
      (_, n) => `<w:p><w:r><w:t>1/9/2026 ${n} ${'x'.repeat(60)} ${n * 7919}</w:t></w:r></w:p>`,
    )
    wordy.file(
      '_rels/.rels',
      '<Relationships><Relationship Type="x/officeDocument" Target="word/document.xml"/></Relationships>',
    )
    wordy.file('word/document.xml', `<w:document><w:body>${said.join('')}</w:body></w:document>`)
    const packed = await wordy.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' })
    expect(await refusal('a.docx', packed)).toMatch(/more than 50,000 paragraphs/)
    expect(await refusal('a.docx', 'PK\u0003\u0004 nothing')).toMatch(/damaged/)
    expect(await refusal('a.docx', await new JSZip().file('x', 'y').generateAsync({ type: 'nodebuffer' }))).toMatch(
      /no Word document/,
    )
  })
})
