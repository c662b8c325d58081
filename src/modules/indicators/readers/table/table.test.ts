import { describe, expect, test } from 'vitest'
import { dateOfDay } from '../extract.ts'
import { faultList } from '../fault.ts'
import { rowOf, workbookOf } from '../workbook/fixtures/workbook.ts'
import {
  type Cell,
  columnName,
  dateReader,
  layout,
  openTables,
  readChildId,
  readTable,
  textOf,
  unlessRefused,
} from './index.ts'

const columns = { id: { names: ['child id'] }, when: { names: ['date of referral'] } }

const read = (file: string | Uint8Array) =>
  unlessRefused(async () => {
    const faults = faultList()
    const rows: [number, string | null, string | null][] = []
    const found = layout(
      columns,
      () =>
        ({ line, at }) =>
          rows.push([line, textOf(at('id')), textOf(at('when'))]),
    )
    const bytes = typeof file === 'string' ? Buffer.from(file) : file
    for (const table of await openTables({ name: 'a.csv', bytes })) await readTable(table, [found], faults)
    return { rows, faults: faults.kept.map(({ line, rule, severity }) => [line, rule, severity]) }
  })

const plain = { rows: [[2, '1', '2024-05-01']], faults: [] }

describe('Names of columns', () => {
  test.each([
    ['Child ID', 'child id'],
    ['CHILD_ID ', 'child id'],
    [' child   id\u00a0', 'child id'],
    ['Child’s Category of Need', 'childs category of need'],
    ["Child's Category of Need", 'childs category of need'],
    ['Referral NFA?', 'referral nfa'],
    ['\u200bCHILD', 'child'],
  ])('%j is the column %j', (written, name) => {
    expect(columnName(written)).toBe(name)
  })
})

describe('Text files', () => {
  test.each([
    ['a mark of UTF-8', Buffer.from('\ufeffchild_id,Date of referral\n1,2024-05-01')],
    ['UTF-16 with its mark', Buffer.from('\ufeffchild_id,Date of referral\n1,2024-05-01', 'utf16le')],
    ['UTF-16 the other way round', Buffer.from('\ufeffchild_id,Date of referral\n1,2024-05-01', 'utf16le').swap16()],
    ['windows-1252', Buffer.from('child_id,Date of referral,Caf\xe9 \x92s\n1,2024-05-01,\xe9', 'latin1')],
    ['semicolons', Buffer.from('child_id;Date of referral;a,b\n1;2024-05-01;')],
    ['tabs', Buffer.from('child_id\tDate of referral\n1\t2024-05-01')],
    ['lines of Windows', Buffer.from('child_id,Date of referral\r\n1,2024-05-01\r\n')],
    ['lines of an old Macintosh', Buffer.from('child_id,Date of referral\r1,2024-05-01\r')],
    ['quotation marks', Buffer.from('"child_id","Date of referral"\n"1","2024-05-01"')],
  ])('with %s are read alike', async (_, bytes) => {
    expect(await read(bytes)).toEqual(plain)
  })

  test('names of columns stand below a title, after empty lines, and rows keep their numbers through line breaks in cells', async () => {
    expect(await read('List 3,,\n\nchild id,date of referral,note\n1,2024-05-01,"a\nb\nc"\n2,2024-05-02,\n')).toEqual({
      rows: [
        [4, '1', '2024-05-01'],
        [7, '2', '2024-05-02'],
      ],
      faults: [],
    })
  })

  test.each(['\n', '\r\n', '\r'])(
    'rows are numbered as an editor does where lines end in %j, in cells too',
    async (end) => {
      const lines = ['child id,date of referral,note', '1,2024-05-01,"a', 'b"', '2,2024-05-02,', '']
      expect(await read(lines.join(end))).toMatchObject({
        rows: [
          [2, '1', '2024-05-01'],
          [4, '2', '2024-05-02'],
        ],
      })
    },
  )

  test('empty rows, totals and the names of the columns again are passed over in silence', async () => {
    const rows =
      'child id,date of referral\n1,2024-05-01\n,\n  ,  \nchild id,date of referral\nTotal,1\nGrand total: 1,\n\n\n'
    expect(await read(rows)).toEqual(plain)
  })

  test('a row with too many cells is not counted; one that lacks only empty ones at its end is, and both are said', async () => {
    expect(
      await read('child id,date of referral,a,b\n1,2024-05-01,x,y,z\n2,2024-05-02\n3\n4,2024-05-04,,,,\n'),
    ).toEqual({
      rows: [
        [3, '2', '2024-05-02'],
        [5, '4', '2024-05-04'],
      ],
      faults: [
        [2, 'row-long', 'fault'],
        [3, 'row-short', 'query'],
        [4, 'row-short', 'fault'],
      ],
    })
  })

  test('a quotation mark within a cell is a sign like others; one that does not close refuses the file with its line', async () => {
    expect(await read('child id,date of referral,a\n1,2024-05-01,5" pipe\n')).toEqual({ ...plain })
    expect(await read('child id,date of referral\n1,2024-05-01\n2,"2024-05-02\n3,2024-05-03')).toMatchObject({
      refused: expect.stringMatching(/does not close/),
      line: 3,
    })
    expect(await read(`child id,date of referral\n1,"${'a,b\n'.repeat(1_000_000)}`)).toMatchObject({
      refused: expect.stringMatching(/no end within 2 MB/),
      line: 2,
    })
  })

  test('a line of millions of cells, 201 columns, a field of 10,001 characters and 500,001 rows are refused', async () => {
    const refused = (why: RegExp, line: number) => ({ refused: expect.stringMatching(why), line })
    expect(await read(`child id,date of referral\n${','.repeat(5_000_000)}`)).toEqual(refused(/2 MB/, 2))
    const wide = Array.from({ length: 10_000 }, (_, at) => ['child id', 'date of referral'][at] ?? `c${at}`).join(',')
    expect(await read(wide)).toEqual(refused(/200 columns/, 1))
    expect(await read(`child id,date of referral,a\n1,2024-05-01,${'x'.repeat(10_001)}`)).toEqual(
      refused(/10,000 characters/, 2),
    )
    expect(await read(`child id,date of referral\n${'1,2024-05-01\n'.repeat(500_001)}`)).toEqual(
      refused(/500,000 rows/, 500_002),
    )
  })

  test('bytes that are no text are refused', async () => {
    expect(await read(Buffer.from([65, 0, 66]))).toMatchObject({ refused: expect.stringMatching(/no text file/) })
    expect(await read(Buffer.from([0xe9, 0x81, 0x20]))).toMatchObject({ refused: expect.stringMatching(/encoding/) })
  })

  test('a column that is there twice refuses the file', async () => {
    expect(await read('child id,Child_ID,date of referral\n1,2,2024-05-01')).toMatchObject({
      refused: expect.stringMatching(/Two columns/),
    })
  })

  test('names of columns that come after ten rows are not looked for', async () => {
    expect(await read(`${'x,y\n'.repeat(10)}child id,date of referral\n1,2024-05-01`)).toEqual({ rows: [], faults: [] })
  })
})

describe('Sheets', () => {
  test('a sheet below a title is read with the numbers of its rows, and what stands beside the table does not matter', async () => {
    const rows =
      rowOf(1, ['List 3']) + rowOf(3, ['Child ID', 'Date of referral']) + rowOf(4, ['1', '2024-05-01', null, 'a note'])
    expect(await read(workbookOf({ sheets: [{ name: 'A', rows }] }))).toEqual({
      rows: [[4, '1', '2024-05-01']],
      faults: [],
    })
  })

  test('a cell of more than 10,000 characters is refused in the table, and not elsewhere', async () => {
    const notes = { name: 'Notes', rows: rowOf(1, ['x'.repeat(20_000)]) }
    const table = (text: string) => ({
      name: 'A',
      rows: rowOf(1, ['Child ID', 'Date of referral']) + rowOf(2, ['1', text]),
    })
    expect(await read(workbookOf({ sheets: [notes, table('2024-05-01')] }))).toEqual(plain)
    expect(await read(workbookOf({ sheets: [notes, table('x'.repeat(20_000))] }))).toMatchObject({
      refused: expect.stringMatching(/10,000 characters/),
      line: 2,
    })
  })
})

describe('Dates', () => {
  const readDate = (cell: Cell, form: 'day-first' | 'month-first' = 'day-first'): string => {
    const read = dateReader(form).read(cell)
    return 'day' in read ? dateOfDay(read.day) : 'wrong' in read ? read.wrong : 'empty'
  }

  test.each([
    ['03/06/2025', '2025-06-03'],
    ['3/6/2025', '2025-06-03'],
    ['2025-06-03', '2025-06-03'],
    ['2025-06-03 00:00:00', '2025-06-03'],
    ['2025-06-03T00:00:00.000', '2025-06-03'],
    ['03/06/2025 00:00', '2025-06-03'],
    ['03-06-2025', '2025-06-03'],
    ['3 June 2025', '2025-06-03'],
    ['03-Jun-2025', '2025-06-03'],
    ['29/02/2024', '2024-02-29'],
    ['  03/06/2025 ', '2025-06-03'],
    ['', 'empty'],
  ])('%j is %s', (text, iso) => {
    expect(readDate(text)).toBe(iso)
  })

  test.each([
    ['03/06/25', /two digits/],
    ['3-Jun-25', /two digits/],
    ['29/02/2025', /no such day/],
    ['31/06/2025', /no such day/],
    ['00/06/2025', /no such day/],
    ['06/23/2025', /no such month/],
    ['2025-13-01', /no such day/],
    ['03/06/0225', /between 1900 and 2100/],
    ['2025-06-03T23:30:00Z', /no date/],
    ['45000', /no date/],
    ['3 Foo 2025', /no such day/],
    ['#N/A', /no date/],
  ])('%j is a fault, and its words do not repeat it', (text, why) => {
    expect(readDate(text)).toMatch(why)
    expect(readDate(text)).not.toContain(text)
  })

  test('a number without the format of a date is none, and a date of a sheet is one', () => {
    expect(readDate(45_000)).toMatch(/number and no date/)
    expect(readDate({ day: 19_431 })).toBe('2023-03-15')
    expect(readDate({ day: -30_000 })).toMatch(/between 1900 and 2100/)
  })

  test('the month stands first only where the person said so', () => {
    expect(readDate('06/03/2025', 'month-first')).toBe('2025-06-03')
    expect(readDate('2025-06-03', 'month-first')).toBe('2025-06-03')
    expect(readDate('23/06/2025', 'month-first')).toMatch(/no such month/)
  })

  test('a column of which three can only have the month first, and none the day, is noticed', () => {
    const other = (...texts: string[]): boolean => {
      const reader = dateReader('day-first')
      for (const text of texts) reader.read(text)
      return reader.isOtherOrder()
    }
    expect(other('06/23/2025', '06/24/2025', '06/25/2025', '01/02/2025')).toBe(true)
    expect(other('06/23/2025', '06/24/2025', '01/02/2025')).toBe(false)
    expect(other('06/23/2025', '06/24/2025', '06/25/2025', '25/06/2025')).toBe(false)
  })
})

describe('Ids of children', () => {
  test.each([
    [' ab 12c ', 'AB 12C'],
    [9_917, '9917'],
    [99_917_000_010, '99917000010'],
    ['00123', '00123'],
    ['12E3', '12E3'],
  ])('%j is compared as %s', (cell, id) => {
    expect(readChildId(cell)).toEqual({ id })
  })

  test.each([
    ['', 'child-missing'],
    ['1.23E+11', 'child-number'],
    ['1e+05', 'child-number'],
    [1.5, 'child-number'],
    [1e21, 'child-number'],
    [1_234_567_890_123_456, 'child-number'],
    ['#REF!', 'child-error'],
    [{ day: 1 }, 'child-date'],
    ['x'.repeat(51), 'child-long'],
  ])('%j is none, and its words do not repeat it', (cell, rule) => {
    const read = readChildId(cell)
    expect(read).toMatchObject({ rule })
    if (typeof cell === 'string' && cell !== '' && cell !== '1.23E+11')
      expect('wrong' in read && read.wrong).not.toContain(cell)
  })
})
