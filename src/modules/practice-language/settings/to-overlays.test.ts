import { expect, test } from 'vitest'
import { localDate } from '#platform/dates.ts'
import { makeChecker } from '../engine/index.ts'
import { shippedRules } from '../shipped-rules.ts'
import type { Change, Decision } from './overlay.ts'
import { rulesShown } from './rule-state.ts'
import { toOverlays } from './to-overlays.ts'

const decision = (ruleId: string, kind: Decision['kind'], data: unknown): Decision => ({
  id: `${ruleId} ${kind}`,
  ruleId,
  kind,
  change: data === null ? null : ({ kind, data } as Change), // what a test needs of any kind
  reason: 'Because',
  starts: localDate('2026-01-01'),
  ends: null,
})

const own = {
  category: 'mutualising',
  level: 'concern',
  who: 'any',
  patterns: ['tumultuous household'],
  except: [],
  why: 'It says nothing.',
  reframe: 'What happens there?',
  source: { title: 'Our guidance', url: 'https://ours.gov.example' },
  examples: ['A tumultuous household.'],
  counter: ['A household.'],
}

const checked = (decisions: readonly Decision[], text: string) => {
  const { overlays } = toOverlays(shippedRules, decisions)
  return makeChecker({ rules: shippedRules, overlays })
    .check(text)
    .filter(({ suppressed }) => !suppressed)
}

test('A rule that is switched off is silent, and the others go on', () => {
  const off = [decision('mu.da-between', 'off', {})]
  const text = 'Domestic violence between the parents. Mum needs to stop letting dad into the flat.'
  const ids = (decisions: readonly Decision[]) => checked(decisions, text).map(({ ruleId }) => ruleId)
  expect(ids([])).toEqual(expect.arrayContaining(['mu.da-between', 'rs.stop-letting-in']))
  expect(ids(off)).not.toContain('mu.da-between')
  expect(ids(off)).toContain('rs.stop-letting-in')
})

test('Words are added and let pass, a level changes, an own rule is there', () => {
  const words = { patterns: ['lively rows'], except: ['boundary dispute'], examples: [], counter: [] }
  const decisions = [
    decision('mu.couple-argue', 'words', words),
    decision('mu.couple-argue', 'level', { level: 'consider' }),
    decision('own.tumultuous', 'own', own),
  ]
  expect(checked(decisions, 'They have lively rows. It is a tumultuous household.')).toMatchObject([
    { ruleId: 'mu.couple-argue', level: 'consider' },
    { ruleId: 'own.tumultuous', level: 'concern', phrase: 'tumultuous household' },
  ])
})

test('A borough’s guidance stands beside the sources of every rule of its category, an own one too', () => {
  const link = { title: 'Our practice standards', url: 'https://ours.gov.example/standards' }
  const decisions = [decision('mutualising', 'link', link), decision('own.tumultuous', 'own', own)]
  const checker = makeChecker({ rules: shippedRules, overlays: toOverlays(shippedRules, decisions).overlays })
  const titles = (text: string) =>
    checker.check(text).flatMap(({ source }) => source.map((key) => checker.sources[key]?.title))
  expect(titles('Domestic violence between the parents.')).toContain('Our practice standards')
  expect(titles('A tumultuous household.')).toEqual(['Our guidance', 'Our practice standards'])
  expect(titles('Mum needs to stop letting dad into the flat.')).not.toContain('Our practice standards')
})

test.each([
  ['is not kept as it has to be', decision('mu.da-between', 'level', null), /not kept as it has to be/],
  ['names a rule that is gone', decision('mu.gone', 'off', {}), /no rule of that id/],
  [
    'names a category that there is not',
    decision('gone', 'link', { title: 'x', url: 'https://x.example' }),
    /not kept/,
  ],
  [
    'has words that cannot be read',
    decision('mu.couple-argue', 'words', { patterns: ['{'], except: [], examples: [], counter: [] }),
    /\{/,
  ],
  ['has the id of a rule that is shipped', decision('mu.da-between', 'own', own), /already/],
])('A decision that %s is skipped and named, and checking goes on', (_what, bad, why) => {
  const good = decision('rs.stop-letting-in', 'off', {})
  const { overlays, skipped, used } = toOverlays(shippedRules, [bad, good])
  expect(skipped).toMatchObject([{ decision: bad }])
  expect(skipped[0]?.why).toMatch(why)
  expect(used).toEqual([good])
  expect(makeChecker({ rules: shippedRules, overlays }).check('They argue.')).toBeDefined()
})

test('The list of rules has each as the borough has it', () => {
  const decisions = [
    decision('mu.da-between', 'off', {}),
    decision('mu.couple-argue', 'level', { level: 'prompt' }),
    decision('own.tumultuous', 'own', own),
  ]
  const rules = rulesShown(shippedRules, decisions)
  const states = (state: string) => rules.filter((rule) => rule.state === state).map(({ id }) => id)
  expect(states('switched off')).toEqual(['mu.da-between'])
  expect(states('changed')).toEqual(['mu.couple-argue'])
  expect(states('own')).toEqual(['own.tumultuous'])
  expect(rules.find(({ id }) => id === 'mu.couple-argue')?.level).toBe('prompt')
  expect(rules).toHaveLength(shippedRules.rules.length + shippedRules.documents.length + 7 + 1)
})
