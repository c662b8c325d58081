import type { Meaning } from './meaning.ts'
import * as say from './meaning-words.ts'
import type { FurtherMeasure } from './measure.ts'

const plain: Pick<Meaning, 'sources' | 'unknown' | 'maturity' | 'better'> = {
  sources: say.census,
  unknown: null,
  maturity: say.atOnce,
  better: 'neutral',
}

const bothWays = `${say.census}; the borough’s own file of referral flags`

const cases: Readonly<Record<'b_newly_identified' | 'a_or_b' | 'episodes_assessed', Meaning>> = {
  b_newly_identified: {
    ...plain,
    name: 'New cases in which domestic abuse was not flagged at referral but identified after assessment',
    counted: 'The new cases identified after assessment whose referral is not flagged as domestic abuse.',
    base: 'Episodes of need with an authorised assessment that has factors',
    sources: bothWays,
    unknown:
      'Those whose referral is flagged neither yes nor no, or not at all: they are counted, and may have been identified at referral.',
    caveats: [say.recorded, say.throughput, say.flagHabit, say.siblings, say.stableId],
  },
  a_or_b: {
    ...plain,
    name: 'New cases in which domestic abuse was identified at referral or after assessment',
    counted:
      'Episodes of need that were identified either way in the period, each once. The sum of the two ways would count twice those that are both.',
    base: null,
    sources: bothWays,
    unknown: `${say.rowsUnknown} Assessments authorised without any known factor are added to them.`,
    caveats: [
      say.recorded,
      say.throughput,
      'An episode that was flagged in one quarter and identified after assessment in another counts in both, and once in the twelve months that hold both.',
      say.flagHabit,
      say.siblings,
    ],
  },
  episodes_assessed: {
    ...plain,
    name: 'Episodes of need with an authorised assessment that has factors',
    counted:
      'Episodes of need, by the day on which the first of their assessments with any known factor was authorised.',
    base: null,
    unknown: say.withoutFactors,
    caveats: [say.firstYear, say.siblings, say.stableId],
  },
}

const plan = {
  ...plain,
  base: 'New child protection plans in which domestic abuse was a factor',
  unknown: 'Plans with domestic abuse of which the census does not say how many plans there were before.',
  maturity: say.after63Days,
  caveats: [say.sameEpisode, say.siblings, say.stableId],
} as const

const plansAndCare: Readonly<Record<'c_first_plan' | 'c_repeat_plan' | 'd_unaccompanied', Meaning>> = {
  c_first_plan: {
    ...plan,
    name: 'First child protection plans in which domestic abuse was a factor',
    counted: 'Those of a child who had no child protection plan before.',
    better: 'lower',
  },
  c_repeat_plan: {
    ...plan,
    name: 'Further child protection plans in which domestic abuse was a factor',
    counted: 'Those of a child who had a child protection plan before.',
    better: 'lower',
  },
  d_unaccompanied: {
    ...plain,
    name: 'Unaccompanied asylum-seeking children taken into care',
    counted: 'Starts of being looked after of children whom a file names as unaccompanied.',
    base: 'Children taken into care',
    sources: 'SSDA903 return (UASC file or header), or list 8 of Annex A',
    caveats: [
      'It is computed only where a file says of any child that it is unaccompanied: otherwise nobody knows whether there was none.',
    ],
  },
}

const following: Readonly<Record<'re_referrals_dv' | 'referrals_dv_within_63_days', Meaning>> = {
  re_referrals_dv: {
    ...plain,
    name: 'Re-referrals within twelve months after domestic abuse',
    counted:
      'Re-referrals of a child one of whose referrals in the twelve months before led to an assessment with a factor of domestic abuse.',
    base: 'Re-referrals within twelve months',
    unknown: 'Re-referrals with no domestic abuse before, and at least one earlier referral without any known factor.',
    caveats: [say.closedBefore, say.recorded, say.oneOfThree, say.siblings, say.stableId],
    better: 'lower',
  },
  referrals_dv_within_63_days: {
    ...plain,
    name: 'Referrals with domestic abuse at an assessment within 63 days',
    counted:
      'Referrals of the quarter that were followed, on the day or within 63 days (about 45 working days), by an authorised assessment with a factor of domestic abuse.',
    base: 'Referrals',
    unknown:
      'Referrals without an authorised assessment with factors in that time. Referrals with no further action are among them: they have no assessment.',
    maturity: '93 days after the quarter’s last day: 63 for the assessments, and 30 until they have been written.',
    caveats: [say.recorded, say.throughput, say.oneOfThree, say.siblings],
  },
}

const code = {
  ...plain,
  base: 'Assessments authorised',
  unknown: say.withoutFactors,
  caveats: [say.oneOfThree, 'One assessment may have several of them.'],
} as const

/** Of what is shown beside the measures of the command. */
export const meaningOfFurther: Readonly<Record<FurtherMeasure, Meaning>> = {
  ...cases,
  ...plansAndCare,
  ...following,
  assessments_3a: {
    ...code,
    name: 'Assessments with factor 3A (the child)',
    counted: 'Authorised assessments that say that the child is the subject of domestic abuse.',
  },
  assessments_3b: {
    ...code,
    name: 'Assessments with factor 3B (a parent or carer)',
    counted: 'Authorised assessments that say that a parent or carer is the subject of domestic abuse.',
  },
  assessments_3c: {
    ...code,
    name: 'Assessments with factor 3C (another person)',
    counted: 'Authorised assessments that say that another person of the household is the subject of domestic abuse.',
  },
  assessments_without_factors: {
    ...plain,
    name: 'Assessments authorised without any known factor',
    counted:
      'Authorised assessments that name no factor, or only codes that are none. The Department asks for one on each (rule 8897Q).',
    base: 'Assessments authorised',
    caveats: ['A code that is no factor was not counted: the list of faults of the file says where it stands.'],
    better: 'lower',
  },
}
