import type { Rule, RuleData } from '../engine/index.ts'
import { expressionOf, placesOf } from '../engine/matching/expression.ts'
import { type Atom, type Item, type Lexicon, parsePattern, type Sequence } from '../engine/notation/parse.ts'
import { fold } from '../engine/text/fold.ts'

/** Stands for words that may be any. */
export const ANY = '…'

const MOST_OF_A_PATTERN = 3
const MOST_OF_A_RULE = 12

/** How many alternatives a pattern has at its widest choice. */
const widest = (sequence: Sequence): number =>
  Math.max(
    1,
    ...sequence.flat().map((atom) => (atom.kind === 'choice' ? Math.max(atom.of.length, ...atom.of.map(widest)) : 1)),
  )

const atomWords = (atom: Atom, pick: number): string => {
  switch (atom.kind) {
    case 'text':
      return atom.text
    case 'ending':
      return atom.text + ANY
    case 'choice':
      return sequenceWords(atom.of[pick % atom.of.length] ?? [], pick)
    case 'number':
      return String(pick + 2)
    case 'word':
    case 'gap':
      return ANY
  }
}

const itemWords = (item: Item, pick: number): string => item.map((atom) => atomWords(atom, pick)).join('')

/** What may be missing is in the first phrase only, so that both are seen; there it must say something by itself. */
const isSaid = (item: Item, pick: number): boolean =>
  !item.every(({ optional }) => optional) || (pick === 0 && !/^\W|…/.test(itemWords(item, pick)))

const isGap = (item: Item): boolean => item[0]?.kind === 'gap'

const sequenceWords = (sequence: Sequence, pick: number): string =>
  sequence
    .filter((item) => isGap(item) || isSaid(item, pick))
    .map((item) => itemWords(item, pick))
    .join(' ')
    .replaceAll(/…( …)+/g, ANY)
    .replaceAll(/ +/g, ' ')
    .trim()

const phrasesOf = (pattern: string, lexicon: Lexicon): readonly string[] => {
  const sequence = parsePattern(pattern, lexicon)
  return Array.from({ length: Math.min(MOST_OF_A_PATTERN, widest(sequence)) }, (_, pick) =>
    sequenceWords(sequence, pick),
  )
}

/** The words that a rule finds in its own examples: people wrote these. */
const foundIn = ({ patterns, examples }: Pick<Rule, 'patterns' | 'examples'>, lexicon: Lexicon): readonly string[] => {
  const expression = expressionOf(patterns, lexicon)
  return examples.flatMap((example) => {
    const [first] = placesOf(expression, fold(example))
    return first ? [example.slice(first.start, first.end)] : []
  })
}

/** Alternatives that do not go together make a word stand twice, or begin in the middle of one. */
const isReadable = (phrase: string): boolean => !/^n't|\b(\w+) (?:and |or |& )?\1\b/.test(phrase)

/** Some of the phrases that a rule looks for, in words and without its notation. All of them would be too many to read. */
export const phrasesFor = (
  rule: Pick<Rule, 'patterns' | 'examples'>,
  { lexicon }: Pick<RuleData, 'lexicon'>,
): readonly string[] => {
  const each = rule.patterns.map((pattern) => phrasesOf(pattern, lexicon))
  // The first of each pattern before the second of any.
  const inTurn = Array.from({ length: MOST_OF_A_PATTERN }, (_, pick) => each.flatMap((phrases) => phrases[pick] ?? []))
  const all = [...foundIn(rule, lexicon), ...inTurn.flat().filter(isReadable)]
  return [...new Set(all)].slice(0, Math.max(MOST_OF_A_RULE, rule.patterns.length))
}
