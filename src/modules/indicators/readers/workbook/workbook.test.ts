import { randomBytes } from 'node:crypto'
import readExcelFile from 'read-excel-file/node'
import { describe, expect, test } from 'vitest'
import { dateOfDay } from '../extract.ts'
import { type MadeWorkbook, type Part, partsOf, repeated, rowOf, workbookOf, zipOf } from './fixtures/workbook.ts'
import { kindOf, openWorkbook, type Row, unlessRefused } from './index.ts'
import { dayOfSerial } from './sheet.ts'
import { isDateFormat } from './styles.ts'

const read = (bytes: Uint8Array) =>
  unlessRefused(async () => {
    const sheets = await openWorkbook(bytes)
    const rows: Record<string, Row[]> = {}
    for (const sheet of sheets) {
      const found: Row[] = []
      await sheet.read((row) => found.push(row) > 0)
      rows[sheet.name] = found
    }
    return rows
  })

const cellsOf = async (made: MadeWorkbook) => {
  const rows = await read(workbookOf(made))
  return 'refused' in rows ? rows : (rows[made.sheets[0]?.name ?? ''] ?? []).map(({ line, cells }) => [line, ...cells])
}

const one = (rows: string): MadeWorkbook => ({ sheets: [{ name: 'Table', rows }] })
const refusal = async (bytes: Uint8Array): Promise<string> => {
  const made = await read(bytes)
  return 'refused' in made && typeof made.refused === 'string' ? made.refused : 'it was read'
}

describe('What stands in a workbook', () => {
  test('texts, numbers, yes or no, errors and the results of formulas are read as Excel shows them', async () => {
    const rows = `<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1"><v>9.5</v></c><c r="C1" t="b"><v>1</v></c><c r="D1" t="e"><v>#N/A</v></c>
      <c r="E1"><f>SUM(B1:B1)</f><v>9.5</v></c><c r="F1" t="str"><f>A1</f><v>same</v></c><c r="G1"><f>NOW()</f></c></row>`
    const strings =
      '<si><t>no</t></si><si><r><t>two </t></r><r><t xml:space="preserve">pieces &amp; more</t></r><rPh><t>aid</t></rPh></si>'
    expect(await cellsOf({ ...one(rows), strings })).toEqual([
      [1, 'two pieces & more', 9.5, 'TRUE', '#N/A', 9.5, 'same', '#FORMULA'],
    ])
  })

  test('a row keeps its number where rows above it are empty, and a cell its column where cells before it are', async () => {
    const rows =
      '<row r="3"><c r="AA3"><v>1</v></c></row><row r="4"/><row r="9"><c r="B9" t="inlineStr"><is><t>x</t></is></c></row>'
    const found = await cellsOf(one(rows))
    expect(found).toEqual([
      [3, ...Array.from({ length: 26 }, () => ''), 1],
      [9, '', 'x'],
    ])
  })

  test('rows and cells without a place stand one after another, and names may have a prefix', async () => {
    const rows =
      '<x:row xmlns:x="y"><x:c><x:v>1</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row><x:row xmlns:x="y"><x:c><x:v>3</x:v></x:c></x:row>'
    expect(await cellsOf(one(rows))).toEqual([
      [1, 1, 2],
      [2, 3],
    ])
  })

  test('a number is a date only where its style says so', async () => {
    const rows =
      '<row r="1"><c r="A1" s="0"><v>45000</v></c><c r="B1" s="1"><v>45000.75</v></c><c r="C1" s="2"><v>45000</v></c><c r="D1" s="3"><v>45000</v></c></row>'
    const day = 19_431
    expect(dateOfDay(day)).toBe('2023-03-15')
    expect(await cellsOf(one(rows))).toEqual([[1, 45_000, { day }, { day }, 45_000]])
    expect(await cellsOf({ ...one(rows), is1904: true })).toEqual([
      [1, 45_000, { day: day + 1462 }, { day: day + 1462 }, 45_000],
    ])
  })

  test.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [61, '1900-03-01'],
    [45_382.99, '2024-03-31'],
    [45_382.999_999_999_99, '2024-04-01'],
  ])('the date that Excel numbers %d is %s', (serial, iso) => {
    expect(dateOfDay(dayOfSerial(serial, '1900'))).toBe(iso)
  })

  test.each([
    ['dd/mm/yyyy', true],
    ['[$-809]d mmmm yyyy;@', true],
    ['0.00', false],
    ['General', false],
    ['#,##0 "days"', false],
    ['[Red]0', false],
    ['0\\d', false],
  ])('the format %s shows a date: %s', (code, isDate) => {
    expect(isDateFormat(code)).toBe(isDate)
  })

  test('another program’s reader finds the same in what is written here', async () => {
    const bytes = workbookOf(one(rowOf(1, ['Name', 'Number', 'Day']) + rowOf(2, ['a & b', 12, { serial: 45_000 }])))
    const [sheet] = await readExcelFile(bytes)
    expect(sheet?.data).toEqual([
      ['Name', 'Number', 'Day'],
      ['a & b', 12, new Date('2023-03-15T00:00:00Z')],
    ])
  })
})

describe('A workbook that is none, or means harm', () => {
  const withPart = (part: Part, made = one(rowOf(1, ['a']))): Buffer =>
    zipOf([...partsOf(made).filter(({ name }) => name !== part.name), part])
  const sheet = 'xl/worksheets/sheet1.xml'
  const bomb = repeated(160)

  test('a sheet of 160 MB in a small archive is refused, whatever its directory claims', async () => {
    const made = (claims: { size: number }) =>
      withPart({ name: sheet, data: Buffer.alloc(0), packed: bomb.packed, claims: { ...claims, sum: bomb.sum } })
    expect(made({ size: bomb.size }).length).toBeLessThan(1024 * 1024)
    expect(await refusal(made({ size: bomb.size }))).toMatch(/larger than 48 MB/)
    expect(await refusal(made({ size: 1000 }))).toMatch(/not as large as it says/)
    expect(await refusal(made({ size: 40 * 1024 * 1024 }))).toMatch(/almost wholly empty or repeated/)
  })

  test('a part that packs like no table is refused before it is parsed, and one below 4 MB is not looked at so', async () => {
    const few = repeated(3)
    const many = repeated(30)
    const made = ({ packed, sum, size }: typeof few) =>
      withPart({ name: 'xl/media/a.bin', data: Buffer.alloc(0), packed, claims: { sum, size } })
    expect(await refusal(made(many))).toMatch(/almost wholly empty or repeated/)
    expect(await refusal(made(few))).toBe('it was read')
  })

  test('many parts that are large together are refused', async () => {
    // Random bytes, so that it is the sum that counts and not how well they pack.
    const data = randomBytes(17 * 1024 * 1024)
    const extra = [1, 2, 3, 4].map((at) => ({ name: `xl/media/${at}.bin`, data }))
    expect(await refusal(workbookOf({ ...one(''), extra }))).toMatch(/all of it larger than 64 MB/)
    expect(await refusal(workbookOf({ ...one(''), extra: extra.slice(1) }))).toBe('it was read')
  })

  test('more than a thousand parts are refused', async () => {
    const extra = Array.from({ length: 1000 }, (_, at) => ({ name: `xl/${at}.bin`, data: Buffer.alloc(0) }))
    expect(await refusal(workbookOf({ ...one(''), extra }))).toMatch(/more than 1000 parts/)
  })

  test.each([
    [
      'a part that is not as it was saved',
      { name: 'xl/a.xml', data: Buffer.from('<a/>'), claims: { sum: 7 } },
      /not as it was saved/,
    ],
    ['a part that is locked', { name: 'xl/a.xml', data: Buffer.from('<a/>'), claims: { flags: 1 } }, /has a password/],
    ['a name that leads elsewhere', { name: '../a.xml', data: Buffer.from('<a/>') }, /list of its parts/],
    ['a name from the root', { name: '/etc/a.xml', data: Buffer.from('<a/>') }, /list of its parts/],
    [
      'a second part of one name',
      { name: 'XL/Workbook.xml', data: Buffer.from('<a/>') },
      /two of its parts have one name/,
    ],
    ['macros', { name: 'xl/vbaProject.bin', data: Buffer.from('x') }, /holds macros/],
    ['a binary workbook', { name: 'xl/workbook.bin', data: Buffer.from('x') }, /\.xlsb/],
    ['a document of another program', { name: 'content.xml', data: Buffer.from('<a/>') }, /LibreOffice/],
    [
      'a document type in a part that nobody reads',
      { name: 'docProps/a.xml', data: Buffer.from('<!DOCTYPE a><a/>') },
      /document type/,
    ],
    [
      'a document type across two pieces',
      { name: 'xl/b.xml', data: Buffer.from(`<!--${'x'.repeat(16_375)}--><!DOCTYPE a><a/>`) },
      /document type/,
    ],
  ] as const)('%s is refused', async (_, part, why) => {
    expect(await refusal(workbookOf({ ...one(''), extra: [part] }))).toMatch(why)
  })

  test('a workbook that may hold macros is refused by what it says of itself', async () => {
    const contentType = 'application/vnd.ms-excel.sheet.macroEnabled.main+xml'
    expect(await refusal(workbookOf({ ...one(''), contentType }))).toMatch(/\.xlsm/)
  })

  test('sheets that are not well-formed, not UTF-8, out of order or too deep are refused', async () => {
    const wrong = (rows: string) => refusal(workbookOf(one(rows)))
    expect(await wrong('<row>')).toMatch(/not well-formed/)
    expect(await wrong('<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>')).toMatch(
      /not in order/,
    )
    expect(await wrong('<row r="1"><c r="A1" t="s"><v>4</v></c></row>')).toMatch(/points to a text/)
    expect(await wrong('<row r="1"><c r="A1"><v>12x</v></c></row>')).toMatch(/number/)
    expect(await wrong('<x>'.repeat(100) + '</x>'.repeat(100))).toMatch(/too deep/)
    expect(await refusal(withPart({ name: sheet, data: Buffer.from([0x3c, 0x61, 0x3e, 0xff]) }))).toMatch(/UTF-8/)
  })

  test('a sheet of more than 500,000 rows is refused with the row', async () => {
    const rows = '<row><c><v>1</v></c></row>'.repeat(500_002)
    const noise = `<!--${randomBytes(100_000).toString('hex')}-->`
    expect(await read(workbookOf(one(noise + rows)))).toMatchObject({
      refused: expect.stringMatching(/500,000 rows/),
      line: 500_002,
    })
  })

  test('an archive that is no workbook, an empty one and one that was cut off are refused', async () => {
    expect(await refusal(zipOf([{ name: 'episodes.csv', data: Buffer.from('CHILD') }]))).toMatch(/no Excel workbook/)
    expect(await refusal(zipOf([]))).toMatch(/no Excel workbook/)
    const whole = workbookOf(one(rowOf(1, ['a'])))
    expect(await refusal(whole.subarray(0, whole.length - 30))).toMatch(/its end is missing/)
  })

  test.each([
    ['nothing', Buffer.alloc(0), /is empty/],
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), /\.xls\)/],
    [
      'a workbook with a password',
      Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from('EncryptedPackage', 'utf16le')]),
      /password/,
    ],
    ['a PDF by another name', Buffer.from('%PDF-1.7'), /PDF/],
    ['a packed archive', Buffer.from([0x1f, 0x8b, 8]), /packed archive/],
    ['a web page called .xls', Buffer.from('\n<html><table><tr><td>CHILD'), /web page/],
    ['a workbook of 2003', Buffer.from('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><a/>'), /2003/],
  ])('%s is known by its bytes and refused with what to do', async (_, bytes, why) => {
    expect(await unlessRefused(async () => ({ kind: kindOf(bytes) }))).toMatchObject({
      refused: expect.stringMatching(why),
    })
  })
})
