import {
  CheckboxesField,
  DateField,
  type FormState,
  LongTextField,
  RadiosField,
  SelectField,
  TextField,
} from '#ui/form/index.ts'
import { Details } from '#ui/govuk/index.ts'

import { resultKeys, results, topicKeys, topics, wayKeys, ways } from './attempts.ts'

type Staff = { readonly id: string; readonly name: string }
type Props = { form: FormState; staff: readonly Staff[]; name: string }

/** The fields of an attempt in the order of the page, for its error summary. */
export const attemptFieldOrder = [
  ...['perpetrator', 'how', 'result', 'spokeAbout', { date: 'on' }, 'madeBy'],
  ...['time', 'what', 'next', { date: 'nextOn' }, 'withdrawnWhy'],
]

const Result = ({ form, name }: Props) => (
  <RadiosField
    form={form}
    name="result"
    fieldset={{ legend: 'What came of it?' }}
    classes="govuk-radios--small"
    items={resultKeys.map((key) => ({
      value: key,
      text: results[key],
      ...(key === 'spoke' && {
        conditional: (
          <CheckboxesField
            form={form}
            name="spokeAbout"
            fieldset={{
              legend: `What did you speak about with ${name}? (optional)`,
              classes: 'govuk-fieldset__legend--s',
            }}
            classes="govuk-checkboxes--small"
            items={topicKeys.map((topic) => ({
              value: topic,
              text: topics[topic].charAt(0).toUpperCase() + topics[topic].slice(1),
            }))}
          />
        ),
      }),
    }))}
  />
)

const More = ({ form, name }: Props) => {
  const names = ['time', 'what', 'next', 'nextOn', 'nextOn-day', 'nextOn-month', 'nextOn-year']
  const open = names.some((each) => Boolean(form.values[each]) || form.errors[each] !== undefined)
  return (
    <Details summary="What was said, and what is next (optional)" open={open}>
      <TextField
        form={form}
        name="time"
        label="At what time?"
        hint="For example, 14:30"
        classes="govuk-input--width-5"
      />
      <LongTextField
        form={form}
        name="what"
        label="What was said or done?"
        hint={`In the words of ${name} where you can. Nothing that tells where anybody lives.`}
        rows={4}
      />
      <TextField form={form} name="next" label="What is next?" hint="For example, a letter with another date" />
      <DateField form={form} name="nextOn" fieldset={{ legend: 'When?', classes: 'govuk-fieldset__legend--s' }} />
    </Details>
  )
}

/** How, with what result, when and by whom; the rest waits until somebody wants it. */
export const AttemptFields = (props: Props) => {
  const { form, staff } = props
  return (
    <>
      <RadiosField
        form={form}
        name="how"
        fieldset={{ legend: 'How did you try?' }}
        classes="govuk-radios--small"
        items={wayKeys.map((way) => ({ value: way, text: ways[way].text }))}
      />
      <Result {...props} />
      <DateField form={form} name="on" fieldset={{ legend: 'When?' }} />
      <SelectField
        form={form}
        name="madeBy"
        label="Who tried?"
        items={staff.map(({ id, name: text }) => ({ value: id, text }))}
      />
      <More {...props} />
    </>
  )
}
