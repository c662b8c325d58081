import { categories, type Rule, type RuleData } from '../engine/index.ts'

const unsaid = { why: '', reframe: '', source: [] }

type Unsaid = 'why' | 'reframe' | 'source' | 'examples' | 'counter'

/** What a browser starts with: enough to find words, and nothing that is said about them. Written by tools/language-rules.ts. */
export type FirstRules = Pick<RuleData, 'lexicon' | 'cues'> & { readonly rules: readonly Omit<Rule, Unsaid>[] }

/** The same as the engine takes it. */
export const completed = ({ rules, lexicon, cues }: FirstRules): RuleData => ({
  rules: rules.map((rule) => ({ ...rule, ...unsaid, examples: [], counter: [] })),
  documents: [],
  // one for each category, as it says
  learned: Object.fromEntries(categories.map((category) => [category, unsaid])) as unknown as RuleData['learned'],
  lexicon,
  cues,
  sources: {},
})
