import { formatDate, isLocalDate } from '#platform/dates.ts'
import { type Definition, type Question, questionsOf, type Section } from './definition.ts'

/** What was answered to one question. `value`: 'yes', 'no', a day as YYYY-MM-DD, an option, or text. */
export type Answer = { readonly value: string; readonly note: string; readonly whyNot: string }
/** By the question's key. A map, because a key may be `constructor`. */
export type Answers = ReadonlyMap<string, Answer>

/** One saving of a section. The last counts; none is changed or lost. */
export type Revision = {
  readonly section: string
  readonly revision: number
  readonly answers: Answers
  readonly savedBy: string
  readonly savedAt: Date
}

const textIn = (given: unknown, name: string): string => {
  if (typeof given !== 'object' || given === null) return ''
  const value: unknown = Object.getOwnPropertyDescriptor(given, name)?.value
  return typeof value === 'string' ? value : ''
}

/** Out of the database's JSON. */
export const answersFrom = (stored: unknown): Answers =>
  new Map(
    typeof stored === 'object' && stored !== null
      ? Object.entries(stored).map(([key, given]) => [
          key,
          { value: textIn(given, 'value'), note: textIn(given, 'note'), whyNot: textIn(given, 'whyNot') },
        ])
      : [],
  )

export const answersToJson = (answers: Answers): string => JSON.stringify(Object.fromEntries(answers))

/** The answers of a whole form, each from the last saving of its section. */
export const answersOf = (latest: readonly Revision[]): Answers =>
  new Map(latest.flatMap(({ answers }) => [...answers]))

export const sameAnswers = (a: Answers, b: Answers): boolean =>
  a.size === b.size &&
  [...a].every(([key, { value, note, whyNot }]) => {
    const other = b.get(key)
    return other?.value === value && other.note === note && other.whyNot === whyNot
  })

/** An answer in words, without what was written beside it; null where there is none. */
export const valueInWords = ({ kind }: Question, answer: Answer | undefined): string | null => {
  if (answer === undefined || answer.value === '') return null
  if (kind === 'yes-no') return answer.value === 'yes' ? 'Yes' : 'No'
  if (kind === 'date' && isLocalDate(answer.value)) return formatDate(answer.value)
  return answer.value
}

const isNo = (question: Question, answers: Answers): boolean =>
  question.asksWhyNot && answers.get(question.key)?.value === 'no'
const hasReason = (question: Question, answers: Answers): boolean =>
  isNo(question, answers) && answers.get(question.key)?.whyNot !== ''

/** The questions of other sections that were answered No with a reason: it may serve here too. */
export const reasonsElsewhere = (definition: Definition, section: Section, answers: Answers): readonly Question[] =>
  questionsOf(definition).filter((question) => !section.questions.includes(question) && hasReason(question, answers))

/** What has to be there before a form is complete, and where it is asked. */
export type Lacking = { readonly section: string; readonly question: Question; readonly what: 'answer' | 'why not' }

/** What a section lacks; `reason`: one is given somewhere in the form. */
export const lackingIn = (section: Section, answers: Answers, reason: boolean): readonly Lacking[] =>
  section.questions.flatMap((question): Lacking[] => {
    const value = answers.get(question.key)?.value ?? ''
    if (value === '' && (question.required || question.kind === 'yes-no'))
      return [{ section: section.key, question, what: 'answer' }]
    return isNo(question, answers) && !reason ? [{ section: section.key, question, what: 'why not' }] : []
  })

/** What a form lacks: one reason serves every No. */
export const lackingOf = (definition: Definition, answers: Answers): readonly Lacking[] => {
  const reason = questionsOf(definition).some((question) => hasReason(question, answers))
  return definition.sections.flatMap((section) => lackingIn(section, answers, reason))
}

export type SectionState = 'Not started' | 'Half done' | 'Done'

/** `drafted`: somebody who looks at it has something of it that is not sent yet. */
export const stateOf = (
  section: Section,
  given: { readonly saved: boolean; readonly drafted: boolean; readonly lacking: readonly Lacking[] },
): SectionState => {
  if (given.drafted) return 'Half done'
  if (!given.saved) return 'Not started'
  return given.lacking.some((each) => each.section === section.key) ? 'Half done' : 'Done'
}
