import type { FormState } from '#platform/web/form-page.ts'
import { DateField, FormErrors, PageForm, TextField, Theirs } from '#ui/form/index.ts'
import { Button } from '#ui/govuk/index.ts'
import { Trail } from '#ui/layout.tsx'
import { PageHeading } from '#ui/page-parts/index.ts'
import { paths } from '../paths.ts'
import type { Team } from '../staff.ts'
import { type teamForm, teamVersion } from '../team-form.ts'

type Props = { loaded: { organisationId: string; organisation: string; team: Team }; form: FormState<typeof teamForm> }

/** Gives a team another name, closes it, or opens it again. */
export const ChangeTeam = ({ loaded: { organisation, team }, form }: Props) => (
  <>
    <Trail
      items={[
        { text: 'Settings', href: paths.settings.to() },
        { text: 'Teams', href: paths.teams.to() },
        { text: team.name },
      ]}
    />
    <FormErrors form={form} fields={['name', { date: 'closed' }]} />
    <PageHeading caption={organisation}>{team.name}</PageHeading>
    <Theirs theirs={form.theirs} labels={{ name: 'Name of the team', closed: 'Closed on' }} />
    <PageForm secrets={{ version: teamVersion(team), ...form.secrets }}>
      <TextField form={form} name="name" label="Name of the team" autocomplete="off" />
      <DateField
        form={form}
        name="closed"
        fieldset={{ legend: 'Closed on (optional)' }}
        hint="Empty: the team is open. A closed team keeps its records and takes nobody new."
      />
      <Button>Save the changes</Button>
    </PageForm>
  </>
)
