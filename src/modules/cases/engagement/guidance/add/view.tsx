import type { FormState } from '#platform/web/form-page.ts'
import { FormErrors, PageForm, SelectField, TextField } from '#ui/form/index.ts'
import { Button } from '#ui/govuk/index.ts'
import { Trail } from '#ui/layout.tsx'
import { PageHeading } from '#ui/page-parts/index.ts'
import { paths } from '../../../paths.ts'
import { questionsOf } from '../../definition.ts'
import { standard1 } from '../../standard.ts'
import type { addGuidanceForm } from '../form.ts'

/** A link to guidance, beside a question. */
export const AddGuidance = ({ form }: { form: FormState<typeof addGuidanceForm> }) => (
  <>
    <Trail
      items={[{ text: 'Guidance beside the questions', href: paths.guidanceLinks.to() }, { text: 'Add a link' }]}
    />
    <FormErrors form={form} fields={['question', 'title', 'url']} />
    <PageHeading>Add a link</PageHeading>
    <PageForm secrets={form.secrets}>
      <SelectField
        form={form}
        name="question"
        label="Beside which question?"
        items={[
          { value: '', text: 'Select a question' },
          ...questionsOf(standard1).map(({ key, label }) => ({ value: key, text: label })),
        ]}
      />
      <TextField
        form={form}
        name="title"
        label="What is the guidance called?"
        hint="Where the form names the guidance, write its name as the form does: the link then stands in its place."
        autocomplete="off"
      />
      <TextField
        form={form}
        name="url"
        label="Its address"
        hint="It begins with https://, and everybody in the partnership can open it."
        autocomplete="off"
      />
      <Button>Add the link</Button>
    </PageForm>
  </>
)
