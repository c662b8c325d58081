import type { Roles } from './finding.ts'
import type { RuleData } from './rule-data.ts'
import { foldWord } from './text/fold.ts'

export type Part = 'survivor' | 'perpetrator' | 'child' | 'other'

/** Who is who in a text: from what was given, and where nothing was, from words that are right more often than not. */
export type People = {
  /** Equal for equal people: patterns are made once for each. */
  readonly key: string
  /** Whether somebody said who they are. Then their words are certain; without it, words are a guess. */
  readonly isGiven: boolean
  /** Words and names, in the notation, with who they mean and whether that was given. */
  readonly mentions: readonly { readonly words: readonly string[]; readonly part: Part; readonly isGiven: boolean }[]
  /** Names given, which patterns may put in the place of "father" or "mother". */
  readonly survivor: readonly string[]
  readonly perpetrator: readonly string[]
  /** The survivor is a woman and the perpetrator a man: the patterns stand as they are written. */
  readonly isAsWritten: boolean
}

type Sex = 'female' | 'male'

const marks: readonly (readonly [RegExp, Sex])[] = [
  [
    /^(mr|mister|father|dad|daddy|fa|stepdad|stepfather|husband|grandfather|grandad|son|boyfriend|he|him|male|man|uncle|brother)\b/,
    'male',
  ],
  [
    /^(ms|mrs|miss|mother|mum|mummy|mam|mo|stepmum|stepmother|wife|grandmother|nan|daughter|girlfriend|she|her|female|woman|aunt|sister)\b/,
    'female',
  ],
]

const sexOf = (given: readonly string[]): Sex | null => {
  for (const one of given) {
    const words = one.replace(/^(her|his|the) /, '')
    for (const [mark, sex] of marks) if (mark.test(words)) return sex
  }
  return null
}

/** A name as a pattern: only its letters, figures, hyphens and apostrophes, so that it can hold no notation. */
const asPattern = (name: string): string =>
  foldWord(name)
    .slice(0, 80)
    .replaceAll(/[^a-z0-9_' -]/g, ' ')
    .replaceAll(/(?<=^| )['-]+|['-]+(?= |$)/g, ' ')
    .replaceAll(/ +/g, ' ')
    .trim()

const MOST_NAMES = 40

const cleaned = (names: readonly string[] | undefined): readonly string[] =>
  [...new Set((names ?? []).slice(0, MOST_NAMES).map(asPattern))].filter((name) => name !== '')

/** Of two people one is known to be a woman or a man; the other is taken to be the other, as a guess. */
const sexes = (survivor: Sex | null, perpetrator: Sex | null): { survivor: Sex; perpetrator: Sex } => {
  const other = (sex: Sex): Sex => (sex === 'male' ? 'female' : 'male')
  if (survivor !== null) return { survivor, perpetrator: perpetrator ?? other(survivor) }
  return perpetrator === null
    ? { survivor: 'female', perpetrator: 'male' }
    : { survivor: other(perpetrator), perpetrator }
}

export const peopleOf = (roles: Roles | undefined, data: RuleData): People => {
  const survivor = cleaned(roles?.survivor)
  const perpetrator = cleaned(roles?.perpetrator)
  const children = cleaned(roles?.children)
  const known = { survivor: sexOf(survivor), perpetrator: sexOf(perpetrator) }
  const guessed = sexes(known.survivor, known.perpetrator)
  const isGiven = survivor.length > 0 || perpetrator.length > 0
  const claimed = new Set([...survivor, ...perpetrator, ...children])
  const listOf = (sex: Sex): readonly string[] => data.cues[sex].filter((word) => !claimed.has(word))
  const isSame = guessed.survivor === guessed.perpetrator
  const mentions: People['mentions'][number][] = [
    { words: survivor, part: 'survivor', isGiven: true },
    { words: perpetrator, part: 'perpetrator', isGiven: true },
    { words: children, part: 'child', isGiven: true },
    { words: data.cues.survivor, part: 'survivor', isGiven: false },
    { words: data.cues.perpetrator, part: 'perpetrator', isGiven: false },
    { words: data.cues.child, part: 'child', isGiven: false },
    { words: data.cues.others, part: 'other', isGiven: false },
  ]
  // Of two women or two men "she" or "he" says nothing: only names and given words do.
  if (!isSame) {
    for (const part of ['survivor', 'perpetrator'] as const) {
      mentions.push({ words: listOf(guessed[part]), part, isGiven: known[part] !== null })
    }
  }
  return {
    key: JSON.stringify([survivor, perpetrator, children]),
    isGiven,
    mentions: mentions.filter(({ words }) => words.length > 0),
    survivor,
    perpetrator,
    isAsWritten: !isSame && guessed.survivor === 'female',
  }
}
