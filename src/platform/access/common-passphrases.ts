import { cheapWords, commonPhrases, commonWords, keyboardWalks } from './common-words.ts'

/**
 * Bits of guessing below which a passphrase counts as common. A guesser who works through "a known word, a year, an exclamation mark"
 * finds anything below this early; four words that do not belong together lie above it even when each is on our list.
 */
const enough = 30

// What one piece costs a guesser who knows the habit, in bits.
const bits = {
  letter: 4.7,
  digit: 3.4,
  sign: 4,
  word: 9,
  cheapWord: 3,
  phrase: 8,
  year: 6,
  date: 13,
  run: 6,
  repeat: 2,
  leet: 1,
}

// Beyond this many characters only a repetition could still be predictable, and its beginning shows it.
const looksAt = 60

// biome-ignore format: a table reads better in rows
const leet: Readonly<Record<string, string>> = {
  '0': 'o', '1': 'i', '2': 'z', '3': 'e', '4': 'a', '5': 's', '7': 't', '8': 'b', '9': 'g',
  '@': 'a', $: 's', '!': 'i', '|': 'l', '+': 't', '(': 'c', '€': 'e', '£': 'l',
}

const plain = (text: string): string =>
  [...text.normalize('NFKD').toLowerCase().replaceAll(/\p{M}/gu, '')].slice(0, looksAt * 2).join('')

// Spaces and the signs that people put between words add next to nothing.
const joined = (text: string): string => text.replaceAll(/(?<=[\p{L}\p{N}])[\s\-_.,'’/&]+(?=[\p{L}\p{N}])/gu, '').trim()

const unleet = (text: string, one: string): string =>
  [...text].map((sign) => (sign === '1' ? one : (leet[sign] ?? sign))).join('')

const lexicon = new Map<string, number>([
  ...commonWords.map((word): [string, number] => [word, bits.word]),
  ...commonPhrases.map((phrase): [string, number] => [phrase, bits.phrase]),
  ...cheapWords.map((word): [string, number] => [word, bits.cheapWord]),
])
const longestEntry = Math.max(...[...lexicon.keys()].map((entry) => entry.length))
const walks = keyboardWalks.flatMap((walk) => [walk + walk, [...(walk + walk)].reverse().join('')])

const year = /^(19[3-9]\d|20[0-4]\d)$/
const date = /^(0?[1-9]|[12]\d|3[01])(0?[1-9]|1[0-2])(19|20)?\d\d$/

const bruteCost = (sign: string): number =>
  /\p{L}/u.test(sign) ? bits.letter : /\d/.test(sign) ? bits.digit : bits.sign

/** Each next character one further, as in abcdef, 98765 or eeee. */
const isSequence = (piece: string): boolean => {
  const codes = [...piece].map((sign) => sign.codePointAt(0) ?? 0)
  const step = (codes[1] ?? 0) - (codes[0] ?? 0)
  return Math.abs(step) <= 1 && codes.every((code, at) => at === 0 || code - (codes[at - 1] ?? 0) === step)
}

const isRun = (piece: string): boolean =>
  piece.length >= 3 && (isSequence(piece) || walks.some((walk) => walk.includes(piece)))

/** The cheapest way to name one piece as a whole; Infinity where it is nothing known. */
const pieceCost = (piece: string, own: ReadonlySet<string>): number => {
  let cost = Number.POSITIVE_INFINITY
  for (const spelling of [piece, unleet(piece, 'i'), unleet(piece, 'l')]) {
    const known = own.has(spelling) ? bits.cheapWord : lexicon.get(spelling)
    if (known !== undefined) cost = Math.min(cost, known + (spelling === piece ? 0 : bits.leet))
  }
  if (year.test(piece)) cost = Math.min(cost, bits.year)
  if (piece.length >= 4 && date.test(piece)) cost = Math.min(cost, bits.date)
  return isRun(piece) ? Math.min(cost, bits.run) : cost
}

/** How many times the first `size` characters from `at` on follow one another. */
const repetitions = (text: string, at: number, size: number): number => {
  const unit = text.slice(at, at + size)
  let times = 1
  while (text.startsWith(unit, at + times * size)) times += 1
  return times
}

/** The fewest bits that name the text as a row of known pieces, repetitions and loose characters. */
const guessingBits = (text: string, own: ReadonlySet<string>, known = new Map<string, number>()): number => {
  const found = known.get(text)
  if (found !== undefined) return found
  const best = new Array<number>(text.length + 1).fill(Number.POSITIVE_INFINITY)
  best[0] = 0
  const reach = (end: number, cost: number) => {
    best[end] = Math.min(best[end] ?? cost, cost)
  }
  for (let at = 0; at < text.length; at += 1) {
    const before = best[at] ?? 0
    reach(at + 1, before + bruteCost(text.charAt(at)))
    for (let size = 1; size <= text.length - at; size += 1) {
      if (size <= longestEntry || isRun(text.slice(at, at + size)))
        reach(at + size, before + pieceCost(text.slice(at, at + size), own))
      const times = size * 2 <= text.length - at ? repetitions(text, at, size) : 1
      if (times > 1)
        reach(at + times * size, before + bits.repeat + guessingBits(text.slice(at, at + size), own, known))
    }
  }
  const cost = best[text.length] ?? 0
  known.set(text, cost)
  return cost
}

/**
 * Would a guesser who knows people's habits find this early? Judges the text as pieces (common words and phrases in any case and with
 * digits for letters, years, dates, keyboard walks, sequences, repetitions, all of it backwards too), so that a short list covers
 * the thousands of variants of a long one.
 * @param known words that are no secret here, such as the person's own name: they cost a guesser almost nothing.
 */
export const isPredictable = (text: string, known: readonly string[] = []): boolean => {
  const own = new Set(known.map((word) => plain(word)).filter((word) => word.length >= 2))
  const whole = joined(plain(text)).slice(0, looksAt)
  return [whole, [...whole].reverse().join('')].some((way) => guessingBits(way, own) < enough)
}
