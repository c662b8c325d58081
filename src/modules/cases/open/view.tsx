import type { FormState } from '#platform/web/form-page.ts'
import { FormErrors, PageForm, SelectField, TextField } from '#ui/form/index.ts'
import { Button } from '#ui/govuk/index.ts'
import { Trail } from '#ui/layout.tsx'
import { Lead, PageHeading } from '#ui/page-parts/index.ts'
import { noTeam } from '../details/form.ts'
import type { Team } from '../details/worker.ts'
import { paths } from '../paths.ts'
import type { openForm } from './form.ts'

type Props = {
  loaded: { teams: readonly Team[]; ownTeam: string | null; number: string }
  form: FormState<ReturnType<typeof openForm>>
}

/** The little that a record begins with. */
export const OpenFamily = ({ loaded: { teams }, form }: Props) => (
  <>
    <Trail items={[{ text: 'Families', href: paths.families.to() }, { text: 'Open a family record' }]} />
    <FormErrors form={form} fields={['name', 'cmsId', 'team']} />
    <PageHeading>Open a family record</PageHeading>
    <Lead>You work with the family from today. Next you add the people in it.</Lead>
    <PageForm secrets={form.secrets}>
      <TextField
        form={form}
        name="name"
        label="Name of the record"
        hint="For example, the surnames in the family. Leave out where anybody lives."
        autocomplete="off"
        spellcheck={false}
      />
      <TextField
        form={form}
        name="cmsId"
        label="Number in the case system (optional)"
        hint="Where the borough’s own system has this family too."
        classes="govuk-input--width-20"
        spellcheck={false}
      />
      <SelectField
        form={form}
        name="team"
        label="Team"
        hint="Its manager sees the record."
        items={[
          { value: '', text: 'Select a team' },
          ...teams.map(({ id, name }) => ({ value: id, text: name })),
          { value: noTeam, text: 'No team' },
        ]}
      />
      <Button>Open the record</Button>
    </PageForm>
  </>
)
