import type { ReadDb } from '#platform/db/connection.ts'
import type { Answers } from '../engagement/answer.ts'
import { type Definition, questionsOf } from '../engagement/definition.ts'
import { readDefinitions } from '../engagement/definition-store.ts'
import type { EngagementForm } from '../engagement/engagement-form.ts'
import { readForms, readLatest } from '../engagement/store.ts'
import type { FamilyRecord } from './record.ts'

type FormOut = FamilyRecord['forms'][number]

/** The engagement forms of a family, each with the last answer to each question. */
export const readFormsOut = async (db: ReadDb, familyId: string): Promise<FormOut[]> => {
  const forms = (await readForms(db, familyId)).toReversed()
  const definitions = await readDefinitions(
    db,
    forms.map(({ definition }) => definition),
  )
  const latest = await readLatest(
    db,
    forms.map(({ id }) => id),
  )
  return forms.map((form) => ({
    id: form.id,
    number: form.number,
    definition: form.definition,
    heldOn: form.heldOn,
    state: form.state,
    corrects: form.corrects,
    why: form.why,
    startedAt: form.startedAt.toISOString(),
    completedAt: form.completedAt?.toISOString() ?? null,
    people: form.people.flatMap(frozen),
    answers: (latest.get(form.id) ?? []).flatMap(({ section, answers }) =>
      answersIn(section, answers, definitions.get(form.definition)?.definition ?? null),
    ),
    version: form.version,
  }))
}

const frozen = (person: EngagementForm['people'][number]): FormOut['people'] =>
  'individualId' in person
    ? [
        {
          id: person.individualId,
          part: person.part,
          name: person.name,
          bornOn: person.birthOn,
          expectedOn: person.expectedOn,
        },
      ]
    : []

const answersIn = (section: string, answers: Answers, definition: Definition | null): FormOut['answers'] =>
  [...answers].map(([question, { value, note, whyNot }]) => ({
    section,
    question,
    asked: (definition && questionsOf(definition).find(({ key }) => key === question)?.label) ?? '',
    value,
    note,
    whyNot,
  }))
