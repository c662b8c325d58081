import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeChecker, type RuleData } from '../src/modules/practice-language/engine/index.ts'
import { completed, type FirstRules } from '../src/modules/practice-language/field/first-rules.ts'
import {
  generatedForBrowser,
  generatedForBrowserLater,
  generatedRules,
  makeRules,
  makeRulesForBrowser,
  makeRulesForBrowserLater,
  ruleProblems,
} from './language-rules.ts'

const root = join(import.meta.dirname, '..')
const schemas = JSON.parse(readFileSync(join(root, 'src/modules/practice-language/rules/rule.schema.json'), 'utf8'))
const made: RuleData = JSON.parse(await makeRules())

/** What is wrong where the first rule is changed. */
const problems = (change: object) =>
  ruleProblems({ ...made, rules: made.rules.map((rule, at) => (at === 0 ? { ...rule, ...change } : rule)) }, schemas)

test('The generated rules are what the files of rules make', async () => {
  expect(readFileSync(join(root, generatedRules), 'utf8')).toBe(await makeRules())
  expect(readFileSync(join(root, generatedForBrowser), 'utf8')).toBe(await makeRulesForBrowser())
  expect(readFileSync(join(root, generatedForBrowserLater), 'utf8')).toBe(await makeRulesForBrowserLater())
})

test('The browser has the same rules without their examples', async () => {
  const slim: RuleData = JSON.parse(await makeRulesForBrowserLater())
  expect(slim.rules.map(({ patterns }) => patterns)).toEqual(made.rules.map(({ patterns }) => patterns))
  expect(slim.rules.flatMap(({ examples, counter }) => [...examples, ...counter])).toEqual([])
})

test('What a browser has first finds what those rules find among all, and says nothing about it yet', async () => {
  const given: FirstRules = JSON.parse(await makeRulesForBrowser())
  expect(given.rules.length).toBeGreaterThan(30)
  const first = makeChecker({ rules: completed(given) })
  const whole = makeChecker({ rules: made })
  const ids = new Set(given.rules.map(({ id }) => id))
  let count = 0
  for (const { examples, counter } of made.rules)
    for (const text of [...examples, ...counter]) {
      const found = first.check(text)
      for (const { ruleId, start, end, suppressed } of whole.check(text))
        if (ids.has(ruleId) && !suppressed)
          expect(found).toContainEqual(expect.objectContaining({ ruleId, start, end }))
      expect(found.map(({ message }) => message).join('')).toBe('')
      count += found.length
    }
  expect(count).toBeGreaterThan(50)
})

test('Rules as they are have no problem', () => {
  expect(problems({})).toEqual([])
})

test.each([
  [{ patterns: [null] }, 'rules.rules[0].patterns[0] is null and should be string'],
  [{ patterns: [] }, 'rules.rules[0].patterns has too few items'],
  [{ examples: [] }, 'rules.rules[0].examples has too few items'],
  [{ counter: [] }, 'rules.rules[0].counter has too few items'],
  [{ level: 'loud' }, 'rules.rules[0].level is none of concern, consider, prompt'],
  [{ id: 'Wrong id' }, 'rules.rules[0].id does not look right: Wrong id'],
  [{ why: '' }, 'rules.rules[0].why is too short'],
  [{ colour: 'red' }, 'rules.rules[0] has an unknown colour'],
  [{ implicit: 'yes' }, 'rules.rules[0].implicit is string and should be boolean'],
  [{ id: 'vb.provoked' }, 'vb.provoked is there twice'],
  [{ id: 'rs.new', source: ['NOBODY'] }, 'rs.new: there is no source NOBODY'],
  [{ id: 'rs.new', patterns: ['a {b'] }, 'rs.new: this { is never closed, at character 3 of "a {b"'],
])('A rule with %j is refused', (change, problem) => {
  expect(problems(change)).toContain(problem)
})
