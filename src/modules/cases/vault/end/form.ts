import { z } from 'zod'
import { dateRuleMessage, formatDate, type LocalDate } from '#platform/dates.ts'
import { always, checkDate, dateBoxes } from '#platform/questions.ts'

/** From which day a protected detail is theirs no more. */
export const endForm = (starts: LocalDate | null, today: LocalDate) =>
  z.strictObject({ ...dateBoxes('ended') }).superRefine((typed, context) => {
    const day = checkDate(typed, context, { name: 'ended', label: 'The day' })
    if (day === null) return
    const wrong =
      dateRuleMessage(day, 'The day', { rule: 'today or past', today }) ??
      (starts !== null && day < starts
        ? `The day must be the same as or after ${formatDate(starts)}, when it began`
        : null)
    if (wrong) context.addIssue({ code: 'custom', path: ['ended'], message: wrong })
  }, always)
