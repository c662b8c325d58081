import { z } from 'zod'
import { dateRuleMessage, type LocalDate, localDate } from '#platform/dates.ts'
import { always, checkDate, dateBoxes, dayOf, linesOf, oneOf, optionalLine } from '#platform/questions.ts'
import { type MarkKind, markKinds } from '../mark.ts'
import { measuredLines } from '../measured.ts'

/** Stands for every line where one is chosen. */
export const everyLine = 'every'
const lines = [everyLine, ...measuredLines.map(({ key }) => key)]

// Before this no census of children in need was taken.
const earliest = localDate('2008-10-01')

/** What is marked, when, on which line. A new baseline needs one line and a reason; anything else needs words for what happened. */
export const markForm = (known: readonly MarkKind[], today: LocalDate) =>
  z
    .strictObject({
      kind: oneOf(
        markKinds.filter((kind) => !known.includes(kind)),
        'Select what it is',
      ),
      measure: oneOf(lines, 'Select which line it belongs to'),
      label: optionalLine({ name: 'What happened', max: 120 }),
      ...dateBoxes('on'),
      reason: linesOf({ name: 'Why', max: 1000 }),
    })
    .superRefine((typed, context) => {
      const say = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
      const on = checkDate(typed, context, { name: 'on', label: 'Date' })
      const wrong =
        on &&
        (dateRuleMessage(on, 'Date', { rule: 'today or past', today }) ??
          dateRuleMessage(on, 'Date', { rule: 'on or after', date: earliest, named: 'when the census began' }))
      if (wrong) say('on', wrong)
      if (typed.kind !== 'new baseline') {
        if (typed.label === '') say('label', 'Enter what happened, in a few words')
        return
      }
      if (typed.measure === everyLine) say('measure', 'Select one line: each line has a baseline of its own')
      if (typed.reason === '') say('reason', 'Enter why limits are made anew: everybody who reads the line will see it')
    }, always)
    .transform((typed) => ({
      kind: typed.kind,
      measure: typed.measure === everyLine ? null : typed.measure,
      label: typed.label,
      on: dayOf(typed, 'on'),
      reason: typed.reason === '' ? null : typed.reason,
    }))

export type MarkForm = ReturnType<typeof markForm>
