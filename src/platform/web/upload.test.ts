import { describe, expect, test } from 'vitest'
import { bytesOf, cleanFileName, filesOf, noUploads, sizeInWords } from './upload.ts'

describe('What a file is called', () => {
  test.each([
    ['notes.pdf', 'notes.pdf'],
    ['Cynllun diogelwch – Siân.docx', 'Cynllun diogelwch – Siân.docx'],
    ['報告.pdf', '報告.pdf'],
    ['C:\\Users\\Grace\\plan.pdf', 'plan.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['a/b\u0000.pdf', 'b.pdf'],
    ['line\r\nbreak\tand\u001b[31mred.txt', 'linebreakand[31mred.txt'],
    ['turned\u202efdp.exe', 'turnedfdp.exe'],
    ['file.txt:hidden', 'file.txt-hidden'],
    ['half \ud800 pair.txt', 'half  pair.txt'],
    ['"bold"?<b>|*.txt', '-bold---b---.txt'],
    ['ein %22plan%22 100%25.pdf', 'ein -plan- 100%25.pdf'],
    ['..', 'file'],
    ['.htaccess', 'htaccess'],
    ['ends. . ', 'ends'],
    ['', 'file'],
    ['/', 'file'],
  ])('is its base name, of what can be seen: %j', (given, name) => {
    expect(cleanFileName(given)).toBe(name)
  })

  test('is at most 200 characters long and keeps its ending', () => {
    const name = cleanFileName(`${'é'.repeat(300)}.pdf`)
    expect([Array.from(name).length, name.endsWith('é.pdf')]).toEqual([200, true])
    expect(Array.from(cleanFileName('😀'.repeat(300)))).toHaveLength(200)
    expect(cleanFileName(`a.${'b'.repeat(300)}`)).toHaveLength(200)
  })
})

test.each([
  [10 * 1024 * 1024, '10 MB'],
  [1.5 * 1024 * 1024, '1.5 MB'],
  [2 * 1024 * 1024 - 1, '1.9 MB'],
  [500 * 1024, '500 KB'],
  [12, '1 KB'],
])('A size is said in words that never promise too much: %d', (bytes, words) => {
  expect(sizeInWords(bytes)).toBe(words)
})

test('The files of a form together are each as often as it may come', () => {
  expect(bytesOf({ one: { maxBytes: 5 }, three: { maxBytes: 10, most: 3 } })).toBe(35)
})

test('Each declared field is there, chosen or not, and no other', () => {
  const file = { name: 'a.txt', type: 'text/plain', bytes: Buffer.from('a') }
  const uploads = { files: { one: [file], stray: [file] }, errors: {} }
  expect(filesOf({ one: { maxBytes: 1 }, two: { maxBytes: 1 } }, uploads)).toEqual({ one: [file], two: [] })
  expect(filesOf(undefined, noUploads)).toEqual({})
})
