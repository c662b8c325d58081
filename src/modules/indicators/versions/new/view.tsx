import type { FormState } from '#platform/web/form-page.ts'
import { FormErrors, LongTextField, PageForm } from '#ui/form/index.ts'
import { Button, WarningText } from '#ui/govuk/index.ts'
import { PageHeading } from '#ui/page-parts/index.ts'
import type { Figures } from '../../definition/figures-shape.ts'
import { paths } from '../../paths.ts'
import { Tabs } from '../../tabs.tsx'
import { filesMark } from '../compute.ts'
import type { Difference } from '../difference.ts'
import { Differences } from '../differences.tsx'
import { FilesTable } from '../files-table.tsx'
import type { Reader } from '../reader.ts'
import type { VersionFile, VersionLine } from '../version.ts'
import { YearsTable } from '../years-table.tsx'
import type { newVersionForm } from './form.ts'

type Props = {
  loaded: {
    readonly reader: Reader
    readonly open: VersionLine | null
    readonly before: { readonly number: number; readonly differences: readonly Difference[] } | null
    readonly files: readonly VersionFile[]
    readonly figures: Figures
  }
  form: FormState<typeof newVersionForm>
}

/** What would go into a version and what would come out of it, before it is kept. */
export const NewVersion = ({ loaded: { reader, open, before, files, figures }, form }: Props) => (
  <>
    <FormErrors form={form} fields={before === null ? [] : ['reason']} />
    <PageHeading caption={reader.borough.name}>Compute a version</PageHeading>
    <Tabs wide={false} current="versions" />
    {open !== null && (
      <WarningText>
        Version {open.number} is still open. There is one at a time:{' '}
        <a class="govuk-link" href={paths.version.to({ versionId: open.id })}>
          sign version {open.number} or give it up
        </a>{' '}
        first.
      </WarningText>
    )}
    <FilesTable files={files} caption="What goes in" />
    {files.length > 0 && (
      <>
        <YearsTable figures={figures} />
        <h2 class="govuk-heading-m">What is different</h2>
        <Differences before={before} />
      </>
    )}
    {files.length > 0 && open === null && (
      <PageForm secrets={{ ...form.secrets, version: filesMark(files) }}>
        {before !== null && (
          <LongTextField
            form={form}
            name="reason"
            label="Why is there another?"
            hint="For example: the census was sent in again, or a year has been added. Whoever reads the figures sees this."
            rows={3}
            wording={false}
          />
        )}
        <Button>Keep this as a draft</Button>
      </PageForm>
    )}
  </>
)
