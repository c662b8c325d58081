import type { Person } from '#platform/access/actor.ts'
import type { FormState } from '#platform/web/form-page.ts'
import { FormErrors, PageForm, RadiosField, SelectField, TextField } from '#ui/form/index.ts'
import { Button } from '#ui/govuk/index.ts'
import { PageHeading } from '#ui/page-parts/index.ts'
import type { RoleChoice } from '../../access.ts'
import type { Staff } from '../../invitation-store.ts'
import type { ListedChoice } from '../role-choices.ts'
import { InvitationTrail } from '../sections.tsx'
import type { inviteForm } from './form.ts'

type Props = {
  loaded: {
    administrator: Person
    choices: readonly RoleChoice[]
    listed: readonly ListedChoice[]
    staff: readonly Staff[]
  }
  form: FormState<ReturnType<typeof inviteForm>>
}

const staffText = ({ name, job_role }: Staff): string => (job_role === '' ? name : `${name}, ${job_role}`)

export const Invite = ({ loaded, form }: Props) => (
  <>
    <InvitationTrail here="Invite somebody" />
    <FormErrors form={form} fields={['name', 'email', 'role', 'person']} />
    <PageHeading caption={loaded.administrator.grant.organisation}>Invite somebody</PageHeading>
    <PageForm secrets={form.secrets}>
      <TextField form={form} name="name" label="Full name" autocomplete="off" spellcheck={false} />
      <TextField
        form={form}
        name="email"
        label="Work email address"
        hint="The message says only that there is something to read. Its link works once and for 7 days."
        type="email"
        autocomplete="off"
        spellcheck={false}
      />
      <RadiosField form={form} name="role" fieldset={{ legend: 'Role' }} items={loaded.listed} />
      {loaded.staff.length > 0 && (
        <SelectField
          form={form}
          name="person"
          label="Member of staff (optional)"
          hint="Choose them if they are in your list of staff already, so that their training is counted once."
          items={[
            { value: '', text: 'Not in the list' },
            ...loaded.staff.map((staff) => ({ value: staff.id, text: staffText(staff) })),
          ]}
        />
      )}
      <Button>Send the invitation</Button>
    </PageForm>
  </>
)
