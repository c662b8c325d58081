import { z } from 'zod'
import { dateRuleMessage, type LocalDate } from '#platform/dates.ts'
import { always, dateBoxes, dayOf, linesOf, oneOf, optionalLine } from '#platform/questions.ts'
import { checkPastDay } from '../attempts/answers.ts'
import { answerKeys, needsReason, type Programme } from './referrals.ts'

/** What stands in the list for a programme that is not the partnership's. */
export const another = 'another'

type Given = {
  readonly today: LocalDate
  readonly perpetrators: readonly { readonly individualId: string }[]
  readonly programmes: readonly Programme[]
}

/** Who is referred, to which programme, and when. */
export const referralForm = ({ today, perpetrators, programmes }: Given) =>
  z
    .strictObject({
      perpetrator: oneOf(
        perpetrators.map(({ individualId }) => individualId),
        'Select who is referred',
      ),
      programme: oneOf([...programmes.map(({ id }) => id), another], 'Select the programme'),
      other: optionalLine({ name: 'Name of the programme', max: 200 }).default(''),
      ...dateBoxes('sent'),
    })
    .superRefine((typed, context) => {
      if (typed.programme === another && typed.other === '')
        context.addIssue({ code: 'custom', path: ['other'], message: 'Enter the name of the programme' })
      checkPastDay(typed, context, { name: 'sent', label: 'Date of the referral', today })
    }, always)
    .transform((typed) => {
      const known = programmes.find(({ id }) => id === typed.programme)
      return {
        perpetratorId: typed.perpetrator,
        programmeId: known?.id ?? null,
        programme: known?.name ?? typed.other,
        sentOn: dayOf(typed, 'sent'),
      }
    })

/** What the programme answered. `sentOn`: when the referral was sent. */
export const answerForm = ({ today, sentOn }: { readonly today: LocalDate; readonly sentOn: LocalDate }) =>
  z
    .strictObject({
      answer: oneOf(answerKeys, 'Select what the programme answered'),
      ...dateBoxes('answered'),
      reason: linesOf({ name: 'Why', max: 5000 }).default(''),
    })
    .superRefine((typed, context) => {
      const label = 'Date of the answer'
      const day = checkPastDay(typed, context, { name: 'answered', label, today })
      const wrong =
        day && dateRuleMessage(day, label, { rule: 'on or after', date: sentOn, named: 'the date of the referral' })
      if (wrong) context.addIssue({ code: 'custom', path: ['answered'], message: wrong })
      if (needsReason(typed.answer) && typed.reason === '')
        context.addIssue({ code: 'custom', path: ['reason'], message: 'Enter why' })
    }, always)
    .transform((typed) => ({ answer: typed.answer, answeredOn: dayOf(typed, 'answered'), reason: typed.reason }))
