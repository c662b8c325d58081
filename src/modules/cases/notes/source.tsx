import { formatDate, londonDate } from '#platform/dates.ts'
import type { Note } from './note.ts'

type Props = {
  note: Pick<Note, 'recordedBy' | 'recordedAt' | 'importedFrom'>
  staff: ReadonlyMap<string, string>
}

export const staffName = (staff: ReadonlyMap<string, string>, id: string): string =>
  staff.get(id) ?? 'somebody who is not on the staff list'

/** Who wrote a note, or brought it in and what from. */
export const NoteSource = ({ note: { recordedBy, recordedAt, importedFrom }, staff }: Props) => (
  <>
    {importedFrom === '' ? 'Written' : 'Brought in'} by {staffName(staff, recordedBy)},{' '}
    {formatDate(londonDate(recordedAt))}
    {importedFrom === '' ? '.' : `, from a ${importedFrom}.`}
  </>
)
