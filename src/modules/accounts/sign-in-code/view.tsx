import type { FormState } from '#platform/web/form-page.ts'
import { FormErrors, PageForm, TextField } from '#ui/form/index.ts'
import { Button } from '#ui/govuk/index.ts'
import { PageHeading } from '#ui/page-parts/index.ts'
import { paths, withNext } from '../paths.ts'
import type { codeForm } from './page.ts'

type Props = { loaded: { next: string }; form: FormState<typeof codeForm> }

export const SignInCode = ({ loaded, form }: Props) => (
  <>
    <FormErrors form={form} fields={['code']} />
    <PageHeading>Enter your code</PageHeading>
    <PageForm secrets={form.secrets}>
      <TextField
        form={form}
        name="code"
        label="6-digit code"
        hint="Open your authenticator app. The code changes every 30 seconds."
        classes="govuk-input--width-5 govuk-input--extra-letter-spacing"
        inputmode="numeric"
        autocomplete="one-time-code"
        spellcheck={false}
      />
      <Button>Continue</Button>
    </PageForm>
    <p class="govuk-body">
      <a class="govuk-link" href={withNext(paths.recoveryCode.to(), loaded.next)}>
        I do not have my app with me
      </a>
    </p>
  </>
)
