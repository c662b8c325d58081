import type { FormState } from '#platform/web/form-page.ts'
import { FileField, FormErrors, PageForm } from '#ui/form/index.ts'
import { Button, Details } from '#ui/govuk/index.ts'
import { PageHeading } from '#ui/page-parts/index.ts'
import { FamilyTrail, sectionLink } from '../../frame.tsx'
import type { LoadedFamily } from '../../pattern/load.ts'
import type { importNotesForm } from './form.ts'

type Props = { loaded: LoadedFamily; form: FormState<typeof importNotesForm> }

const example = 'date,type,author,text\n1/9/2026,Home visit,A. Lee,"Saw the children.\nHe was not there."'

/** Takes a file of notes; nothing is kept in the record before the check that follows is confirmed. */
export const ImportNotes = ({ loaded: { family }, form }: Props) => (
  <>
    <FamilyTrail family={family} section={sectionLink(family, 'notes')} here="Bring in notes" />
    <FormErrors form={form} fields={['file']} />
    <PageHeading caption={`Family record ${family.reference}`}>Bring in notes from a file</PageHeading>
    <p class="govuk-body">
      A file from your case system with the notes of this family. You see each note as it would be kept before anything
      is saved.
    </p>
    <Details summary="What the file must look like">
      <ul class="govuk-list govuk-list--bullet">
        <li>
          CSV: the names of the columns on top, in any order. Date and text are needed; type and author may be there.
        </li>
        <li>Word: a table with these columns, or a heading with the date above each note.</li>
        <li>Text: each note begins with its date, after an empty line.</li>
      </ul>
      <p class="govuk-body">Dates like 1/9/2026, 2026-09-01 or 1 September 2026. Up to 5,000 notes at once.</p>
      <pre class="tl-code">{example}</pre>
    </Details>
    <PageForm secrets={form.secrets} upload>
      <FileField
        // A form that takes files names them beside its own fields.
        form={form as FormState}
        name="file"
        label="File with the notes"
        hint="CSV, Word (.docx) or text (.txt), up to 10 MB. It is not kept; only the notes in it are."
        attributes={{ accept: '.csv,.docx,.txt' }}
      />
      <Button>Check the notes</Button>
    </PageForm>
  </>
)
