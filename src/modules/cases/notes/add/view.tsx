import { PageForm, SaveDraftButton } from '#ui/form/index.ts'
import { Button } from '#ui/govuk/index.ts'
import { PageHeading } from '#ui/page-parts/index.ts'
import { FamilyTrail, sectionLink } from '../../frame.tsx'
import type { LoadedFamily } from '../../pattern/load.ts'
import { NoteErrors, NoteFields, type NoteState } from '../fields.tsx'

/** A new note. */
export const AddNote = ({ loaded: { family }, form }: { loaded: LoadedFamily; form: NoteState }) => (
  <>
    <FamilyTrail family={family} section={sectionLink(family, 'notes')} here="Write a note" />
    <NoteErrors form={form} />
    <PageHeading caption={`Family record ${family.reference}`}>Write a note</PageHeading>
    <PageForm secrets={form.secrets} draft={form.draft} upload>
      <NoteFields form={form} family={family} />
      <div class="govuk-button-group">
        <Button>Save the note</Button>
        <SaveDraftButton />
      </div>
    </PageForm>
  </>
)
