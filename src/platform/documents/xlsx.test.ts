import JSZip from 'jszip'
import readExcelFile from 'read-excel-file/node'
import { expect, test } from 'vitest'
import type { Document } from './model.ts'
import { sampleDocument, sampleTable } from './sample.ts'
import { sampleCase } from './sample-case.ts'
import { sheetNames } from './sheet-names.ts'
import { toXlsx } from './xlsx.ts'

const file = await toXlsx(sampleDocument)
const zip = await JSZip.loadAsync(file)
const part = async (name: string): Promise<string> => (await zip.file(name)?.async('string')) ?? ''

test('read back: a contents sheet and one sheet a table', async () => {
  const sheets = await readExcelFile(file)
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['Contents', 'Table 6', 'Appendix 1'])
  expect(sheets[0]?.data).toEqual([
    ['Report for Year 2', null, null, null],
    ['Tables and figures', null, null, null],
    ['Made on 3 March 2026', null, null, null],
    ['Sheet', 'What it shows', 'Period', 'Base'],
    ['Table 6', 'Children whose case changed', 'August 2021 to June 2022', 'all open cases'],
    ['Appendix 1', 'Children whose case changed', 'August 2021 to June 2022', 'all open cases'],
  ])
})

test('numbers are numbers, words say what is missing, and 0 is 0', async () => {
  const [, sheet] = await readExcelFile(file)
  expect(sheet?.data).toEqual([
    ['Table 6: Children whose case changed', null, null, null],
    ['Period: August 2021 to June 2022', null, null, null],
    ['Base: all open cases', null, null, null],
    ['Borough', 'All cases', 'Protection plans', 'Remark'],
    ['Hackney', 1645, 0.0578, 'counted'],
    ['Newham', 2993, 'withheld', `=HYPERLINK("http://a",'x')`],
    ['Tower Hamlets', 'not available', 'not collected', '@SUM(1+1)'],
    ['Redbridge & <West>', 0, 0, '-0.04'],
    ['Boroughs count differently.', null, null, null],
  ])
})

test('what looks like a formula is text, and the file holds no formula at all', async () => {
  for (const name of Object.keys(zip.files)) expect(await part(name)).not.toMatch(/<f[ >]/)
  expect(await part('xl/sharedStrings.xml')).toContain('=HYPERLINK')
})

test('numbers print as in the document', async () => {
  const styles = await part('xl/styles.xml')
  expect(styles).toContain('formatCode="0.0%"')
  expect(styles).toContain('formatCode="#,##0"')
})

test('the header row and the first column stay in view', async () => {
  expect(await part('xl/worksheets/sheet2.xml')).toMatch(/<pane [^>]*ySplit="4"[^>]*xSplit="1"[^>]*state="frozen"/)
  expect(await part('xl/worksheets/sheet1.xml')).toMatch(/<pane [^>]*ySplit="4"[^>]*state="frozen"/)
})

test('nothing is hidden and nobody is named', async () => {
  for (const name of Object.keys(zip.files))
    expect(await part(name)).not.toMatch(/hidden|veryHidden|creator|lastModifiedBy/)
})

test('the same document gives the same bytes', async () => {
  // Two seconds is what a zip's clock can tell apart; the dates inside are looked at instead of waiting for it.
  expect((await toXlsx(sampleDocument)).equals(file)).toBe(true)
  expect(new Set(Object.values(zip.files).map((entry) => entry.date.toISOString()))).toEqual(
    new Set(['1980-01-01T00:00:00.000Z']),
  )
})

test('a document without tables still has its contents', async () => {
  const empty: Document = { ...sampleDocument, subtitle: '', blocks: [] }
  expect((await readExcelFile(await toXlsx(empty))).map(({ sheet }) => sheet)).toEqual(['Contents'])
})

test('a table that does not hold together is refused', async () => {
  const broken: Document = { ...sampleDocument, blocks: [{ kind: 'table', table: { ...sampleTable, rows: [['a']] } }] }
  await expect(toXlsx(broken)).rejects.toThrow('Table 6, row 1')
  await expect(toXlsx({ ...sampleDocument, made: '2026-03-03T10:00' })).rejects.toThrow(RangeError)
})

test('sheet names are short, different and without signs that Excel refuses', () => {
  expect(sheetNames(['a/b:c', 'A B C', "'x'", '', 'y'.repeat(40), 'y'.repeat(40)])).toEqual([
    'a b c',
    'A B C (2)',
    'x',
    'Table',
    'y'.repeat(31),
    `${'y'.repeat(27)} (2)`,
  ])
})

test('only tables go in, and the line of the copy stands on the first sheet', async () => {
  const sheets = await readExcelFile(await toXlsx(sampleCase))
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['Contents', 'Table 6', 'Appendix 1'])
  expect(sheets[0]?.data[3]?.[0]).toBe('Copy 7K2M-9Q for Ines Morgan, 22 November 2026 18:42')
  expect(JSON.stringify(sheets)).not.toContain('Amina')
})
