import { type Lexicon, parsePattern } from '../notation/parse.ts'
import { sequenceSource } from '../notation/to-source.ts'

/** A list of patterns as one regular expression over folded text. An empty list matches nothing. */
export const expressionOf = (patterns: readonly string[], lexicon: Lexicon): RegExp => {
  const sources = patterns.map((pattern) => sequenceSource(parsePattern(pattern, lexicon)))
  sources.sort((one, other) => other.length - one.length)
  return sources.length === 0 ? /(?!)/g : new RegExp(`\\b(?:${sources.join('|')})\\b`, 'g')
}

/** Where an expression matches in a text, from left to right. */
export const placesOf = (expression: RegExp, text: string): readonly { start: number; end: number }[] => {
  const places: { start: number; end: number }[] = []
  expression.lastIndex = 0
  for (let found = expression.exec(text); found !== null; found = expression.exec(text)) {
    if (found[0] === '') break
    places.push({ start: found.index, end: found.index + found[0].length })
  }
  return places
}

export const isIn = (expression: RegExp, text: string): boolean => {
  expression.lastIndex = 0
  return expression.test(text)
}
