import type { Checker, CheckOptions, Finding } from '../engine/index.ts'

type Piece = { readonly start: number; readonly text: string }

/** The paragraphs of a text: what stands between empty lines. Lines that follow one another belong together. */
export const paragraphsOf = (text: string): readonly Piece[] => {
  const pieces: Piece[] = []
  let start = 0
  for (const { 0: gap, index } of text.matchAll(/\r?\n[ \t\r]*\n\s*/g)) {
    pieces.push({ start, text: text.slice(start, index) })
    start = index + gap.length
  }
  pieces.push({ start, text: text.slice(start) })
  return pieces.filter((piece) => piece.text.trim() !== '')
}

/** As many paragraphs as a long record has; the oldest is forgotten first. */
const most = 500

/**
 * Checks a text paragraph by paragraph and remembers each, so that while one types only what changed is checked again. The server checks in
 * the same pieces: both say the same. Offsets are those of the whole text.
 */
export const makeParagraphCheck = (
  checker: Pick<Checker, 'check'>,
  options: CheckOptions = {},
): ((text: string) => readonly Finding[]) => {
  const known = new Map<string, readonly Finding[]>()
  const findIn = (text: string): readonly Finding[] => {
    const found = known.get(text) ?? checker.check(text, options)
    known.delete(text)
    known.set(text, found)
    const oldest = known.keys().next()
    if (known.size > most && !oldest.done) known.delete(oldest.value)
    return found
  }
  return (whole) =>
    paragraphsOf(whole).flatMap(({ start, text }) =>
      findIn(text).map((finding) => ({ ...finding, start: finding.start + start, end: finding.end + start })),
    )
}
