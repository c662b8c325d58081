import type { FormState } from '#platform/web/form-page.ts'
import { LongTextField, RadiosField, SelectField } from '#ui/form/index.ts'
import { type MappingForm, valueField, valuesToAsk } from './form.ts'
import { policeWords, setAtWords } from './in-words.tsx'
import { policeAnswers, setAtAnswers } from './mapping.ts'
import type { Looked, Waiting } from './waiting.ts'

type Form = FormState<MappingForm>

/** A few of the values of a column, so that it can be told from others; nothing of columns that may say who is meant. */
const examples = ({ values }: Looked, index: number): string => {
  const few = (values[index] ?? []).filter(({ value }) => value !== '').slice(0, 4)
  return few.length === 0 ? '' : ` (${few.map(({ value }) => value).join(', ')})`
}

type ColumnProps = { form: Form; looked: Looked; name: string; label: string; none?: boolean }

const ColumnField = ({ form, looked, name, label, none = false }: ColumnProps) => (
  <SelectField
    form={form}
    name={name}
    label={label}
    items={[
      { value: '', text: none ? 'There is none' : 'Select a column' },
      ...looked.columns.map((column, index) => ({ value: column, text: `${column}${examples(looked, index)}` })),
    ]}
  />
)

/** Which column is what. */
export const ColumnsFields = ({ form, looked }: { form: Form; looked: Looked }) => (
  <>
    <p class="govuk-body">
      The table has {looked.rows.toLocaleString('en-GB')} {looked.rows === 1 ? 'row' : 'rows'}
      {looked.sheet !== null && (
        <>
          {' '}
          on the sheet <bdi>{looked.sheet}</bdi>
        </>
      )}
      .
    </p>
    <ColumnField form={form} looked={looked} name="child" label="Which column has the child’s id?" />
    <ColumnField form={form} looked={looked} name="date" label="Which column has the date of the referral?" />
    <ColumnField form={form} looked={looked} name="flag" label="Which column says whether there is domestic abuse?" />
    <ColumnField form={form} looked={looked} name="referral" label="Which column has the referral’s own id?" none />
    <RadiosField
      form={form}
      name="dateForm"
      fieldset={{ legend: 'How are the dates written?' }}
      items={[
        { value: 'day-first', text: 'Day first', hint: '31/12/2025, or 2025-12-31' },
        { value: 'month-first', text: 'Month first', hint: '12/31/2025' },
      ]}
    />
  </>
)

/** The names of the fields of this step, in the order of the page. */
export const meaningFieldOrder = (waiting: Waiting): readonly string[] => {
  const asked = valuesToAsk(waiting)
  return [...(asked === null ? ['yes', 'no'] : asked.map((_value, index) => valueField(index))), 'setAt', 'police']
}

const meanings = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
  { value: 'unknown', text: 'Not known' },
] as const

/** What each value means, when the flag is set, and what else is in the table. */
export const MeaningFields = ({ form, waiting }: { form: Form; waiting: Waiting }) => {
  const asked = valuesToAsk(waiting)
  return (
    <>
      <p class="govuk-body">
        Does the value say that there is domestic abuse? An empty cell counts as not known, and so does every value that
        is not named here. Not known is never counted as no.
      </p>
      {asked === null ? (
        <Typed form={form} />
      ) : (
        asked.map((each, index) => <OneValue form={form} each={each} index={index} />)
      )}
      <RadiosField
        form={form}
        name="setAt"
        fieldset={{ legend: 'When is domestic abuse marked in your case system?' }}
        items={setAtAnswers.map((value) => ({ value, text: setAtWords[value] }))}
      />
      <RadiosField
        form={form}
        name="police"
        fieldset={{ legend: 'Are police notifications that led to no referral in the table?' }}
        items={policeAnswers.map((value) => ({ value, text: policeWords[value] }))}
      />
    </>
  )
}

const OneValue = ({ form, each, index }: { form: Form; each: { value: string; rows: number }; index: number }) => (
  <RadiosField
    form={form}
    name={valueField(index)}
    classes="govuk-radios--inline govuk-radios--small"
    fieldset={{
      legend: {
        children: (
          <>
            “<bdi>{each.value}</bdi>” ({each.rows.toLocaleString('en-GB')} {each.rows === 1 ? 'row' : 'rows'})
          </>
        ),
      },
    }}
    items={meanings}
  />
)

const Typed = ({ form }: { form: Form }) => (
  <>
    <p class="govuk-body">
      The column you chose has many different values, so they are not listed. Check that it is the right one.
    </p>
    <LongTextField
      form={form}
      name="yes"
      label="Which values mean yes?"
      hint="One on each line."
      rows={4}
      wording={false}
    />
    <LongTextField
      form={form}
      name="no"
      label="Which values mean no?"
      hint="One on each line."
      rows={4}
      wording={false}
    />
  </>
)
