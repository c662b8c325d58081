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
      <p class="govuk-body">
        An account is given by an administrator of your organisation, through a link to your work email address. If you
        have lost your passphrase, ask them too.
      </p>
    </Details>
  </>
)
