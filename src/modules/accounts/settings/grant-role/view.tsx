import type { LocalDate } from '#platform/dates.ts'
import type { FormState } from '#platform/web/form-page.ts'
import { DateField, FormErrors, PageForm, RadiosField } from '#ui/form/index.ts'
import { Button } from '#ui/govuk/index.ts'
import { PageHeading } from '#ui/page-parts/index.ts'
import type { RoleChoice } from '../../access.ts'
import type { LoadedAccount } from '../loading.ts'
import type { ListedChoice } from '../role-choices.ts'
import { AccountTrail } from '../sections.tsx'
import type { grantRoleForm } from './form.ts'

type Props = {
  loaded: LoadedAccount & { choices: readonly RoleChoice[]; listed: readonly ListedChoice[]; today: LocalDate }
  form: FormState<ReturnType<typeof grantRoleForm>>
}

export const GrantRole = ({ loaded, form }: Props) => (
  <>
    <AccountTrail account={loaded.account} here="Give a role" />
    <FormErrors form={form} fields={['role', { date: 'starts' }, { date: 'last' }]} />
    <PageHeading caption={loaded.account.name}>Give a role</PageHeading>
    <PageForm secrets={form.secrets}>
      <RadiosField form={form} name="role" fieldset={{ legend: 'Role' }} items={loaded.listed} />
      <DateField form={form} name="starts" fieldset={{ legend: 'First day' }} />
      <DateField
        form={form}
        name="last"
        fieldset={{ legend: 'Last day (optional)' }}
        hint="Leave it empty where the role has no end yet."
      />
      <Button>Give the role</Button>
    </PageForm>
  </>
)
