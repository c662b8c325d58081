import type { Source } from './coverage.ts'
import type { FurtherMeasure, Measure } from './measure.ts'
import type { Unsaid } from './tally.ts'

/** What a measure is computed from, and what it is a part of. */
export type Needs = {
  readonly sources: readonly Source[]
  /** Definition v1 looks back a year in the census. */
  readonly yearBefore: boolean
  readonly saysUnaccompanied: boolean
  /** So many days after the quarter's last one something may still come that belongs to it. */
  readonly matures: number
  /** What it is a share of; null: nothing. */
  readonly base: Measure | FurtherMeasure | null
  /** What nobody knows of it: the sum of these, and of the first less the others where `unknownLess` is given. Empty: nothing can be unknown. */
  readonly unknown: readonly (Measure | FurtherMeasure | Unsaid)[]
  readonly unknownLess: readonly FurtherMeasure[]
}

const needs = (sources: readonly Source[], more: Partial<Omit<Needs, 'sources'>> = {}): Needs => ({
  sources,
  yearBefore: false,
  saysUnaccompanied: false,
  matures: 0,
  base: null,
  unknown: [],
  unknownLess: [],
  ...more,
})

const plan = { yearBefore: true, matures: 63 } as const
const care = { yearBefore: true, matures: 63, base: 'care_starts' } as const
const splitPlan = {
  ...plan,
  base: 'c_new_cp_plan_dv',
  unknown: ['c_new_cp_plan_dv'],
  unknownLess: ['c_first_plan', 'c_repeat_plan'],
} as const
const assessment = { base: 'assessments_authorised', unknown: ['assessments_without_factors'] } as const

/** Of every measure. The words for it stand in `meaning.ts`. */
export const whatItNeeds: Readonly<Record<Measure | FurtherMeasure, Needs>> = {
  referrals: needs(['cin']),
  referrals_no_further_action: needs(['cin'], { base: 'referrals', unknown: ['nfa_not_said'] }),
  re_referrals_12_months: needs(['cin'], { yearBefore: true, base: 'referrals' }),
  assessments_authorised: needs(['cin']),
  assessments_with_dv: needs(['cin'], assessment),
  cp_plan_starts: needs(['cin']),
  care_starts: needs(['care']),
  a_new_dv_at_referral: needs(['referral-flags'], { base: 'referrals', unknown: ['a_unknown', 'a_no_flag'] }),
  a_unknown: needs(['referral-flags'], { base: 'referrals' }),
  b_new_dv_after_assessment: needs(['cin'], { base: 'episodes_assessed', unknown: ['assessments_without_factors'] }),
  c_new_cp_plan_dv: needs(['cin'], { ...plan, base: 'cp_plan_starts', unknown: ['c_unknown'] }),
  c_unknown: needs(['cin'], { ...plan, base: 'cp_plan_starts' }),
  d_taken_into_care_dv: needs(['care', 'cin'], { ...care, unknown: ['d_unknown', 'd_not_in_cin'] }),
  d_unknown: needs(['care', 'cin'], care),
  // A later census may still bring the child.
  d_not_in_cin: needs(['care', 'cin'], care),
  b_newly_identified: needs(['cin', 'referral-flags'], { base: 'episodes_assessed', unknown: ['b_flag_unknown'] }),
  a_or_b: needs(['cin', 'referral-flags'], { unknown: ['a_unknown', 'a_no_flag', 'assessments_without_factors'] }),
  episodes_assessed: needs(['cin'], { unknown: ['assessments_without_factors'] }),
  c_first_plan: needs(['cin'], splitPlan),
  c_repeat_plan: needs(['cin'], splitPlan),
  d_unaccompanied: needs(['care'], { saysUnaccompanied: true, base: 'care_starts' }),
  re_referrals_dv: needs(['cin'], {
    yearBefore: true,
    base: 're_referrals_12_months',
    unknown: ['re_referrals_dv_unknown'],
  }),
  // 63 days, and 30 more until what was authorised has been written.
  referrals_dv_within_63_days: needs(['cin'], {
    matures: 93,
    base: 'referrals',
    unknown: ['referrals_within_63_days_unknown'],
  }),
  assessments_3a: needs(['cin'], assessment),
  assessments_3b: needs(['cin'], assessment),
  assessments_3c: needs(['cin'], assessment),
  assessments_without_factors: needs(['cin'], { base: 'assessments_authorised' }),
}
