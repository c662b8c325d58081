/** A word, a number or a mark of a text. `word` is in lower case with straight apostrophes; offsets are UTF-16 code units. */
export type Token = { readonly word: string; readonly start: number; readonly end: number; readonly capital: boolean }

const pattern = /\p{L}[\p{L}\p{M}]*(?:['’]\p{L}[\p{L}\p{M}]*)*|\p{N}+|[^\s\p{L}\p{N}]/gu

/** A number is only its length: 2023 and 1998 are `0000`. A single figure stays, since `1` and `2` count events. */
const ofNumber = (digits: string): string => (digits.length === 1 ? digits : '0'.repeat(Math.min(digits.length, 4)))

type Kind = 'letters' | 'number' | 'mark'

/** Told by its first unit: nearly all text is plain, where asking a regular expression costs more than all the rest. */
const kindOf = (raw: string): Kind => {
  const unit = raw.charCodeAt(0)
  if (unit < 128) {
    if ((unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90)) return 'letters'
    return unit >= 48 && unit <= 57 ? 'number' : 'mark'
  }
  if (/^\p{L}/u.test(raw)) return 'letters'
  return /^\p{N}/u.test(raw) ? 'number' : 'mark'
}

/** `didn't` is `did` and `n't`, `mum's` is `mum` and `'s`: the parts are words that have been met elsewhere. */
const splitAt = (word: string): number => {
  if (word.length > 3 && word.endsWith("n't")) return word.length - 3
  const at = word.indexOf("'")
  return at > 0 ? at : -1
}

const push = (tokens: Token[], raw: string, start: number) => {
  const end = start + raw.length
  const kind = kindOf(raw)
  if (kind !== 'letters') {
    tokens.push({ word: kind === 'number' ? ofNumber(raw) : raw, start, end, capital: false })
    return
  }
  const lower = raw.includes('’') ? raw.toLowerCase().replaceAll('’', "'") : raw.toLowerCase()
  const capital = raw[0] !== lower[0]
  // A few letters have another length in lower case: such a word is left whole, so that the offsets stay right.
  const at = lower.length === raw.length ? splitAt(lower) : -1
  if (at < 0) {
    tokens.push({ word: lower, start, end, capital })
    return
  }
  tokens.push({ word: lower.slice(0, at), start, end: start + at, capital })
  tokens.push({ word: lower.slice(at), start: start + at, end, capital: false })
}

/** The tokens of one stretch of a text, in order. */
export const tokensOf = (text: string, from = 0, to = text.length): readonly Token[] => {
  const tokens: Token[] = []
  const part = text.slice(from, to)
  pattern.lastIndex = 0
  for (let match = pattern.exec(part); match !== null; match = pattern.exec(part)) {
    push(tokens, match[0], from + match.index)
  }
  return tokens
}
