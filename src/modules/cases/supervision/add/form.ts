import { z } from 'zod'
import type { LocalDate } from '#platform/dates.ts'
import { always, dateBoxes, dayOf, linesOf, oneOf } from '#platform/questions.ts'
import { checkPastDay, tick } from '../../attempts/answers.ts'
import type { Askable } from '../../plan/form.ts'
import { actionsOf, checkDecisions, decisionQuestions } from '../decisions.ts'
import { headingKeys, headings } from '../supervision.ts'

type Given = {
  readonly today: LocalDate
  readonly staff: readonly { readonly id: string }[]
  readonly people: Askable
}

const text = (name: string) => linesOf({ name, max: 100_000 }).default('')

/** What was said under each heading, and decisions that become actions of the plan. */
export const supervisionForm = ({ today, staff, people }: Given) =>
  z
    .strictObject({
      ...dateBoxes('held'),
      withPerson: oneOf(['', ...staff.map(({ id }) => id)], 'Select with whom it was').default(''),
      pattern: text(headings.pattern),
      impact: text(headings.impact),
      partnering: text(headings.partnering),
      engagement: text(headings.engagement),
      safety: text(headings.safety),
      decisions: text(headings.decisions),
      keepWords: tick(),
      ...decisionQuestions,
    })
    .superRefine((typed, context) => {
      const heldOn = checkPastDay(typed, context, { name: 'held', label: 'Date of the supervision', today })
      if (headingKeys.every((key) => typed[key] === ''))
        context.addIssue({ code: 'custom', path: ['pattern'], message: 'Write something under one heading at least' })
      checkDecisions(typed, context, people, heldOn)
    }, always)
    .transform((typed) => {
      const { pattern, impact, partnering, engagement, safety, decisions } = typed
      return {
        heldOn: dayOf(typed, 'held'),
        withPerson: typed.withPerson === '' ? null : typed.withPerson,
        texts: { pattern, impact, partnering, engagement, safety, decisions },
        actions: actionsOf(typed, people),
      }
    })
