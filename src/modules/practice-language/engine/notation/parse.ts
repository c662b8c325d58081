/**
 * The notation of patterns, which a practitioner can read and write:
 *
 *   words        as they are; upper and lower case, curly apostrophes and hyphens make no difference
 *   {a|b}        one of these           {a}?   may be missing        x?   the letter before may be missing
 *   word*        any ending             <w>    any word              <number>  a number
 *   <name>       a list of the lexicon  ..N    up to N words, inside the clause (`..` alone: up to five)
 *
 * It makes trees that `to-source.ts` turns into a regular expression without look-around.
 */
export type Atom =
  | { readonly kind: 'text'; readonly text: string; readonly optional: boolean }
  | { readonly kind: 'ending'; readonly text: string; readonly optional: boolean }
  | { readonly kind: 'choice'; readonly of: readonly Sequence[]; readonly optional: boolean }
  | { readonly kind: 'word'; readonly optional: boolean }
  | { readonly kind: 'number'; readonly optional: boolean }
  | { readonly kind: 'gap'; readonly most: number; readonly optional: true }

/** Atoms without a space between them. */
export type Item = readonly Atom[]
export type Sequence = readonly Item[]

/** Lists of words by name; `<w>` and `<number>` are built in. */
export type Lexicon = Readonly<Record<string, readonly string[]>>

/** A pattern that cannot be read. `place` counts from 0 within the pattern. */
export type NotationProblem = { readonly problem: string; readonly place: number }

export class NotationError extends Error {
  readonly place: number
  constructor(problem: string, place: number) {
    super(problem)
    this.place = place
  }
}

const LONGEST_GAP = 8
const DEEPEST = 12
const GAP_WITHOUT_NUMBER = 5
const letter = /[\p{L}\p{N}'’&,/.-]/u

type Reader = {
  readonly pattern: string
  at: number
  depth: number
  readonly lexicon: Lexicon
  /** The lists that are being read, so that a list that names itself is found. */
  readonly within: readonly string[]
}

const wrong = (reader: Reader, problem: string, place = reader.at): never => {
  throw new NotationError(problem, place)
}

const takeOptional = (reader: Reader): boolean => {
  if (reader.pattern[reader.at] !== '?') return false
  reader.at += 1
  return true
}

const readChoice = (reader: Reader): Atom => {
  const from = reader.at
  reader.at += 1
  reader.depth += 1
  if (reader.depth > DEEPEST) wrong(reader, 'too many { inside one another')
  const of: Sequence[] = []
  let mayBeEmpty = false
  for (;;) {
    const sequence = readSequence(reader)
    if (sequence.length === 0) mayBeEmpty = true
    else of.push(sequence)
    const next = reader.pattern[reader.at]
    if (next === undefined) wrong(reader, 'this { is never closed', from)
    reader.at += 1
    if (next === '}') break
  }
  reader.depth -= 1
  if (of.length === 0) wrong(reader, 'there is nothing between { and }', from)
  return { kind: 'choice', of, optional: takeOptional(reader) || mayBeEmpty }
}

/** The sequences of a list of the lexicon, read with the same notation. */
const sequencesOf = (reader: Reader, name: string, place: number): readonly Sequence[] => {
  const list = reader.lexicon[name]
  if (list === undefined) return wrong(reader, `there is no list <${name}>`, place)
  if (reader.within.includes(name)) return wrong(reader, `the list <${name}> names itself`, place)
  return list.map((entry) => {
    const inner: Reader = {
      pattern: entry,
      at: 0,
      depth: 0,
      lexicon: reader.lexicon,
      within: [...reader.within, name],
    }
    try {
      return wholeSequence(inner)
    } catch (error) {
      if (!(error instanceof NotationError)) throw error
      return wrong(reader, `in the list <${name}>, "${entry}": ${error.message}`, place)
    }
  })
}

const readList = (reader: Reader): Atom => {
  const from = reader.at
  const end = reader.pattern.indexOf('>', from)
  if (end < 0) wrong(reader, 'this < is never closed', from)
  const name = reader.pattern.slice(from + 1, end)
  reader.at = end + 1
  const optional = takeOptional(reader)
  if (name === 'w') return { kind: 'word', optional }
  if (name === 'number') return { kind: 'number', optional }
  return { kind: 'choice', of: sequencesOf(reader, name, from), optional }
}

const readGap = (reader: Reader): Atom => {
  const [all = '..', digits = ''] = /^\.\.(\d*)/.exec(reader.pattern.slice(reader.at)) ?? []
  const most = digits === '' ? GAP_WITHOUT_NUMBER : Number(digits)
  if (most < 1 || most > LONGEST_GAP) wrong(reader, `..N goes from ..1 to ..${LONGEST_GAP}`)
  reader.at += all.length
  return { kind: 'gap', most, optional: true }
}

const readText = (reader: Reader): readonly Atom[] => {
  const from = reader.at
  while (reader.at < reader.pattern.length && letter.test(reader.pattern[reader.at] ?? '')) reader.at += 1
  const text = reader.pattern.slice(from, reader.at)
  const next = reader.pattern[reader.at]
  if (next === '*') {
    reader.at += 1
    if (text.length < 3) wrong(reader, 'before * come at least three letters', from)
    return [{ kind: 'ending', text, optional: false }]
  }
  if (next !== '?') return [{ kind: 'text', text, optional: false }]
  reader.at += 1
  const last: Atom = { kind: 'text', text: text.slice(-1), optional: true }
  return text.length === 1 ? [last] : [{ kind: 'text', text: text.slice(0, -1), optional: false }, last]
}

const readItem = (reader: Reader): Item => {
  const atoms: Atom[] = []
  for (;;) {
    const next = reader.pattern[reader.at]
    if (next === undefined || next === ' ' || next === '|' || next === '}') return atoms
    if (next === '{') atoms.push(readChoice(reader))
    else if (next === '<') atoms.push(readList(reader))
    else if (reader.pattern.startsWith('..', reader.at)) atoms.push(readGap(reader))
    else if (letter.test(next)) atoms.push(...readText(reader))
    else wrong(reader, `"${next}" has no meaning here`)
  }
}

const readSequence = (reader: Reader): Sequence => {
  const items: Item[] = []
  for (;;) {
    while (reader.pattern[reader.at] === ' ') reader.at += 1
    const next = reader.pattern[reader.at]
    if (next === undefined || next === '|' || next === '}') return items
    const item = readItem(reader)
    if (item.length > 1 && item.some(({ kind }) => kind === 'gap')) wrong(reader, '..N stands alone, between spaces')
    items.push(item)
  }
}

export const isOptional = (item: Item): boolean => item.every(({ optional }) => optional)

const wholeSequence = (reader: Reader): Sequence => {
  const sequence = readSequence(reader)
  if (reader.at < reader.pattern.length) wrong(reader, `"${reader.pattern[reader.at]}" has no meaning here`)
  if (sequence.every(isOptional)) wrong(reader, 'this can match nothing: something in it must be required', 0)
  return sequence
}

/** Reads a pattern; throws a NotationError that says what is wrong and where. */
export const parsePattern = (pattern: string, lexicon: Lexicon): Sequence =>
  wholeSequence({ pattern, at: 0, depth: 0, lexicon, within: [] })
