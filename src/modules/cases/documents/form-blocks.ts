import type { DocumentBlock } from '#platform/documents/index.ts'
import { valueInWords } from '../engagement/answer.ts'
import { inNames, type Question, type Section } from '../engagement/definition.ts'
import { type GuidanceLink, guidanceFor } from '../engagement/guidance.ts'
import type { LoadedForm } from '../engagement/load.ts'
import { householdFields, type PersonDetails, peopleFields, type StampedPerson } from '../engagement/people.ts'
import { facts, heading, lines, orNotRecorded, paragraph } from './blocks.ts'

export type PrintedForm = {
  readonly loaded: LoadedForm
  /** Of a completed form those that it froze; of another, as they are recorded now. */
  readonly people: readonly StampedPerson[]
  readonly guidance: readonly GuidanceLink[]
}

/** An engagement form with its guidance, its answers, and why not. */
export const formBlocks = (printed: PrintedForm): DocumentBlock[] => [
  ...(printed.loaded.form.why === '' ? [] : [paragraph(`Why it was put right: ${printed.loaded.form.why}`)]),
  ...printed.loaded.definition.sections.flatMap((section): DocumentBlock[] => [
    heading(1, section.title),
    ...peopleIn(section, printed.people),
    ...section.questions.flatMap((question) => questionBlocks(question, printed)),
  ]),
  ...household(printed.people),
]

const isPerson = (person: StampedPerson): person is PersonDetails => person.part !== 'household'

const peopleIn = ({ people: part }: Section, people: readonly StampedPerson[]): DocumentBlock[] => {
  if (part === null) return []
  const members = people.filter(isPerson).filter((person) => person.part === part)
  if (members.length === 0) return [paragraph('Nobody is recorded.')]
  return members.flatMap((person) => [
    heading(2, person.name),
    ...facts(
      peopleFields[part].map(({ label, of }) => ({
        term: label,
        text: typeof of === 'function' ? orNotRecorded(of(person)) : 'kept apart: never in a document',
      })),
      '',
    ),
  ])
}

const household = (people: readonly StampedPerson[]): DocumentBlock[] =>
  people.flatMap((person): DocumentBlock[] =>
    isPerson(person)
      ? []
      : [
          heading(1, 'The household'),
          ...facts(
            householdFields.map(({ label, of }) => ({ term: label, text: orNotRecorded(person[of]) })),
            '',
          ),
        ],
  )

const questionBlocks = (question: Question, { loaded, guidance }: PrintedForm): DocumentBlock[] => {
  const answer = loaded.answers.get(question.key)
  const isNo = answer?.value === 'no' && question.asksWhyNot
  const links = guidanceFor(question, guidance)
  return facts(
    [
      {
        term: inNames(question.label, loaded.perpetrators),
        text: lines(
          valueInWords(question, answer) ?? 'missing: not answered',
          answer?.note ?? '',
          isNo &&
            (answer.whyNot === ''
              ? 'Why not: no reason of its own, the one given at another answer'
              : `Why not: ${answer.whyNot}`),
          question.hint !== '' && `(${inNames(question.hint, loaded.perpetrators)})`,
          links.length > 0 &&
            `Guidance: ${links.map(({ title, url }) => (url === null ? title : `${title} (${url})`)).join('; ')}`,
        ),
      },
    ],
    '',
  )
}
