import type { FormState } from '#platform/web/form-page.ts'
import { DateField, TextField } from '#ui/form/index.ts'
import type { termForm } from './term-form.ts'

/** The fields of a term in the order of the page, for its error summary. */
export const termFieldOrder = ['name', { date: 'starts' }, { date: 'last' }] as const

/** Name, first and last day. */
export const TermFields = ({ form }: { form: FormState<typeof termForm> }) => (
  <>
    <TextField
      form={form}
      name="name"
      label="Name"
      hint="For example, Year 3"
      autocomplete="off"
      classes="govuk-input--width-20"
    />
    <DateField form={form} name="starts" fieldset={{ legend: 'First day' }} hint="For example, 1 8 2026" />
    <DateField
      form={form}
      name="last"
      fieldset={{ legend: 'Last day' }}
      hint="The last day that belongs to the term, for example 31 7 2027"
    />
  </>
)
