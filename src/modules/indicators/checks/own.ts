import { whyWords } from '../definition/coverage.ts'
import type { Figures } from '../definition/figures-shape.ts'
import type { FurtherMeasure, Measure } from '../definition/measure.ts'
import { censusYearOf } from '../definition/quarter.ts'
import type { Stack } from '../definition/stack.ts'
import { dayOf } from '../readers/extract.ts'

/** The figures of a borough that can be held against published ones, and the measure that each is. */
const measureOf = {
  referrals: 'referrals',
  re_referrals: 're_referrals_12_months',
  no_further_action: 'referrals_no_further_action',
  plan_starts: 'cp_plan_starts',
  episodes_with_factors: 'episodes_assessed',
  b: 'b_new_dv_after_assessment',
  a_or_b: 'a_or_b',
  coded_3a: 'assessments_3a',
  coded_3b: 'assessments_3b',
} as const satisfies Record<string, Measure | FurtherMeasure>

export type OwnName = keyof typeof measureOf | 'repeat_plans'

/** A number of events, or the sentence why there is none. */
export type Own = number | { readonly why: string }

/** A borough's own figures of the year that ends on 31 March. */
export type OwnYear = { readonly year: number; readonly figures: Readonly<Record<OwnName, Own>> }

// The names are those of the list, each once.
const namesOf = Object.keys(measureOf) as (keyof typeof measureOf)[]

const notWhole = 'The files cover only a part of this year. Add a children in need return that reaches its 31 March.'

const noRepeats = 'No plan says how many there were before it (NumberOfPreviousCPP).'

/** Plans with another before them, by the year in which they started; null where no plan of the year says. */
const repeatPlansOf = ({
  children,
}: Pick<Stack, 'children'>): ReadonlyMap<number, { said: number; repeat: number }> => {
  const years = new Map<number, { said: number; repeat: number }>()
  for (const { episodes } of children.values()) {
    for (const { started, previous } of episodes.flatMap(({ plans }) => plans)) {
      if (previous === null) continue
      const year = censusYearOf(started)
      const known = years.get(year) ?? { said: 0, repeat: 0 }
      years.set(year, { said: known.said + 1, repeat: known.repeat + (previous > 0 ? 1 : 0) })
    }
  }
  return years
}

const yearsOf = ({ covered }: Figures): number[] => {
  const years = new Set<number>()
  for (const { first, last } of covered.cin) {
    const [from, to] = [dayOf(first), dayOf(last)]
    if (from === null || to === null) continue
    for (let year = censusYearOf(from); year <= censusYearOf(to); year += 1) years.add(year)
  }
  return [...years].sort((a, b) => a - b)
}

/** The years that the census covers, wholly or in part, the earliest first. */
export const ownYears = (figures: Figures, stack: Pick<Stack, 'children'>): readonly OwnYear[] => {
  const repeats = repeatPlansOf(stack)
  return yearsOf(figures).map((year) => {
    const found = figures.years.find(({ endsWith }) => endsWith === `${year - 1}-Q4`)
    const ownOf = (measure: Measure | FurtherMeasure): Own => {
      const figure = found?.measures[measure]
      if (figure === undefined) return { why: notWhole }
      return figure.status === 'counted' ? figure.events : { why: whyWords(figure.why) }
    }
    const starts = ownOf('cp_plan_starts')
    const repeat = repeats.get(year)
    const repeatPlans =
      typeof starts !== 'number' ? starts : (repeat?.repeat ?? (starts === 0 ? 0 : { why: noRepeats }))
    const own = namesOf.map((name) => [name, ownOf(measureOf[name])] as const)
    // Every name of the list, and the one that is counted here.
    const all = Object.fromEntries([...own, ['repeat_plans', repeatPlans] as const]) as Record<OwnName, Own>
    return { year, figures: all }
  })
}
