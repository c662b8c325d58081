import { z } from 'zod'
import { addDays, dateRuleMessage } from '#platform/dates.ts'
import { always, checkDate, dateBoxes, dayIn, dayOf, linesOf, oneOf } from '#platform/questions.ts'
import { type Capacity, stages } from '../partnership.ts'

const noStage = 'none'

/** Only a borough is asked for its stage. */
export const membershipChangeForm = (capacity: Capacity) =>
  z
    .strictObject({
      stage:
        capacity === 'authority'
          ? oneOf([noStage, ...stages], 'Select the stage of the borough')
          : oneOf([noStage], 'Only a borough has a stage').default(noStage),
      ...dateBoxes('joined'),
      ...dateBoxes('left'),
      note: linesOf({ name: 'Note', max: 2000 }).default(''),
    })
    .superRefine((typed, context) => {
      if (capacity === 'authority' && typed.stage === noStage)
        context.addIssue({ code: 'custom', path: ['stage'], message: 'Select the stage of the borough' })
      const joined = checkDate(typed, context, { name: 'joined', label: 'First day of membership' })
      const left = checkDate(typed, context, { name: 'left', label: 'Last day of membership', optional: true })
      const wrong =
        joined &&
        left &&
        dateRuleMessage(left, 'Last day of membership', { rule: 'on or after', date: joined, named: 'the first day' })
      if (wrong) context.addIssue({ code: 'custom', path: ['left'], message: wrong })
    }, always)
    .transform((typed) => {
      const left = dayIn(typed, 'left')
      return {
        stage: typed.stage === noStage ? null : typed.stage,
        starts: dayOf(typed, 'joined'),
        ends: left === null ? null : addDays(left, 1),
        note: typed.note,
      }
    })
