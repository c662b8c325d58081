import type { FormState } from '#platform/web/form-page.ts'
import { FormErrors, PageForm, PassphraseField, TextField } from '#ui/form/index.ts'
import { Button, Details, InsetText } from '#ui/govuk/index.ts'
import { PageHeading } from '#ui/page-parts/index.ts'
import { paths } from '../paths.ts'
import type { signInForm } from './form.ts'

type Props = { loaded: { demonstration: boolean }; form: FormState<typeof signInForm> }

export const SignIn = ({ loaded, form }: Props) => (
  <>
    <FormErrors form={form} fields={['email', 'passphrase']} />
    <PageHeading>Sign in</PageHeading>
    {loaded.demonstration && (
      <InsetText>
        This is a demonstration with invented people.{' '}
        <a class="govuk-link" href={paths.demonstrationSignIns.to()}>
          Choose somebody to sign in as
        </a>
      </InsetText>
    )}
    <PageForm secrets={form.secrets}>
      <TextField
        form={form}
        name="email"
        label="Email address"
        type="email"
        autocomplete="username"
        spellcheck={false}
      />
      <PassphraseField
        form={form}
        name="passphrase"
        label="Passphrase"
        texts={{ showLabel: 'Show passphrase', hideLabel: 'Hide passphrase' }}
      />
      <Button>Sign in</Button>
    </PageForm>
    <Details summary="I cannot sign in">
      <h2 class="govuk-heading-s">I have lost my passphrase</h2>
      <p class="govuk-body">
        Ask an administrator of your organisation to send you a new link. It comes to your work email address, and you
        choose a new passphrase.
      </p>
      <h2 class="govuk-heading-s">I have lost my phone or my app</h2>
      <p class="govuk-body">
        Sign in with your passphrase, then use one of your recovery codes. If you do not have them, ask an administrator
        to send you a new link: you choose a new passphrase and set up the app again.
      </p>
      <h2 class="govuk-heading-s">I have no account</h2>
      <p class="govuk-body">Ask an administrator of your organisation to invite you.</p>
    </Details>
  </>
)
