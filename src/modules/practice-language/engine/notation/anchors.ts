import { foldWord } from '../text/fold.ts'
import { type Atom, type Item, isOptional, type Sequence } from './parse.ts'

/**
 * The words of which one at least is in everything that a pattern matches. A text without any of them need not be asked: most rules
 * are not asked about most sentences. `null` where there are no such words.
 */
export type Anchors = { readonly words: ReadonlySet<string>; readonly beginnings: ReadonlySet<string> }

const MOST_FORMS = 400

/** Words that stand in nearly every sentence say little; a few of this field say less than others. */
const everywhere = new Set(
  'a an the is was were are be been being has have had to of in on at by for from with and or not no it this that there any all as will would do does did her his him he she they their them i we up out into'.split(
    ' ',
  ),
)
const often = new Set(
  'mother mum dad father fa mo ms mr mrs miss child children parent parents both abuse violence domestic da dv home partner'.split(
    ' ',
  ),
)
const weightOf = (word: string): number => (everywhere.has(word) ? 60 : often.has(word) ? 12 : 1)
const weigh = ({ words, beginnings }: Anchors): number =>
  [...words].reduce((sum, word) => sum + weightOf(word), 0) + beginnings.size * 2

/** Everything that atoms without a space between them can be; `null` where that cannot be listed. */
const formsOfAtom = (atom: Atom): readonly string[] | null => {
  if (atom.kind === 'text') return atom.optional ? ['', atom.text] : [atom.text]
  if (atom.kind !== 'choice') return null
  const forms = atom.of.map(formsOfSequence)
  const all: string[] = atom.optional ? [''] : []
  for (const form of forms) {
    if (form === null) return null
    all.push(...form)
  }
  return all.length > MOST_FORMS ? null : all
}

const product = (parts: readonly (readonly string[] | null)[], between: string): readonly string[] | null => {
  let all: string[] = ['']
  for (const [at, part] of parts.entries()) {
    if (part === null || all.length * part.length > MOST_FORMS) return null
    all = all.flatMap((before) => part.map((after) => (at === 0 ? after : `${before}${between}${after}`)))
  }
  return all
}

const formsOfItem = (item: Item): readonly string[] | null => product(item.map(formsOfAtom), '')

const formsOfSequence = (sequence: Sequence): readonly string[] | null => product(sequence.map(formsOfItem), ' ')

/** The words of a form as they stand in the text: with or without its apostrophe, its hyphen written as hyphen, blank or nothing. */
const anchorsOfForm = (form: string): Anchors | null => {
  const candidates = foldWord(form)
    .split(' ')
    .filter((word) => /\w/.test(word) && word !== "n't")
    .map((word): Anchors => {
      const pieces = word.split(/[^\w]+/).filter((piece) => piece !== '')
      const longest = pieces.reduce((one, other) => (other.length > one.length ? other : one), '')
      return { words: new Set([longest, word.replaceAll(/[^\w]/g, '')]), beginnings: new Set() }
    })
  return lightest(candidates)
}

const lightest = (all: readonly (Anchors | null)[]): Anchors | null => {
  let best: Anchors | null = null
  for (const one of all) if (one !== null && (best === null || weigh(one) < weigh(best))) best = one
  return best
}

const union = (all: readonly (Anchors | null)[]): Anchors | null => {
  const words = new Set<string>()
  const beginnings = new Set<string>()
  for (const one of all) {
    if (one === null) return null
    for (const word of one.words) words.add(word)
    for (const beginning of one.beginnings) beginnings.add(beginning)
  }
  return { words, beginnings }
}

const anchorsOfItem = (item: Item): Anchors | null => {
  const [only] = item
  if (item.length === 1 && only?.kind === 'choice') return union(only.of.map(anchorsOf))
  if (item.length === 1 && only?.kind === 'ending') {
    return { words: new Set(), beginnings: new Set([foldWord(only.text)]) }
  }
  const forms = formsOfItem(item)
  return forms === null ? null : union(forms.map(anchorsOfForm))
}

export const anchorsOf = (sequence: Sequence): Anchors | null =>
  lightest(sequence.filter((item) => !isOptional(item)).map(anchorsOfItem))
