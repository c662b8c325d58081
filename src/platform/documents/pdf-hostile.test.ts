import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Document } from './model.ts'
import { toPdf } from './pdf.ts'
import { compilerProcess, refused, stopped } from './pdf-process.ts'
import { openPdf, readPdf } from './pdf-read.ts'
import { sampleDocument, sampleTable } from './sample.ts'

const saying = (text: string): Document => ({ ...sampleDocument, blocks: [{ kind: 'paragraph', text }] })
const textOf = async (file: Buffer): Promise<string> => (await readPdf(file)).text
const spoken = async (text: string): Promise<string> =>
  (await textOf(await toPdf(saying(text)))).split('Made on 3 March 2026')[1] ?? ''
/** Without blanks and line ends, which a page sets anew, and without joiners, which the reader leaves out. */
const signs = (text: string): string => text.replaceAll(/\s|\p{Cf}/gu, '')

const inFresh = (template: string): Promise<Buffer> => compilerProcess(() => ({ fonts: [], template }))('{}')

const hostile = [
  ...[
    '#read("/etc/passwd")',
    '#sys.inputs',
    '$x$',
    '*bold*',
    '_slanted_',
    '\\',
    '\\u{41}',
    '@ref',
    '<label>',
    '// gone',
  ],
  ...[
    '/* gone */',
    '#panic("x")',
    '] #panic("x") [',
    '"',
    '`raw`',
    '= No heading',
    '- no item',
    '~',
    '---',
    "'quoted'",
  ],
  ...['#import "@preview/cetz:0.3.0"', '#include "a.typ"', '{"kind":"heading"}', '\\u0000', '</script>', '(a) Tj ET'],
]

test.for(hostile)('%j is printed as it was typed', async (text) => {
  expect((await spoken(text)).trim()).toBe(text)
})

test('markup stays text wherever it stands', async () => {
  const text = '#read("/etc/passwd") *b* $x$'
  const table = {
    ...sampleTable,
    caption: text,
    columns: [{ key: 'a', heading: text, numeric: false }],
    rows: [[text]],
  }
  const file = await toPdf({
    title: text,
    subtitle: text,
    language: 'en-GB',
    made: '2026-03-03',
    footer: text,
    blocks: [
      { kind: 'heading', level: 1, text },
      { kind: 'list', items: [text] },
      { kind: 'facts', items: [{ term: text, text }] },
      { kind: 'note', text },
      { kind: 'table', table: { ...table, notes: [text], base: text, period: text } },
    ],
  })
  const { text: read, outside } = await readPdf(file)
  const printed = `${read}${outside}`
  expect(signs(printed).split(signs(text))).toHaveLength(15)
  expect((await (await openPdf(file)).getMetadata()).info).toMatchObject({ Title: text })
})

test('the compiler reads no file and fetches nothing, even when its template asks for it', async () => {
  const read = readFileSync('/etc/hosts', 'utf8')
  expect(read).not.toBe('')
  for (const template of [
    '#set document(title: "a")\n#read("/etc/hosts")',
    '#set document(title: "a")\n#read("../../etc/hosts")',
    '#set document(title: "a")\n#import "@preview/cetz:0.3.0"',
  ]) {
    await expect(inFresh(template)).rejects.toThrow(refused)
  }
  expect((await inFresh('#set document(title: "a")\nhello')).subarray(0, 5).toString()).toBe('%PDF-')
})

test.for([
  ['Polish', 'Zażółć gęślą jaźń, Łódź'],
  ['Romanian', 'Bună ziua, școală și țară'],
  ['Greek', 'Καλημέρα'],
  ['Russian', 'Добрый вечер'],
  ['Vietnamese', 'Tiếng Việt'],
  ['Bengali', 'স্ত্রী ও কি ক্ষমা বাংলা'],
  ['Tamil', 'தமிழ்'],
  ['Hindi', 'नमस्ते'],
  ['Chinese', '中文字體𠀀'],
  ['Korean', '안녕하세요'],
  ['Somali in Osmanya', '𐒈𐒝𐒑𐒛𐒐𐒘'],
  ['pictures', '👩‍👩‍👧 👍🏽 ❤ 🇬🇧'],
])('%s comes back whole', async ([, text = '']) => {
  expect(signs(await spoken(text)).replace(/^.*readout\./, '')).toBe(signs(text))
})

test.for([
  ['Arabic', 'مرحبا بالعالم'],
  ['Urdu', 'السلام علیکم، آپ کیسے ہیں'],
  ['Hebrew', 'שלום עולם'],
])('%s comes back whole, whichever way its words are put', async ([, text = '']) => {
  const sorted = (words: string): string => [...signs(words)].sort().join('')
  expect(sorted((await spoken(text)).replace(/^.*read out\./s, ''))).toBe(sorted(text))
})

test('boxes are announced where there are any, and only there', async () => {
  expect(await spoken('বাংলা')).toContain('shown as empty boxes')
  expect(await spoken('Zażółć, Привет, مرحبا')).not.toContain('empty boxes')
})

test('whatever is typed makes a PDF', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 400 }), async (text) => {
      const file = await toPdf({ ...saying(text), title: `T ${text}`, footer: text })
      expect(file.subarray(0, 5).toString()).toBe('%PDF-')
    }),
    { numRuns: 60 },
  )
  const odd = '\u0000\u0001\ud800\udfff\ufeff\ufffe\ue000\u202e\u2028\u00ad\u200d\u{e0041}\u{f0000}\u{10ffff}'
  expect((await toPdf(saying(odd))).subarray(0, 5).toString()).toBe('%PDF-')
})

test('a million signs, two thousand rows and a hundred thousand marks on one letter come to an end', {
  timeout: 120_000,
}, async () => {
  const sentence = 'The worker wrote what happened that evening. '
  const said = await textOf(await toPdf(saying(sentence.repeat(23_000))))
  expect(said.match(/evening\./g)).toHaveLength(23_000)
  expect(signs(await spoken('a'.repeat(30_000)))).toBe('a'.repeat(30_000))
  const rows = Array.from({ length: 2000 }, (_, index) => [`Borough ${index}`, index, '1%', 'said'])
  const table = await textOf(
    await toPdf({ ...sampleDocument, blocks: [{ kind: 'table', table: { ...sampleTable, rows } }] }),
  )
  expect(table).toContain('Borough 1999')
  expect((await spoken(`e${'\u0301'.repeat(100_000)}`)).length).toBeGreaterThan(90_000)
})

test('a compiler that breaks down takes nobody with it, and the next document is made', async () => {
  await expect(
    inFresh('#set document(title: "a")\n#text(font: "Libertinus Serif", fallback: false, "e" + "\\u{301}" * 100000)'),
  ).rejects.toThrow(stopped)
  expect((await toPdf(sampleDocument)).subarray(0, 5).toString()).toBe('%PDF-')
})

test('what goes wrong says nothing of the text', async () => {
  const error = await inFresh('#panic("Amina")').catch((cause: unknown) => cause)
  expect(String(error)).toBe(`Error: ${refused}`)
  expect(JSON.stringify(Object.getOwnPropertyNames(error))).not.toContain('cause')
})
