import { formatDate } from '#platform/dates.ts'
import { formPage } from '#platform/web/form-page.ts'
import { writeFamilies } from '../../access.ts'
import { paths } from '../../paths.ts'
import { versionSeen } from '../../pattern/form.ts'
import { loadFamily } from '../../pattern/load.ts'
import { readGuard } from '../../vault/index.ts'
import { fileLimits, noteForm, noteLimit } from '../form.ts'
import { keepFiles, wrongFile } from '../keep-files.ts'
import { type Note, noteKinds } from '../note.ts'
import { askAboutPlaces } from '../places.ts'
import { readNote, updateNote } from '../store.ts'
import { ChangeNote } from './view.tsx'

export const changeNotePage = formPage({
  path: paths.changeNote,
  permission: writeFamilies,
  record: {
    act: 'family.note-changed',
    opened: 'family.note-change-opened',
    subject: ({ family }) => ({ kind: 'family', id: family.id }),
  },
  title: 'Change a note',
  area: 'Families',
  draft: true,
  bodyLimit: noteLimit,
  files: fileLimits,
  form: noteForm,
  async load(given) {
    const found = await loadFamily(given)
    const note = found && (await readNote(given.db, found.family.id, given.params.entryId))
    return found && note && { ...found, note }
  },
  initial: ({ note }) => ({
    on: note.onDate,
    kind: note.kind,
    // A browser leaves out the end of line with which a text field begins.
    text: note.text.startsWith('\n') ? `\n${note.text}` : note.text,
    locationReason: note.locationReason,
  }),
  async save({ db, input, files: { files }, loaded: { family, note, personId }, asked, services }) {
    const asks = askAboutPlaces(input, note, await readGuard(db, services.secret, family, null))
    const wrong = wrongFile(files)
    if (asks !== null || wrong !== null) return { errors: { ...asks, ...(wrong !== null && { files: wrong }) } }
    if (versionSeen(asked) !== note.version || !(await updateNote(db, note, input)))
      return { theirs: inWords((await readNote(db, family.id, note.id)) ?? note) }
    await keepFiles(db, { family, noteId: note.id, personId, secret: services.secret }, files)
    return {
      redirect: paths.readNote.to({ familyId: family.id, entryId: note.id }),
      cookies: { flash: 'The note was changed. What it said before is kept.' },
    }
  },
  view: ChangeNote,
})

const inWords = (note: Note) => ({
  on: formatDate(note.onDate),
  kind: noteKinds[note.kind],
  text: note.text,
  locationReason: note.locationReason,
})
