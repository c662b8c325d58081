import { expect, test } from 'vitest'
import { shippedRules } from '../shipped-rules.ts'
import { tryRule } from './try-rule.ts'

const rule = {
  id: 'own.tried',
  category: 'label',
  level: 'prompt',
  who: 'any',
  patterns: ['chaotic {household|home}'],
  except: ['chaotic household budget'],
  why: 'It says nothing.',
  reframe: 'What happens there?',
  source: [],
  examples: ['Mum runs a chaotic household.'],
  counter: ['We talked about a chaotic household budget.', 'The school described it as “a chaotic home”.'],
} as const

const tried = (over: object) => tryRule(shippedRules, { ...rule, ...over })

test('A rule whose examples are marked and whose counter-examples are not has no problem', () => {
  expect(tried({})).toEqual({})
})

test('A pattern that cannot be read is a problem of the patterns, and named', () => {
  const { patterns, ...rest } = tried({ patterns: ['chaotic home', 'chaotic {household|home'] })
  expect(patterns).toMatch(/^“chaotic {household\|home” cannot be read: /)
  expect(rest).toEqual({})
  expect(tried({ patterns: ['<no-such-list> home'] }).patterns).toContain('<no-such-list>')
})

test('What is let pass is read as well', () => {
  expect(tried({ except: ['{'] })).toHaveProperty('except')
})

test('An example that is not marked is a problem of the examples', () => {
  expect(tried({ examples: ['A chaotic home.', 'A tidy home.'] })).toEqual({
    examples: '“A tidy home.” would not be marked: none of the words to mark is in it',
  })
})

test('An example that is marked and let pass says why', () => {
  expect(tried({ examples: ['The school wrote “a chaotic home”.'] }).examples).toMatch(/would be let pass: .+/)
})

test('A counter-example that is marked is a problem of the counter-examples', () => {
  expect(tried({ counter: ['A chaotic home.'] })).toEqual({
    counter: '“A chaotic home.” would be marked, and must not be',
  })
})

test('Every rule that is shipped passes the same test', () => {
  const failing = shippedRules.rules.filter((each) => Object.keys(tryRule(shippedRules, each)).length > 0)
  expect(shippedRules.rules.length).toBeGreaterThan(90)
  expect(failing.map(({ id }) => id)).toEqual([])
})
