import type { FormState } from '#platform/web/form-page.ts'
import { DateField, FormErrors, PageForm, RadiosField, SelectField, TextField } from '#ui/form/index.ts'
import { Button } from '#ui/govuk/index.ts'
import { Trail } from '#ui/layout.tsx'
import { PageHeading } from '#ui/page-parts/index.ts'
import {
  capacities,
  capacityNames,
  type Named,
  type Partnership,
  stageHints,
  stageNames,
  stages,
} from '../partnership.ts'
import { paths } from '../paths.ts'
import { type membershipForm, newOrganisation, noStage } from './form.ts'

type Props = {
  loaded: { partnership: Partnership; organisations: readonly Named[] }
  form: FormState<ReturnType<typeof membershipForm>>
}

const trail = [
  { text: 'Settings', href: paths.settings.to() },
  { text: 'Partnership', href: paths.partnership.to() },
  { text: 'Add a member' },
]

/** Takes an organisation into the partnership. */
export const AddMembership = ({ loaded: { partnership, organisations }, form }: Props) => (
  <>
    <Trail items={trail} />
    <FormErrors form={form} fields={['organisation', 'name', 'capacity', 'stage', { date: 'joined' }]} />
    <PageHeading caption={partnership.name}>Add a member</PageHeading>
    <PageForm secrets={form.secrets}>
      <SelectField
        form={form}
        name="organisation"
        label="Organisation"
        items={[
          { value: '', text: 'Select an organisation' },
          { value: newOrganisation, text: 'It is not listed' },
          ...organisations.map(({ id, name }) => ({ value: id, text: name })),
        ]}
      />
      <TextField form={form} name="name" label="Name, if it is not listed" autocomplete="off" spellcheck={false} />
      <RadiosField
        form={form}
        name="capacity"
        fieldset={{ legend: 'In what capacity does it take part?' }}
        items={capacities.map((capacity) => ({ value: capacity, text: capacityNames[capacity].one }))}
      />
      <RadiosField
        form={form}
        name="stage"
        fieldset={{ legend: 'At which stage is it?' }}
        items={[
          ...stages.map((stage) => ({ value: stage, text: stageNames[stage], hint: stageHints[stage] })),
          { value: noStage, text: 'It has none: it is not a borough' },
        ]}
      />
      <DateField
        form={form}
        name="joined"
        fieldset={{ legend: 'First day of membership' }}
        hint="For example, 1 8 2026. Figures of a term count those who were members in it."
      />
      <Button>Add the member</Button>
    </PageForm>
  </>
)
