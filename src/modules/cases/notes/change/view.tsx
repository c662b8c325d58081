import { PageForm, SaveDraftButton, Theirs } from '#ui/form/index.ts'
import { Button } from '#ui/govuk/index.ts'
import { PageHeading } from '#ui/page-parts/index.ts'
import { FamilyTrail, sectionLink } from '../../frame.tsx'
import type { LoadedFamily } from '../../pattern/load.ts'
import { NoteErrors, NoteFields, type NoteState } from '../fields.tsx'
import type { Note } from '../note.ts'

type Props = { loaded: LoadedFamily & { note: Note }; form: NoteState }

const labels = { on: 'When', kind: 'Kind', text: 'What happened', locationReason: 'Why a place or number may stay' }

/** A note put right. What it said before stays in the record. */
export const ChangeNote = ({ loaded: { family, note }, form }: Props) => (
  <>
    <FamilyTrail family={family} section={sectionLink(family, 'notes')} here="Change a note" />
    <NoteErrors form={form} />
    <PageHeading caption={`Family record ${family.reference}`}>Change a note</PageHeading>
    <div class="tl-told">
      <Theirs theirs={form.theirs} labels={labels} />
    </div>
    <p class="govuk-body">What the note says now is kept as an earlier version, and can still be read.</p>
    <PageForm secrets={{ version: note.version, ...form.secrets }} draft={form.draft} upload>
      <NoteFields form={form} family={family} />
      <div class="govuk-button-group">
        <Button>Save the changes</Button>
        <SaveDraftButton />
      </div>
    </PageForm>
  </>
)
