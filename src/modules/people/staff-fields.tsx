import type { FormState } from '#platform/web/form-page.ts'
import { DateField, SelectField, TextField } from '#ui/form/index.ts'
import type { Team } from './staff.ts'
import { noTeam, type staffForm } from './staff-form.ts'

/** The fields of a member of staff in the order of the page, for its error summary. */
export const staffFieldOrder = ['name', 'jobRole', 'team', { date: 'started' }, { date: 'left' }] as const

/** Name, job role, team, first and last day. */
export const StaffFields = ({
  form,
  teams,
}: {
  form: FormState<ReturnType<typeof staffForm>>
  teams: readonly Team[]
}) => (
  <>
    <TextField form={form} name="name" label="Full name" autocomplete="off" spellcheck={false} />
    <TextField
      form={form}
      name="jobRole"
      label="Job role (optional)"
      hint="For example, Senior social worker"
      autocomplete="off"
    />
    <SelectField
      form={form}
      name="team"
      label="Team"
      items={[
        { value: '', text: 'Select a team' },
        ...teams.map(({ id, name, closedOn }) => ({ value: id, text: closedOn === null ? name : `${name} (closed)` })),
        { value: noTeam, text: 'No team' },
      ]}
    />
    <DateField form={form} name="started" fieldset={{ legend: 'First day in post' }} hint="For example, 1 9 2025" />
    <DateField
      form={form}
      name="left"
      fieldset={{ legend: 'Last day in post (optional)' }}
      hint="From the day after, they cannot sign in, and coverage no longer counts them."
    />
  </>
)
