/** How a borough's statutory returns tell its story. Shares are of 1. */
export type BoroughPlan = {
  readonly name: string
  /** Its number with the Department for Education. */
  readonly code: string
  /** So many census years are uploaded, up to the last that is due. */
  readonly years: number
  /** Referrals of children in an average year. */
  readonly referrals: number
  /** Of assessments, how many record domestic abuse: before training reached practice, and after. */
  readonly abuse: { readonly before: number; readonly after: number }
  /** Quarters before the last one in which the change set in; null: none did. */
  readonly changedQuartersAgo: number | null
  /** Of assessments with domestic abuse, how many name the child (3A) beside or in place of the parent (3B). */
  readonly namesChild: number
  readonly plans: number
  readonly care: number
  /** Whether it sends a table of domestic abuse at referral, and how often that is unknown in it. */
  readonly flags: { readonly yes: number; readonly unknown: number } | null
  /** Where its figures stand: signed by both and released, signed once more with a correction, or with the lead. */
  readonly stands: 'released' | 'corrected' | 'with the lead'
}

export const boroughPlans: readonly BoroughPlan[] = [
  {
    name: 'Hackney',
    code: '204',
    years: 4,
    referrals: 1240,
    abuse: { before: 0.29, after: 0.39 },
    changedQuartersAgo: 7,
    namesChild: 0.05,
    plans: 0.1,
    care: 0.022,
    flags: { yes: 0.24, unknown: 0.06 },
    stands: 'corrected',
  },
  {
    name: 'Newham',
    code: '316',
    years: 4,
    referrals: 1380,
    abuse: { before: 0.33, after: 0.33 },
    changedQuartersAgo: null,
    namesChild: 0.12,
    plans: 0.13,
    care: 0.03,
    flags: { yes: 0.2, unknown: 0.17 },
    stands: 'with the lead',
  },
  {
    name: 'Waltham Forest',
    code: '320',
    years: 3,
    referrals: 980,
    abuse: { before: 0.36, after: 0.42 },
    changedQuartersAgo: 4,
    namesChild: 0.55,
    plans: 0.08,
    care: 0.04,
    flags: null,
    stands: 'released',
  },
  {
    name: 'Hammersmith and Fulham',
    code: '205',
    years: 3,
    referrals: 520,
    abuse: { before: 0.31, after: 0.31 },
    changedQuartersAgo: null,
    namesChild: 0.2,
    plans: 0.07,
    care: 0.016,
    flags: { yes: 0.19, unknown: 0.1 },
    stands: 'released',
  },
  {
    name: 'Barnet',
    code: '302',
    years: 2,
    referrals: 860,
    abuse: { before: 0.28, after: 0.28 },
    changedQuartersAgo: null,
    namesChild: 0.3,
    plans: 0.06,
    care: 0.02,
    flags: null,
    stands: 'released',
  },
]
