import JSZip from 'jszip'
import readExcelFile from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { toDocx } from './docx.ts'
import type { Document } from './model.ts'
import { sampleChart, sampleDocument, sampleTable } from './sample.ts'
import { sampleCase } from './sample-case.ts'

const file = await toDocx(sampleDocument)
const zip = await JSZip.loadAsync(file)
const part = async (name: string): Promise<string> => (await zip.file(name)?.async('string')) ?? ''
const body = await part('word/document.xml')
const words = (xml: string): string =>
  [...xml.matchAll(/<w:t[ >][^<]*/g)].map((match) => match[0].replace(/^<[^>]*>/, '')).join('')
const tables = [...body.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map((match) => match[0])

test('headings, title, caption and lists are real styles', () => {
  const styled = [...body.matchAll(/<w:pStyle w:val="([^"]+)"\/>.*?<\/w:p>/gs)].map(
    (match) => `${match[1]}: ${words(match[0])}`,
  )
  expect(styled).toEqual(
    expect.arrayContaining([
      'Title: Report for Year 2',
      'Subtitle: Tables and figures',
      'SourceNote: Made on 3 March 2026',
      'Heading1: Change data',
      'Heading2: By borough',
      'Heading3: Appendix',
      'Caption: Table 6: Children whose case changed',
      'Caption: Appendix 1: Children whose case changed',
      'Caption: Figure 5: Referrals by outcome',
      'SourceNote: Base: all open cases',
      'SourceNote: Period: August 2021 to June 2022',
      'SourceNote: Boroughs count differently.',
    ]),
  )
  expect(body.match(/<w:numPr>/g)).toHaveLength(2)
})

test('each table has one repeating header row, and it is the first', () => {
  expect(tables).toHaveLength(2)
  for (const table of tables) {
    const [first = '', ...others] = [...table.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map((match) => match[0])
    expect(first).toContain('<w:tblHeader/>')
    expect(words(first)).toBe('BoroughAll casesProtection plansRemark')
    expect(others.join('')).not.toContain('<w:tblHeader/>')
  }
})

test('row headings are told to the reader only where there are any', () => {
  expect(tables.map((table) => /<w:tblLook[^>]*w:firstColumn="([^"]*)"/.exec(table)?.[1])).toEqual(['true', 'false'])
})

test('cells print their text; what is missing says its word, and the markup of a name is only text', () => {
  expect(words(tables[0] ?? '')).toContain('Hackney16455.8%counted')
  expect(words(tables[0] ?? '')).toContain('Newham2,993withheld')
  expect(words(tables[0] ?? '')).toContain('Tower Hamletsnot availablenot collected')
  expect(words(tables[0] ?? '')).toContain('Redbridge &amp; &lt;West&gt;00%')
})

test('charts are native, with their numbers in a workbook that opens', async () => {
  expect(Object.keys(zip.files).filter((name) => /^word\/charts\/chart\d+\.xml$/.test(name))).toHaveLength(2)
  const workbook = await zip.file('word/embeddings/Microsoft_Excel_Worksheet1.xlsx')?.async('nodebuffer')
  const [sheet] = await readExcelFile(workbook ?? Buffer.alloc(0))
  expect(sheet?.data).toEqual([
    [null, 'Year 1', 'Year 2'],
    ['Accepted', 44, 50],
    ['Declined', 39, 20],
    ['Unknown', null, 3],
  ])
})

test('a chart has its words for those who cannot see it, its headline, and names what it leaves out', () => {
  expect(body).toContain(`descr="${sampleChart.alt}"`)
  expect(words(body)).toContain(sampleChart.headline)
  expect(words(body)).toContain('Not available: Unknown (Year 1)')
  expect(words(body).match(/Not available/g)).toHaveLength(1)
})

test('bars begin at 0', async () => {
  expect(await part('word/charts/chart1.xml')).toContain('<c:min val="0"/>')
})

test('the language is British English and no other', async () => {
  expect(await part('word/styles.xml')).toContain('<w:lang w:val="en-GB"/>')
  for (const name of Object.keys(zip.files)) expect(await part(name), name).not.toContain('en-US')
})

test('nobody is named, no crown typeface is asked for, and nothing is fetched', async () => {
  for (const name of Object.keys(zip.files)) {
    expect(await part(name), name).not.toMatch(/GDS|creator|lastModifiedBy|TargetMode="External"/)
  }
  expect(await part('docProps/core.xml')).toMatch(/created[^>]*>2026-03-03T00:00:00Z</)
})

test('every relation leads to a part, and every chart and footer of the text has its relation', async () => {
  for (const name of Object.keys(zip.files).filter((key) => key.endsWith('.rels'))) {
    const folder = name.replace(/_rels\/[^/]*$/, '')
    for (const [, target = ''] of (await part(name)).matchAll(/Target="([^"]+)"/g)) {
      const path = new URL(target, `file:///${folder}`).pathname.slice(1)
      expect(Object.keys(zip.files), `${name} -> ${target}`).toContain(path)
    }
  }
  const relations = await part('word/_rels/document.xml.rels')
  const used = [...body.matchAll(/r:id="([^"]+)"/g)].map((match) => match[1])
  expect(used).toHaveLength(3)
  for (const id of used) expect(relations).toContain(` Id="${id}"`)
})

test('the same document gives the same bytes, whatever was made in between', async () => {
  await toDocx({ ...sampleDocument, title: 'Another' })
  expect((await toDocx(sampleDocument)).equals(file)).toBe(true)
  expect((await toDocx({ ...sampleDocument, made: '2026-03-04' })).equals(file)).toBe(false)
})

test('what does not hold together is refused', async () => {
  const withBlock = (block: Document['blocks'][number]): Document => ({ ...sampleDocument, blocks: [block] })
  await expect(toDocx(withBlock({ kind: 'table', table: { ...sampleTable, rows: [['a']] } }))).rejects.toThrow(
    'Table 6, row 1',
  )
  const chart = { ...sampleChart, series: [{ name: 'Year 1', values: [1] }] }
  await expect(toDocx(withBlock({ kind: 'chart', chart }))).rejects.toThrow(
    'Figure 5, Year 1: 1 values for 3 categories',
  )
  await expect(toDocx(withBlock({ kind: 'chart', chart: { ...chart, series: [] } }))).rejects.toThrow('nothing to draw')
  await expect(toDocx({ ...sampleDocument, made: 'today' })).rejects.toThrow(RangeError)
})

test('facts hang under their terms, a note has a box, and line feeds are kept', async () => {
  const made = await JSZip.loadAsync(await toDocx(sampleCase))
  const xml = (await made.file('word/document.xml')?.async('string')) ?? ''
  const paragraphs = [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)].map((match) => match[0])
  const saying = (text: string): string => paragraphs.find((paragraph) => words(paragraph).startsWith(text)) ?? ''
  expect(words(saying('Name'))).toBe('Name: Amina Blackwood')
  expect(words(saying('School'))).toBe('School: not available')
  expect(saying('Address').match(/<w:br\/>/g)).toHaveLength(1)
  expect(saying('The address')).toMatch(/<w:pBdr>/)
  expect(saying('The address').match(/<w:br\/>/g)).toHaveLength(1)
  expect(saying('Name')).not.toMatch(/<w:pBdr>/)
})

test('the line of the copy stands in the footer, and only of a document that has one', async () => {
  const footerOf = async (made: Buffer): Promise<string> =>
    (await (await JSZip.loadAsync(made)).file('word/footer1.xml')?.async('string')) ?? ''
  expect(words(await footerOf(await toDocx(sampleCase)))).toContain(
    'Copy 7K2M-9Q for Ines Morgan, 22 November 2026 18:42',
  )
  expect(words(await footerOf(file))).not.toContain('Copy')
})
