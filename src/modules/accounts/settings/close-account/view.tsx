import type { FormState } from '#platform/web/form-page.ts'
import { FormErrors, PageForm } from '#ui/form/index.ts'
import { Button, WarningText } from '#ui/govuk/index.ts'
import { PageHeading } from '#ui/page-parts/index.ts'
import { paths } from '../../paths.ts'
import type { LoadedAccount } from '../loading.ts'
import { AccountTrail } from '../sections.tsx'
import type { closeAccountForm } from './page.ts'

type Props = { loaded: LoadedAccount; form: FormState<typeof closeAccountForm> }

export const CloseAccount = ({ loaded: { account }, form }: Props) => (
  <>
    <AccountTrail account={account} here="Close the account" />
    <FormErrors form={form} fields={[]} />
    <PageHeading caption={account.name}>Close this account</PageHeading>
    <ul class="govuk-list govuk-list--bullet">
      <li>{account.name} is signed out everywhere at once, and cannot sign in again.</li>
      <li>What they recorded stays, with their name.</li>
      <li>They stay in the list of staff, and in training figures, until their last day there.</li>
    </ul>
    <WarningText>An account that is closed cannot be opened again.</WarningText>
    <PageForm secrets={form.secrets}>
      <div class="govuk-button-group">
        <Button classes="govuk-button--warning">Close the account</Button>
        <a class="govuk-link" href={paths.person.to({ id: account.id })}>
          Keep it open
        </a>
      </div>
    </PageForm>
  </>
)
