/*
 * Text as the template takes it: paragraphs of lines of pieces. Two pieces side by side are never shaped together; an
 * empty piece is a place where the line may break.
 */

export type PdfText = { rightToLeft: boolean; paragraphs: string[][][] }

// Tabs have no shape, and in a typeface of varying width no columns either.
const tab = '    '

const lineEnd = /\r\n?|[\v\f\u0085\u2028\u2029]/g
// Control signs, byte order marks, the last two of each plane, and planes in which nothing is: a PDF refuses them.
const noSign =
  /(?!\n)\p{Cc}|[\ufeff\ufdd0-\ufdef\ufffe\uffff]|[\u{1fffe}\u{1ffff}\u{2fffe}\u{2ffff}]|[\u{323b0}-\u{e00ff}\u{e01f0}-\u{10ffff}]/gu

/** The same text without what cannot be printed: each such sign is U+FFFD, each kind of line end is a line feed. */
export const printable = (text: string): string =>
  text.toWellFormed().replace(lineEnd, '\n').replaceAll('\t', tab).replace(noSign, '\ufffd')

// Our typefaces have these scripts, the punctuation that all share, and the marks that stand on letters.
const drawn =
  '[\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}\\p{Script=Arabic}\\p{Script=Hebrew}\\p{Script=Common}\\p{Script=Inherited}]'
const picture =
  '(?![\\u00a9\\u00ae\\u2122#*0-9])[\\p{Extended_Pictographic}\\p{Regional_Indicator}\\p{Emoji_Modifier}\\u{e0100}-\\u{e01ef}]'
// Boxes are no letters: put together as their script would, several signs share one place and are read back twice.
const apart = `(?!${drawn})[^]|${picture}`
const anyApart = new RegExp(apart, 'u')
// More marks than this on one letter is no writing of any language, and brings the compiler down.
const marks = '\\p{M}{30}'
const anyMarks = new RegExp(marks, 'u')
const piece = new RegExp(`${marks}|(?:(?!${apart}|${marks})[^])+|[^]`, 'gu')

// What one paragraph holds at most: the time that it takes grows with the square of its pieces.
const most = { lines: 60, pieces: 2000 }

const firstLetter = /\p{L}/u
const rightToLeftLetter = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

/** @param longest the longest word, in signs, that a line holds for certain; longer ones may break within. */
export const pdfText = (text: string, longest: number): PdfText => {
  const clean = printable(text)
  const letter = firstLetter.exec(clean)?.[0] ?? ''
  return {
    rightToLeft: rightToLeftLetter.test(letter),
    paragraphs: paragraphsOf(clean.split('\n').flatMap((line) => cut(piecesOf(line, longest)))),
  }
}

/** A line of more pieces than a paragraph holds, as several. */
const cut = (line: string[]): string[][] =>
  line.length <= most.pieces
    ? [line]
    : Array.from({ length: Math.ceil(line.length / most.pieces) }, (_, index) =>
        line.slice(index * most.pieces, (index + 1) * most.pieces),
      )

/** A blank line ends a paragraph, and so does the most that one holds. */
const paragraphsOf = (lines: readonly string[][]): string[][][] => {
  const paragraphs: string[][][] = []
  let current: string[][] = []
  let pieces = 0
  for (const line of lines) {
    const blank = line.join('').trim() === ''
    if (current.length > 0 && (blank || current.length >= most.lines || pieces + line.length > most.pieces)) {
      paragraphs.push(current)
      current = []
      pieces = 0
    }
    if (blank) continue
    current.push(line)
    pieces += line.length
  }
  return current.length > 0 ? [...paragraphs, current] : paragraphs
}

const piecesOf = (line: string, longest: number): string[] => {
  const found = anyApart.test(line) || anyMarks.test(line) ? (line.match(piece) ?? []) : [line]
  // Beyond that they are shaped together: read aloud as they should be, only some programs copy them twice.
  const parts = found.length > most.pieces && !anyMarks.test(line) ? [line] : found
  return parts.flatMap((part) => breakable(part, longest))
}

const breakable = (part: string, longest: number): string[] => {
  if (part.length <= longest) return [part]
  const parts: string[] = []
  let rest = 0
  for (const { 0: word, index } of part.matchAll(new RegExp(`\\S{${longest + 1},}`, 'gu'))) {
    if (index > rest) parts.push(part.slice(rest, index))
    // A very long one need not break so neatly.
    const size = word.length > longest * 10 ? longest : Math.ceil(longest / 4)
    const chunks = word.match(new RegExp(`(?:\\P{M}\\p{M}*|\\p{M}+){1,${size}}`, 'gu')) ?? []
    for (const [at, chunk] of chunks.entries()) {
      if (at > 0) parts.push('')
      parts.push(chunk)
    }
    rest = index + word.length
  }
  if (rest < part.length) parts.push(part.slice(rest))
  return parts
}
