/** From `start` up to, but not including, `end`, in UTF-16 code units. */
export type Range = { readonly start: number; readonly end: number }

/** One sentence, or one line of a list without its bullet or number. */
export type Sentence = Range & {
  /** It stands in a list: a subject may be left out. */
  readonly inList: boolean
  /** Counts the paragraphs, which end at an empty line. */
  readonly paragraph: number
}

/** A sentence as long as this is cut at a blank: nobody writes one, and the time for a text stays in proportion to its length. */
const LONGEST = 1200

const bullet =
  /^[ \t>]*(?:[-*•‣◦▪●○–—+·o][ \t]+|[•‣◦▪●○·](?=\S)|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,4})[.)][ \t]+|#{1,6}[ \t]+|\[[ xX]?\][ \t]+)+/
const quotedLine = /^[ \t]*>/

/** What ends in a full stop without ending a sentence. */
const abbreviation =
  /(?:^|[^\p{L}\p{N}])(?:mr|mrs|ms|mx|dr|prof|rev|revd|st|sgt|insp|supt|cllr|hon|jr|sr|e\.?g|i\.?e|cf|viz|approx|c|ca|no|nos|vs|v|para|paras|p|pp|ref|tel|ext|dob|d\.o\.b|est|inc|incl|esp|dept|fig|wk|wks|yr|yrs|mth|mths|hr|hrs|min|mins|appt|re|nr|a\.k\.a|aka|al)$/iu
/** These may end one too: they do where a capital follows. */
const alsoAtTheEnd = /(?:^|[^\p{L}])(?:etc|a\.m|p\.m|ltd|co)$/iu
const initial = /(?:^|[\s(])\p{Lu}$/u
const titleBefore = /\b(?:mr|mrs|ms|miss|mx|dr|child|baby|mother|father)\.? \p{Lu}$/iu
const functionWord =
  /(?:^|\s)(?:the|a|an|to|of|and|or|with|that|in|on|at|by|for|from|his|her|their|mr|ms|mrs|miss|dr)$/i

const isLower = (character: string): boolean => /\p{Ll}/u.test(character)
const isWhite = (character: string): boolean => /\s/.test(character)

/** Whether a full stop at `at` ends a sentence, given what stands before and after it. */
const endsAt = (text: string, from: number, at: number, next: string): boolean => {
  if (isLower(next)) return false
  if (text[at] !== '.') return true
  const before = text.slice(Math.max(from, at - 14), at)
  if (abbreviation.test(before)) return false
  if (alsoAtTheEnd.test(before)) return /\p{Lu}/u.test(next)
  return !initial.test(before) || titleBefore.test(before)
}

type Line = Range & {
  readonly inList: boolean
  readonly isEmpty: boolean
  readonly isQuoted: boolean
  readonly raw: Range
}

const linesOf = (text: string): readonly Line[] => {
  const lines: Line[] = []
  let start = 0
  while (start <= text.length) {
    const found = text.indexOf('\n', start)
    const end = found < 0 ? text.length : found
    const head = text.slice(start, Math.min(end, start + 80))
    const marker = bullet.exec(head)?.[0] ?? ''
    const isQuoted = quotedLine.test(head)
    const skipped = marker === '' && isQuoted ? (/^[ \t>]*/.exec(head)?.[0].length ?? 0) : marker.length
    const raw = { start, end }
    lines.push({
      start: start + skipped,
      end,
      raw,
      isQuoted,
      inList: marker !== '',
      isEmpty: text.slice(start + skipped, end).trim() === '',
    })
    start = end + 1
  }
  return lines
}

/** Whether the next line goes on with the sentence: a line that was wrapped, and not a line of a list or a note. */
const goesOn = (text: string, line: Line, next: Line | undefined): boolean => {
  if (next === undefined || next.isEmpty || next.inList || line.isEmpty || line.isQuoted !== next.isQuoted) return false
  const first = /\S/.exec(text.slice(next.start, next.start + 40))?.[0] ?? ''
  if (isLower(first)) return true
  const ending = text.slice(Math.max(line.start, line.end - 20), line.end).trimEnd()
  return ending.endsWith(',') || functionWord.test(ending)
}

const cutLong = (text: string, start: number, end: number): readonly Range[] => {
  const parts: Range[] = []
  let from = start
  while (end - from > LONGEST) {
    let to = from + LONGEST
    while (to > from + LONGEST / 2 && !isWhite(text[to] ?? '')) to -= 1
    if (to <= from + LONGEST / 2) to = from + LONGEST
    parts.push({ start: from, end: to })
    from = to
  }
  parts.push({ start: from, end })
  return parts
}

/** The ends of sentences within lines that belong together. */
const endsWithin = (text: string, start: number, end: number): readonly number[] => {
  const ends: number[] = []
  for (const found of text.slice(start, end).matchAll(/[.!?…]{1,8}["'”’)\]]{0,4}(?=\s)/g)) {
    const at = start + found.index
    const after = at + found[0].length
    let next = after
    while (next < end && isWhite(text[next] ?? '')) next += 1
    if (next >= end) break
    const opening = /["'“‘(]/.test(text[next] ?? '') ? (text[next + 1] ?? '') : (text[next] ?? '')
    if (endsAt(text, start, at, opening)) ends.push(after)
  }
  return ends
}

/** Sentences and lines of lists, in order, without the white space around them. Any text has an answer. */
export const sentencesOf = (text: string): readonly Sentence[] => {
  const lines = linesOf(text)
  const sentences: Sentence[] = []
  let paragraph = 0
  const add = (from: number, to: number, inList: boolean): void => {
    for (const part of cutLong(text, from, to)) {
      let { start, end } = part
      while (start < end && isWhite(text[start] ?? '')) start += 1
      while (end > start && isWhite(text[end - 1] ?? '')) end -= 1
      if (end > start) sentences.push({ start, end, inList, paragraph })
    }
  }
  for (let at = 0; at < lines.length; at += 1) {
    const first = lines[at]
    if (first === undefined) break
    if (first.isEmpty) {
      paragraph += 1
      continue
    }
    while (goesOn(text, lines[at] ?? first, lines[at + 1])) at += 1
    const end = (lines[at] ?? first).end
    let from = first.start
    for (const one of endsWithin(text, first.start, end)) {
      add(from, one, first.inList)
      from = one
    }
    add(from, end, first.inList)
  }
  return sentences
}

/** Block quotations of Markdown: the lines that begin with `>`. */
export const quotedLines = (text: string): readonly Range[] =>
  text.includes('>')
    ? linesOf(text)
        .filter(({ isQuoted }) => isQuoted)
        .map(({ raw }) => raw)
    : []
