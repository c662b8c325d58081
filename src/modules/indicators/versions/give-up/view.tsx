import type { FormState } from '#platform/web/form-page.ts'
import { FormErrors, LongTextField, PageForm } from '#ui/form/index.ts'
import { BackLink, Button } from '#ui/govuk/index.ts'
import { PageHeading } from '#ui/page-parts/index.ts'
import { paths } from '../../paths.ts'
import type { Reader } from '../reader.ts'
import type { VersionLine } from '../version.ts'
import type { giveUpForm } from './form.ts'

type Props = {
  loaded: { readonly reader: Reader; readonly version: VersionLine }
  form: FormState<typeof giveUpForm>
}

/** Ends a version before it is locked: the analyst's own, or one that the lead sends back. */
export const GiveUpVersion = ({ loaded: { reader, version }, form }: Props) => (
  <>
    <BackLink href={paths.version.to({ versionId: version.id })}>Back to version {version.number}</BackLink>
    <FormErrors form={form} fields={['reason']} />
    <PageHeading caption={reader.borough.name}>
      {reader.mayMake ? `Give up version ${version.number}` : `Send version ${version.number} back`}
    </PageHeading>
    <p class="govuk-body">
      A version that is given up stays readable in the list, with your reason. Nothing of it leaves the borough. The
      analyst can then compute another.
    </p>
    <PageForm secrets={form.secrets}>
      <LongTextField
        form={form}
        name="reason"
        label="Why?"
        hint="Say what has to be put right. Name no child."
        rows={4}
        wording={false}
      />
      <Button classes="govuk-button--warning">
        {reader.mayMake ? 'Give this version up' : 'Send this version back'}
      </Button>
    </PageForm>
  </>
)
