/** The examples of a rule are its tests: each must be marked, each counter-example must not. */
import { type Finding, levels, makeChecker, overlayProblems } from '../engine/index.ts'
import type { Rule, RuleData } from '../engine/rule-data.ts'

type Tested = 'patterns' | 'except' | 'examples' | 'counter'

/** What is wrong with a rule, at the question that it is about. Empty: nothing. */
export type RuleProblems = Partial<Readonly<Record<Tested, string>>>

/** The first line that is not in the notation, with what is wrong about it and where. */
const unreadable = (data: RuleData, lines: readonly string[]): string | undefined => {
  for (const line of lines) {
    const { category, level } = wrapping
    const rules = [{ id: wrapping.id, category, level, patterns: [line], why: 'x', reframe: 'x' }]
    const [problem] = overlayProblems({ name: wrapping.id, rules }, data)
    if (problem !== undefined) return `“${line}” cannot be read: ${problem.replace(`${wrapping.id}: `, '')}`
  }
  return undefined
}

// A pattern alone is no rule: this one stands around it.
const wrapping = { id: 'own.line', category: 'label', level: 'prompt' } as const

/** Tries a rule as it would be. `data` gives the lists of words that a pattern may name. */
export const tryRule = (data: RuleData, rule: Rule): RuleProblems => {
  const patterns = unreadable(data, rule.patterns)
  const except = unreadable(data, rule.except ?? [])
  if (patterns !== undefined || except !== undefined)
    return { ...(patterns !== undefined && { patterns }), ...(except !== undefined && { except }) }
  const checker = makeChecker({ rules: { ...data, rules: [rule] } })
  const found = (text: string) =>
    checker.check(text, { levels, documentChecks: false }).filter(({ ruleId }) => ruleId === rule.id)
  // Where it is only a guess whom the words are about, the engine asks more softly: that is not the rule's own level, and does not count.
  const isMarked = (text: string) =>
    found(text).some(({ suppressed, level }) => suppressed === undefined && level === rule.level)
  const silent = rule.examples.find((text) => !isMarked(text))
  const loud = rule.counter.find(isMarked)
  return {
    ...(silent !== undefined && { examples: whySilent(silent, found(silent)[0]) }),
    ...(loud !== undefined && { counter: `“${loud}” would be marked, and must not be` }),
  }
}

const whySilent = (text: string, found: Finding | undefined): string => {
  if (found === undefined) return `“${text}” would not be marked: none of the words to mark is in it`
  return found.suppressed === undefined
    ? `“${text}” would only be asked about: it does not say whom it is about`
    : `“${text}” would be let pass: ${found.suppressed.reason}`
}
