import { formPage } from '#platform/web/form-page.ts'
import { writeFamilies } from '../../access.ts'
import { paths } from '../../paths.ts'
import { loadFamily } from '../../pattern/load.ts'
import { readGuard } from '../../vault/index.ts'
import { fileLimits, noteForm, noteLimit } from '../form.ts'
import { keepFiles, wrongFile } from '../keep-files.ts'
import { askAboutPlaces } from '../places.ts'
import { insertNotes } from '../store.ts'
import { AddNote } from './view.tsx'

export const addNotePage = formPage({
  path: paths.addNote,
  permission: writeFamilies,
  record: {
    act: 'family.note-added',
    opened: 'family.note-form-opened',
    subject: ({ family }) => ({ kind: 'family', id: family.id }),
  },
  title: 'Write a note',
  area: 'Families',
  draft: true,
  bodyLimit: noteLimit,
  files: fileLimits,
  form: noteForm,
  load: loadFamily,
  initial: ({ today }) => ({ on: today }),
  async save({ db, input, files: { files }, loaded: { family, personId }, services }) {
    const asks = askAboutPlaces(input, null, await readGuard(db, services.secret, family, null))
    const wrong = wrongFile(files)
    if (asks !== null || wrong !== null) return { errors: { ...asks, ...(wrong !== null && { files: wrong }) } }
    const writer = { familyId: family.id, authorityId: family.authorityId, personId }
    const [id = ''] = await insertNotes(db, writer, [{ ...input, importedFrom: '' }])
    await keepFiles(db, { family, noteId: id, personId, secret: services.secret }, files)
    return {
      redirect: paths.notes.to({ familyId: family.id }),
      changeAt: paths.changeNote.to({ familyId: family.id, entryId: id }),
      cookies: { flash: 'The note was saved.' },
    }
  },
  view: AddNote,
})
