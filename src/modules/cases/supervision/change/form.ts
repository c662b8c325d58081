import { z } from 'zod'
import type { LocalDate } from '#platform/dates.ts'
import { always } from '#platform/questions.ts'
import { checkSupervision, supervisionAnswers, supervisionQuestions } from '../questions.ts'

type Given = { readonly today: LocalDate; readonly staff: readonly { readonly id: string }[] }

/** The same without the decisions that went into the plan: they are changed there. */
export const changeSupervisionForm = ({ today, staff }: Given) =>
  z
    .strictObject(supervisionQuestions(staff))
    .superRefine((typed, context) => {
      checkSupervision(typed, context, today)
    }, always)
    .transform(supervisionAnswers)
