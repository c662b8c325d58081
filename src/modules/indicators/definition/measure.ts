/**
 * What is counted in a quarter by definition set v1, under the names that `bin/throughline indicators` prints. The words for pages, the base, the sources and
 * the caveats of each stand in `meaning.ts`.
 */
export const measures = [
  'referrals',
  'referrals_no_further_action',
  're_referrals_12_months',
  'assessments_authorised',
  'assessments_with_dv',
  'cp_plan_starts',
  'care_starts',
  'a_new_dv_at_referral',
  'a_unknown',
  'b_new_dv_after_assessment',
  'c_new_cp_plan_dv',
  'c_unknown',
  'd_taken_into_care_dv',
  'd_unknown',
  'd_not_in_cin',
] as const
export type Measure = (typeof measures)[number]

/** What is shown beside them; not in the command's JSON of v1. */
export const furtherMeasures = [
  /** (b) without episodes already marked Y in (a) on the same referral. */
  'b_newly_identified',
  /** Episodes that are in (a) or (b) in the quarter: what the sum of both would count twice. */
  'a_or_b',
  /** Episodes with any authorised assessment with factors whose first such assessment lies in the quarter: the base of (b). */
  'episodes_assessed',
  /** (c) split: NumberOfPreviousCPP 0, above 0; not said counts in neither. */
  'c_first_plan',
  'c_repeat_plan',
  /** (d): unaccompanied asylum-seeking children among the care starts. */
  'd_unaccompanied',
  /** Re-referrals whose earlier episode had a domestic abuse factor. */
  're_referrals_dv',
  /** Referrals of the quarter with domestic abuse at an assessment authorised within 63 days of the referral. */
  'referrals_dv_within_63_days',
  /** Authorised assessments with each code, for the panel on recording. */
  'assessments_3a',
  'assessments_3b',
  'assessments_3c',
  /** Authorised assessments without any known factor: rule 8897Q. */
  'assessments_without_factors',
] as const
export type FurtherMeasure = (typeof furtherMeasures)[number]

/** What leaves a borough, in rolling twelve months: the measures, and what (b) is a share of. */
export const releasedMeasures = [...measures, 'episodes_assessed'] as const
export type ReleasedMeasure = (typeof releasedMeasures)[number]

/** Events, and the distinct children they concern. */
export type Count = readonly [events: number, children: number]

/** '2024-Q1' is April to June 2024. Absent means zero. */
export type QuarterName = `${number}-Q${1 | 2 | 3 | 4}`
export type QuarterFigures = Readonly<
  Partial<Record<QuarterName, Readonly<Partial<Record<Measure | FurtherMeasure, Count>>>>>
>
