import type { FormState } from '#platform/web/form-page.ts'
import { FormErrors, PageForm, TextField } from '#ui/form/index.ts'
import { Button, Details } from '#ui/govuk/index.ts'
import { PageHeading } from '#ui/page-parts/index.ts'
import { paths, withNext } from '../paths.ts'
import type { recoveryCodeForm } from './page.ts'

type Props = { loaded: { next: string }; form: FormState<typeof recoveryCodeForm> }

export const SignInRecoveryCode = ({ loaded, form }: Props) => (
  <>
    <FormErrors form={form} fields={['code']} />
    <PageHeading>Enter a recovery code</PageHeading>
    <PageForm secrets={form.secrets}>
      <TextField
        form={form}
        name="code"
        label="Recovery code"
        hint="One of the 10 codes that you kept when you set up your app. Each works once. Capital letters, spaces and dashes do not matter."
        classes="govuk-input--width-20"
        autocomplete="off"
        autocapitalize="characters"
        spellcheck={false}
      />
      <Button>Continue</Button>
    </PageForm>
    <p class="govuk-body">
      <a class="govuk-link" href={withNext(paths.code.to(), loaded.next)}>
        Use the code from my app
      </a>
    </p>
    <Details summary="I have neither my app nor a recovery code">
      <p class="govuk-body">
        Ask an administrator of your organisation to send you a new link. With it you choose a new passphrase and set up
        an app again.
      </p>
    </Details>
  </>
)
