import { z } from 'zod'
import { addDays, dateRuleMessage } from '#platform/dates.ts'
import { always, checkDate, dateBoxes, dayIn, dayOf, lineOf, oneOf, optionalLine } from '#platform/questions.ts'

/** What stands in the list for somebody without a team. */
export const noTeam = 'none'

/** A member of staff. `teams`: the ids that the list offers. The last day in post is kept half-open, as the day after it. */
export const staffForm = (teams: readonly string[]) =>
  z
    .strictObject({
      name: lineOf({ missing: 'Enter their full name', name: 'Full name', max: 200 }),
      jobRole: optionalLine({ name: 'Job role', max: 120 }).default(''),
      team: oneOf([noTeam, ...teams], 'Select a team, or that they have none'),
      ...dateBoxes('started'),
      ...dateBoxes('left'),
    })
    .superRefine((typed, context) => {
      const started = checkDate(typed, context, { name: 'started', label: 'First day in post' })
      const left = checkDate(typed, context, { name: 'left', label: 'Last day in post', optional: true })
      const wrong =
        started &&
        left &&
        dateRuleMessage(left, 'Last day in post', { rule: 'on or after', date: started, named: 'the first day' })
      if (wrong) context.addIssue({ code: 'custom', path: ['left'], message: wrong })
    }, always)
    .transform((typed) => {
      const left = dayIn(typed, 'left')
      return {
        name: typed.name,
        jobRole: typed.jobRole,
        teamId: typed.team === noTeam ? null : typed.team,
        starts: dayOf(typed, 'started'),
        ends: left === null ? null : addDays(left, 1),
      }
    })
