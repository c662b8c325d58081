import { type Category, type Level, question, type RuleData, type Source } from '../engine/index.ts'
import { categoryNames, categoryWords } from '../words.ts'
import { phrasesFor } from './phrases.ts'

export type KeyedSource = Source & { readonly key: string }

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
  readonly sources: readonly KeyedSource[]
}

export type AboutCategory = {
  readonly category: Category
  readonly name: string
  readonly words: string
  readonly rules: readonly AboutRule[]
}

/** A category with its rules, the gravest first and then in the order of their file. */
export const aboutCategory = (category: Category, data: RuleData): AboutCategory => {
  const sourcesOf = (keys: readonly string[]): readonly KeyedSource[] =>
    keys.flatMap((key) => {
      const source = data.sources[key]
      return source === undefined ? [] : [{ key, ...source }]
    })
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
        ...{ why: rule.why, question: question(rule.reframe), examples: rule.examples, counter: rule.counter },
        sources: sourcesOf(rule.source),
      })),
      ...data.documents
        .filter((document) => document.category === category)
        .map((document) => ({
          ...{ id: document.id, kind: 'whole' as const, level: document.level, phrases: [], why: document.why },
          ...{ question: question(document.reframe), examples: document.examples, counter: document.counter },
          sources: sourcesOf(document.source),
        })),
      {
        ...{ id: `learned.${category}`, kind: 'learned', level: 'consider', phrases: [], why: learned.why },
        ...{ question: question(learned.reframe), examples: [], counter: [], sources: sourcesOf(learned.source) },
      },
    ],
  }
}
