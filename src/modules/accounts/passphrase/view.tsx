import type { FormState } from '#platform/web/form-page.ts'
import { FormErrors, PageForm, PassphraseField } from '#ui/form/index.ts'
import { Button } from '#ui/govuk/index.ts'
import { PageHeading } from '#ui/page-parts/index.ts'
import { OwnTrail } from '../account/trail.tsx'
import type { passphraseForm } from './form.ts'

const texts = { showLabel: 'Show passphrase', hideLabel: 'Hide passphrase' }

export const ChangePassphrase = ({ form }: { form: FormState<typeof passphraseForm> }) => (
  <>
    <OwnTrail here="Change your passphrase" />
    <FormErrors form={form} fields={['current', 'passphrase']} />
    <PageHeading>Change your passphrase</PageHeading>
    <PageForm secrets={form.secrets}>
      <PassphraseField
        form={form}
        name="current"
        label="Current passphrase"
        autocomplete="current-password"
        texts={texts}
      />
      <PassphraseField
        form={form}
        name="passphrase"
        label="New passphrase"
        hint="12 characters or more. Four words that do not belong together are easy to remember and hard to guess."
        autocomplete="new-password"
        texts={texts}
      />
      <p class="govuk-body">You stay signed in here, and are signed out everywhere else.</p>
      <Button>Change passphrase</Button>
    </PageForm>
  </>
)
