import type { FormState } from '#platform/web/form-page.ts'
import { FormErrors, PageForm, RadiosField, TextField, Theirs } from '#ui/form/index.ts'
import { BackLink, Button } from '#ui/govuk/index.ts'
import { PageHeading } from '#ui/page-parts/index.ts'
import { paths } from '../../paths.ts'
import type { Reader } from '../reader.ts'
import type { settingForm } from './form.ts'
import type { Withholding } from './withholding.ts'

type Props = {
  loaded: { readonly reader: Reader; readonly setting: Withholding }
  form: FormState<typeof settingForm>
}

const labels = { highest: 'What is the highest number withheld?', zeros: 'Are zeros shown?' }

/** From which number on a borough shows what leaves it. */
export const Setting = ({ loaded: { reader, setting }, form }: Props) => (
  <>
    <BackLink href={paths.versions.to()}>Back to sign-off</BackLink>
    <FormErrors form={form} fields={['highest', 'zeros']} />
    <PageHeading caption={reader.borough.name}>Which numbers are withheld</PageHeading>
    <p class="govuk-body">
      A small number can show who a child is. The Department for Education withholds 1 to 5; your borough may withhold
      more, never fewer. What has left already does not change.
    </p>
    <Theirs theirs={form.theirs} labels={labels} />
    <PageForm secrets={{ version: setting.version, ...form.secrets }}>
      <TextField
        form={form}
        name="highest"
        label={labels.highest}
        hint="From 5 to 20. 1 up to this number is withheld, and what would give it away."
        classes="govuk-input--width-2"
        inputmode="numeric"
      />
      <RadiosField
        form={form}
        name="zeros"
        fieldset={{ legend: { children: labels.zeros } }}
        items={[
          { value: 'shown', text: 'Yes: 0 says that there was none' },
          { value: 'hidden', text: 'No: 0 is withheld as small numbers are' },
        ]}
      />
      <Button>Save</Button>
    </PageForm>
  </>
)
