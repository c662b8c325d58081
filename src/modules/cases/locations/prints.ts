import { streetsIn } from './addresses.ts'
import { kindWords, largePlaces } from './common-words.ts'
import { fold } from './folding.ts'
import { lettersOnly } from './letters-only.ts'
import { postcodesIn } from './postcodes.ts'
import { printKeys, sealPrint } from './print-format.ts'
import { nationalDigits, telephonesIn } from './telephones.ts'

/** What is protected: the kinds of the vault. */
export const protectedKinds = [
  'address',
  'telephone',
  'email',
  'school or nursery',
  'refuge',
  'health',
  'work',
  'safe contact',
] as const
export type ProtectedKind = (typeof protectedKinds)[number]

/** A keyed hash by which a protected detail is found again in a text; `words` says of how many words it is. */
export type Print = { readonly words: number; readonly sha: Buffer }

const mostWords = 12
// Of letters and digits. Shorter ones stand in every text.
const [leastMixed, leastName] = [4, 6]
const longEnoughInsideWords = 12

type Piece = { readonly text: string; readonly isLoose?: boolean }

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’]*/gu) ?? []
const plainOf = (word: string): string =>
  word
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
const isCommon = (word: string): boolean => kindWords.has(plainOf(word)) || largePlaces.has(plainOf(word))
const isKind = (word: string): boolean => kindWords.has(plainOf(word))

/** "Road" and "Rd", "Saint" and "St": the same street, as different people write it. */
const spellings: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\b(?:road|rd)\b/i, ['road', 'rd']],
  [/\b(?:street)\b/i, ['street', 'st']],
  [/\b(?:avenue|ave|av)\b/i, ['avenue', 'ave', 'av']],
  [/\b(?:lane|ln)\b/i, ['lane', 'ln']],
  [/\b(?:close|cl)\b/i, ['close', 'cl']],
  [/\b(?:crescent|cres)\b/i, ['crescent', 'cres']],
  [/\b(?:gardens|gdns)\b/i, ['gardens', 'gdns']],
  [/\b(?:drive|dr)\b/i, ['drive', 'dr']],
  [/\b(?:court|ct)\b/i, ['court', 'ct']],
  [/\b(?:square|sq)\b/i, ['square', 'sq']],
  [/\b(?:terrace|ter)\b/i, ['terrace', 'ter']],
  [/\b(?:apartment|apt|flat)\b/i, ['flat', 'apartment', 'apt']],
  [/\b(?:saint|st)\b/i, ['saint', 'st', 'street']],
  [/\band\b|&/i, ['and', '']],
]
const mostSpellings = 24

const spelled = (text: string): string[] =>
  spellings.reduce<string[]>(
    (all, [pattern, forms]) =>
      all.length * forms.length > mostSpellings || !pattern.test(text)
        ? all
        : all.flatMap((one) => forms.map((form) => one.replace(pattern, form))),
    [text],
  )

const withoutEnds = (words: readonly string[], isLeftOut: (word: string) => boolean): string[] => {
  const from = words.findIndex((word) => !isLeftOut(word))
  const to = words.findLastIndex((word) => !isLeftOut(word))
  return from < 0 ? [] : words.slice(from, to + 1)
}

/** What one line, or one part of it between commas, leaves: itself, without its number, and the name in it. */
const ofSegment = (segment: string, kind: ProtectedKind): Piece[] => {
  const words = wordsOf(segment)
  if (words.length > mostWords) return []
  const unnumbered = words.filter((word) => !/\d/.test(word))
  const names = kind === 'safe contact' ? [] : withoutEnds(unnumbered, isCommon)
  // "St Mary’s" of "St Mary’s Primary School" keeps its Saint.
  const first = unnumbered.indexOf(names[0] ?? '')
  const saint = first > 0 && /^(?:st|saint)$/i.test(unnumbered[first - 1] ?? '') ? [unnumbered[first - 1] ?? ''] : []
  const whole = [words, unnumbered].filter(
    (each) => each.length > 1 && !each.every((word) => isKind(word) || /^\d+$/.test(word)),
  )
  const name = [...saint, ...names]
  // One word out of several ("Station" of Station Road) stands in too many texts; a refuge's, and one that is a whole line, tells.
  const mayBeOne = kind === 'refuge' || words.length === 1
  const isDistinct = name.length > 1 || (mayBeOne && lettersOnly(name.join('')).signs.length >= leastName)
  return [...whole, ...(names.length > 0 && isDistinct ? [name] : [])].map((each) => ({ text: each.join(' ') }))
}

/** "7946 0123", as neighbours tell each other. */
const withoutArea = (digits: string): Piece[] => {
  const local = /^2\d(\d{8})$/.exec(digits) ?? /^1\d{3}(\d{6})$/.exec(digits)
  return local?.[1] === undefined ? [] : [{ text: local[1] }]
}

const piecesOf = (kind: ProtectedKind, value: string): Piece[] => {
  const text = fold(value).text
  const cut = (found: readonly (readonly [number, number])[]) => found.map(([start, end]) => text.slice(start, end))
  const numbers =
    kind === 'telephone' ? text.split(/[\n;,]+/).filter((line) => /\d{3}/.test(line.replaceAll(/\D/g, ''))) : []
  const telephones = [...cut(telephonesIn(text)), ...numbers]
    .map(nationalDigits)
    .filter((digits) => digits.length >= 6)
    .flatMap((digits) => [{ text: digits, isLoose: digits.length >= 9 }, ...withoutArea(digits)])
  const lines = text.split('\n')
  const segments = [...new Set([...lines, ...text.split(/[\n,;]+/)])].filter((line) => line.trim() !== '')
  const [whole, postcodes] = [wordsOf(text), cut(postcodesIn(text))]
  return [
    ...(whole.length <= mostWords &&
    !whole.every((word) => isCommon(word) || (/^\d+$/.test(word) && kind === 'address'))
      ? [{ text: whole.join(' ') }]
      : []),
    ...postcodes.map((one) => ({ text: one })),
    ...telephones,
    ...cut(streetsIn(text)).flatMap((one) => ofSegment(one, kind)),
    ...cut(streetsIn(text)).map((one) => ({ text: one })),
    ...segments.flatMap((segment) => ofSegment(segment, kind)),
  ]
}

/** The prints of a protected detail. None: it has nothing in it by which it could be told from other words. */
export const prints = (kind: ProtectedKind, value: string, key: Buffer): Print[] => {
  const keys = printKeys(key)
  const made = new Map<string, Print>()
  for (const piece of piecesOf(kind, value))
    for (const text of spelled(piece.text)) {
      const { signs } = lettersOnly(text)
      const isTelling = /\d/.test(text) ? signs.length >= leastMixed : signs.length >= 4
      if (!isTelling || signs.length > 60_000 || made.has(signs)) continue
      const isLoose = piece.isLoose ?? signs.length >= longEnoughInsideWords
      made.set(signs, {
        words: Math.min(mostWords, Math.max(1, wordsOf(text).length)),
        sha: sealPrint(signs, isLoose, keys),
      })
    }
  return [...made.values()]
}
