import type { Meaning } from './meaning.ts'
import * as say from './meaning-words.ts'
import type { Measure } from './measure.ts'

const plain: Pick<Meaning, 'sources' | 'unknown' | 'maturity' | 'better'> = {
  sources: say.census,
  unknown: null,
  maturity: say.atOnce,
  better: 'neutral',
}

const numbersOfWork: Readonly<
  Record<
    'referrals' | 'assessments_authorised' | 'cp_plan_starts' | 'care_starts' | 'referrals_no_further_action',
    Meaning
  >
> = {
  referrals: {
    ...plain,
    name: 'Referrals',
    counted: 'Referrals of a child, by the day of the referral. The same child and day is one referral.',
    base: null,
    caveats: [say.siblings, say.stableId],
  },
  referrals_no_further_action: {
    ...plain,
    name: 'Referrals that ended in no further action',
    counted: 'Referrals marked as no further action, by the day of the referral.',
    base: 'Referrals',
    unknown: 'Referrals of which the census does not say whether there was further action.',
    caveats: [say.siblings, say.stableId],
  },
  assessments_authorised: {
    ...plain,
    name: 'Assessments authorised',
    counted: 'Assessments of a child, by the day on which they were authorised. Open assessments do not count.',
    base: null,
    caveats: [say.siblings, say.stableId],
  },
  cp_plan_starts: {
    ...plain,
    name: 'Child protection plans that started',
    counted: 'Child protection plans, by the day on which they started.',
    base: null,
    caveats: [say.siblings, say.stableId],
  },
  care_starts: {
    ...plain,
    name: 'Children taken into care',
    counted:
      'Starts of being looked after, by their day. Series of short breaks (legal status V3 and V4) do not count.',
    base: null,
    sources: 'SSDA903 return (episodes of care), or list 8 of Annex A where there is no return',
    caveats: [say.siblings, say.stableId, say.listEight],
  },
}

const identified: Readonly<
  Record<'assessments_with_dv' | 'a_new_dv_at_referral' | 'a_unknown' | 'b_new_dv_after_assessment', Meaning>
> = {
  assessments_with_dv: {
    ...plain,
    name: 'Assessments with domestic abuse',
    counted: 'Authorised assessments with a factor of domestic abuse, by the day on which they were authorised.',
    base: 'Assessments authorised',
    unknown: say.withoutFactors,
    caveats: [say.recorded, say.throughput, say.oneOfThree, say.siblings],
  },
  a_new_dv_at_referral: {
    ...plain,
    name: 'New cases in which domestic abuse was identified at referral',
    counted: 'Referrals that the borough flags as domestic abuse, by the day of the referral.',
    base: 'Referrals',
    sources: `${say.flagSource}; children in need census for the base`,
    unknown: say.rowsUnknown,
    caveats: [say.recorded, say.flagHabit, say.siblings, say.stableId],
  },
  a_unknown: {
    ...plain,
    name: 'Referrals of which the flag says neither yes nor no',
    counted:
      'Rows of the borough’s file whose flag is empty or is neither of its words for yes and no, by the day of the referral.',
    base: 'Referrals',
    sources: say.flagSource,
    caveats: [say.flagHabit],
    better: 'lower',
  },
  b_new_dv_after_assessment: {
    ...plain,
    name: 'New cases in which domestic abuse was identified after assessment',
    counted:
      'Episodes of need, by the day on which the first of their assessments with a factor of domestic abuse was authorised. Each episode counts once.',
    base: 'Episodes of need with an authorised assessment that has factors',
    unknown: say.withoutFactors,
    caveats: [say.recorded, say.throughput, say.firstYear, say.oneOfThree, say.siblings, say.stableId],
  },
}

const plans: Readonly<Record<'c_new_cp_plan_dv' | 'c_unknown', Meaning>> = {
  c_new_cp_plan_dv: {
    ...plain,
    name: 'New child protection plans in which domestic abuse was a factor',
    counted:
      'Child protection plans, by the day on which they started, where an assessment with a factor of domestic abuse was authorised around that day.',
    base: 'Child protection plans that started',
    unknown: say.noFactorsAround,
    maturity: say.after63Days,
    caveats: [
      say.sameEpisode,
      'The category of abuse of the plan is not used: none of them is domestic abuse.',
      say.recorded,
      say.throughput,
      say.oneOfThree,
      say.siblings,
      say.stableId,
    ],
    better: 'lower',
  },
  c_unknown: {
    ...plain,
    name: 'New child protection plans of which it is unknown',
    counted: 'Child protection plans that started without an authorised assessment with factors around that day.',
    base: 'Child protection plans that started',
    maturity: say.after63Days,
    caveats: [say.sameEpisode, say.stableId],
    better: 'lower',
  },
}

const care = {
  ...plain,
  base: 'Children taken into care',
  sources: say.careSources,
  maturity: say.after63Days,
} as const

const intoCare: Readonly<Record<'d_taken_into_care_dv' | 'd_unknown' | 'd_not_in_cin', Meaning>> = {
  d_taken_into_care_dv: {
    ...care,
    name: 'Children taken into care where domestic abuse was a factor',
    counted:
      'Starts of being looked after, by their day, where an assessment with a factor of domestic abuse was authorised around that day.',
    unknown: `${say.noFactorsAround} So are children who are not in the census.`,
    caveats: [
      say.anyEpisode,
      say.emergency,
      say.noNeedCode,
      say.recorded,
      say.oneOfThree,
      say.siblings,
      say.stableId,
      say.listEight,
    ],
    better: 'lower',
  },
  d_unknown: {
    ...care,
    name: 'Children taken into care of whom it is unknown',
    counted:
      'Starts of being looked after of children in the census without an authorised assessment with factors around that day.',
    caveats: [say.anyEpisode, say.emergency],
    better: 'lower',
  },
  d_not_in_cin: {
    ...care,
    name: 'Children taken into care who are not in the census',
    counted:
      'Starts of being looked after of children whose id is in none of the censuses. They are not counted as unknown a second time.',
    caveats: [say.stableId, say.emergency],
    better: 'lower',
  },
}

/** Of what `bin/throughline indicators` prints. */
export const meaningOfMeasure: Readonly<Record<Measure, Meaning>> = {
  ...numbersOfWork,
  re_referrals_12_months: {
    ...plain,
    name: 'Re-referrals within twelve months',
    counted:
      'Referrals, by their day, of a child who had an earlier referral in the twelve months before: from the same day a year earlier on, and on an earlier day.',
    base: 'Referrals',
    caveats: [say.closedBefore, say.siblings, say.stableId],
    better: 'lower',
  },
  ...identified,
  ...plans,
  ...intoCare,
}
