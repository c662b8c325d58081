import { expect, it } from 'vitest'
import { toCsv, toDocx, toXlsx } from '#platform/documents/index.ts'
import { madeFigures } from '../fixtures/made-figures.ts'
import { buildReport } from './build.ts'
import { toDocument, toFileTable } from './document.ts'
import { reportJson, toJson } from './json.ts'
import { toText } from './text.ts'

const report = buildReport(madeFigures())

it('a report becomes a Word and an Excel file, the same bytes for the same day', async () => {
  const document = toDocument(report, '2026-03-03')
  expect((await toDocx(document)).equals(await toDocx(document))).toBe(true)
  expect((await toXlsx(document)).equals(await toXlsx(document))).toBe(true)
})

it('every table of the document has a number of its own', () => {
  const numbers = toDocument(report, '2026-03-03').blocks.flatMap((block) =>
    block.kind === 'table' ? [block.table.number] : [],
  )
  expect(new Set(numbers).size).toBe(numbers.length)
  expect(numbers).toContain('Figure 5b')
})

it('a file has the columns of the published one, and a word where nothing is', () => {
  const [, blocks] = report.tables
  expect(blocks && toCsv(toFileTable(blocks))).toBe(
    'course,days,mode,blocks_year_1,blocks_year_2,attended_year_1,attended_year_2\r\nOverview,1,live,not available,2,not available,30\r\n',
  )
})

it('the JSON is what its schema says', () => {
  expect(reportJson.parse(toJson(report))).toEqual(toJson(report))
})

it('the text names every table and says where print and records agree', () => {
  const text = toText(report)
  for (const { number, title } of report.tables) expect(text).toContain(`${number}: ${title}`)
  expect(text).toContain('disagrees with its own numbers (Grove (2023)): 0 places')
})
