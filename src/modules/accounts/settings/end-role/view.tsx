import type { LocalDate } from '#platform/dates.ts'
import type { FormState } from '#platform/web/form-page.ts'
import { DateField, FormErrors, PageForm, RadiosField } from '#ui/form/index.ts'
import { Button } from '#ui/govuk/index.ts'
import { Lead, PageHeading } from '#ui/page-parts/index.ts'
import type { Grant } from '../../admin-store.ts'
import type { LoadedAccount } from '../loading.ts'
import { AccountTrail } from '../sections.tsx'
import type { endRoleForm } from './form.ts'

type Props = {
  loaded: LoadedAccount & { grant: Grant; today: LocalDate; role: string; dates: string }
  form: FormState<ReturnType<typeof endRoleForm>>
}

export const EndRole = ({ loaded, form }: Props) => (
  <>
    <AccountTrail account={loaded.account} here="End a role" />
    <FormErrors form={form} fields={['when', { date: 'last' }]} />
    <PageHeading caption={loaded.account.name}>End the role {loaded.role}</PageHeading>
    <Lead>
      {loaded.account.name} has it {loaded.dates}. What they did in it stays.
    </Lead>
    <PageForm secrets={form.secrets}>
      <RadiosField
        form={form}
        name="when"
        fieldset={{ legend: 'When does it end?' }}
        items={[
          { value: 'now', text: 'Now', hint: 'It opens nothing from this moment, though they are signed in.' },
          { value: 'later', text: 'At the end of a day' },
        ]}
      />
      <DateField
        form={form}
        name="last"
        fieldset={{ legend: 'Last day' }}
        hint="Only where it ends at the end of a day."
      />
      <Button>End the role</Button>
    </PageForm>
  </>
)
