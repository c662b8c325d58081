import { describe, expect, test } from 'vitest'
import { type Finding, makeChecker } from '../engine/index.ts'
import { parsePattern } from '../engine/notation/parse.ts'
import { patternSource } from '../engine/notation/to-source.ts'
import { shippedRules as rules } from '../shipped-rules.ts'

const checker = makeChecker({ rules })
const all = ['concern', 'consider', 'prompt'] as const
const shown = (findings: readonly Finding[]) => findings.filter(({ suppressed }) => !suppressed)
const texts = [
  ...[...rules.rules, ...rules.documents].map(({ id, why, reframe }) => ({ id, why, reframe })),
  ...Object.entries(rules.learned).map(([id, { why, reframe }]) => ({ id, why, reframe })),
]

describe.each(rules.rules)('$id', (rule) => {
  const alone = makeChecker({ rules: { ...rules, rules: [rule], documents: [] } })
  const levels = [rule.level]

  test.each(rule.examples)('speaks up at "%s"', (example) => {
    expect(shown(alone.check(example, { levels }))[0]).toMatchObject({ ruleId: rule.id, level: rule.level })
    // Among all the rules another of the same kind may speak for it, but one does.
    expect(shown(checker.check(example, { levels: all })).map(({ category }) => category)).toContain(rule.category)
  })

  test.each(rule.counter)('is silent at "%s"', (counter) => {
    expect(shown(alone.check(counter, { levels }))).toEqual([])
  })
})

describe.each(rules.documents)('$id', ({ id, examples, counter }) => {
  const idsOf = (text: string) => shown(checker.check(text, { documentChecks: true })).map(({ ruleId }) => ruleId)

  test('asks about its examples and not about its counter-examples', () => {
    for (const example of examples) expect(idsOf(example)).toContain(id)
    for (const other of counter) expect(idsOf(other)).not.toContain(id)
  })
})

test.each(texts)('What $id says is not itself marked', ({ why, reframe }) => {
  expect(shown(checker.check(why))).toEqual([])
  expect(shown(checker.check(reframe))).toEqual([])
})

test('What is learned says that it is less certain', () => {
  for (const { why } of Object.values(rules.learned)) expect(why).toMatch(/less certain/)
})

test('Every rule says why, asks back and names a source that exists', () => {
  for (const { why, reframe, source } of checker.rules) {
    expect(why.length).toBeGreaterThan(10)
    expect(reframe.length).toBeGreaterThan(10)
    for (const key of source) expect(checker.sources[key]?.title).toBeTruthy()
  }
})

const sourcesOfPatterns = rules.rules.flatMap(({ id, patterns, except = [] }) =>
  [...patterns, ...except].map((pattern) => ({ id, source: patternSource(parsePattern(pattern, rules.lexicon)) })),
)

test('No pattern looks around or back, and nothing unbounded repeats what is unbounded', () => {
  for (const { id, source } of sourcesOfPatterns) {
    expect(source, id).not.toMatch(/\(\?[=!<]|\\[1-9]/)
    expect(source, id).not.toMatch(/\)[*+]|\{\d+,\}/)
  }
})

/** The time of the quickest of some runs: what else the machine does only adds to it. */
const quickest = (expression: RegExp, text: string): number => {
  let best = Number.POSITIVE_INFINITY
  for (let run = 0; run < 3; run += 1) {
    const start = process.cpuUsage()
    expression.lastIndex = 0
    while (expression.exec(text)) if (expression.lastIndex === 0) break
    const { user, system } = process.cpuUsage(start)
    best = Math.min(best, (user + system) / 1000)
  }
  return best
}

test('Twice the text takes about twice the time, for every pattern and hostile text', () => {
  const hostile = [
    'mum and dad ',
    'must stop let ',
    'a-',
    'keep the ',
    "n't not ",
    'both ',
    '      ',
    'mr x ',
    'a b c d e f ',
  ]
  for (const { id, source } of sourcesOfPatterns) {
    const expression = new RegExp(source, 'g')
    for (const part of hostile) {
      const small = quickest(expression, part.repeat(Math.ceil(4000 / part.length)))
      const large = quickest(expression, part.repeat(Math.ceil(16_000 / part.length)))
      // Four times the text: a quadratic pattern takes sixteen times as long. Below a few milliseconds there is nothing to see.
      expect(large, `${id} at "${part}"`).toBeLessThan(Math.max(8, small * 10))
    }
  }
}, 60_000)
