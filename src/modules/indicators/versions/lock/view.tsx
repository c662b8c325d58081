import type { FormState } from '#platform/web/form-page.ts'
import { CheckboxesField, FormErrors, LongTextField, PageForm } from '#ui/form/index.ts'
import { BackLink, Button } from '#ui/govuk/index.ts'
import { PageHeading } from '#ui/page-parts/index.ts'
import { Checks } from '../../checks/index.ts'
import { paths } from '../../paths.ts'
import type { Reader } from '../reader.ts'
import type { Release } from '../release.ts'
import { releaseMark } from '../release-mark.ts'
import { ReleaseTable } from '../release-table.tsx'
import type { Withholding } from '../setting/withholding.ts'
import type { Version } from '../version.ts'
import type { lockForm } from './form.ts'

type Props = {
  loaded: {
    readonly reader: Reader
    readonly version: Version
    readonly leaving: { readonly release: Release; readonly withholding: Withholding }
  }
  form: FormState<typeof lockForm>
}

/** The second signature: shows what will leave the borough before it does. */
export const LockVersion = ({ loaded: { reader, version, leaving }, form }: Props) => (
  <>
    <BackLink href={paths.version.to({ versionId: version.id })}>Back to version {version.number}</BackLink>
    <FormErrors form={form} fields={['looked', 'note']} />
    <PageHeading caption={reader.borough.name}>Sign and lock version {version.number}</PageHeading>
    <p class="govuk-body">
      When you sign, this version stays as it is for good, and the table below leaves your borough: the project manager,
      the evaluator and the training manager of the partnership read it. Everything else stays inside.
    </p>
    <ReleaseTable {...leaving} caption="What will leave the borough" />
    <h2 class="govuk-heading-m">Checks</h2>
    <Checks checks={version.checks} />
    {version.analyst !== null && version.analyst.note !== '' && (
      <>
        <h2 class="govuk-heading-m">The analyst’s note</h2>
        <p class="govuk-body">{version.analyst.note}</p>
      </>
    )}
    {leaving.release.outcome !== 'refused' && (
      <PageForm secrets={{ ...form.secrets, version: releaseMark(leaving.release) }}>
        <CheckboxesField
          form={form}
          name="looked"
          items={[{ value: 'yes', text: 'I have looked at what will leave the borough, and at the checks' }]}
        />
        <LongTextField
          form={form}
          name="note"
          label="Note (optional)"
          hint="Whoever reads this version inside the borough sees it. Name no child."
          rows={3}
          wording={false}
        />
        <Button>Sign and lock</Button>
      </PageForm>
    )}
    <p class="govuk-body">
      <a class="govuk-link" href={paths.giveUpVersion.to({ versionId: version.id })}>
        Send it back to the analyst
      </a>
    </p>
  </>
)
