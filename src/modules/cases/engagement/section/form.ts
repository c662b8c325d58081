import { z } from 'zod'
import { dateRuleMessage, type LocalDate } from '#platform/dates.ts'
import { always, checkDate, dateBoxes, dayIn, linesOf, oneOf, optionalLine } from '#platform/questions.ts'
import type { Answer, Answers } from '../answer.ts'
import { dateKey, type Question, type Section } from '../definition.ts'

/** Room for the longest text that somebody writes: a megabyte of letters. */
const longest = 1_000_000

/** The names of a question's fields. Keys cannot hold what would make two of them alike. */
export const fieldNames = ({ key, kind }: Pick<Question, 'key' | 'kind'>) => ({
  value: kind === 'date' ? `d-${key}` : `q-${key}`,
  note: `n-${key}`,
  whyNot: `w-${key}`,
})

export type SectionInput = { readonly seen: number; readonly answers: Answers }
/** Its fields are those of the section's questions, so their names are not known here. */
export type SectionForm = z.ZodType<SectionInput, Record<string, unknown>>

type Given = {
  readonly today: LocalDate
  /** A No of another section has its reason: it may serve here. */
  readonly reasonElsewhere: boolean
}

const valueField = ({ kind, options, required, label }: Question): z.ZodType<string, unknown> => {
  if (kind === 'yes-no') return oneOf(['yes', 'no'], 'Select yes or no')
  if (kind === 'choice') {
    const missing = 'Select one of the list'
    return required
      ? oneOf(options, missing)
      : z
          .string()
          .default('')
          .pipe(oneOf(['', ...options], missing))
  }
  const text =
    kind === 'long-text'
      ? linesOf({ name: 'Your answer', max: longest })
      : optionalLine({ name: 'Your answer', max: 500 })
  return text.default('').refine((typed) => !required || typed !== '', `Enter an answer to “${label}”`)
}

const fieldsOf = (question: Question): z.ZodRawShape => {
  const { value, note, whyNot } = fieldNames(question)
  const free = (name: string) => linesOf({ name, max: longest }).default('')
  return {
    ...(question.kind === 'date' ? dateBoxes(value) : { [value]: valueField(question) }),
    ...(question.kind === 'yes-no' && { [note]: free('What you add') }),
    ...(question.asksWhyNot && { [whyNot]: free('The reason') }),
  }
}

type Typed = Readonly<Record<string, unknown>>

const text = (typed: Typed, name: string): string => {
  const value = typed[name]
  return typeof value === 'string' ? value : ''
}

const checkDay = (typed: Typed, context: z.core.$RefinementCtx, question: Question, today: LocalDate) => {
  const { value } = fieldNames(question)
  const day = checkDate(typed, context, { name: value, label: 'Date', optional: !question.required })
  const wrong = day && question.key === dateKey && dateRuleMessage(day, 'Date', { rule: 'today or past', today })
  if (wrong) context.addIssue({ code: 'custom', path: [value], message: wrong })
}

/** One reason on the page serves each No of it. */
const checkReasons = (typed: Typed, context: z.core.$RefinementCtx, questions: readonly Question[]) => {
  const refused = questions.filter(
    (question) => question.asksWhyNot && text(typed, fieldNames(question).value) === 'no',
  )
  const [first] = refused
  if (first === undefined || refused.some((question) => text(typed, fieldNames(question).whyNot) !== '')) return
  const path = [fieldNames(first).whyNot]
  context.addIssue({ code: 'custom', path, message: 'Say why not, because the answer is no' })
}

const answerIn = (typed: Typed, question: Question): Answer => {
  const { value, note, whyNot } = fieldNames(question)
  return {
    value: question.kind === 'date' ? (dayIn(typed, value) ?? '') : text(typed, value),
    note: text(typed, note),
    whyNot: text(typed, whyNot),
  }
}

/** The form of one section: a field for each of its questions, and the revision that the page showed. */
export const sectionForm = ({ questions }: Section, { today, reasonElsewhere }: Given): SectionForm =>
  z
    .strictObject({
      seen: z.string().regex(/^\d{1,9}$/, 'Open this page again from the list of sections'),
      ...Object.assign({}, ...questions.map(fieldsOf)),
    })
    .superRefine((typed: Typed, context) => {
      for (const question of questions) if (question.kind === 'date') checkDay(typed, context, question, today)
      if (!reasonElsewhere) checkReasons(typed, context, questions)
    }, always)
    .transform((typed: Typed) => ({
      seen: Number(typed['seen']),
      answers: new Map(questions.map((question) => [question.key, answerIn(typed, question)])),
    }))

/** What the fields hold before anybody typed: what was saved last. */
export const valuesOf = ({ questions }: Section, answers: Answers, revision: number): Record<string, string> => ({
  seen: String(revision),
  ...Object.fromEntries(
    questions.flatMap((question) => {
      const [names, answer] = [fieldNames(question), answers.get(question.key)]
      return answer === undefined
        ? []
        : [
            [names.value, answer.value],
            [names.note, answer.note],
            [names.whyNot, answer.whyNot],
          ]
    }),
  ),
})
