import type { FormState } from '#platform/web/form-page.ts'
import { FormErrors, PageForm, SaveDraftButton } from '#ui/form/index.ts'
import { Button } from '#ui/govuk/index.ts'
import { Trail } from '#ui/layout.tsx'
import { PageHeading } from '#ui/page-parts/index.ts'
import { paths } from '../paths.ts'
import type { Team } from '../staff.ts'
import { StaffFields, staffFieldOrder } from '../staff-fields.tsx'
import type { staffForm } from '../staff-form.ts'

type Props = {
  loaded: { organisationId: string; organisation: string; teams: readonly Team[] }
  form: FormState<ReturnType<typeof staffForm>>
}

/** Puts somebody on the staff list; an account is another thing. */
export const AddStaff = ({ loaded: { organisation, teams }, form }: Props) => (
  <>
    <Trail
      items={[
        { text: 'Settings', href: paths.settings.to() },
        { text: 'Staff', href: paths.staff.to() },
        { text: 'Add a member of staff' },
      ]}
    />
    <FormErrors form={form} fields={staffFieldOrder} />
    <PageHeading caption={organisation}>Add a member of staff</PageHeading>
    <p class="govuk-body">This counts them for training. To let them sign in, invite them as well.</p>
    <PageForm secrets={form.secrets} draft={form.draft}>
      <StaffFields form={form} teams={teams} />
      <div class="govuk-button-group">
        <Button>Add them</Button>
        <SaveDraftButton />
      </div>
    </PageForm>
  </>
)
