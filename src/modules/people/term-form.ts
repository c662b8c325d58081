import { z } from 'zod'
import { addDays, dateRuleMessage, formatDate } from '#platform/dates.ts'
import { always, checkDate, dateBoxes, dayOf, lineOf } from '#platform/questions.ts'
import { lastDay, overlappingTerm, type Term } from './term.ts'

/** A term by its first and last day. Kept half-open: the day after the last is the first that does not belong to it. */
export const termForm = z
  .strictObject({
    name: lineOf({ missing: 'Enter a name, such as Year 3', name: 'Name', max: 80 }),
    ...dateBoxes('starts'),
    ...dateBoxes('last'),
  })
  .superRefine((typed, context) => {
    const starts = checkDate(typed, context, { name: 'starts', label: 'First day' })
    const last = checkDate(typed, context, { name: 'last', label: 'Last day' })
    const wrong =
      starts && last && dateRuleMessage(last, 'Last day', { rule: 'on or after', date: starts, named: 'the first day' })
    if (wrong) context.addIssue({ code: 'custom', path: ['last'], message: wrong })
  }, always)
  .transform((typed) => ({ name: typed.name, starts: dayOf(typed, 'starts'), ends: addDays(dayOf(typed, 'last'), 1) }))

/** What to say at the first day where the dates share a day with another term; null where they do not. */
export const overlapMessage = (
  dates: Pick<Term, 'starts' | 'ends'>,
  others: readonly Term[],
  ownId?: string,
): string | null => {
  const other = overlappingTerm(dates, others, ownId)
  return (
    other &&
    `These dates share days with ${other.name}, ${formatDate(other.starts)} to ${formatDate(lastDay(other))}: a day belongs to one term`
  )
}
