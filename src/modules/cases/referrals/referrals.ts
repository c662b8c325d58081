import type { LocalDate } from '#platform/dates.ts'

/** What a programme answers, as it is kept and as a page says it. */
export const answers = {
  accepted: 'Accepted',
  'waiting list': 'On the waiting list',
  declined: 'Declined by the perpetrator',
  'not suitable': 'Not suitable',
  withdrawn: 'Referral withdrawn',
} as const
export type ReferralAnswer = keyof typeof answers
export const answerKeys = Object.keys(answers) as readonly ReferralAnswer[] // the keys written above, and no others

/** These need a reason: without it nobody learns what to do next. */
export const needsReason = (answer: string): boolean => ['declined', 'not suitable', 'withdrawn'].includes(answer)

/** A perpetrator referred to a behaviour-change programme. */
export type Referral = {
  readonly id: string
  readonly perpetratorId: string
  /** Of the partnership's programmes; null where it is another, written in. */
  readonly programmeId: string | null
  readonly programme: string
  readonly sentOn: LocalDate
  /** null: not answered yet. */
  readonly answer: ReferralAnswer | null
  readonly answeredOn: LocalDate | null
  readonly reason: string
  readonly by: string
  readonly version: number
}

/** A programme of the partnership. */
export type Programme = { readonly id: string; readonly name: string }
