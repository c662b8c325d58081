import { formPage } from '#platform/web/form-page.ts'
import { isPerson } from '#platform/web/route.ts'
import { writeFamilies } from '../../access.ts'
import { paths } from '../../paths.ts'
import { loadFamily } from '../../pattern/load.ts'
import { readGuard } from '../../vault/index.ts'
import { lookThrough } from '../look-through.ts'
import { readNotesFile } from '../read-notes.ts'
import { NotReadable } from '../read-text.ts'
import { keepWaiting } from '../waiting-notes.ts'
import { fileLimits, importNotesForm } from './form.ts'
import { ImportNotes } from './view.tsx'

export const importNotesPage = formPage({
  path: paths.importNotes,
  permission: writeFamilies,
  record: {
    act: 'family.notes-import-sent',
    opened: 'family.notes-import-opened',
    subject: ({ family }) => ({ kind: 'family', id: family.id }),
  },
  title: 'Bring in notes',
  area: 'Families',
  files: fileLimits,
  form: importNotesForm,
  load: loadFamily,
  async save({ actor, db, files: { file }, loaded: { family, today }, services }) {
    const [given] = file
    if (!isPerson(actor) || given === undefined) return { errors: { file: 'Select a CSV, Word or text file' } }
    try {
      const read = await readNotesFile(given, today)
      const find = (await services.textCheck?.({ actor, db, services })) ?? null
      const seen = await lookThrough(read.notes, { guard: await readGuard(db, services.secret, family, null), find })
      await keepWaiting({ db, services }, { accountId: actor.accountId, familyId: family.id }, { ...read, ...seen })
      return { redirect: paths.checkNotesImport.to({ familyId: family.id }) }
    } catch (error) {
      if (error instanceof NotReadable) return { errors: { file: error.message } }
      throw error
    }
  },
  view: ImportNotes,
})
