import { expect, test } from 'vitest'
import { Unreadable } from '../document.ts'
import { lineStarts, placeIn } from '../place.ts'
import { looksLikeMarkdown, proseOf } from './markdown.ts'
import { readBytes } from './read-file.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const utf16 = (text: string, isBig = false): Uint8Array => {
  const made = Buffer.from(`\ufeff${text}`, 'utf16le')
  return isBig ? made.swap16() : made
}

test('UTF-8 with and without its mark and UTF-16 in both orders are the same text, and the mark is no part of it', async () => {
  for (const given of [bytes('Mum – é'), bytes('\ufeffMum – é'), utf16('Mum – é'), utf16('Mum – é', true)])
    expect((await readBytes(given, 'a.txt')).text).toBe('Mum – é')
})

test('What is no text is refused with what it is', async () => {
  const reasons: [Uint8Array, RegExp][] = [
    [Uint8Array.of(0x4d, 0x75, 0xe9, 0x6d), /not valid UTF-8 \(byte 2\)/],
    [Buffer.concat([bytes('é'.repeat(5000)), Uint8Array.of(0xff)]), /byte 10000\)/],
    [Buffer.concat([bytes('words'), Uint8Array.of(0xe2, 0x82)]), /not valid UTF-8/],
    [bytes('%PDF-1.7'), /PDF/],
    [bytes('{\\rtf1'), /RTF/],
    [Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), /before 2007/],
    [Buffer.from('Mum said', 'utf16le'), /without a byte order mark/],
    [Uint8Array.of(0xff, 0xfe, 0x4d), /not valid UTF-16/],
    [Uint8Array.of(0xff, 0xfe, 0x00, 0xd8), /not valid UTF-16/],
  ]
  for (const [given, reason] of reasons) {
    const refused = await readBytes(given, 'a.txt').catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(Unreadable)
    expect(String(refused)).toMatch(reason)
  }
})

test('A NUL among words is a character like others; an empty file is an empty text', async () => {
  expect((await readBytes(bytes('It was\0 just a verbal argument'), 'a.txt')).text).toContain('\0 just')
  expect((await readBytes(new Uint8Array(), 'a.txt')).text).toBe('')
})

const markdown = `---
title: she failed to protect
---
# Mum failed to engage

It was **just** a [verbal](https://x.example/he-lost-control "her fault") argument with \`dad snapped\` inside.

\`\`\`\`text
toxic relationship
\`\`\`
still code
\`\`\`\`
~~~
volatile
> quoted by her
<!-- he was
provoked --> after
<https://x.example/domestic>
`

test('In Markdown code, addresses, front matter and comments are blank, length for length', () => {
  const prose = proseOf(markdown)
  expect(prose.length).toBe(markdown.length)
  for (const word of ['title', 'lost', 'fault', 'snapped', 'toxic', 'still', 'volatile'])
    expect(prose, word).not.toContain(word)
  for (const word of ['Mum failed to engage', 'just', 'verbal', 'argument', 'inside'])
    expect(prose.indexOf(word), word).toBe(markdown.indexOf(word))
  expect(prose.split('\n').length).toBe(markdown.split('\n').length)
  expect(prose.replaceAll(/ +/g, ' ')).toContain('It was just a verbal argument with')
})

test('A fence ends at one as long; comments are blank; a block quotation and a mark to ignore a rule stay', () => {
  const closed =
    '~~~\ncode\n~~~\nafter\n<!-- he was\nprovoked --> end\n> she allowed it\n[[plain: ignore rs.allowed because the court wrote it]]'
  const prose = proseOf(closed)
  expect(prose).not.toMatch(/code|provoked/)
  for (const kept of ['after', 'end', '> she allowed it', '[[plain: ignore rs.allowed because the court wrote it]]'])
    expect(prose).toContain(kept)
})

test('The cells of a table are apart, and the line under its heads is no prose', () => {
  expect(proseOf('| Mum | failed |\n|---|:-:|\n| to | protect |')).toBe('; Mum ; failed ;\n         \n; to ; protect ;')
})

test('Code inside a sentence keeps the words around it apart', () => {
  expect(proseOf('failed to `x` protect')).not.toMatch(/failed to\s+protect/)
})

test('Markdown is known by its name, and without one by fences, front matter, or headings with links', async () => {
  expect((await readBytes(bytes('plain'), 'a.md')).kind).toBe('markdown')
  expect((await readBytes(bytes(markdown), 'notes')).kind).toBe('markdown')
  expect((await readBytes(bytes(markdown), 'notes.txt')).kind).toBe('text')
  expect(looksLikeMarkdown('# Visit\nSee [the plan](plan.md).')).toBe(true)
  expect(looksLikeMarkdown('# Visit\n- Mum was well [see file] (p. 2)')).toBe(false)
})

test.each(['`', '<!--', '[a](', '[', '```\n', '*a ', '<a', '](', '---\n', '-', '|-', 'http://'])(
  'A megabyte of %j is read in time that grows with its length',
  (piece) => {
    const cost = (length: number): number => {
      const text = piece.repeat(length / piece.length)
      const before = process.cpuUsage()
      proseOf(text)
      looksLikeMarkdown(text)
      const { user, system } = process.cpuUsage(before)
      return user + system
    }
    cost(2 ** 14)
    const [small, large] = [Math.max(cost(2 ** 17), 3000), cost(2 ** 20)]
    expect(large / small).toBeLessThan(40)
  },
)

test('Lines end at LF, CR LF and CR; columns count UTF-16 code units from 1', () => {
  const text = 'a\r\nb😀c\rd\n\ne'
  const starts = lineStarts(text)
  const at = (words: string) => placeIn(starts, text.indexOf(words))
  expect(at('b')).toEqual({ line: 2, column: 1 })
  expect(at('c')).toEqual({ line: 2, column: 4 })
  expect(at('d')).toEqual({ line: 3, column: 1 })
  expect(at('e')).toEqual({ line: 5, column: 1 })
  expect(placeIn(lineStarts(''), 0)).toEqual({ line: 1, column: 1 })
})
