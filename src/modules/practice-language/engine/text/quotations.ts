import { quotedLines, type Range } from './sentences.ts'

/**
 * What stands in quotation marks, marks included: "..", '..', and their curly forms, within one paragraph; and block quotations of
 * Markdown. An apostrophe between letters is no mark, nor is that of "parents'" where a better closing mark follows. A mark that is
 * never closed quotes nothing.
 */
type Style = { readonly open: string; readonly close: string; readonly marks: RegExp }

const styles: readonly Style[] = [
  { open: '"', close: '"', marks: /"/g },
  { open: '“„«', close: '”“»', marks: /[“„«”»]/g },
  { open: "'‘‚", close: "'’", marks: /['‘‚’]/g },
]

const emptyLine = /\n[ \t\r]*\n|\n(?=[ \t]*(?:[-*•‣▪●]|\d{1,3}[.)])[ \t])/g
const word = /[\p{L}\p{N}\p{M}]/u

const isWord = (character: string | undefined): boolean => character !== undefined && word.test(character)
const isBlank = (character: string | undefined): boolean => character === undefined || /\s/.test(character)

const opens = (text: string, at: number, style: Style): boolean =>
  style.open.includes(text[at] ?? '\0') && !isWord(text[at - 1]) && !isBlank(text[at + 1])

const closes = (text: string, at: number, style: Style): boolean =>
  style.close.includes(text[at] ?? '\0') && !isBlank(text[at - 1]) && !isWord(text[at + 1])

/** The apostrophe of a plural: it may be the end of the quotation, but one that comes later is likelier. */
const isPossessive = (text: string, at: number): boolean =>
  /['’]/.test(text[at] ?? '') && /[sS]/.test(text[at - 1] ?? '') && /^ \p{Ll}/u.test(text.slice(at + 1, at + 3))

const quotationsOfStyle = (text: string, paragraph: Range, style: Style, found: Range[]): void => {
  let open = -1
  let perhaps = -1
  const close = (end: number): void => {
    found.push({ start: open, end })
    open = -1
    perhaps = -1
  }
  for (const mark of text.slice(paragraph.start, paragraph.end).matchAll(style.marks)) {
    const at = paragraph.start + mark.index
    if (open >= 0 && closes(text, at, style)) {
      if (isPossessive(text, at)) perhaps = at
      else close(at + 1)
    } else if (opens(text, at, style)) {
      if (open >= 0 && perhaps >= 0) close(perhaps + 1)
      open = at
      perhaps = -1
    }
  }
  if (open >= 0 && perhaps >= 0) close(perhaps + 1)
}

const paragraphsOf = (text: string): readonly Range[] => {
  const paragraphs: Range[] = []
  let start = 0
  for (const { index } of text.matchAll(emptyLine)) {
    paragraphs.push({ start, end: index })
    start = index
  }
  paragraphs.push({ start, end: text.length })
  return paragraphs
}

/** In order and without overlap: a quotation within a quotation is part of it. */
const merged = (ranges: Range[]): readonly Range[] => {
  const whole: Range[] = []
  for (const range of ranges.sort((one, other) => one.start - other.start)) {
    const last = whole.at(-1)
    if (last && range.start < last.end)
      whole[whole.length - 1] = { start: last.start, end: Math.max(last.end, range.end) }
    else whole.push(range)
  }
  return whole
}

export const quotationsOf = (text: string): readonly Range[] => {
  const found: Range[] = [...quotedLines(text)]
  if (/["'“”„«»‘’‚]/.test(text)) {
    for (const paragraph of paragraphsOf(text)) {
      for (const style of styles) quotationsOfStyle(text, paragraph, style, found)
    }
  }
  return merged(found)
}
