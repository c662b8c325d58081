import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Check, CheckKey } from './check.ts'
import { ownYear } from './fixtures.ts'
import type { OwnName } from './own.ts'
import type { Published, PublishedFigure, PublishedName, PublishedSource } from './published.ts'
import { type FigureLine, readPublishedFile } from './published-files/read-file.ts'
import { reasonWords } from './reasons.ts'
import { yearChecks } from './year.ts'

// The Department's own files (Open Government Licence) are no part of the project; they lie beside it where it is developed.
const folder = join(import.meta.dirname, '../../../../..', 'shared', 'data/returns/published')
const isThere = existsSync(folder)
if (!isThere)
  process.stderr.write(
    `SKIPPED: the Department’s files are not in ${folder}, so that nothing was checked against them.\n`,
  )

describe.skipIf(!isThere)('The Department’s own files', () => {
  const found: Partial<Record<PublishedSource, readonly FigureLine[]>> = {}
  beforeAll(async () => {
    for (const source of ['c1', 'c3', 'd3'] as const) {
      const file = await readPublishedFile(join(folder, `${source}-to-2024.csv`))
      expect(file).toMatchObject({ source, withoutCode: 0, empty: 0 })
      found[source] = file.lines
    }
  })

  const all = () => Object.values(found).flat()
  const publishedOf = (code: string): Published => {
    const years = new Map<number, Map<PublishedName, PublishedFigure>>()
    for (const { authorityCode, year, name, figure } of all()) {
      if (authorityCode !== code) continue
      const own = years.get(year) ?? new Map<PublishedName, PublishedFigure>()
      // The reader gives the names of `published.ts` only.
      years.set(year, own.set(name as PublishedName, figure))
    }
    return years
  }
  const check = (code: string, key: CheckKey, own: Partial<Record<OwnName, number>>, year = 2023): Check => {
    const is = yearChecks(ownYear(year, own), publishedOf(code)).find((each) => each.key === key)
    if (is === undefined) throw new Error(`there is no check ${key}`)
    return is
  }
  const [hackney, fulham, newham, redbridge] = ['204', '205', '316', '317'] as const

  it('are read whole: 158 authorities, seven years, every figure or its symbol', () => {
    expect(new Set(all().map(({ authorityCode }) => authorityCode)).size).toBe(158)
    expect([...new Set(all().map(({ year }) => year))].toSorted()).toEqual([2018, 2019, 2020, 2021, 2022, 2023, 2024])
    expect([found.c1?.length, found.c3?.length, found.d3?.length]).toEqual([1063 * 5, 1063 * 4, 1063 * 2])
    expect(all().filter(({ figure }) => typeof figure === 'number' && figure >= 1 && figure <= 5)).toEqual([])
  })

  it('hold Hackney’s 2023, and say x for the two years that it made no return', () => {
    const published = publishedOf(hackney)
    expect(Object.fromEntries(published.get(2023) ?? [])).toMatchObject({
      referral_count: 4148,
      rereferral_count: 413,
      no_further_action_count: 249,
      Episodes_with_assessment_factor: 3281,
      Domestic_Abuse_child: 20,
      Domestic_Abuse_parent: 776,
      Domestic_Abuse_person: 119,
      CPP_start: 258,
      CPP_subsequent: 44,
    })
    for (const year of [2021, 2022]) {
      expect(new Set(published.get(year)?.values())).toEqual(new Set(['x']))
      const checks = yearChecks(ownYear(year, { referrals: 4000, b: 900 }), published)
      expect(checks.filter(({ within }) => within !== 'cannot be compared')).toEqual([])
    }
  })

  it('agree with a Hackney that counts as the Department does', () => {
    const checks = yearChecks(
      ownYear(2023, {
        referrals: 4150,
        re_referrals: 420,
        no_further_action: 249,
        plan_starts: 256,
        repeat_plans: 44,
        episodes_with_factors: 3300,
        b: 850,
      }),
      publishedOf(hackney),
    )
    const agreeing = checks.filter(({ within }) => within === 'agrees').map(({ key }) => key)
    expect(agreeing).toEqual([
      'referrals',
      're_referrals',
      'no_further_action',
      'plan_starts',
      'repeat_plans',
      'episodes_with_factors',
      'b',
    ])
  })

  it('show how Hackney’s use of 3A fell', () => {
    expect(check(hackney, 'coding', { coded_3a: 20, coded_3b: 776 })).toMatchObject({
      within: 'outside',
      ours: 2.6,
      theirs: { low: 21.5, high: 52.1 },
    })
    expect(check(hackney, 'coding', { coded_3a: 11, coded_3b: 823 }, 2025)).toMatchObject({
      within: 'agrees',
      ours: 1.3,
    })
  })

  it('put the published report’s 31 of Hammersmith and Fulham outside', () => {
    const found = check(fulham, 'b', { b: 31 })
    expect(found).toMatchObject({ within: 'outside', theirs: { low: 200, high: 239 } })
  })

  it('put its 1,724 of Newham at the upper edge, where entries summed would lie', () => {
    const found = check(newham, 'b', { b: 1724 })
    expect(found).toMatchObject({ within: 'agrees', edge: 'upper', theirs: { low: 1486, high: 1729 } })
    expect(found.reasons).toEqual([reasonWords['factors-summed']])
  })

  it('put its 4,173 cases of Redbridge above all 4,099 referrals', () => {
    const found = check(redbridge, 'a_or_b', { a_or_b: 4173 })
    expect(found).toMatchObject({ within: 'outside', theirs: { high: 4099 } })
    expect(found.reasons[0]).toBe(reasonWords['added-up'])
  })

  it('say of 2024-25 that they end a year before it', () => {
    expect(yearChecks(ownYear(2025, { referrals: 4000 }), publishedOf(hackney))[0]?.reasons[1]).toMatch(/2023-24/)
  })
})
