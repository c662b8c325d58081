import type { FormState } from '#platform/web/form-page.ts'
import { FormErrors, type PageField, PageForm, SaveDraftButton, Theirs } from '#ui/form/index.ts'
import { Button, InsetText } from '#ui/govuk/index.ts'
import { Lead, PageHeading } from '#ui/page-parts/index.ts'
import { FamilyTrail, sectionLink } from '../../frame.tsx'
import { paths } from '../../paths.ts'
import { type Revision, valueInWords } from '../answer.ts'
import { inNames, type Question, type Section } from '../definition.ts'
import { savedWords, stateWords } from '../engagement-form.ts'
import type { ShownGuidance } from '../guidance.ts'
import type { LoadedForm } from '../load.ts'
import type { KeptApart, PersonDetails } from '../people.ts'
import { fieldNames, type SectionForm } from './form.ts'
import { QuestionFields } from './question.tsx'
import { RecordedPeople } from './recorded-people.tsx'

type Loaded = LoadedForm & {
  section: Section
  personId: string
  /** Of other sections: each was answered No, with its reason. */
  reasons: readonly Question[]
  last: Revision | null
  guidance: readonly (readonly ShownGuidance[])[]
  people: readonly PersonDetails[]
  keptApart: ReadonlyMap<string, KeptApart>
}
type Props = { loaded: Loaded; form: FormState<SectionForm> }

const orderOf = ({ questions }: Section): PageField[] =>
  questions.flatMap((question): PageField[] => {
    const { value, note, whyNot } = fieldNames(question)
    return [question.kind === 'date' ? { date: value } : value, note, whyNot]
  })

const labelsOf = ({ section, perpetrators }: Loaded): Record<string, string> =>
  Object.fromEntries(
    section.questions.flatMap((question) => {
      const { value, note, whyNot } = fieldNames(question)
      return [
        [value, inNames(question.label, perpetrators)],
        ...(question.kind === 'yes-no' ? [[note, 'What can you say about it?']] : []),
        ...(question.asksWhyNot ? [[whyNot, 'If no, why not?']] : []),
      ]
    }),
  )

/** Somebody saved the section after what stands in these fields was begun: a draft of last week, or a page left open. */
const savedSince = ({ section, last }: Loaded, form: Props['form']): Record<string, string> | null => {
  if (last === null || form.values['seen'] === undefined || form.values['seen'] === String(last.revision)) return null
  return Object.fromEntries(
    section.questions.flatMap((question) => {
      const [names, answer] = [fieldNames(question), last.answers.get(question.key)]
      return [
        [names.value, valueInWords(question, answer) ?? ''],
        [names.note, answer?.note ?? ''],
        [names.whyNot, answer?.whyNot ?? ''],
      ]
    }),
  )
}

const whyNotHint = ({ definition, reasons, perpetrators }: Loaded): string => {
  const [first] = reasons
  return first === undefined
    ? `${definition.whyNot.hint} One reason may serve several answers: say so, and the others may stay empty.`.trim()
    : `${definition.whyNot.hint} You gave a reason at “${inNames(first.label, perpetrators)}”. Leave this empty if it is the same.`.trim()
}

/** One short page of the form: what is recorded of people, or a question. */
export const FormSection = ({ loaded, form }: Props) => {
  const { family, form: head, section, last, names } = loaded
  const theirs = form.theirs ?? savedSince(loaded, form)
  const list = paths.engagementForm.to({ familyId: family.id, formId: head.id })
  return (
    <>
      <FamilyTrail family={family} section={sectionLink(family, 'engagement')} here={`Form ${head.number}`} />
      <FormErrors form={form} fields={orderOf(section)} />
      <PageHeading caption={`${family.name}: engagement form ${head.number}`}>{section.title}</PageHeading>
      <Theirs theirs={theirs} labels={labelsOf(loaded)} />
      {head.state === 'open' ? null : <Frozen list={list} state={head.state} />}
      {section.people !== null && (
        <RecordedPeople family={family} part={section.people} people={loaded.people} keptApart={loaded.keptApart} />
      )}
      <PageForm secrets={form.secrets} draft={section.questions.length === 0 ? null : form.draft}>
        {/* The newest revision that this page shows: what is sent answers that one. */}
        <input type="hidden" name="seen" value={form.theirs?.['seen'] ?? last?.revision ?? 0} />
        <Questions loaded={loaded} form={form} />
        {head.state === 'open' && <Buttons section={section} list={list} />}
      </PageForm>
      {last !== null && <p class="govuk-body tl-saved">{savedWords(last, names, loaded.today)}</p>}
    </>
  )
}

const Questions = ({ loaded, form }: Props) => (
  <>
    {loaded.section.questions.map((question, index) => (
      <QuestionFields
        form={form}
        question={question}
        guidance={loaded.guidance[index] ?? []}
        perpetrators={loaded.perpetrators}
        whyNotHint={whyNotHint(loaded)}
      />
    ))}
  </>
)

const Buttons = ({ section, list }: { section: Section; list: string }) => (
  <>
    {section.people !== null && <Lead>Are these details right today? Change what is not before you go on.</Lead>}
    <div class="govuk-button-group">
      <Button>{section.people === null ? 'Save and go on' : 'These details are right today'}</Button>
      {section.questions.length > 0 && <SaveDraftButton />}
      <a class="govuk-link" href={list}>
        Back to the sections
      </a>
    </div>
  </>
)

const Frozen = ({ list, state }: { list: string; state: 'completed' | 'given up' }) => (
  <InsetText>
    This form is {stateWords[state].toLowerCase()} and stays as it is.{' '}
    <a href={list}>{state === 'completed' ? 'Look at it, or correct it with a further form' : 'Look at it'}</a>.
  </InsetText>
)
