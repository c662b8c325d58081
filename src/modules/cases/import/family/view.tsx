import type { FormState } from '#platform/web/form-page.ts'
import { FileField, FormErrors, PageForm } from '#ui/form/index.ts'
import { Button, Details } from '#ui/govuk/index.ts'
import { Trail } from '#ui/layout.tsx'
import { PageHeading } from '#ui/page-parts/index.ts'
import { paths } from '../../paths.ts'
import { columnsInWords } from '../family-columns.ts'
import type { importNotesForm } from '../notes/form.ts'

type Props = { loaded: { organisation: string }; form: FormState<typeof importNotesForm> }

const example =
  'family name,case number,part,name,date of birth,expected date\nHart,C-1204,child,Ines Hart,27/3/2018,\nHart,C-1204,perpetrator,Dean Cole,1986-05-02,'

/** Takes a file with one family; no record is opened before the check that follows is confirmed. */
export const ImportFamily = ({ loaded: { organisation }, form }: Props) => (
  <>
    <Trail items={[{ text: 'Families', href: paths.families.to() }, { text: 'Bring in a family' }]} />
    <FormErrors form={form} fields={['file']} />
    <PageHeading caption={organisation}>Bring in a family from a file</PageHeading>
    <p class="govuk-body">
      A CSV file with one person on each row. You see what would be recorded before a record is opened. Addresses,
      telephone numbers, schools and refuges must not be in it: add them under Protected details once the record is
      open.
    </p>
    <Details summary="What the file must look like">
      <p class="govuk-body">
        The names of the columns on top, in any order: {columnsInWords}. Family name, part and name are needed. Part is
        child, perpetrator, victim-survivor or other.
      </p>
      <pre class="tl-code">{example}</pre>
    </Details>
    <PageForm secrets={form.secrets} upload>
      <FileField
        // A form that takes files names them beside its own fields.
        form={form as FormState}
        name="file"
        label="File with the family"
        hint="CSV. It is not kept; only what is recorded of the people is."
        attributes={{ accept: '.csv' }}
      />
      <Button>Check the family</Button>
    </PageForm>
  </>
)
