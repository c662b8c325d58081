import type { z } from 'zod'
import type { LocalDate } from '#platform/dates.ts'
import { dateBoxes, dayOf, linesOf, oneOf } from '#platform/questions.ts'
import { checkPastDay } from '../attempts/answers.ts'
import { type Heading, headingKeys, headings, type SupervisionAnswers } from './supervision.ts'

const text = (name: string) => linesOf({ name, max: 100_000 }).default('')

/** When it was, with whom, and what was said under each heading. */
export const supervisionQuestions = (staff: readonly { readonly id: string }[]) => ({
  ...dateBoxes('held'),
  withPerson: oneOf(['', ...staff.map(({ id }) => id)], 'Select with whom it was').default(''),
  pattern: text(headings.pattern),
  impact: text(headings.impact),
  partnering: text(headings.partnering),
  engagement: text(headings.engagement),
  safety: text(headings.safety),
  decisions: text(headings.decisions),
})

/** What the boxes do not say alone; the day of it, where it is one. */
export const checkSupervision = (
  typed: Readonly<Record<string, unknown>>,
  context: z.core.$RefinementCtx,
  today: LocalDate,
): LocalDate | null => {
  if (headingKeys.every((key) => typed[key] === ''))
    context.addIssue({ code: 'custom', path: ['pattern'], message: 'Write something under one heading at least' })
  return checkPastDay(typed, context, { name: 'held', label: 'Date of the supervision', today })
}

type Typed = Readonly<Record<Heading | 'withPerson', string>> & Readonly<Record<string, unknown>>

export const supervisionAnswers = (typed: Typed): SupervisionAnswers => {
  const { pattern, impact, partnering, engagement, safety, decisions } = typed
  return {
    heldOn: dayOf(typed, 'held'),
    withPerson: typed.withPerson === '' ? null : typed.withPerson,
    texts: { pattern, impact, partnering, engagement, safety, decisions },
  }
}
