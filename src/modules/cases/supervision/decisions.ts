import type { z } from 'zod'
import { dateRuleMessage, type LocalDate } from '#platform/dates.ts'
import { checkDate, dateBoxes, dayIn, optionalLine } from '#platform/questions.ts'
import { type Askable, ownerKeys, ownerOf } from '../plan/form.ts'
import type { Owner } from '../plan/plan.ts'
import type { ActionAnswers } from '../plan/store.ts'
import { vagueGoal, vagueInWords } from '../plan/vague-goal.ts'

/** The rows of decisions that become actions of the plan. */
export const rowNumbers = [1, 2, 3, 4, 5] as const
export type RowNumber = (typeof rowNumbers)[number]

type Line = z.ZodDefault<ReturnType<typeof optionalLine>>
type RowFields<N extends RowNumber> = Record<`owner${N}` | `what${N}` | `more${N}`, Line> &
  ReturnType<typeof dateBoxes<`due${N}`>>

const row = <const N extends RowNumber>(n: N): RowFields<N> =>
  ({
    [`owner${n}`]: optionalLine({ name: 'Whose', max: 60 }).default(''),
    [`what${n}`]: optionalLine({ name: 'What', max: 1000 }).default(''),
    [`more${n}`]: optionalLine({ name: 'How you would know, why or which agency', max: 1000 }).default(''),
    ...dateBoxes(`due${n}`),
  }) as RowFields<N> // the keys are made from the number, as the type says

/** Whose, what, one thing more, and by when, of each row. */
export const decisionQuestions = { ...row(1), ...row(2), ...row(3), ...row(4), ...row(5) }

type Typed = Readonly<Record<string, unknown>>
type Context = z.core.$RefinementCtx

const textOf = (typed: Typed, name: string): string => {
  const value = typed[name]
  return typeof value === 'string' ? value : ''
}

const isFilled = (typed: Typed, n: RowNumber): boolean =>
  ['owner', 'what', 'more', 'due'].some((name) =>
    [`${name}${n}`, `${name}${n}-day`, `${name}${n}-month`, `${name}${n}-year`].some(
      (each) => textOf(typed, each) !== '',
    ),
  )

/** What is asked besides, by whose the decision is; a worker's needs nothing more. */
const missingMore: Readonly<Record<Owner, string | null>> = {
  perpetrator: 'Enter how you would know that the behaviour has changed',
  survivor: 'Enter why this is asked of the victim-survivor, and not of the perpetrator',
  agency: 'Enter which agency',
  worker: null,
}

const checkRow = (typed: Typed, context: Context, n: RowNumber, people: Askable, heldOn: LocalDate | null): void => {
  const problem = (name: string, message: string) =>
    context.addIssue({ code: 'custom', path: [`${name}${n}`], message: `${message} (decision ${n})` })
  const [sent, what, more] = [textOf(typed, `owner${n}`), textOf(typed, `what${n}`), textOf(typed, `more${n}`)]
  if (!ownerKeys(people).includes(sent)) {
    problem('owner', 'Select whose it is')
    return
  }
  const { owner } = ownerOf(sent, people)
  if (what === '') problem('what', 'Enter what will be done')
  const missing = more === '' ? missingMore[owner] : null
  if (missing) problem('more', missing)
  if (owner === 'agency' && more.length > 200) problem('more', 'Name of the agency must be 200 characters or fewer')
  const label = `Date of decision ${n}`
  const due = checkDate(typed, context, { name: `due${n}`, label, optional: owner !== 'perpetrator' })
  const early =
    due &&
    heldOn &&
    dateRuleMessage(due, label, { rule: 'on or after', date: heldOn, named: 'the day of the supervision' })
  if (early) context.addIssue({ code: 'custom', path: [`due${n}`], message: early })
  const vague = owner === 'perpetrator' && typed['keepWords'] !== true ? vagueGoal(what) : null
  if (vague) problem('what', vagueInWords(vague))
}

/** Checks the rows that hold something. */
export const checkDecisions = (typed: Typed, context: Context, people: Askable, heldOn: LocalDate | null): void => {
  for (const n of rowNumbers) if (isFilled(typed, n)) checkRow(typed, context, n, people, heldOn)
}

/** The rows as actions of the plan. What is asked of a perpetrator is a change of behaviour: it has a measure and a date. */
export const actionsOf = (typed: Typed, people: Askable): readonly ActionAnswers[] =>
  rowNumbers
    .filter((n) => isFilled(typed, n))
    .map((n) => {
      const { owner, individualId } = ownerOf(textOf(typed, `owner${n}`), people)
      const more = textOf(typed, `more${n}`)
      return {
        owner,
        individualId,
        agency: owner === 'agency' ? more : '',
        kind: owner === 'perpetrator' ? 'change' : 'task',
        what: textOf(typed, `what${n}`),
        measure: owner === 'perpetrator' || owner === 'worker' ? more : '',
        dueOn: dayIn(typed, `due${n}`),
        whySurvivor: owner === 'survivor' ? more : '',
        shareable: false,
      }
    })
