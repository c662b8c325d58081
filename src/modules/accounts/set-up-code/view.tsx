import type { FormState } from '#platform/web/form-page.ts'
import { FormErrors, PageForm, TextField } from '#ui/form/index.ts'
import { Button } from '#ui/govuk/index.ts'
import { Lead, PageHeading } from '#ui/page-parts/index.ts'
import type { setUpCodeForm } from './form.ts'
import { QrCode } from './qr-code.tsx'

type Props = { loaded: { secret: string; uri: string; required: boolean }; form: FormState<typeof setUpCodeForm> }

// Groups of four, as people read a long key out to themselves.
const grouped = (secret: string): string => secret.replaceAll(/(.{4})(?!$)/g, '$1 ')

export const SetUpCode = ({ loaded, form }: Props) => (
  <>
    <FormErrors form={form} fields={['code']} />
    <PageHeading>Set up an authenticator app</PageHeading>
    <Lead>
      {loaded.required
        ? 'Your organisation asks for a code as well as your passphrase.'
        : 'With it, your passphrase alone no longer opens your account.'}
    </Lead>
    <ol class="govuk-list govuk-list--number govuk-list--spaced">
      <li>Open an authenticator app on your phone, such as the one that your organisation gave you.</li>
      <li>
        Add an account by scanning this picture.
        <div>
          <QrCode text={loaded.uri} label="QR code for your authenticator app" />
        </div>
      </li>
      <li>
        If you cannot scan it, type this key into the app instead.
        <div>
          <span class="tl-code">{grouped(loaded.secret)}</span>
        </div>
      </li>
      <li>Enter the code that the app shows.</li>
    </ol>
    <PageForm secrets={form.secrets}>
      <input type="hidden" name="secret" value={loaded.secret} />
      <TextField
        form={form}
        name="code"
        label="6-digit code"
        classes="govuk-input--width-5 govuk-input--extra-letter-spacing"
        inputmode="numeric"
        autocomplete="one-time-code"
        spellcheck={false}
      />
      <Button>Continue</Button>
    </PageForm>
  </>
)
