import { z } from 'zod'
import { dateRuleMessage, type LocalDate } from '#platform/dates.ts'
import { always, checkDate, dateBoxes, dayIn, linesOf } from '#platform/questions.ts'

const label = 'Date of the review'

/** How to contact a perpetrator without harm to anybody, how the worker stays safe, and when to look at it again. */
export const safetyPlanForm = (today: LocalDate, name: string) =>
  z
    .strictObject({
      safeWay: linesOf({ name: 'Safe way', max: 20_000 }).refine(
        (text) => text !== '',
        `Enter a safe way to contact ${name}`,
      ),
      workerPlan: linesOf({ name: 'How you stay safe', max: 20_000 }).refine(
        (text) => text !== '',
        'Enter how you and others stay safe',
      ),
      ...dateBoxes('reviewOn'),
    })
    .superRefine((typed, context) => {
      const day = checkDate(typed, context, { name: 'reviewOn', label, optional: true })
      const wrong = day && dateRuleMessage(day, label, { rule: 'today or future', today })
      if (wrong) context.addIssue({ code: 'custom', path: ['reviewOn'], message: wrong })
    }, always)
    .transform((typed) => ({
      safeWay: typed.safeWay,
      workerPlan: typed.workerPlan,
      reviewOn: dayIn(typed, 'reviewOn'),
    }))
