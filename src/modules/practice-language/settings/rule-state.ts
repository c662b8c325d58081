import { type Category, categories, type Level } from '../engine/finding.ts'
import type { RuleData, Source, Who } from '../engine/rule-data.ts'
import type { Decision, OwnRule } from './overlay.ts'

export type State = 'as shipped' | 'switched off' | 'changed' | 'own'

/** A rule as a borough has it. */
export type RuleShown = {
  readonly id: string
  readonly category: Category
  /** As it is in this borough. */
  readonly level: Level
  readonly who: Who
  readonly why: string
  readonly reframe: string
  readonly sources: readonly Source[]
  readonly patterns: readonly string[]
  readonly except: readonly string[]
  readonly examples: readonly string[]
  readonly counter: readonly string[]
  /** `document` looks at the whole and not at words; `learned` at words that no rule names. Only a rule of words takes more words. */
  readonly of: 'words' | 'document' | 'learned'
  readonly state: State
  readonly decisions: readonly Decision[]
}

/**
 * What a rule is called where its id would say nothing: the first sentence that it marks, in quotation marks, because nobody here says it;
 * of a document, what it looks for.
 */
export const ruleName = ({ examples, id, of, why }: Pick<RuleShown, 'examples' | 'id' | 'of' | 'why'>): string => {
  if (of === 'learned') return 'Other words of this kind'
  if (of === 'document') return why.split('. ')[0] ?? id
  return `“${(examples[0] ?? id).replace(/[.]$/, '')}”`
}

const stateOf = (decisions: readonly Decision[]): State => {
  if (decisions.length === 0) return 'as shipped'
  return decisions.some(({ kind }) => kind === 'off') ? 'switched off' : 'changed'
}

type Shipped = Omit<RuleShown, 'sources' | 'state' | 'decisions'> & { readonly source: readonly string[] }

/** What comes with Throughline, in one shape: rules of words, of whole documents, and what was learned from examples. */
const everyShipped = ({ rules, documents, learned }: RuleData): Shipped[] => [
  ...rules.map((rule) => ({ ...rule, except: rule.except ?? [], of: 'words' as const })),
  ...documents.map((rule) => ({ ...rule, who: 'any' as const, patterns: [], except: [], of: 'document' as const })),
  ...categories.map((category) => ({
    ...learned[category],
    ...{ id: `learned.${category}`, category, level: 'consider' as const, who: 'any' as const },
    ...{ patterns: [], except: [], examples: [], counter: [], of: 'learned' as const },
  })),
]

const shipped = (rule: Shipped, { sources }: RuleData, all: readonly Decision[]): RuleShown => {
  const decisions = all.filter(({ ruleId }) => ruleId === rule.id)
  const shown = {
    ...rule,
    sources: rule.source.flatMap((key) => sources[key] ?? []),
    state: stateOf(decisions),
    decisions,
  }
  return decisions.reduce<RuleShown>(withChange, shown)
}

const withChange = (shown: RuleShown, { change }: Decision): RuleShown => {
  if (change?.kind === 'level') return { ...shown, level: change.data.level }
  if (change?.kind !== 'words') return shown
  const { patterns, except, examples, counter } = change.data
  return {
    ...shown,
    patterns: [...shown.patterns, ...patterns],
    except: [...shown.except, ...except],
    examples: [...shown.examples, ...examples],
    counter: [...shown.counter, ...counter],
  }
}

const ownShown = (decision: Decision, rule: OwnRule): RuleShown => ({
  ...rule,
  id: decision.ruleId,
  sources: [{ title: rule.source.title, ...(rule.source.url !== undefined && { url: rule.source.url }) }],
  of: 'words',
  state: 'own',
  decisions: [decision],
})

/** Every rule as a borough has it: those that are shipped, as it changed them, and its own. */
export const rulesShown = (data: RuleData, decisions: readonly Decision[]): RuleShown[] => [
  ...everyShipped(data).map((rule) => shipped(rule, data, decisions)),
  ...decisions.flatMap((decision) =>
    decision.change?.kind === 'own' ? [ownShown(decision, decision.change.data)] : [],
  ),
]
