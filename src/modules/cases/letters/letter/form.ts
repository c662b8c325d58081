import { z } from 'zod'
import { dateRuleMessage, type LocalDate } from '#platform/dates.ts'
import { always, checkDate, dateBoxes, oneOf, optionalLine } from '#platform/questions.ts'

/** The next step of a letter: it is right as it stands, or it was sent. */
export const letterForm = (today: LocalDate) =>
  z
    .strictObject({
      step: oneOf(['check', 'send'], 'Select what to do'),
      /** What the page showed: what was read is what is checked. */
      seen: z.string().max(100).default(''),
      reason: optionalLine({ name: 'The reason', max: 500 }).default(''),
      ...dateBoxes('sent'),
    })
    .superRefine((typed, context) => {
      if (typed.step !== 'send') return
      const day = checkDate(typed, context, { name: 'sent', label: 'The day on which it was sent' })
      const wrong = day && dateRuleMessage(day, 'The day on which it was sent', { rule: 'today or past', today })
      if (wrong) context.addIssue({ code: 'custom', path: ['sent'], message: wrong })
    }, always)
