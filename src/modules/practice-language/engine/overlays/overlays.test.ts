import { describe, expect, test } from 'vitest'
import { shippedRules as rules } from '../../shipped-rules.ts'
import { makeChecker, type Overlay, overlayProblems } from '../index.ts'

const ids = (overlays: readonly Overlay[], text: string) =>
  makeChecker({ rules, overlays })
    .check(text, { levels: ['concern', 'consider', 'prompt'], documentChecks: false })
    .filter(({ suppressed }) => !suppressed)
    .map(({ ruleId, level }) => `${ruleId} ${level}`)

const overlay = (...entries: Overlay['rules']): Overlay => ({ name: 'Riverside', rules: entries })
const protect = 'Mum failed to protect Ella.'

test('A rule is switched off, on again, and made graver or lighter, in the order of the overlays', () => {
  const off = overlay({ extends: 'rs.failed-to-protect', disabled: true })
  const on = overlay({ extends: 'rs.failed-to-protect', disabled: false, level: 'prompt' })
  expect(ids([], protect)).toEqual(['rs.failed-to-protect concern'])
  expect(ids([off], protect)).toEqual([])
  expect(ids([off, on], protect)).toEqual(['rs.failed-to-protect prompt'])
  expect(ids([on, off], protect)).toEqual([])
})

test('Patterns are added and taken away, and exceptions are added', () => {
  const added = overlay({ extends: 'rs.failed-to-protect', 'patterns+': ['{dropped|drops} her guard'] })
  expect(ids([added], 'Mum dropped her guard.')).toEqual(['rs.failed-to-protect concern'])
  expect(ids([added], protect)).toEqual(['rs.failed-to-protect concern'])
  const [pattern = ''] = rules.rules.find(({ id }) => id === 'rs.failed-to-protect')?.patterns ?? []
  expect(
    ids(
      [added, overlay({ extends: 'rs.failed-to-protect', 'patterns-': [pattern, '{dropped|drops} her guard'] })],
      protect,
    ),
  ).toEqual([])
  expect(ids([overlay({ extends: 'rs.failed-to-protect', 'except+': ['protect Ella'] })], protect)).toEqual([])
})

test("A rule of one's own counts like the others, and a later overlay may change it", () => {
  const own = overlay({
    ...{ id: 'riverside.step-up', category: 'responsibility_on_survivor', level: 'consider' },
    ...{ patterns: ['step up as a {mum|mother}'], why: 'Ours.', reframe: 'Say what he does.' },
  })
  expect(ids([own], 'She needs to step up as a mum.')).toEqual(['riverside.step-up consider'])
  expect(
    ids([own, overlay({ extends: 'riverside.step-up', level: 'concern' })], 'She should step up as a mother.'),
  ).toEqual(['riverside.step-up concern'])
})

test("Guidance of one's own stands beside the source of what the overlay changes", () => {
  const guidance = { title: 'Riverside writing guide', url: 'https://example.org/guide' }
  const checker = makeChecker({ rules, overlays: [{ ...overlay({ extends: 'rs.failed-to-protect' }), guidance }] })
  const [finding] = checker.check(protect)
  expect(finding?.source.map((key) => checker.sources[key]?.title)).toContain('Riverside writing guide')
  expect(checker.rules.find(({ id }) => id === 'vb.provoked')?.source).not.toContain('LOCAL: Riverside')
})

test('Document checks can be switched off and made graver', () => {
  const text = rules.documents[0]?.examples[0] ?? ''
  const documents = (overlays: readonly Overlay[]) =>
    makeChecker({ rules, overlays })
      .check(text, { documentChecks: true })
      .filter(({ ruleId }) => ruleId === 'doc.perpetrator-never-acts')
      .map(({ level }) => level)
  expect(documents([])).toEqual(['prompt'])
  expect(documents([overlay({ extends: 'doc.perpetrator-never-acts', level: 'concern' })])).toEqual(['concern'])
  expect(documents([overlay({ extends: 'doc.perpetrator-never-acts', disabled: true })])).toEqual([])
})

test('The rules that were given stay as they were', () => {
  const before = JSON.stringify(rules)
  makeChecker({
    rules,
    overlays: [overlay({ extends: 'vb.provoked', 'patterns+': ['asked for it'], level: 'prompt' })],
  })
  expect(JSON.stringify(rules)).toBe(before)
})

describe('What is wrong with an overlay is said', () => {
  const own = { id: 'x.y', category: 'label', level: 'concern', patterns: ['tit'], why: 'Why', reframe: 'How' }
  test.each([
    [null, 'An overlay has a name and a list of rules'],
    [{ rules: [] }, 'overlay: "name" is missing'],
    [{ name: 'A', rules: {} }, 'overlay: "rules" must be a list'],
    [{ name: 'A', rules: [null] }, 'rule 1: must have an id, or the id of the rule that it extends'],
    [{ name: 'A', rules: [{ extends: 'rs.nowhere' }] }, '"rs.nowhere": there is no rule of that id to extend'],
    [
      { name: 'A', rules: [{ extends: 'vb.provoked', level: 'loud' }] },
      'vb.provoked: "level" must be one of concern, consider, prompt',
    ],
    [{ name: 'A', rules: [{ extends: 'vb.provoked', pattern: ['a'] }] }, 'vb.provoked: "pattern" has no meaning here'],
    [
      { name: 'A', rules: [{ extends: 'vb.provoked', 'patterns+': ['{a'] }] },
      'vb.provoked: this { is never closed, at character 1 of "{a"',
    ],
    [
      { name: 'A', rules: [{ extends: 'vb.provoked', 'patterns+': [null] }] },
      'vb.provoked: "patterns+" must be a list of words',
    ],
    [
      { name: 'A', rules: [{ extends: 'vb.provoked', 'patterns-': ['zzz'] }] },
      'vb.provoked: "patterns-" names a pattern that the rule does not have: "zzz"',
    ],
    [
      { name: 'A', rules: [{ ...own, id: 'vb.provoked' }] },
      'vb.provoked: there is a rule of that id already; to change it, say "extends: vb.provoked"',
    ],
    [{ name: 'A', rules: [{ ...own, patterns: [] }] }, 'x.y: "patterns" must hold one pattern at least'],
    [{ name: 'A', rules: [{ ...own, source: ['NOBODY'] }] }, 'x.y: there is no source "NOBODY"'],
    [{ name: 'A', rules: [{ ...own, why: undefined }] }, 'x.y: "why" must be words'],
    [
      { name: 'A', guidance: { url: 'javascript:x', title: 'T' }, rules: [] },
      'guidance: "url" must be an address that begins with https://',
    ],
  ])('%j', (value, problem) => {
    expect(overlayProblems(value, rules)).toContain(problem)
  })

  test('and it is refused as a whole', () => {
    const wrong = overlay({ extends: 'rs.nowhere' }, { extends: 'vb.provoked', 'patterns+': ['{a'] })
    expect(() => makeChecker({ rules, overlays: [wrong] })).toThrow(
      /"Riverside" cannot be used\..*rs\.nowhere.*never closed/,
    )
    expect(overlayProblems(overlay({ extends: 'vb.provoked' }), rules)).toEqual([])
  })
})
