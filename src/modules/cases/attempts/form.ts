import { z } from 'zod'
import { dateRuleMessage, type LocalDate } from '#platform/dates.ts'
import { always, checkDate, dateBoxes, dayIn, dayOf, linesOf, oneOf, optionalLine } from '#platform/questions.ts'
import { checkPastDay, severalOf, tick } from './answers.ts'
import { resultKeys, topicKeys, wayKeys } from './attempts.ts'

type Given = {
  readonly today: LocalDate
  /** Of the members of staff who could have made it. */
  readonly staff: readonly { readonly id: string }[]
}

const questions = ({ staff }: Given) => ({
  how: oneOf(wayKeys, 'Select how you tried'),
  result: oneOf(resultKeys, 'Select what came of it'),
  spokeAbout: severalOf(topicKeys, 'Select what was spoken about from the list'),
  ...dateBoxes('on'),
  time: optionalLine({ name: 'Time', max: 10 })
    .refine((text) => text === '' || /^([01]?\d|2[0-3])[:.]?[0-5]\d$/.test(text), 'Enter a time, such as 14:30')
    .transform(clockTime)
    .default(''),
  madeBy: oneOf(
    staff.map(({ id }) => id),
    'Select who made the attempt',
  ),
  what: linesOf({ name: 'What was said', max: 1_000_000 }).default(''),
  next: optionalLine({ name: 'What is next', max: 500 }).default(''),
  ...dateBoxes('nextOn'),
})

// 930, 9.30 and 09:30 are the same time.
const clockTime = (text: string): string =>
  text === ''
    ? ''
    : text
        .replace(/\D/g, '')
        .padStart(4, '0')
        .replace(/^(..)(..)$/, '$1:$2')

const checkDays = (typed: Record<string, unknown>, context: z.core.$RefinementCtx, today: LocalDate): void => {
  const on = checkPastDay(typed, context, { name: 'on', label: 'Date of the attempt', today })
  const nextOn = checkDate(typed, context, { name: 'nextOn', label: 'Date of what is next', optional: true })
  const wrong =
    on &&
    nextOn &&
    dateRuleMessage(nextOn, 'Date of what is next', { rule: 'on or after', date: on, named: 'the date of the attempt' })
  if (wrong) context.addIssue({ code: 'custom', path: ['nextOn'], message: wrong })
}

type Typed = z.output<z.ZodObject<ReturnType<typeof questions>>>

const answersOf = (typed: Typed) => ({
  onDate: dayOf(typed, 'on'),
  atTime: typed.time,
  how: typed.how,
  result: typed.result,
  // A box that was ticked before the answer was put right is hidden then, and sent all the same.
  spokeAbout: typed.result === 'spoke' ? typed.spokeAbout : [],
  what: typed.what,
  next: typed.next,
  nextOn: dayIn(typed, 'nextOn'),
  madeBy: typed.madeBy,
})

/** A new attempt. `perpetrators`: the ids of those whom it is safe to contact, as somebody planned it. */
export const attemptForm = (given: Given & { readonly perpetrators: readonly string[] }) =>
  z
    .strictObject({
      perpetrator: oneOf(given.perpetrators, 'Select whom you tried to reach'),
      ...questions(given),
    })
    .superRefine((typed, context) => checkDays(typed, context, given.today), always)
    .transform((typed) => ({ perpetratorId: typed.perpetrator, answers: answersOf(typed) }))

/** An attempt put right, or withdrawn with the reason. Whom it was made to stays. */
export const changeAttemptForm = (given: Given) =>
  z
    .strictObject({
      ...questions(given),
      withdraw: tick(),
      withdrawnWhy: linesOf({ name: 'Why it is withdrawn', max: 2000 }).default(''),
    })
    .superRefine((typed, context) => {
      checkDays(typed, context, given.today)
      if (typed.withdraw && typed.withdrawnWhy === '')
        context.addIssue({ code: 'custom', path: ['withdrawnWhy'], message: 'Enter why it is withdrawn' })
    }, always)
    .transform((typed) => ({ answers: answersOf(typed), withdrawnWhy: typed.withdraw ? typed.withdrawnWhy : null }))
