import { formatDate, type LocalDate } from '#platform/dates.ts'
import { type Answer, type Answers, valueInWords } from './answer.ts'
import { type Definition, inNames, type Question, questionsOf } from './definition.ts'
import type { EngagementForm } from './engagement-form.ts'

/** A completed form that counts, with its answers and what it was filled in with. */
export type CompletedForm = {
  readonly form: EngagementForm
  readonly answers: Answers
  readonly definition: Definition
}

/** The answer of one form to a question. `answer` undefined: that form did not ask it, or it was left empty. */
export type DatedAnswer = {
  readonly formId: string
  readonly number: number
  readonly heldOn: LocalDate
  readonly asked: boolean
  readonly answer: Answer | undefined
  readonly words: string | null
}

/** One question through all completed forms, oldest first. */
export type OverTime = { readonly question: Question; readonly answers: readonly DatedAnswer[] }

/** Each question that a completed form asked, as its newest form words it. The day itself is no question: it dates the others. */
export const overTime = (completed: readonly CompletedForm[]): readonly OverTime[] => {
  const dated = completed
    .flatMap((each) => (each.form.heldOn === null ? [] : [{ ...each, heldOn: each.form.heldOn }]))
    .toSorted((a, b) => (a.heldOn === b.heldOn ? a.form.number - b.form.number : a.heldOn < b.heldOn ? -1 : 1))
  const questions = new Map<string, Question>()
  for (const { definition } of dated.toReversed())
    for (const question of questionsOf(definition))
      if (question.key !== 'date' && !questions.has(question.key)) questions.set(question.key, question)
  return [...questions.values()].map((question) => ({
    question,
    answers: dated.map(({ form, heldOn, definition, answers }) => {
      const own = questionsOf(definition).find(({ key }) => key === question.key)
      const answer = own && answers.get(own.key)
      return {
        formId: form.id,
        number: form.number,
        heldOn,
        asked: own !== undefined,
        answer,
        words: own ? valueInWords(own, answer) : null,
      }
    }),
  }))
}

/** The question as it is asked of time: "When was Darren Ashworth first spoken to about abuse as a parenting choice?" */
export const askedOfTime = ({ label, first }: Question, perpetrators: readonly string[]): string =>
  first === '' ? inNames(label, perpetrators) : inNames(`When was the perpetrator first ${first}?`, perpetrators)

/** How it went, in a sentence or two. */
export const inSentences = ({ question, answers }: OverTime): string => {
  const given = answers.filter(({ words }) => words !== null)
  const [firstGiven] = given
  if (firstGiven === undefined) return 'No completed form has an answer to this.'
  const last = given.at(-1) ?? firstGiven
  if (question.kind !== 'yes-no')
    return given.length === 1
      ? `Answered once, on ${formatDate(firstGiven.heldOn)}.`
      : `Answered ${given.length} times, first on ${formatDate(firstGiven.heldOn)} and last on ${formatDate(last.heldOn)}.`
  const yes = given.filter(({ answer }) => answer?.value === 'yes')
  const [firstYes] = yes
  const times = given.length === 1 ? 'The only answer' : `All ${given.length} answers`
  if (firstYes === undefined)
    return `Not yet. ${times} so far ${given.length === 1 ? 'was' : 'were'} No, last on ${formatDate(last.heldOn)}.`
  const before = given.indexOf(firstYes)
  const noes = before === 0 ? '' : ` Before that the answer was No ${before === 1 ? 'once' : `${before} times`}.`
  const now = last.answer?.value === 'yes' ? '' : ` The last answer, on ${formatDate(last.heldOn)}, was No.`
  return `First Yes on ${formatDate(firstYes.heldOn)}.${noes}${now}`
}
