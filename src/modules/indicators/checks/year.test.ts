import { describe, expect, it } from 'vitest'
import { type CheckKey, checksSchema } from './check.ts'
import { ownYear, publishedOf } from './fixtures.ts'
import type { OwnName } from './own.ts'
import type { PublishedFigure, PublishedName } from './published.ts'
import { reasonWords } from './reasons.ts'
import { yearChecks } from './year.ts'

const check = (
  key: CheckKey,
  own: Partial<Record<OwnName, number>>,
  published: Partial<Record<PublishedName, PublishedFigure>>,
) => {
  const found = yearChecks(ownYear(2023, own), publishedOf({ 2023: published })).find((each) => each.key === key)
  if (found === undefined) throw new Error(`there is no check ${key}`)
  return found
}

describe('Counts of the same thing', () => {
  it.each([
    [1000, 1000, 'agrees', 0],
    [1030, 1000, 'agrees', 3],
    [1031, 1000, 'outside', 3.1],
    [970, 1000, 'agrees', -3],
    [969, 1000, 'outside', -3.1],
    // Of small numbers 5 more or less is no difference, whatever that is in per cent.
    [15, 10, 'agrees', 50],
    [16, 10, 'outside', 60],
    [5, 10, 'agrees', -50],
    [4, 10, 'outside', -60],
    [0, 0, 'agrees', 0],
    [6, 0, 'outside', null],
  ])('%i referrals against %i published: %s', (ours, theirs, within, perCent) => {
    expect(check('referrals', { referrals: ours }, { referral_count: theirs })).toMatchObject({
      within,
      perCent,
      ours,
      theirs: { kind: 'number', value: theirs },
      tolerance: '3 per cent, or 5 where that is more',
    })
  })

  it('too few has other reasons than too many, and what agrees needs none', () => {
    const of = (referrals: number) => check('referrals', { referrals }, { referral_count: 1000 }).reasons
    expect(of(1000)).toEqual([])
    expect(of(900)).toContain(reasonWords['file-incomplete'])
    expect(of(900)).not.toContain(reasonWords['ids-changed'])
    expect(of(1100)).toContain(reasonWords['ids-changed'])
    expect(of(1100)).not.toContain(reasonWords['file-incomplete'])
  })

  it('another year or authority is thought of only where figures are far apart', () => {
    const of = (referrals: number) => check('referrals', { referrals }, { referral_count: 1000 }).reasons
    expect(of(751)).not.toContain(reasonWords['other-file'])
    expect(of(750)).toContain(reasonWords['other-file'])
    expect(of(1250)).toContain(reasonWords['window-differs'])
  })

  it.each([
    ['re_referrals', 'rereferral_count', '5 per cent, or 5 where that is more'],
    ['no_further_action', 'no_further_action_count', '3 per cent, or 5 where that is more'],
    ['plan_starts', 'CPP_start', '3 per cent, or 5 where that is more'],
    ['repeat_plans', 'CPP_subsequent', '5 per cent, or 5 where that is more'],
    ['episodes_with_factors', 'Episodes_with_assessment_factor', '5 per cent, or 5 where that is more'],
  ] as const)('%s is held against %s, and has reasons both ways', (key, theirs, tolerance) => {
    expect(check(key, { [key]: 400 }, { [theirs]: 400 })).toMatchObject({ within: 'agrees', tolerance, reasons: [] })
    const [less, more] = [check(key, { [key]: 340 }, { [theirs]: 400 }), check(key, { [key]: 460 }, { [theirs]: 400 })]
    expect([less.within, more.within]).toEqual(['outside', 'outside'])
    expect(less.reasons.length).toBeGreaterThan(0)
    expect(more.reasons.length).toBeGreaterThan(0)
    expect(more.reasons).not.toEqual(less.reasons)
  })

  it('a figure of ours that is none says why, and is no zero', () => {
    const found = check('re_referrals', {}, { rereferral_count: 413 })
    expect(found).toMatchObject({ within: 'cannot be compared', ours: null, perCent: null, tolerance: null })
    expect(found.reasons).toEqual(['Not computable in this test.'])
  })
})

describe('Symbols', () => {
  it.each([
    [1, 'agrees', 0],
    [5, 'agrees', 0],
    [6, 'outside', 20],
    [0, 'outside', -100],
  ])('%i against c, 1 to 5: %s', (ours, within, perCent) => {
    const found = check('no_further_action', { no_further_action: ours }, { no_further_action_count: 'c' })
    expect(found).toMatchObject({ within, perCent, theirs: { kind: 'symbol', symbol: 'c' } })
    expect(found.reasons).toEqual(within === 'outside' ? [reasonWords['secondary-withheld']] : [])
  })

  it.each(['x', 'u', 'z', 'k', 'low', ':'] as const)('%s is no number, and nothing is compared with it', (symbol) => {
    const found = check('referrals', { referrals: 4148 }, { referral_count: symbol })
    expect(found).toMatchObject({ within: 'cannot be compared', ours: 4148, theirs: { kind: 'symbol', symbol } })
    expect(found.reasons[0]).toMatch(/^The Department gives no number here: /)
  })

  it('a figure that was not loaded is told from one that is withheld', () => {
    const found = check('plan_starts', { plan_starts: 258 }, { referral_count: 4148 })
    expect(found).toMatchObject({ within: 'cannot be compared', theirs: { kind: 'none', words: 'not loaded' } })
  })
})

const codes = (child: PublishedFigure, parent: PublishedFigure, person: PublishedFigure) => ({
  Domestic_Abuse_child: child,
  Domestic_Abuse_parent: parent,
  Domestic_Abuse_person: person,
})

describe('(b) and the three codes', () => {
  it('31 new cases where 200 episodes have 3B alone is outside, far below', () => {
    const found = check('b', { b: 31 }, codes(34, 200, 'c'))
    expect(found).toMatchObject({ within: 'outside', edge: null, perCent: -84.5 })
    expect(found.theirs).toEqual({ kind: 'range', low: 200, high: 239, words: '3A 34, 3B 200, 3C withheld (1 to 5)' })
    expect(found.reasons).toEqual(
      expect.arrayContaining([
        reasonWords['late-authorisation'],
        reasonWords['local-codes'],
        reasonWords['window-differs'],
        reasonWords['other-file'],
      ]),
    )
    expect(found.reasons).not.toContain(reasonWords['factors-summed'])
  })

  it('1,724 where all entries of three codes are 1,729 agrees at the upper edge, as entries summed would', () => {
    const found = check('b', { b: 1724 }, codes(162, 1486, 81))
    expect(found).toMatchObject({ within: 'agrees', edge: 'upper', perCent: 0 })
    expect(found.reasons).toEqual([reasonWords['factors-summed']])
  })

  it.each([
    [1600, 'agrees', null],
    [1486, 'agrees', 'lower'],
    // 3 per cent of 1,486 is 44.58; of 1,729 it is 51.87.
    [1442, 'agrees', 'lower'],
    [1441, 'outside', null],
    [1780, 'agrees', 'upper'],
    [1781, 'outside', null],
  ])('%i between 1,486 and 1,729: %s', (b, within, edge) => {
    expect(check('b', { b }, codes(162, 1486, 81))).toMatchObject({ within, edge })
  })

  it('more than all entries together is outside, and summed entries are the first reason', () => {
    const found = check('b', { b: 2000 }, codes(162, 1486, 81))
    expect(found).toMatchObject({ within: 'outside', perCent: 15.7 })
    expect(found.reasons[0]).toBe(reasonWords['factors-summed'])
  })

  it('without one of the codes there is no band', () => {
    expect(check('b', { b: 31 }, codes('x', 'x', 'x'))).toMatchObject({ within: 'cannot be compared', ours: 31 })
    expect(check('b', { b: 31 }, { Domestic_Abuse_child: 3 })).toMatchObject({ within: 'cannot be compared', ours: 31 })
  })

  it('codes of which all are withheld still bound it', () => {
    expect(check('b', { b: 12 }, codes('c', 'c', 'c'))).toMatchObject({ within: 'agrees' })
    const above = check('b', { b: 100 }, codes('c', 'c', 'c'))
    expect(above.within).toBe('outside')
    expect(above.reasons).toContain(reasonWords['secondary-withheld'])
    expect(check('b', { b: 31 }, codes(34, 200, 'c')).reasons).not.toContain(reasonWords['secondary-withheld'])
  })
})

describe('Cases against all referrals', () => {
  it('4,173 cases of 4,099 referrals is outside: (a) and (b) were added up', () => {
    const found = check('a_or_b', { a_or_b: 4173 }, { referral_count: 4099 })
    expect(found).toMatchObject({ within: 'outside', perCent: 1.8 })
    expect(found.theirs).toMatchObject({ kind: 'range', low: null, high: 4099 })
    expect(found.reasons[0]).toBe(reasonWords['added-up'])
  })

  it.each([
    [4099, 'agrees'],
    [4100, 'outside'],
    [0, 'agrees'],
  ])('%i of 4,099: %s, to the last case', (cases, within) => {
    expect(check('a_or_b', { a_or_b: cases }, { referral_count: 4099 })).toMatchObject({ within, edge: null })
  })

  it('c is no limit: it may be a larger number', () => {
    expect(check('a_or_b', { a_or_b: 3 }, { referral_count: 'c' }).within).toBe('cannot be compared')
  })
})

describe('A year of which nothing is loaded', () => {
  const reasonsOf = (loaded: readonly number[]) => {
    const published = publishedOf(Object.fromEntries(loaded.map((year) => [year, { referral_count: 4000 }])))
    const [first] = yearChecks(ownYear(2025, { referrals: 10 }), published)
    expect(first).toMatchObject({ key: 'year', within: 'cannot be compared', year: 2025 })
    return first?.reasons
  }
  const missing =
    'The Department’s figures of your authority for 2024-25 have not been loaded: whoever runs Throughline can load them.'

  it('says who can load it', () => {
    expect(reasonsOf([])).toEqual([missing])
  })

  it('says that the files are newer than what is published here', () => {
    expect(reasonsOf([2023, 2024])).toEqual([
      missing,
      'The latest that are loaded are those for 2023-24: the files are newer than what is published here.',
    ])
  })

  it('says which years there are where the files are older', () => {
    expect(reasonsOf([2026])?.[1]).toBe('There are figures for other years, up to 2025-26.')
  })
})

it('What is kept with a version can be read back', () => {
  const checks = yearChecks(
    ownYear(2023, { referrals: 10, b: 31, coded_3a: 3, coded_3b: 90 }),
    publishedOf({ 2022: codes('x', 'c', ':'), 2023: { referral_count: 'x', ...codes(34, 200, 'c') } }),
  )
  expect(checksSchema.parse(JSON.parse(JSON.stringify(checks)))).toEqual(checks)
  expect(checks).toHaveLength(9)
})
