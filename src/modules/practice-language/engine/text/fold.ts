/**
 * Text made equal for comparing, code unit for code unit, so that offsets stay what they are: lower case, straight apostrophes and
 * hyphens, blanks for all white space, and ASCII word characters for letters of every script (an accent is dropped, other letters
 * and parts of them become `_`), so that the plain `\b` of regular expressions stands at the edges of words in any language.
 */
const plain = /^[\n -~]*$/

const special = new Map<string, string>([
  ...[...'‘’ʼ＇‛′'].map((one): [string, string] => [one, "'"]),
  ...[...'‐‑‒−­'].map((one): [string, string] => [one, '-']),
])

const foldUnit = (unit: string): string => {
  const known = special.get(unit)
  if (known !== undefined) return known
  if (/\s/.test(unit)) return ' '
  if (/[\p{L}\p{N}\p{M}]/u.test(unit)) {
    const [base = '_'] = unit.normalize('NFD')
    const lower = base.toLowerCase()
    return /^[a-z0-9]$/.test(lower) ? lower : '_'
  }
  // Half of a letter outside the basic plane is no letter by itself. Emoji and lone halves count the same: at worst they cling to a word.
  return unit
}

const astralLetter = /[\u{10000}-\u{10FFFF}]/gu

/** The folded text has exactly as many code units as the text. */
export const fold = (text: string): string => {
  if (plain.test(text)) return text.toLowerCase().replaceAll('\n', ' ')
  const units = text.replace(astralLetter, (pair) => (/[\p{L}\p{N}\p{M}]/u.test(pair) ? '__' : pair))
  return units.replace(/[^ -~]/g, foldUnit).replace(/[A-Z]+/g, (upper) => upper.toLowerCase())
}

/** A word of a pattern, folded as the text is. Its length does not matter. */
export const foldWord = (word: string): string => fold(word.normalize('NFC'))
