import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { neutralise, toCsv } from './csv.ts'
import type { Cell, DocumentTable } from './model.ts'
import { sampleTable } from './sample.ts'

const tableOf = (rows: Cell[][], width: number): DocumentTable => ({
  ...sampleTable,
  columns: Array.from({ length: width }, (_, index) => ({ key: `c${index}`, heading: `C ${index}`, numeric: false })),
  rows,
})

test('read back, a table is its keys, its numbers and its words', () => {
  expect(parse(toCsv(sampleTable))).toEqual([
    ['borough', 'cases', 'share', 'remark'],
    ['Hackney', '1645', '0.0578', 'counted'],
    ['Newham', '2993', 'withheld', `'=HYPERLINK("http://a",'x')`],
    ['Tower Hamlets', 'not available', 'not collected', `'@SUM(1+1)`],
    ['Redbridge & <West>', '0', '0', '-0.04'],
  ])
})

test.for([
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  ' =1',
  "=cmd|' /C calc'!A0",
  '+44 20 7946 0000',
  '-',
  '--1',
  '＝1',
  '＋1',
  '－1',
  '＠SUM(1)',
  '\u00a0=1',
  '\ufeff=1',
  '-1e5',
  '+A1',
  '-A1',
  '@',
  '=',
  '\t',
])('%j cannot start a formula', (text) => {
  expect(neutralise(text)).toBe(`'${text}`)
})

test.for(['5', '-0.04', '+3', 'a=b', 'Smith-Jones', '3 March 2026', '', 'me@example.org', '10%'])(
  '%j stays as it is',
  (text) => {
    expect(neutralise(text)).toBe(text)
  },
)

test('whatever the text, no field begins a formula and all else comes back', () => {
  const text = fc.string({
    unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', ',', ';', '"', "'", ' ', 'a', '1', 'é'),
  })
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text), { maxLength: 5 }), (rows) => {
      const read: string[][] = parse(toCsv(tableOf(rows, 2)))
      expect(read.length).toBe(rows.length + 1)
      for (const [row, cells] of rows.entries()) {
        for (const [column, written] of cells.entries()) {
          const back = read[row + 1]?.[column] ?? 'lost'
          expect(back).toBe(written.trim() === '' ? 'not available' : neutralise(written))
          expect(/^\s*[=@]/.test(back)).toBe(false)
        }
      }
    }),
  )
})

test('a row that does not fit its columns is refused, and so is a number that is none', () => {
  expect(() => toCsv(tableOf([['a']], 2))).toThrow('Table 6, row 1: 1 cells for 2 columns')
  expect(() => toCsv(tableOf([[Number.NaN, 1]], 2))).toThrow('Table 6, row 1: a number is not finite')
  expect(() => toCsv(tableOf([], 0))).toThrow('Table 6 has no columns')
})
