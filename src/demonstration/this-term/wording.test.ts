import { expect, test } from 'vitest'
import { type Decision, type Kind, readChange } from '#modules/practice-language/settings/overlay.ts'
import { rulesShown } from '#modules/practice-language/settings/rule-state.ts'
import { toOverlays } from '#modules/practice-language/settings/to-overlays.ts'
import { tryRule } from '#modules/practice-language/settings/try-rule.ts'
import { shippedRules } from '#modules/practice-language/shipped-rules.ts'
import { localDate } from '#platform/dates.ts'
import { makeDemonstrationWorld } from '../make-world.ts'
import { readPublished } from '../published-figures.ts'
import { organisationId } from '../setting.ts'

const today = localDate('2026-11-21')
const world = makeDemonstrationWorld({
  published: await readPublished('src/demonstration/published'),
  today,
  passphraseHash: '',
  without: [],
})

const decisionsOf = (borough: string): Decision[] =>
  world
    .rows('wording_overlay')
    .filter((row) => row.organisation_id === organisationId(borough))
    .map((row) => ({
      id: String(row.id),
      ruleId: row.rule_id,
      kind: row.kind as Kind, // one of them: asserted by what is skipped
      change: readChange(row.kind, row.change),
      reason: row.reason,
      starts: localDate(String(row.starts)),
      ends: row.ends == null ? null : localDate(String(row.ends)),
    }))

test.each(['Hackney', 'Newham'])('Every decision of %s can be used, and is in force', (borough) => {
  const decisions = decisionsOf(borough)
  expect(decisions.length).toBeGreaterThan(0)
  expect(toOverlays(shippedRules, decisions).skipped).toEqual([])
  for (const { starts, ends } of decisions) expect(starts <= today && (ends === null || ends > today)).toBe(true)
})

test('The own rule does what its sentences say', () => {
  const own = decisionsOf('Newham').flatMap(({ change }) => (change?.kind === 'own' ? [change.data] : []))
  expect(own).toHaveLength(1)
  for (const rule of own) expect(tryRule(shippedRules, { ...rule, id: 'own.tried', source: [] })).toEqual({})
})

test('Every answer is to a rule that the borough has', () => {
  const answers = world.rows('wording_answer')
  expect(answers.length).toBeGreaterThan(4)
  for (const { organisation_id, rule_id } of answers) {
    const borough = organisation_id === organisationId('Newham') ? 'Newham' : 'Hackney'
    expect(rulesShown(shippedRules, decisionsOf(borough)).map(({ id }) => id)).toContain(rule_id)
  }
  expect(world.rows('wording_offer').filter(({ outcome }) => outcome != null)).toHaveLength(1)
})
