import type { FormState } from '#platform/web/form-page.ts'
import { CountedField, FormErrors, PageForm, TextField } from '#ui/form/index.ts'
import { Button, InsetText } from '#ui/govuk/index.ts'
import { Trail } from '#ui/layout.tsx'
import { PageHeading } from '#ui/page-parts/index.ts'
import { paths } from '../../paths.ts'
import type { emergencyForm } from './form.ts'

/** A manager on duty needs a record that is not theirs, now. */
export const EmergencyView = ({ form }: { form: FormState<typeof emergencyForm> }) => (
  <>
    <Trail items={[{ text: 'Families', href: paths.families.to() }, { text: 'Open a record in an emergency' }]} />
    <FormErrors form={form} fields={['reference', 'reason']} />
    <PageHeading>Open a record in an emergency</PageHeading>
    <p class="govuk-body">
      For a manager on duty, when a family that another team works with needs somebody now. The record opens to you for
      four hours.
    </p>
    <InsetText>
      <p class="govuk-body">
        The manager of the family is told at once. Somebody other than you looks at it within two working days. Your
        reason stays in the access record.
      </p>
    </InsetText>
    <PageForm secrets={form.secrets}>
      <TextField
        form={form}
        name="reference"
        label="Which record?"
        hint="Its reference, such as F-7K2M9QXA, or its number in the case system"
        autocomplete="off"
        spellcheck={false}
        classes="govuk-input--width-20"
      />
      <CountedField
        form={form}
        name="reason"
        label="Why do you have to open it now?"
        hint="A sentence. Leave out where anybody lives."
        maxlength={1000}
        rows={3}
        wording={false}
      />
      <Button>Open the record</Button>
    </PageForm>
  </>
)
