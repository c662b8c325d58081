import { z } from 'zod'
import type { LocalDate } from '#platform/dates.ts'
import { always } from '#platform/questions.ts'
import { tick } from '../../attempts/answers.ts'
import type { Askable } from '../../plan/form.ts'
import { actionsOf, checkDecisions, decisionQuestions } from '../decisions.ts'
import { checkSupervision, supervisionAnswers, supervisionQuestions } from '../questions.ts'

type Given = {
  readonly today: LocalDate
  readonly staff: readonly { readonly id: string }[]
  readonly people: Askable
}

/** What was said under each heading, and decisions that become actions of the plan. */
export const supervisionForm = ({ today, staff, people }: Given) =>
  z
    .strictObject({ ...supervisionQuestions(staff), keepWords: tick(), ...decisionQuestions })
    .superRefine((typed, context) => {
      const heldOn = checkSupervision(typed, context, today)
      checkDecisions(typed, context, people, heldOn)
    }, always)
    .transform((typed) => ({ ...supervisionAnswers(typed), actions: actionsOf(typed, people) }))
