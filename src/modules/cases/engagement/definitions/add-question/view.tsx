import type { FormState } from '#platform/web/form-page.ts'
import {
  CheckboxesField,
  CountedField,
  FormErrors,
  LongTextField,
  PageForm,
  RadiosField,
  SelectField,
  TextField,
} from '#ui/form/index.ts'
import { Button } from '#ui/govuk/index.ts'
import { Trail } from '#ui/layout.tsx'
import { PageHeading } from '#ui/page-parts/index.ts'
import { paths } from '../../../paths.ts'
import { type Definition, kindNames, questionKinds } from '../../definition.ts'
import type { addQuestionForm } from './form.ts'

type Props = {
  loaded: { organisation: string; organisationId: string; personId: string; definition: Definition }
  form: FormState<ReturnType<typeof addQuestionForm>>
}

const kindHints: Readonly<Record<string, string>> = {
  'yes-no': 'It has to be answered before a form is completed.',
  choice: 'Write its options below.',
}

/** A question in the borough's words. Nobody needs to program anything. */
export const AddQuestion = ({ loaded: { organisation, definition }, form }: Props) => (
  <>
    <Trail items={[{ text: 'Your engagement form', href: paths.formDefinitions.to() }, { text: 'Add a question' }]} />
    <FormErrors form={form} fields={['section', 'label', 'hint', 'kind', 'options', 'whyNot', 'note']} />
    <PageHeading caption={organisation}>Add a question</PageHeading>
    <PageForm secrets={form.secrets}>
      <SelectField
        form={form}
        name="section"
        label="On which page of the form?"
        items={[
          { value: '', text: 'Select a page' },
          ...definition.sections.map(({ key, title }) => ({ value: key, text: title })),
        ]}
      />
      <TextField form={form} name="label" label="What is the question?" autocomplete="off" />
      <TextField form={form} name="hint" label="What helps to answer it? (optional)" autocomplete="off" />
      <RadiosField
        form={form}
        name="kind"
        fieldset={{ legend: { children: 'What kind of answer does it take?' } }}
        items={questionKinds.map((kind) => {
          const hint = kindHints[kind]
          return { value: kind, text: kindNames[kind], ...(hint !== undefined && { hint }) }
        })}
      />
      <LongTextField
        wording={false}
        form={form}
        name="options"
        label="Options of the list, each on its own line"
        hint="Only for one of a list."
      />
      <CheckboxesField
        form={form}
        name="whyNot"
        fieldset={{ legend: { children: 'Is a No asked why not?', classes: 'govuk-visually-hidden' } }}
        items={[{ value: 'yes', text: 'Ask why not when the answer is No' }]}
      />
      <CountedField wording={false} form={form} name="note" label="Why is it added?" maxlength={1000} rows={3} />
      <Button>Add the question</Button>
    </PageForm>
  </>
)
