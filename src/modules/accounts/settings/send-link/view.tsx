import type { FormState } from '#platform/web/form-page.ts'
import { FormErrors, PageForm } from '#ui/form/index.ts'
import { Button, InsetText } from '#ui/govuk/index.ts'
import { Lead, PageHeading } from '#ui/page-parts/index.ts'
import { paths } from '../../paths.ts'
import { AccountTrail } from '../sections.tsx'
import type { LinkTo, sendLinkForm } from './page.ts'

type Props = { loaded: LinkTo; form: FormState<typeof sendLinkForm> }

export const SendLink = ({ loaded: { account }, form }: Props) => (
  <>
    <AccountTrail account={account} here="Send a new link" />
    <FormErrors form={form} fields={[]} />
    <PageHeading caption={account.name}>Send a new link</PageHeading>
    <Lead>For somebody who has lost their passphrase, or their app and recovery codes.</Lead>
    <InsetText>
      Make sure that it is {account.name} who asks, for example by calling a number that you know to be theirs.
    </InsetText>
    <h2 class="govuk-heading-m">What will happen</h2>
    <ul class="govuk-list govuk-list--bullet">
      <li>
        A message goes to <strong>{account.email}</strong>. It says only that there is something to read. Its link works
        once and for 7 days.
      </li>
      <li>With the link they choose a new passphrase. If your organisation asks for an app, they set it up again.</li>
      <li>
        At that moment the old passphrase, app and recovery codes stop working, and they are signed out everywhere.
      </li>
      <li>Until then nothing changes. A link that was sent to them before stops working now.</li>
      <li>Their roles stay as they are.</li>
    </ul>
    <PageForm secrets={form.secrets}>
      <div class="govuk-button-group">
        <Button>Send the link</Button>
        <a class="govuk-link" href={paths.person.to({ id: account.id })}>
          Go back without sending
        </a>
      </div>
    </PageForm>
  </>
)
