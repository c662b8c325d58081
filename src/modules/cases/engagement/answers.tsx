import { formatDate, londonDate } from '#platform/dates.ts'
import { SummaryList, type SummaryRow } from '#ui/govuk/index.ts'
import { Missing } from '#ui/page-parts/index.ts'
import { paths } from '../paths.ts'
import { type Answer, valueInWords } from './answer.ts'
import { inNames, type Question, type Section } from './definition.ts'
import type { LoadedForm } from './load.ts'
import type { PersonDetails } from './people.ts'
import { StampedPeople } from './section/recorded-people.tsx'
import { TypedText } from './text.tsx'

const NotRecorded = () => <span class="tl-missing">not recorded</span>

/** What has to be answered is missing where it is not; what may stay empty was not recorded. */
const Empty = ({ question: { required, kind } }: { question: Question }) =>
  required || kind === 'yes-no' ? <Missing kind="missing" /> : <NotRecorded />

const rowsOf = (question: Question, answer: Answer | undefined, loaded: LoadedForm): SummaryRow[] => {
  const words = valueInWords(question, answer)
  const row = (key: string, text: string): SummaryRow => ({ key, value: { children: <TypedText>{text}</TypedText> } })
  return [
    {
      key: inNames(question.label, loaded.perpetrators),
      value: { children: words === null ? <Empty question={question} /> : <TypedText>{words}</TypedText> },
    },
    ...(answer?.note ? [row('What was added', answer.note)] : []),
    ...(answer?.whyNot ? [row('Why not', answer.whyNot)] : []),
    ...(answer?.value === 'no' && answer.whyNot === '' && question.asksWhyNot
      ? [row('Why not', 'No reason of its own: the one given at another answer')]
      : []),
  ]
}

/** `change`: with the link to the page of each section. */
type Props = { loaded: LoadedForm; change: boolean }

/** All answers of a form, section by section. */
export const FormAnswers = ({ loaded, change }: Props) => (
  <>
    {loaded.definition.sections.map((section) => (
      <SectionAnswers section={section} loaded={loaded} change={change} />
    ))}
  </>
)

const checkedRow = ({ key }: Section, { latest }: LoadedForm): SummaryRow => {
  const last = latest.find(({ section }) => section === key)
  return {
    key: 'Checked against the record',
    value: last === undefined ? 'Not yet' : `On ${formatDate(londonDate(last.savedAt))}`,
  }
}

const SectionAnswers = ({ section, loaded, change }: Props & { section: Section }) => {
  const { family, form, answers } = loaded
  const href = paths.formSection.to({ familyId: family.id, formId: form.id, section: section.key })
  const completed = form.state === 'completed'
  const rows = [
    ...(section.people !== null ? [checkedRow(section, loaded)] : []),
    ...section.questions.flatMap((each) => rowsOf(each, answers.get(each.key), loaded)),
  ]
  const [first, ...others] = rows
  const actions = { items: [{ text: 'Change', href, hidden: section.title }] }
  return (
    <section>
      <h2 class="govuk-heading-m">{section.title}</h2>
      {section.people !== null && completed && (
        <StampedPeople
          part={section.people}
          people={form.people.filter((each): each is PersonDetails => each.part === section.people)}
        />
      )}
      {section.people === 'other' && completed && <StampedHousehold loaded={loaded} />}
      {first && <SummaryList rows={[change ? { ...first, actions } : first, ...others]} />}
    </section>
  )
}

const StampedHousehold = ({ loaded }: { loaded: LoadedForm }) => {
  const household = loaded.form.people.find((each) => each.part === 'household')
  const shown = (text: string | undefined) => ({
    children: text ? <TypedText>{text}</TypedText> : <NotRecorded />,
  })
  if (household?.part !== 'household') return null
  return (
    <SummaryList
      card={{ title: 'The household' }}
      rows={[
        { key: 'Communication needs (language; need for an interpreter)', value: shown(household.communicationNeeds) },
        { key: 'Legal status', value: shown(household.legalStatus) },
      ]}
    />
  )
}
