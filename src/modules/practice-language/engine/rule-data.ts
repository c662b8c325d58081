import type { Category, Level } from './finding.ts'

/** Whose doing the words must be about: the survivor; anybody but a child; anybody. */
export type Who = 'survivor' | 'notchild' | 'any'

/** One rule, as it stands in `rules/*.yaml`. Patterns and exceptions are in the notation of notation/parse.ts. */
export type Rule = {
  /** Stable, and never used again for another rule. */
  readonly id: string
  readonly category: Category
  readonly level: Level
  readonly who: Who
  /** A bullet or a sentence without anybody as its subject counts too. */
  readonly implicit?: boolean
  /** Silent where "by <somebody>" follows. */
  readonly agentless?: boolean
  readonly patterns: readonly string[]
  readonly except?: readonly string[]
  readonly why: string
  readonly reframe: string
  readonly source: readonly string[]
  readonly examples: readonly string[]
  readonly counter: readonly string[]
}

export const documentCheckKinds = [
  'perpetrator-never-acts',
  'nothing-of-the-survivor',
  'abuse-without-detail',
  'children-without-effect',
  'events-without-pattern',
] as const

export type DocumentCheckKind = (typeof documentCheckKinds)[number]

/** What only the whole document can show. Its examples and counter-examples are whole documents. */
export type DocumentRule = {
  readonly id: string
  readonly check: DocumentCheckKind
  readonly category: Category
  readonly level: Level
  readonly why: string
  readonly reframe: string
  readonly source: readonly string[]
  readonly examples: readonly string[]
  readonly counter: readonly string[]
}

/** What is said about words that no rule names but that are like those of labelled examples. */
export type LearnedText = { readonly why: string; readonly reframe: string; readonly source: readonly string[] }

export type Source = { readonly title: string; readonly url?: string; readonly where?: string }

/** The lists of words that the guards and the document checks listen for. */
export const cueNames = [
  'female',
  'male',
  'survivor',
  'perpetrator',
  'child',
  'others',
  'relation',
  'not-a-name',
  'reporting',
  'own-version',
  'clause-ends',
  'negation-strong',
  'negation-weak',
  'negation-ends',
  'negation-after',
  'about-language',
  'elsewhere',
  'perhaps-elsewhere',
  'casework',
  'no-agent',
  'abuse',
  'acts',
  'behaviour',
  'strength',
  'effect',
  'event',
  'pattern',
] as const

export type CueName = (typeof cueNames)[number]

/** Everything the checker knows, made from `rules/*.yaml` and written to `rules/rules.generated.json`. */
export type RuleData = {
  readonly rules: readonly Rule[]
  readonly documents: readonly DocumentRule[]
  readonly learned: Readonly<Record<Category, LearnedText>>
  readonly lexicon: Readonly<Record<string, readonly string[]>>
  readonly cues: Readonly<Record<CueName, readonly string[]>>
  readonly sources: Readonly<Record<string, Source>>
}
