import type { Category, Level, RuleData, Source } from '../engine/index.ts'
import { categoryNames, categoryWords } from '../words.ts'
import { phrasesFor } from './phrases.ts'

/** What is said about a rule, a question about the whole document, or what is only like labelled examples. */
export type AboutRule = {
  readonly id: string
  readonly kind: 'words' | 'whole' | 'learned'
  readonly level: Level
  /** Some of the phrases it looks for. */
  readonly phrases: readonly string[]
  readonly why: string
  readonly question: string
  readonly examples: readonly string[]
  readonly counter: readonly string[]
  readonly sources: readonly Source[]
}

export type AboutCategory = {
  readonly category: Category
  readonly name: string
  readonly words: string
  readonly rules: readonly AboutRule[]
}

/** A category with its rules, the gravest first and then in the order of their file. */
export const aboutCategory = (category: Category, data: RuleData): AboutCategory => {
  const sourcesOf = (keys: readonly string[]) => keys.flatMap((key) => data.sources[key] ?? [])
  const rules = data.rules.filter((rule) => rule.category === category)
  const inOrder = (['concern', 'consider', 'prompt'] as const).flatMap((level) =>
    rules.filter((rule) => rule.level === level),
  )
  const learned = data.learned[category]
  return {
    category,
    name: categoryNames[category],
    words: categoryWords[category],
    rules: [
      ...inOrder.map((rule) => ({
        ...{ id: rule.id, kind: 'words' as const, level: rule.level, phrases: phrasesFor(rule, data) },
        ...{ why: rule.why, question: rule.reframe, examples: rule.examples, counter: rule.counter },
        sources: sourcesOf(rule.source),
      })),
      ...data.documents
        .filter((document) => document.category === category)
        .map((document) => ({
          ...{ id: document.id, kind: 'whole' as const, level: document.level, phrases: [], why: document.why },
          ...{ question: document.reframe, examples: document.examples, counter: document.counter },
          sources: sourcesOf(document.source),
        })),
      {
        ...{ id: `learned.${category}`, kind: 'learned', level: 'consider', phrases: [], why: learned.why },
        ...{ question: learned.reframe, examples: [], counter: [], sources: sourcesOf(learned.source) },
      },
    ],
  }
}
