import { z } from 'zod'
import { addDays } from '#platform/dates.ts'
import { always, checkDate, dateBoxes, dayIn } from '#platform/questions.ts'
import { reasonOf } from '../questions.ts'

/** `ends` is the first day on which the rule prompts again; null: until somebody switches it on. */
export const switchOffForm = z
  .strictObject({ reason: reasonOf('Enter the reason: everybody in the borough can read it'), ...dateBoxes('last') })
  .superRefine((typed, context) => {
    checkDate(typed, context, { name: 'last', label: 'Last day', optional: true })
  }, always)
  .transform((typed) => {
    const last = dayIn(typed, 'last')
    return { reason: typed.reason, ends: last === null ? null : addDays(last, 1) }
  })
