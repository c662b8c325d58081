import { addDays, formatDate, type LocalDate, relativeDate } from '#platform/dates.ts'

/** What can happen to a referral, in the words of the record. */
export const steps = [
  'sent',
  'accepted',
  'declined',
  'transferred',
  'suitable at assessment',
  'unsuitable',
  'not engaging',
  'dropped out',
  'refused to engage',
  'referred out of London',
] as const
export type Step = (typeof steps)[number]

/** A referral as a list shows it: no person in it. */
export type Referral = {
  readonly id: string
  readonly programme: string
  /** The borough it came from, or what is known of that. */
  readonly from: string
  readonly sentOn: LocalDate
  /** The last step taken. */
  readonly step: Step
  readonly stepOn: LocalDate
}

/** A provider answers within so many days; then somebody is reminded. */
export const answerWithin = 5

/** The last day on which an answer is in time. */
export const answerBy = ({ sentOn }: Pick<Referral, 'sentOn'>): LocalDate => addDays(sentOn, answerWithin)

/** A referral that nobody has answered for five days or more. */
export const isLate = ({ step, sentOn }: Pick<Referral, 'step' | 'sentOn'>, today: LocalDate): boolean =>
  step === 'sent' && answerBy({ sentOn }) <= today

/** What a step is called as a state. */
export const stateName = (step: Step): string => (step === 'sent' ? 'waiting for an answer' : step)

/** What comes next, by when. */
export const nextStep = (referral: Referral, today: LocalDate): { text: string; due: boolean } => {
  switch (referral.step) {
    case 'sent':
      return isLate(referral, today)
        ? { text: `Answer overdue since ${formatDate(answerBy(referral))}`, due: true }
        : {
            text: `Answer by ${formatDate(answerBy(referral))}, ${relativeDate(answerBy(referral), today)}`,
            due: false,
          }
    case 'accepted':
      return { text: 'Assess, then record the result', due: false }
    case 'suitable at assessment':
      return { text: 'Start the programme', due: false }
    case 'not engaging':
    case 'declined':
    case 'unsuitable':
      return { text: 'Agree with the worker what instead', due: false }
    default:
      return { text: 'Nothing due', due: false }
  }
}
