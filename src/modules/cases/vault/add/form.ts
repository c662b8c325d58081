import { z } from 'zod'
import { dateRuleMessage, type LocalDate } from '#platform/dates.ts'
import { always, checkDate, dateBoxes, linesOf, oneOf } from '#platform/questions.ts'
import { protectedKinds } from '../../locations/index.ts'

/** A protected detail: whose, of what kind, what, and from when. */
export const protectedForm = (people: readonly string[], today: LocalDate) =>
  z
    .strictObject({
      whom: oneOf(people, 'Select whose it is'),
      kind: oneOf(protectedKinds, 'Select what it is'),
      value: linesOf({ name: 'What it says', max: 1000 }).refine((text) => text !== '', 'Enter what it says'),
      ...dateBoxes('starts'),
    })
    .superRefine((typed, context) => {
      const day = checkDate(typed, context, { name: 'starts', label: 'From when', optional: true })
      const wrong = day && dateRuleMessage(day, 'From when', { rule: 'today or past', today })
      if (wrong) context.addIssue({ code: 'custom', path: ['starts'], message: wrong })
    }, always)
