import type { LocalDate } from '#platform/dates.ts'
import type { FormState as TypedState } from '#platform/web/form-page.ts'
import {
  CheckboxesField,
  DateField,
  FormErrors,
  type FormState,
  LongTextField,
  RadiosField,
  TextField,
} from '#ui/form/index.ts'
import { Details } from '#ui/govuk/index.ts'
import type { Family, Member } from '../family.ts'
import { harmableOf, perpetratorsOf, ways } from './entry.ts'
import { howName, type patternForm, waysName } from './form.ts'
import { kinds } from './kinds.ts'

export type PatternState = TypedState<ReturnType<typeof patternForm>>
export type ForPattern = { readonly family: Family; readonly today: LocalDate }
type FieldsProps = { family: Family; form: PatternState }

const dates = ['on', 'from', 'to', 'since'] as const

/** What is wrong, in the order of the page. */
export const PatternErrors = ({ family, form }: FieldsProps) => (
  <FormErrors
    form={form}
    fields={[
      ...(['who', 'what', 'kinds', 'when'] as const),
      ...dates.map((date) => ({ date })),
      'source',
      ...harmableOf(family).flatMap(({ individualId }) => [waysName(individualId), howName(individualId)]),
      ...(['meaning', 'carried'] as const),
    ]}
  />
)

/** What each question is called where somebody else's answers are shown. */
export const patternLabels = {
  who: 'Who did it',
  what: 'What was done',
  kinds: 'Kinds',
  when: 'When',
  source: 'How it is known',
  harms: 'Whom it harmed',
  meaning: 'What it means for the child',
  carried: 'What may be read in another record',
}

const Moment = ({ form, name, legend }: { form: PatternState; name: (typeof dates)[number]; legend: string }) => (
  <DateField
    form={form}
    name={name}
    fieldset={{ legend: { children: legend, classes: 'govuk-fieldset__legend--s' } }}
    hint="The year is enough. Leave the day empty, or the day and the month, where they are not known."
  />
)

const WhenField = ({ form }: { form: PatternState }) => (
  <RadiosField
    form={form}
    name="when"
    fieldset={{ legend: 'When was it?' }}
    items={[
      { value: 'once', text: 'At one time', conditional: <Moment form={form} name="on" legend="Date" /> },
      {
        value: 'between',
        text: 'Over a time that has ended',
        conditional: (
          <>
            <Moment form={form} name="from" legend="First date" />
            <Moment form={form} name="to" legend="Last date" />
          </>
        ),
      },
      {
        value: 'goes on',
        text: 'It still goes on',
        conditional: <Moment form={form} name="since" legend="Since" />,
      },
      { value: 'not known', text: 'The date is not known' },
    ]}
  />
)

/** The four questions that are always asked. */
export const AskedFields = ({ family, form }: FieldsProps) => {
  const perpetrators = perpetratorsOf(family)
  const [only, ...others] = perpetrators
  // Somebody who is no longer recorded as a perpetrator may still stand in an entry: then it is asked.
  const isAsked =
    only === undefined || others.length > 0 || (form.values.who ?? only.individualId) !== only.individualId
  const name = isAsked ? 'the perpetrator' : only.name
  return (
    <>
      {!isAsked ? (
        <input type="hidden" name="who" value={only.individualId} />
      ) : (
        <RadiosField
          form={form}
          name="who"
          fieldset={{ legend: 'Who did it?' }}
          items={perpetrators.map(({ individualId, name: text }) => ({ value: individualId, text }))}
        />
      )}
      <LongTextField
        form={form}
        name="what"
        label={`What did ${name} do?`}
        hint="The behaviour, with who did it as the subject of the sentence. Name no address, school or refuge."
        rows={4}
      />
      <CheckboxesField
        form={form}
        name="kinds"
        classes="govuk-checkboxes--small tl-kinds"
        fieldset={{ legend: 'What kind of behaviour is it?' }}
        hint="Select all that fit."
        items={kinds.map(({ value, name: text, hint }) => ({ value, text, hint }))}
      />
      <WhenField form={form} />
    </>
  )
}

const HarmFields = ({ form, member: { individualId, name } }: { form: FormState; member: Member }) => (
  <>
    <CheckboxesField
      form={form}
      name={waysName(individualId)}
      classes="govuk-checkboxes--small"
      fieldset={{ legend: { children: `Did it harm ${name}? In which ways?`, classes: 'govuk-fieldset__legend--s' } }}
      items={ways.map(({ value, name: text }) => ({ value, text }))}
    />
    <TextField form={form} name={howName(individualId)} label={`How did it harm ${name}?`} hint="A line is enough." />
  </>
)

const isFilled = (family: Family, form: FormState): boolean =>
  [
    ...['source', 'meaning', 'carried'],
    ...harmableOf(family).flatMap(({ individualId }) => [waysName(individualId), howName(individualId)]),
  ].some((name) => (form.values[name] ?? '') !== '' || form.errors[name] !== undefined)

/** What helps when it is known: closed until somebody opens it or something stands in it. */
export const MoreFields = ({ family, form }: FieldsProps) => (
  <Details summary="More, if you know it: how it is known, whom it harmed, what it means" open={isFilled(family, form)}>
    <LongTextField
      form={form}
      name="source"
      label="How is it known?"
      hint="Who said or saw it, and when: a police report, a conversation, your own visit."
      rows={2}
      wording={false}
    />
    {harmableOf(family).map((member) => (
      <HarmFields form={form} member={member} />
    ))}
    <LongTextField form={form} name="meaning" label="What does it mean for each child?" rows={3} />
    <LongTextField
      form={form}
      name="carried"
      label="What may be read of this in another family’s record?"
      hint="Shown where the same perpetrator is in another record of the borough, besides the kinds and dates, which always are. Name nobody else and no place. Left empty, no text is shown there."
      rows={2}
    />
  </Details>
)
