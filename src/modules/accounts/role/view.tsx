import type { FormState } from '#platform/web/form-page.ts'
import { FormErrors, PageForm, RadiosField } from '#ui/form/index.ts'
import { Button } from '#ui/govuk/index.ts'
import { PageHeading } from '#ui/page-parts/index.ts'
import { OwnTrail } from '../account/trail.tsx'
import type { roleForm } from './page.ts'

type Props = {
  loaded: { grants: readonly { id: string; text: string }[]; now: string }
  form: FormState<typeof roleForm>
}

export const ChooseRole = ({ loaded, form }: Props) => (
  <>
    <OwnTrail here="Choose a role" />
    <FormErrors form={form} fields={['grant']} />
    <PageHeading>Choose a role</PageHeading>
    <PageForm secrets={form.secrets}>
      <RadiosField
        form={form}
        name="grant"
        fieldset={{ legend: 'Which role do you want to act in?' }}
        hint="Home shows what needs you in that role. You can change it at any time."
        items={loaded.grants.map(({ id, text }) => ({ value: id, text }))}
      />
      <Button>Continue</Button>
    </PageForm>
  </>
)
