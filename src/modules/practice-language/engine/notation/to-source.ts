import { foldWord } from '../text/fold.ts'
import { type Atom, type Item, isOptional, type Sequence } from './parse.ts'

/**
 * A tree of the notation as the source of a regular expression over folded text (text/fold.ts), where every letter of any script is
 * a word character, white space is blanks, and apostrophes and hyphens are straight. So `\b` is right for every script, and nothing
 * looks around or back. Nothing unbounded is repeated: the words of a gap are counted, and a word and a blank have no character in
 * common, so there is one way only to divide a text among them.
 */
const BETWEEN = '(?: +|-)'
/** "n't" at the end of any word; without its apostrophe only where the word can be nothing else ("incident" ends so too). */
const CONTRACTED = "(?:\\w+n't|(?:did|do|does|was|were|is|are|has|have|had|would|could|should|must|need|wo|ca)nt)"
const WORD = "\\w[\\w']*"

const escaped = (character: string): string => character.replace(/[.*+?^${}()|[\]\\/]/, '\\$&')

/** Apostrophes of contractions and possessives are often left out; a hyphen may be a blank or nothing. */
const textSource = (given: string): string => {
  const text = foldWord(given)
  if (text === "n't") return CONTRACTED
  const isSimple = text.split('-').length === 2
  let source = ''
  for (const [at, character] of [...text].entries()) {
    if (character === "'") source += /^'(s|t|$)/.test(text.slice(at)) ? "'?" : "'"
    else if (character === '-') source += isSimple ? '[ -]?' : '[ -]'
    else source += escaped(character)
  }
  return /^(mr|mrs|ms|dr)$/.test(text) ? `${source}\\.?` : source
}

/** A group for what would otherwise bind too loosely. */
const grouped = (source: string, optional: boolean): string =>
  optional ? `(?:${source})?` : /[|?]/.test(source) ? `(?:${source})` : source

const atomSource = (atom: Atom): string => {
  switch (atom.kind) {
    case 'text':
      return atom.optional ? `(?:${textSource(atom.text)})?` : textSource(atom.text)
    case 'ending':
      return grouped(`${textSource(atom.text)}[\\w']*`, atom.optional)
    case 'word':
      return grouped(`${WORD}(?:-\\w+)?`, atom.optional)
    case 'number':
      return grouped('\\d+', atom.optional)
    case 'choice':
      return grouped(`(?:${choiceSource(atom.of)})`, atom.optional)
    case 'gap':
      return ''
  }
}

/** Longer alternatives first, so that the whole phrase is marked and not its beginning. */
const choiceSource = (of: readonly Sequence[]): string =>
  [...new Set(of.map(sequenceSource))].sort((one, other) => other.length - one.length).join('|')

const itemSource = (item: Item): string => item.map(atomSource).join('')

const gapOf = (item: Item): number | null => {
  const [first] = item
  return first?.kind === 'gap' ? first.most : null
}

const withoutOptional = (item: Item): Item => item.map((atom) => ({ ...atom, optional: false }) as Atom) // same kinds

/** What may be missing takes the blank beside it along: the one after it, up to the last word that must be there. */
export const sequenceSource = (sequence: Sequence): string => {
  const last = sequence.findLastIndex((item) => !isOptional(item))
  return sequence
    .map((item, at) => {
      const gap = gapOf(item)
      if (at < last) {
        if (gap !== null) return `(?:${WORD}${BETWEEN}){0,${gap}}?`
        if (!isOptional(item)) return `${itemSource(item)}${BETWEEN}`
        return item.length === 1
          ? `(?:${itemSource(withoutOptional(item))}${BETWEEN})?`
          : `(?:${itemSource(item)}${BETWEEN})?`
      }
      if (at === last) return itemSource(item)
      if (gap !== null) return `(?:${BETWEEN}${WORD}){0,${gap}}`
      return item.length === 1
        ? `(?:${BETWEEN}${itemSource(withoutOptional(item))})?`
        : `(?:${BETWEEN}${itemSource(item)})?`
    })
    .join('')
}

export const patternSource = (sequence: Sequence): string => `\\b(?:${sequenceSource(sequence)})\\b`
