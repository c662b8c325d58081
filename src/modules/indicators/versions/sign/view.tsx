import type { FormState } from '#platform/web/form-page.ts'
import { CheckboxesField, FormErrors, LongTextField, PageForm } from '#ui/form/index.ts'
import { BackLink, Button } from '#ui/govuk/index.ts'
import { PageHeading } from '#ui/page-parts/index.ts'
import { Checks } from '../../checks/index.ts'
import { paths } from '../../paths.ts'
import type { Reader } from '../reader.ts'
import type { Version } from '../version.ts'
import type { signForm } from './form.ts'

type Props = {
  loaded: { readonly reader: Reader; readonly version: Version }
  form: FormState<typeof signForm>
}

/** The analyst's signature: the figures are what the files say, and what differs from the published ones is explained. */
export const SignVersion = ({ loaded: { reader, version }, form }: Props) => {
  const outside = version.checks.some(({ within }) => within === 'outside')
  return (
    <>
      <BackLink href={paths.version.to({ versionId: version.id })}>Back to version {version.number}</BackLink>
      <FormErrors form={form} fields={['looked', 'note']} />
      <PageHeading caption={reader.borough.name}>Sign version {version.number}</PageHeading>
      <p class="govuk-body">
        Your signature says that the files are the right ones and that the figures are what they say. The lead signs
        after you, and nothing leaves the borough before.
      </p>
      <Checks checks={version.checks} />
      <PageForm secrets={form.secrets}>
        <CheckboxesField
          form={form}
          name="looked"
          items={[{ value: 'yes', text: 'I have looked at the checks and at the differences from the last version' }]}
        />
        <LongTextField
          form={form}
          name="note"
          label={outside ? 'What explains the checks that are outside?' : 'Note for the lead (optional)'}
          hint="Whoever reads this version sees it. Name no child."
          rows={4}
          wording={false}
        />
        <Button>Sign as analyst</Button>
      </PageForm>
    </>
  )
}
