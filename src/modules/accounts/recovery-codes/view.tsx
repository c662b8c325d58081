import type { FormState } from '#platform/web/form-page.ts'
import { FormErrors, PageForm, PassphraseField } from '#ui/form/index.ts'
import { Button } from '#ui/govuk/index.ts'
import { Lead, PageHeading } from '#ui/page-parts/index.ts'
import { OwnTrail } from '../account/trail.tsx'
import type { recoveryCodesForm } from './page.ts'

export const NewRecoveryCodes = ({ form }: { form: FormState<typeof recoveryCodesForm> }) => (
  <>
    <OwnTrail here="Get new recovery codes" />
    <FormErrors form={form} fields={['passphrase']} />
    <PageHeading>Get new recovery codes</PageHeading>
    <Lead>You get 10 new codes. The ones that you have now stop working.</Lead>
    <PageForm secrets={form.secrets}>
      <PassphraseField
        form={form}
        name="passphrase"
        label="Your passphrase"
        hint="We ask again in case somebody else is at your screen."
        autocomplete="current-password"
        texts={{ showLabel: 'Show passphrase', hideLabel: 'Hide passphrase' }}
      />
      <Button>Get new codes</Button>
    </PageForm>
  </>
)
