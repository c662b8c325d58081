import type { FormState } from '#platform/web/form-page.ts'
import { FormErrors, PageForm, PassphraseField } from '#ui/form/index.ts'
import { Button, SummaryList } from '#ui/govuk/index.ts'
import { Lead, PageHeading } from '#ui/page-parts/index.ts'
import { paths } from '../paths.ts'
import { roleWords } from '../role-words.ts'
import type { invitationForm } from './form.ts'

type Props = {
  loaded: { name: string; email: string; organisation: string; role: string; again: boolean }
  form: FormState<typeof invitationForm>
}

export const Invitation = ({ loaded, form }: Props) => (
  <>
    <FormErrors form={form} fields={['passphrase']} />
    <PageHeading>{loaded.again ? 'Choose a new passphrase' : 'Accept your invitation'}</PageHeading>
    <SummaryList
      rows={[
        { key: 'Name', value: loaded.name },
        { key: 'Organisation', value: loaded.organisation },
        // A link for an account that is there gives no role.
        !loaded.again && { key: 'Role', value: roleWords(loaded.role) },
        { key: 'Email address', value: loaded.email },
      ]}
    />
    {loaded.again && (
      <>
        <p class="govuk-body">
          You have an account already. With the new passphrase you keep it, and your roles and what you recorded.
        </p>
        <ul class="govuk-list govuk-list--bullet">
          <li>Your old passphrase, app and recovery codes stop working.</li>
          <li>You are signed out everywhere else.</li>
          <li>If your organisation asks for an app, you set it up again in the next step.</li>
        </ul>
      </>
    )}
    <p class="govuk-body">If this is not you, close the page and tell whoever sent you the link.</p>
    <PageForm secrets={form.secrets}>
      {/* For password managers: they keep the passphrase under this name. */}
      <input type="hidden" name="_username" value={loaded.email} autocomplete="username" />
      <PassphraseField
        form={form}
        name="passphrase"
        label={loaded.again ? 'New passphrase' : 'Choose a passphrase'}
        hint="12 characters or more. Four words that do not belong together are easy to remember and hard to guess."
        autocomplete="new-password"
        texts={{ showLabel: 'Show passphrase', hideLabel: 'Hide passphrase' }}
      />
      <Button>{loaded.again ? 'Change passphrase and continue' : 'Accept and continue'}</Button>
    </PageForm>
  </>
)

export const SpentInvitation = () => (
  <>
    <PageHeading>This link does not work any more</PageHeading>
    <Lead>A link works once and for 7 days. It may have been used, withdrawn, or cut off when it was copied.</Lead>
    <p class="govuk-body">
      If you have chosen a passphrase already,{' '}
      <a class="govuk-link" href={paths.signIn.to()}>
        sign in
      </a>
      . Otherwise ask whoever sent you the link for a new one.
    </p>
  </>
)
