import { expect, test } from 'vitest'
import { meanings } from './meaning.ts'
import { furtherMeasures, type Measure, measures } from './measure.ts'
import { whatItNeeds } from './needs.ts'

const all = [...measures, ...furtherMeasures]

test('What is said of a measure is what is computed: its base, what is unknown, when it is mature', () => {
  for (const name of all) {
    const { base, unknown, maturity, sources, better } = meanings[name]
    const needs = whatItNeeds[name]
    expect(base, name).toBe(needs.base === null ? null : meanings[needs.base].name)
    expect(unknown === null, name).toBe(needs.unknown.length === 0)
    expect(maturity, name).toMatch(needs.matures === 0 ? /^As soon as/ : new RegExp(`^${needs.matures} days after`))
    if (needs.sources.includes('cin')) expect(sources, name).toMatch(/children in need census/i)
    if (needs.sources.includes('care')) expect(sources, name).toMatch(/SSDA903.*list 8/)
    if (needs.sources.includes('referral-flags')) expect(sources, name).toMatch(/referral flags/)
    if (/unknown|not_in_cin|without/.test(name)) expect(better, name).toBe('lower')
  }
})

test('More cases identified is neither better nor worse, and every figure of domestic abuse says that it is what was recorded', () => {
  const identified = [
    'a_new_dv_at_referral',
    'b_new_dv_after_assessment',
    'c_new_cp_plan_dv',
    'd_taken_into_care_dv',
  ] as const
  expect(identified.map((name: Measure) => meanings[name].better)).toEqual(['neutral', 'neutral', 'lower', 'lower'])
  for (const name of identified)
    expect(meanings[name].caveats.join(' '), name).toContain('not how much domestic abuse there is')
})

test('Every sentence is one, and no name is used twice', () => {
  expect(new Set(all.map((name) => meanings[name].name)).size).toBe(all.length)
  for (const name of all) {
    const { counted, unknown, maturity, caveats } = meanings[name]
    expect(caveats.length, name).toBeGreaterThan(0)
    for (const sentence of [counted, unknown ?? 'None.', maturity, ...caveats])
      expect(sentence, name).toMatch(/^[A-Z0-9].+[.]$/)
  }
})
