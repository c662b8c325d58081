import { addMonths, type LocalDate } from '#platform/dates.ts'
import { DateField, type FormState, LongTextField, type PageField, SelectField, TextField } from '#ui/form/index.ts'
import type { Part } from '../family.ts'
import { type ChoiceField, choiceLists, fieldLabels, fieldsOfPart, longFields, type PersonField } from './person.ts'

/** The fields of a part in the order of the page, for its error summary. */
export const fieldOrder = (part: Part): readonly PageField[] => [
  'part',
  'name',
  { date: 'birth' },
  ...(part === 'child' ? [{ date: 'expected' }] : []),
  ...fieldsOfPart[part],
  { date: 'left' },
]

const isChoice = (field: PersonField): field is ChoiceField => field in choiceLists
const isLong = (field: PersonField) => longFields.some((each) => each === field)

const hints: Readonly<Partial<Record<PersonField, string>>> = {
  cmsId: 'Of the child in the borough’s own system.',
  communicationNeeds: 'Language, and whether an interpreter is needed: never a relative.',
  vulnerability: 'What makes life harder for them. Leave out where they live and how they are reached.',
  housingStatus: 'How they are housed. Where they live is kept apart, as a protected detail.',
  childrenElsewhere: 'Names and ages of any children under 18 who are not in this record. Leave out where they live.',
}

type Props = {
  form: FormState
  part: Part
  today: LocalDate
  now?: Readonly<Partial<Record<ChoiceField, string>>> | undefined
}

/** What is asked of somebody of this part: name and dates first, all but the name may stay empty. */
export const PersonFields = ({ form, part, today, now }: Props) => (
  <>
    <TextField form={form} name="name" label="Name" autocomplete="off" spellcheck={false} />
    <DateField
      form={form}
      name="birth"
      fieldset={{ legend: 'Date of birth (optional)' }}
      hint="For example, 27 3 2015"
    />
    {part === 'child' && (
      <DateField
        form={form}
        name="expected"
        fieldset={{ legend: 'Expected date of delivery, of an unborn child (optional)' }}
        hint={`For example, ${example(addMonths(today, 4))}`}
      />
    )}
    {fieldsOfPart[part].map((field) => (
      <OneField form={form} field={field} now={now} />
    ))}
  </>
)

const example = (day: LocalDate) => `${Number(day.slice(8))} ${Number(day.slice(5, 7))} ${day.slice(0, 4)}`

const OneField = ({ form, field, now }: Pick<Props, 'form' | 'now'> & { field: PersonField }) => {
  const [label, hint] = [`${fieldLabels[field]} (optional)`, hints[field]]
  if (isChoice(field))
    return <SelectField form={form} name={field} label={label} hint={hint} items={itemsOf(field, now?.[field])} />
  if (isLong(field)) return <LongTextField form={form} name={field} label={label} hint={hint} />
  return (
    <TextField form={form} name={field} label={label} hint={hint} classes="govuk-input--width-20" spellcheck={false} />
  )
}

const itemsOf = (field: ChoiceField, now: string | undefined) => {
  const list: readonly string[] = choiceLists[field]
  const offered = now && !list.includes(now) ? [...list, now] : list
  return [{ value: '', text: 'Not recorded' }, ...offered.map((text) => ({ value: text, text }))]
}

/** A text of several lines as paragraphs. */
export const Lines = ({ text }: { text: string }) => (
  <>
    {text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => (
        <p class="govuk-body">{line}</p>
      ))}
  </>
)

/** What is recorded, or that nothing is. */
export const Recorded = ({ text }: { text: string | null }) =>
  text === null || text === '' ? <span class="tl-missing">not recorded</span> : <Lines text={text} />
