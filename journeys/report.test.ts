import { parse } from 'csv-parse/sync'
import JsZip from 'jszip'
import readExcelFile from 'read-excel-file/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, openHouse, type Screen, type Visitor } from './house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

/** The bytes behind a link of the page, fetched as the reader's own browser would. */
const download = async ({ page, context }: Visitor, text: string): Promise<{ name: string; body: Buffer }> => {
  const href = await page.locator('main a', { hasText: text }).first().getAttribute('href')
  const answer = await context.request.get(new URL(href ?? '', page.url()).href)
  expect(answer.status(), text).toBe(200)
  return { name: answer.headers()['content-disposition'] ?? '', body: await answer.body() }
}

/** The first table under a heading of the report, row by row. */
const rowsUnder = ({ page }: Visitor, id: string): Promise<string[][]> =>
  page
    .locator(`section[aria-labelledby="${id}"] table`)
    .first()
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => Array.from(row.children, (cell) => cell.textContent?.trim().replaceAll(/\s+/g, ' ') ?? '')),
    )

const readDefinition = async (reader: Visitor) => {
  const definition = reader.page.locator('details', { hasText: 'How Table 4 is counted' })
  expect(await definition.locator('dd').first().isVisible()).toBe(false)
  await definition.locator('summary').click()
  const words = (await definition.locator('.govuk-details__text').innerText()).replaceAll(/\s+/g, ' ')
  for (const part of ['What is counted', 'Period', 'Source']) expect(words).toContain(part)
  await reader.look('report-with-a-definition-open')
}

const readFiles = async (reader: Visitor, consultations: string[][]) => {
  const csv = await download(reader, 'Download Table 4 (CSV)')
  const rows = parse(csv.body, { columns: true }) as Record<string, string>[] // with columns, rows are objects
  const first = rows.find(({ borough, year }) => borough === 'Hackney' && year === '1')
  expect([first?.['consultations'], first?.['months']]).toEqual(consultations[0]?.slice(1, 3))

  const docx = await download(reader, 'Word document')
  expect(docx.name).toMatch(/filename="report-[\w-]+-term-2\.docx"/)
  const document = (await (await JsZip.loadAsync(docx.body)).file('word/document.xml')?.async('string')) ?? ''
  const tables = document.split('<w:tbl>').slice(1)
  const ofConsultations = tables.filter((table) => ['Hackney', '>81<', '>99<'].every((text) => table.includes(text)))
  expect(ofConsultations.length, 'the table of consultations as a table of Word').toBeGreaterThan(0)
  expect(document).not.toContain('NaN')

  const xlsx = await download(reader, 'Excel workbook')
  const sheets = await readExcelFile(xlsx.body)
  const cells = sheets.flatMap(({ data }) => data).find((row) => row[0] === 'Hackney' && row.includes(81))
  expect(cells, 'numbers as numbers').toContain(9)
}

const waysOfReading = [
  { screen: 'desk', script: false },
  { screen: 'phone', script: true },
] as const satisfies { screen: Screen; script: boolean }[]

test.each(waysOfReading)(
  'The public reads the published report, its definitions, where it contradicts itself, and takes it away, on a $screen with scripts: $script',
  async (way) => {
    const reader = await house.visitor(way)
    const { page } = reader
    await reader.go('/')
    await reader.press('main a:has-text("Published reports")')
    expect(await page.locator('main tbody tr').count(), 'one term is published').toBe(1)
    await reader.look('public-reports')
    await reader.press('main tbody a')
    expect(reader.path()).toBe('/report/2')
    await reader.look('public-report')

    await readDefinition(reader)
    const consultations = await rowsUnder(reader, 'table-4')
    expect(consultations[0]?.slice(0, 4)).toEqual(['Hackney', '81', '9', '9.0 (7.1 to 11.2)'])
    expect(consultations.flat()).toContain('not a member')

    await page.locator('a[href="#disagreements"]').first().click()
    const places = await rowsUnder(reader, 'disagreements')
    expect(String(places.length)).toBe(
      (await page.locator('a[href="#disagreements"]').first().innerText()).split(' ')[0],
    )
    expect(places.length).toBeGreaterThan(10)
    for (const [where, says, printed, counted] of places)
      expect([where, says, printed, counted].every(Boolean), `${where}: ${says}`).toBe(true)

    await readFiles(reader, consultations)
    await reader.close()
  },
)

test('A term that is not published does not exist for the public: no page, no file, no trace', async () => {
  const reader = await house.visitor({ script: false })
  const manager = await house.visitor()
  await manager.enter('gareth.ellis@respect.example')
  const ends = ['', '/document.docx', '/tables.xlsx', '/report.json', '/tables/table-4']
  for (const end of ends) {
    const hidden = await reader.context.request.get(`${house.url}/report/3${end}`)
    const absent = await reader.context.request.get(`${house.url}/report/99${end}`)
    expect([hidden.status(), absent.status()], `/report/3${end}`).toEqual([404, 404])
    expect(plain(await hidden.text())).toBe(plain(await absent.text()))
    expect((await manager.context.request.get(`${house.url}/report/3${end}`)).status(), 'it is there').toBe(200)
  }
  await reader.go('/report/3')
  await reader.look('public-report-not-there')
  await reader.go('/report')
  expect(await reader.page.textContent('main')).not.toContain('Year 3')
  await Promise.all([reader.close(), manager.close()])
})

// What differs from one answer to the next by design.
const plain = (html: string) => html.replaceAll(/nonce="[^"]+"|name="_csrf" value="[^"]+"/g, '')
