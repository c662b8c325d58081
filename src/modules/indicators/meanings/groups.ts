import type { FurtherMeasure, Measure } from '../definition/measure.ts'
import { keyFigures } from '../released/released.ts'

type Name = Measure | FurtherMeasure
type Group = { readonly id: string; readonly title: string; readonly about: string; readonly names: readonly Name[] }

/** Every measure once, in the order in which somebody looks for it. */
export const groups: readonly Group[] = [
  {
    id: 'figures',
    title: 'The four indicators and re-referral',
    about: 'What the partnership has agreed to look at.',
    names: keyFigures,
  },
  {
    id: 'bases',
    title: 'What they are seen against',
    about: 'How much work there was, with domestic abuse and without.',
    names: [
      'referrals',
      'referrals_no_further_action',
      'assessments_authorised',
      'assessments_with_dv',
      'episodes_assessed',
      'cp_plan_starts',
      'care_starts',
    ],
  },
  {
    id: 'unknowns',
    title: 'What nobody knows',
    about: 'Counted by themselves, never as yes and never as no.',
    names: ['a_unknown', 'c_unknown', 'd_unknown', 'd_not_in_cin'],
  },
  {
    id: 'further',
    title: 'Further figures, inside the borough only',
    about: 'They help to read the others. None of them leaves the borough.',
    names: [
      'referrals_dv_within_63_days',
      'b_newly_identified',
      'a_or_b',
      'c_first_plan',
      'c_repeat_plan',
      'd_unaccompanied',
      're_referrals_dv',
      'assessments_3a',
      'assessments_3b',
      'assessments_3c',
      'assessments_without_factors',
    ],
  },
]
