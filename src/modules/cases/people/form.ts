import { z } from 'zod'
import { addMonths, dateRuleMessage, type LocalDate } from '#platform/dates.ts'
import { always, checkDate, dateBoxes, dayIn, lineOf, linesOf, oneOf, optionalLine } from '#platform/questions.ts'
import type { Part } from '../family.ts'
import { type ChoiceField, choiceLists, fieldsOfPart, type PersonInput } from './person.ts'

export type PersonFormGiven = {
  readonly today: LocalDate
  /** The parts on offer. */
  readonly parts: readonly Part[]
  /** What is recorded now: a choice that came from elsewhere and is on no list stays on offer. */
  readonly now?: Readonly<Partial<Record<ChoiceField, string>>>
}

const whole = (name: string) => linesOf({ name, max: 1_000_000 }).default('')

const choice = (field: ChoiceField, missing: string, now: PersonFormGiven['now']) =>
  oneOf(['', ...choiceLists[field], ...(now?.[field] ? [now[field]] : [])], missing).default('')

const fields = ({ parts, now }: PersonFormGiven) =>
  z.strictObject({
    part: oneOf(parts, 'Select who they are in this family'),
    name: lineOf({ missing: 'Enter a name', name: 'Name', max: 200 }),
    ...dateBoxes('birth'),
    ...dateBoxes('expected'),
    cmsId: optionalLine({ name: 'Number in the case system', max: 100 }).default(''),
    gender: choice('gender', 'Select a gender from the list', now),
    disability: choice('disability', 'Select a disability from the list', now),
    ethnicity: choice('ethnicity', 'Select an ethnicity from the list', now),
    religion: choice('religion', 'Select a religion from the list', now),
    sexuality: choice('sexuality', 'Select a sexuality from the list', now),
    involvement: choice('involvement', 'Select the involvement from the list', now),
    housingStatus: choice('housingStatus', 'Select a housing status from the list', now),
    communicationNeeds: whole('Communication needs'),
    vulnerability: whole('Vulnerability'),
    childrenElsewhere: whole('Children under 18 elsewhere'),
  })

type Typed = z.output<ReturnType<typeof fields>>
type Say = (path: string, message: string) => void

/** A date of birth lies behind us. What lies before us is the date on which a child is expected. */
const birthProblem = (birth: LocalDate, part: string, today: LocalDate): string | null => {
  if (birth > today)
    return part === 'child'
      ? 'Date of birth is after today: enter it as the expected date of delivery'
      : 'Date of birth must be today or in the past'
  return birth < addMonths(today, -12 * 120) ? 'Date of birth is more than 120 years ago: check the year' : null
}

const expectedProblem = (expected: LocalDate, today: LocalDate): string | null => {
  if (expected < addMonths(today, -2))
    return 'Expected date was more than two months ago: enter the date of birth if the child is born'
  return expected > addMonths(today, 10) ? 'Expected date is more than ten months away: check the month and year' : null
}

const checkPerson = (typed: Typed, context: z.core.$RefinementCtx, { today }: PersonFormGiven) => {
  const say: Say = (path, message) => context.addIssue({ code: 'custom', path: [path], message })
  const [birth, expected] = [
    checkDate(typed, context, { name: 'birth', label: 'Date of birth', optional: true }),
    checkDate(typed, context, { name: 'expected', label: 'Expected date of delivery', optional: true }),
  ]
  const wrongBirth = birth && birthProblem(birth, typed.part, today)
  if (wrongBirth) say('birth', wrongBirth)
  const wrongExpected = expected && expectedProblem(expected, today)
  if (wrongExpected) say('expected', wrongExpected)
  if (expected && typed.part !== 'child') say('expected', 'Only an unborn child has an expected date')
  if (birth && expected) say('expected', 'Enter a date of birth or an expected date of delivery, not both')
}

/** Only what is asked of their part: what another part is asked was never on the page. */
const inputOf = (typed: Typed): PersonInput => ({
  part: typed.part,
  name: typed.name,
  birthOn: dayIn(typed, 'birth'),
  expectedOn: dayIn(typed, 'expected'),
  fields: Object.fromEntries(fieldsOfPart[typed.part].map((field) => [field, typed[field]])),
})

/** Somebody new in a family. */
export const personForm = (given: PersonFormGiven) =>
  fields(given)
    .superRefine((typed, context) => checkPerson(typed, context, given), always)
    .transform(inputOf)

/** Somebody of a family, who may also leave it. */
export const changeForm = (given: PersonFormGiven) =>
  fields(given)
    .extend(dateBoxes('left'))
    .superRefine((typed, context) => {
      checkPerson(typed, context, given)
      const left = checkDate(typed, context, { name: 'left', label: 'The day', optional: true })
      const wrong = left && dateRuleMessage(left, 'The day', { rule: 'today or past', today: given.today })
      if (wrong) context.addIssue({ code: 'custom', path: ['left'], message: wrong })
    }, always)
    .transform((typed) => ({ ...inputOf(typed), leftOn: dayIn(typed, 'left') }))
