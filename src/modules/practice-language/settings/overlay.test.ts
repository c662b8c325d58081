import { expect, test } from 'vitest'
import { isWebAddress, ownRuleId, readChange } from './overlay.ts'

const own = {
  category: 'label',
  level: 'consider',
  who: 'any',
  patterns: ['chaotic household'],
  except: [],
  why: 'It says nothing.',
  reframe: 'What happens there?',
  source: { title: 'Our guidance' },
  examples: ['A chaotic household.'],
  counter: ['A household.'],
}

test('A change is read as its kind has it', () => {
  expect(readChange('off', {})).toEqual({ kind: 'off', data: {} })
  expect(readChange('level', { level: 'prompt' })).toEqual({ kind: 'level', data: { level: 'prompt' } })
  expect(readChange('own', own)).toEqual({ kind: 'own', data: own })
})

test.each([
  ['a kind that there is not', 'score', {}],
  ['a level that there is not', 'level', { level: 'forbidden' }],
  ['more than belongs to it', 'off', { text: 'of a family' }],
  ['a rule without a counter-example', 'own', { ...own, counter: [] }],
  ['an address that runs a script', 'link', { title: 'Ours', url: 'javascript:alert(1)' }],
  ['nothing', 'level', null],
])('What is kept wrongly is not read: %s', (_what, kind, data) => {
  expect(readChange(kind, data)).toBeNull()
})

test.each([
  ['https://hackney.gov.example/language', true],
  ['http://hackney.gov.example/language', false],
  ['https://intranet', false],
  ['https://name:word@hackney.gov.example', false],
  ['https://name@hackney.gov.example', false],
  ['javascript:alert(1)//https://hackney.gov.example', false],
  ['https://hackney.gov.example/a page', false],
])('An address that a reader can follow: %s is %s', (address, expected) => {
  expect(isWebAddress(address)).toBe(expected)
})

test('The id of an own rule comes from its name', () => {
  expect(ownRuleId('Chaotic household')).toBe('own.chaotic-household')
  expect(ownRuleId('  “Café” talk!  ')).toBe('own.cafe-talk')
  expect(ownRuleId('x'.repeat(100))).toHaveLength(64)
})
