import { z } from 'zod'
import { dateRuleMessage, type LocalDate } from '#platform/dates.ts'
import { always, checkDate, dateBoxes, dayIn, dayOf, linesOf, oneOf, optionalLine } from '#platform/questions.ts'
import { checkPastDay, tick } from '../attempts/answers.ts'
import { type Owner, statusKeys } from './plan.ts'
import type { ActionAnswers } from './store.ts'
import { vagueGoal, vagueInWords } from './vague-goal.ts'

/** Those of a family of whom something can be asked. */
export type Askable = {
  readonly perpetrators: readonly { readonly individualId: string; readonly name: string }[]
  readonly survivors: readonly { readonly individualId: string; readonly name: string }[]
}

/** Whose an action is, from what its form sends: 'worker', 'agency', or the id of somebody of the family. */
export const ownerOf = (sent: string, { survivors }: Askable): { owner: Owner; individualId: string | null } => {
  if (sent === 'worker' || sent === 'agency') return { owner: sent, individualId: null }
  const isHers = survivors.some(({ individualId }) => individualId === sent)
  return { owner: isHers ? 'survivor' : 'perpetrator', individualId: sent }
}

/** What a form's list of owners offers. */
export const ownerKeys = ({ perpetrators, survivors }: Askable): readonly string[] => [
  ...perpetrators.map(({ individualId }) => individualId),
  'worker',
  'agency',
  ...survivors.map(({ individualId }) => individualId),
]

const questions = (people: Askable) => ({
  owner: oneOf(ownerKeys(people), 'Select whose action it is'),
  agency: optionalLine({ name: 'Agency', max: 200 }).default(''),
  whySurvivor: linesOf({ name: 'Why it is asked', max: 5000 }).default(''),
  kind: oneOf(['change', 'task'] as const, 'Select whether it is a change of behaviour or a task'),
  what: linesOf({ name: 'The action', max: 5000 }).refine((text) => text !== '', 'Enter what will be done'),
  keepWords: tick(),
  measure: linesOf({ name: 'How you would know', max: 5000 }).default(''),
  ...dateBoxes('due'),
  shareable: tick(),
})

type Typed = z.output<z.ZodObject<ReturnType<typeof questions>>>
type Context = z.core.$RefinementCtx
type Before = Pick<ActionAnswers, 'what' | 'dueOn'> | null

const problem = (context: Context, name: keyof Typed, message: string): void =>
  context.addIssue({ code: 'custom', path: [name], message })

const checkDue = (typed: Typed, context: Context, today: LocalDate, before: Before): void => {
  const label = 'Date by which it is done'
  const due = checkDate(typed, context, { name: 'due', label, optional: typed.kind !== 'change' })
  // A day that was set long ago may stay: only a new one lies ahead.
  const wrong = due && due !== before?.dueOn && dateRuleMessage(due, label, { rule: 'today or future', today })
  if (wrong) problem(context, 'due', wrong)
}

const checkOwner = (typed: Typed, context: Context, owner: Owner): void => {
  if (owner === 'agency' && typed.agency === '') problem(context, 'agency', 'Enter which agency')
  if (owner === 'survivor' && typed.whySurvivor === '')
    problem(context, 'whySurvivor', 'Enter why this is asked of the victim-survivor, and not of the perpetrator')
  if (owner === 'survivor' && typed.shareable)
    problem(
      context,
      'shareable',
      'What is asked of a victim-survivor is not shared with a perpetrator: take the tick out',
    )
}

/** Is it a goal for a perpetrator, or a change of behaviour, in words that nobody could measure? Asked once. */
const checkWords = (typed: Typed, context: Context, owner: Owner, before: Before): void => {
  if (typed.keepWords || typed.what === before?.what) return
  const vague = owner === 'perpetrator' || typed.kind === 'change' ? vagueGoal(typed.what) : null
  if (vague) problem(context, 'what', vagueInWords(vague))
}

/** An action of the plan. `before`: as it stands already, where it is changed. */
export const actionForm = (people: Askable, today: LocalDate, before: Before = null) =>
  z
    .strictObject(questions(people))
    .superRefine((typed, context) => {
      const { owner } = ownerOf(typed.owner, people)
      checkOwner(typed, context, owner)
      if (typed.kind === 'change' && typed.measure === '')
        problem(context, 'measure', 'Enter how you would know that the behaviour has changed')
      checkDue(typed, context, today, before)
      if (typeof typed.what === 'string') checkWords(typed, context, owner, before)
    }, always)
    .transform((typed): ActionAnswers => {
      const { owner, individualId } = ownerOf(typed.owner, people)
      return {
        owner,
        individualId,
        // What was typed beside an answer that was then changed is not of this action.
        agency: owner === 'agency' ? typed.agency : '',
        whySurvivor: owner === 'survivor' ? typed.whySurvivor : '',
        kind: typed.kind,
        what: typed.what,
        measure: typed.measure,
        dueOn: dayIn(typed, 'due'),
        shareable: typed.shareable,
      }
    })

/** What was found of an action, with what shows it. */
export const reviewForm = (today: LocalDate) =>
  z
    .strictObject({
      status: oneOf(statusKeys, 'Select how it stands'),
      evidence: linesOf({ name: 'What shows it', max: 100_000 }).refine((text) => text !== '', 'Enter what shows it'),
      ...dateBoxes('on'),
      meeting: optionalLine({ name: 'Meeting', max: 200 }).default(''),
    })
    .superRefine((typed, context) => {
      checkPastDay(typed, context, { name: 'on', label: 'Date of the review', today })
    }, always)
    .transform((typed) => ({
      status: typed.status,
      evidence: typed.evidence,
      onDate: dayOf(typed, 'on'),
      meeting: typed.meeting,
    }))
