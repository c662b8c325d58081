import { expect, test } from 'vitest'
import type { Document } from './model.ts'
import { longestPdf, toPdf } from './pdf.ts'
import { openPdf, readPdf } from './pdf-read.ts'
import { sampleChart, sampleDocument, sampleTable } from './sample.ts'
import { sampleCase } from './sample-case.ts'

const file = await toPdf(sampleCase)
const { parts, outside } = await readPdf(file)
const textsOf = (role: string): string[] => parts.filter((part) => part.role === role).map(({ text }) => text.trim())
const withBlocks = (...blocks: Document['blocks']): Document => ({ ...sampleDocument, blocks })
const textOf = async (made: Buffer): Promise<string> => (await readPdf(made)).text

test('it is tagged, in British English, shows its title, and says that it is accessible', async () => {
  const pdf = await openPdf(file)
  expect(file.toString('latin1')).toMatch(/\/MarkInfo <<\s*\/Marked true/)
  const { info, metadata } = await pdf.getMetadata()
  expect(info).toMatchObject({ Language: 'en-GB', Title: 'What was recorded', CreationDate: 'D:20260303000000Z' })
  expect(file.toString('latin1')).toMatch(/\/DisplayDocTitle true/)
  expect(metadata?.getRaw()).toMatch(/<pdfuaid:part>1<\/pdfuaid:part>/)
})

test('nobody is named as its author or maker', async () => {
  const { info, metadata } = await (await openPdf(file)).getMetadata()
  expect(Object.keys(info)).not.toContain('Author')
  expect(`${metadata?.getRaw()}${JSON.stringify(info)}`).not.toMatch(/dc:creator|Author|Ines|Amina/)
})

test('headings, lists, tables and their captions are told to a screen reader', () => {
  expect(textsOf('H1')).toEqual(['Change data'])
  expect(textsOf('H2')).toEqual(['By borough'])
  expect(textsOf('H3')).toEqual(['Appendix'])
  expect(textsOf('LI')).toEqual([
    'Name Amina Blackwood',
    'Address 1 Example Road\nAlder',
    'School not available',
    '• One thing',
    '• Another thing',
  ])
  expect(textsOf('TH').slice(0, 4)).toEqual(['Borough', 'All cases', 'Protection plans', 'Remark'])
  expect(textsOf('TD').slice(0, 8)).toEqual([
    ...['Hackney', '1645', '5.8%', 'counted'],
    ...['Newham', '2,993', 'withheld'],
    '=HYPERLINK("http://a",\'x\')',
  ])
  expect(new Set(textsOf('Caption'))).toEqual(
    new Set([
      'Table 6: Children whose case changed',
      'Figure 5: Referrals by outcome',
      'Appendix 1: Children whose case changed',
      'Figure 6: Referrals by outcome',
    ]),
  )
})

test('everything is there in the order in which it was said', async () => {
  const text = await textOf(file)
  const said = [
    ...['What was recorded', 'Tables and figures', 'Made on 3 March 2026', 'The address is known to the police.'],
    ...['Do not send it on.', 'Amina Blackwood', 'Change data', 'What the boroughs counted.', 'By borough'],
    ...['One thing', 'Table 6:', 'Hackney', 'Redbridge & <West>', 'Base: all open cases', 'Period: August 2021'],
    ...['Boroughs count differently.', sampleChart.headline, 'Year 1: 44 accepted', 'Figure 5:'],
  ]
  const places = said.map((words) => text.replaceAll(/\s+/g, ' ').indexOf(words))
  expect(places).not.toContain(-1)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
})

test('a chart is its words and its numbers, and names what it leaves out', async () => {
  const made = await readPdf(await toPdf(withBlocks({ kind: 'chart', chart: sampleChart })))
  const cells = made.parts.filter(({ role }) => role === 'TH' || role === 'TD').map(({ text }) => text.trim())
  expect(cells.join('|')).toBe('Category|Year 1|Year 2|Accepted|44|50|Declined|39|20|Unknown|not available|3')
  expect(made.text).toContain(sampleChart.alt)
})

test('the number of the page and the line of the copy stand outside of the text, on every page', async () => {
  expect(outside).toContain('Copy 7K2M-9Q for Ines Morgan, 22 November 2026 18:42')
  expect(outside).toMatch(/Page 1 of 2/)
  expect(outside).toMatch(/Page 2 of 2/)
  expect(outside.match(/7K2M-9Q/g)).toHaveLength(2)
  expect(parts.map(({ text }) => text).join('')).not.toMatch(/Page 1 of|7K2M/)
})

test('the header row is drawn again on each page of a long table, and told once', async () => {
  const rows = Array.from({ length: 120 }, (_, index) => [`Borough ${index}`, index, '1%', 'said'])
  const made = await toPdf(withBlocks({ kind: 'table', table: { ...sampleTable, rows } }))
  const pdf = await openPdf(made)
  expect(pdf.numPages).toBeGreaterThan(2)
  for (let number = 1; number < pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent()
    expect(items.map((item) => ('str' in item ? item.str : '')).join(' '), `page ${number}`).toContain(
      'Protection plans',
    )
  }
  expect(
    (await readPdf(made)).parts.filter(({ role, text }) => role === 'TH' && text.trim() === 'Remark'),
  ).toHaveLength(1)
})

test('the same document gives the same bytes, whatever was made in between', async () => {
  await toPdf({ ...sampleCase, title: 'Another' })
  expect((await toPdf(sampleCase)).equals(file)).toBe(true)
  expect((await toPdf({ ...sampleCase, made: '2026-03-04' })).equals(file)).toBe(false)
})

test('headings that leave a level out are put right, as a reader finds the way by them', async () => {
  const made = await toPdf(
    withBlocks(
      { kind: 'heading', level: 3, text: 'First' },
      { kind: 'heading', level: 3, text: 'Second' },
      { kind: 'heading', level: 1, text: 'Third' },
      { kind: 'heading', level: 3, text: 'Fourth' },
    ),
  )
  const headings = (await readPdf(made)).parts.filter(({ role }) => /^H\d$/.test(role))
  expect(headings.map(({ role, text }) => `${role} ${text.trim()}`)).toEqual([
    'H1 First',
    'H2 Second',
    'H1 Third',
    'H2 Fourth',
  ])
})

test('what does not hold together is refused, and so is what is too long', async () => {
  const broken = { ...sampleTable, rows: [['a']] }
  await expect(toPdf(withBlocks({ kind: 'table', table: broken }))).rejects.toThrow('Table 6, row 1')
  const chart = { ...sampleChart, series: [{ name: 'Year 1', values: [1] }] }
  await expect(toPdf(withBlocks({ kind: 'chart', chart }))).rejects.toThrow('1 values for 3 categories')
  await expect(toPdf({ ...sampleDocument, made: 'today' })).rejects.toThrow(RangeError)
  const long = withBlocks({ kind: 'paragraph', text: 'a'.repeat(longestPdf) })
  await expect(toPdf(long)).rejects.toThrow('too many for one PDF')
})
