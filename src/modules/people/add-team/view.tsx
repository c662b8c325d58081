import type { FormState } from '#platform/web/form-page.ts'
import { FormErrors, PageForm, TextField } from '#ui/form/index.ts'
import { Button } from '#ui/govuk/index.ts'
import { Trail } from '#ui/layout.tsx'
import { PageHeading } from '#ui/page-parts/index.ts'
import { paths } from '../paths.ts'
import type { newTeamForm } from '../team-form.ts'

type Props = { loaded: { organisationId: string; organisation: string }; form: FormState<typeof newTeamForm> }

/** Adds a team. */
export const AddTeam = ({ loaded: { organisation }, form }: Props) => (
  <>
    <Trail
      items={[
        { text: 'Settings', href: paths.settings.to() },
        { text: 'Teams', href: paths.teams.to() },
        { text: 'Add a team' },
      ]}
    />
    <FormErrors form={form} fields={['name']} />
    <PageHeading caption={organisation}>Add a team</PageHeading>
    <PageForm secrets={form.secrets}>
      <TextField form={form} name="name" label="Name of the team" autocomplete="off" />
      <Button>Add the team</Button>
    </PageForm>
  </>
)
