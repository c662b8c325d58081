import type { FormState } from '#platform/web/form-page.ts'
import { FormErrors, PageForm, RadiosField, TextField } from '#ui/form/index.ts'
import { Button } from '#ui/govuk/index.ts'
import { PageHeading } from '#ui/page-parts/index.ts'
import type { Security as Now } from '../../admin-store.ts'
import { paths } from '../../paths.ts'
import { SettingsTabs } from '../sections.tsx'
import type { securityForm } from './form.ts'

type Props = {
  loaded: { organisationId: string; organisation: string; now: Now; most: number }
  form: FormState<ReturnType<typeof securityForm>>
}

export const Security = ({ loaded, form }: Props) => (
  <>
    <FormErrors form={form} fields={['code', 'minutes']} />
    <PageHeading caption={loaded.organisation}>Signing in</PageHeading>
    <SettingsTabs current={paths.security.to()} />
    <PageForm secrets={form.secrets}>
      <RadiosField
        form={form}
        name="code"
        fieldset={{ legend: 'Does everybody need an authenticator app?' }}
        items={[
          {
            value: 'yes',
            text: 'Yes',
            hint: 'Whoever has none yet is led through setting it up when they next sign in.',
          },
          { value: 'no', text: 'No', hint: 'Whoever has set one up still needs it.' },
        ]}
      />
      <TextField
        form={form}
        name="minutes"
        label="Minutes until an unused session ends"
        hint={`From 5 to ${loaded.most}. What is half filled in is kept. It counts from the next time that somebody signs in.`}
        classes="govuk-input--width-3"
        inputmode="numeric"
        suffix="minutes"
      />
      <Button>Save</Button>
    </PageForm>
  </>
)
