import type { OwnName, OwnYear } from './own.ts'
import type { Published, PublishedFigure, PublishedName } from './published.ts'

/** What a test says of a year; everything else is not computable. */
export const ownYear = (year: number, said: Partial<Record<OwnName, number>>): OwnYear => {
  const why = { why: 'Not computable in this test.' }
  return {
    year,
    figures: {
      referrals: why,
      re_referrals: why,
      no_further_action: why,
      plan_starts: why,
      repeat_plans: why,
      episodes_with_factors: why,
      b: why,
      a_or_b: why,
      coded_3a: why,
      coded_3b: why,
      ...said,
    },
  }
}

/** Published figures by year, as a test says them. */
export const publishedOf = (years: Record<number, Partial<Record<PublishedName, PublishedFigure>>>): Published =>
  new Map(
    Object.entries(years).map(([year, figures]) => [
      Number(year),
      // Only the names of the type can be keys.
      new Map(Object.entries(figures) as [PublishedName, PublishedFigure][]),
    ]),
  )
