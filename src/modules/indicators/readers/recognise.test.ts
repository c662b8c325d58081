import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import JSZip from 'jszip'
import { expect, test } from 'vitest'
import { recognise } from './recognise.ts'

const example = (name: string): Buffer => readFileSync(join(import.meta.dirname, '../worked-example', name))

const zipped = async (files: Readonly<Record<string, string>>): Promise<Buffer> => {
  const zip = new JSZip()
  for (const [name, text] of Object.entries(files)) zip.file(name, text)
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' })
}
const workbook = (...sheets: readonly string[]): Promise<Buffer> =>
  zipped({
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<workbook><sheets>${sheets.map((name) => `<sheet sheetId="1" name="${name}"/>`).join('')}</sheets></workbook>`,
  })

test('the files of the worked example are what they are', () => {
  expect(recognise(example('cin-2025.xml')).kind).toBe('cin')
  expect(recognise(example('ssda903-episodes.csv')).kind).toBe('ssda903')
  expect(recognise(example('referral-flags.csv')).kind).toBe('referral-flags')
  expect(recognise(example('expected.json')).kind).toBeNull()
})

test('a file is known by what is in it, in any encoding', () => {
  const care = '<?xml version="1.0"?>\n<EXPSSDA903><CHILD/></EXPSSDA903>'
  for (const bytes of [Buffer.from(care), Buffer.from(`\uFEFF${care}`), Buffer.from(`\uFEFF${care}`, 'utf16le')])
    expect(recognise(bytes)).toEqual({ kind: 'ssda903', said: 'an SSDA903 file' })
  expect(recognise(Buffer.from('\uFEFF"CHILD","DECOM","RNE"\r\n')).kind).toBe('ssda903')
  expect(recognise(Buffer.from('Child Unique ID,Gender,Date of Birth\n')).kind).toBe('annex-a')
  expect(recognise(Buffer.from('<Message><Header><Collection>CIN</Collection></Header></Message>')).kind).toBe('cin')
})

test('workbooks are told apart by their sheets', async () => {
  expect(recognise(await workbook('Cover', 'List_8')).kind).toBe('annex-a')
  expect(recognise(await workbook('Header', 'Episodes')).kind).toBe('ssda903')
  expect(recognise(await workbook('Sheet1'))).toEqual({ kind: null, said: 'an Excel workbook' })
})

test('what is none of ours is said by its own name', async () => {
  expect(recognise(Buffer.from('%PDF-1.7'))).toEqual({ kind: null, said: 'a PDF' })
  expect(recognise(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1])).said).toMatch(/old Excel format/)
  expect(recognise(await zipped({ 'word/document.xml': '<w/>' })).said).toBe('a Word document')
  expect(recognise(await zipped({ 'cin.xml': '<w/>' })).said).toBe('a packed file')
  expect(recognise(Buffer.from('<!DOCTYPE html><html></html>')).said).toBe('a web page')
  expect(recognise(Buffer.from('<Pupils/>')).said).toBe('an XML file of another kind')
  expect(recognise(Buffer.from('a,b\n1,2')).said).toBe('a table of another kind')
  expect(recognise(Buffer.from('hello')).said).toBe('a text file')
  expect(recognise(Buffer.from([1, 0, 2, 0])).said).toBe('a file that is no text')
  expect(recognise(Buffer.alloc(0)).said).toBe('an empty file')
})

test('an archive that is damaged, cut or made to mislead is only a packed file', async () => {
  const bytes = await workbook('List 8')
  for (let length = 0; length < bytes.length; length += 7) expect(recognise(bytes.subarray(0, length)).kind).toBeNull()
  for (let at = bytes.length - 22; at < bytes.length; at += 1) {
    const broken = Buffer.from(bytes)
    broken[at] = 0xff
    expect(() => recognise(broken)).not.toThrow()
  }
  const bomb = await zipped({ 'xl/workbook.xml': ' '.repeat(50_000_000) })
  expect(recognise(bomb)).toEqual({ kind: null, said: 'an Excel workbook' })
})
