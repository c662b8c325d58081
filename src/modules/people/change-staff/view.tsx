import type { FormState } from '#platform/web/form-page.ts'
import { FormErrors, PageForm, Theirs } from '#ui/form/index.ts'
import { Button } from '#ui/govuk/index.ts'
import { Trail } from '#ui/layout.tsx'
import { PageHeading } from '#ui/page-parts/index.ts'
import { paths } from '../paths.ts'
import type { StaffMember, Team } from '../staff.ts'
import { StaffFields, staffFieldOrder } from '../staff-fields.tsx'
import type { staffForm } from '../staff-form.ts'

type Props = {
  loaded: { organisationId: string; organisation: string; member: StaffMember; teams: readonly Team[] }
  form: FormState<ReturnType<typeof staffForm>>
}

const labels = {
  name: 'Full name',
  jobRole: 'Job role',
  team: 'Team',
  started: 'First day in post',
  left: 'Last day in post',
}

/** What the staff list says of one person. */
export const ChangeStaff = ({ loaded: { organisation, member, teams }, form }: Props) => (
  <>
    <Trail
      items={[
        { text: 'Settings', href: paths.settings.to() },
        { text: 'Staff', href: paths.staff.to() },
        { text: member.name },
      ]}
    />
    <FormErrors form={form} fields={staffFieldOrder} />
    <PageHeading caption={organisation}>{member.name}</PageHeading>
    <Theirs theirs={form.theirs} labels={labels} />
    <PageForm secrets={{ version: member.version, ...form.secrets }}>
      <StaffFields form={form} teams={teams} />
      <Button>Save the changes</Button>
    </PageForm>
  </>
)
