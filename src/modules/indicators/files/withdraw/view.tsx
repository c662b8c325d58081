import type { FormState } from '#platform/web/form-page.ts'
import { FormErrors, PageForm, TextField } from '#ui/form/index.ts'
import { Button, WarningText } from '#ui/govuk/index.ts'
import { Trail } from '#ui/layout.tsx'
import { PageHeading } from '#ui/page-parts/index.ts'
import { paths } from '../../paths.ts'
import { kinds } from '../kinds.ts'
import { coversInWords, type ReturnFile, type UsedIn } from '../return-file.ts'
import type { withdrawFileForm } from './form.ts'

type Props = {
  loaded: { file: ReturnFile; uses: readonly UsedIn[] }
  form: FormState<typeof withdrawFileForm>
}

/** Takes a file out of what figures are computed from. */
export const WithdrawFile = ({ loaded: { file, uses }, form }: Props) => (
  <>
    <Trail
      items={[
        { text: 'Change data files', href: paths.files.to() },
        { text: 'File', href: paths.file.to({ fileId: file.id }) },
        { text: 'Withdraw' },
      ]}
    />
    <FormErrors form={form} fields={['reason']} />
    <PageHeading caption={`${kinds[file.kind].name}, ${coversInWords(file)}`}>Withdraw this file</PageHeading>
    <WarningText>
      What was taken out of the file is deleted at once and cannot be brought back. You can take the same file in again.
    </WarningText>
    <p class="govuk-body">
      {uses.length === 0
        ? 'No figures have been computed from it.'
        : `Figures that were computed from it stay as they are: version ${uses.map(({ number }) => number).join(', ')}.`}
    </p>
    <PageForm secrets={form.secrets}>
      <TextField
        form={form}
        name="reason"
        label="Why is it withdrawn?"
        hint="For example: it was of the wrong year. Do not name a child or a family."
      />
      <Button classes="govuk-button--warning">Withdraw the file</Button>
    </PageForm>
  </>
)
