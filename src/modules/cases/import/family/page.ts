import { formPage } from '#platform/web/form-page.ts'
import { isPerson, notRecorded } from '#platform/web/route.ts'
import { writeFamilies } from '../../access.ts'
import { paths } from '../../paths.ts'
import { fileLimits, importNotesForm } from '../notes/form.ts'
import { readFamilyFile } from '../read-family.ts'
import { NotReadable } from '../read-text.ts'
import { keepWaitingFamily } from '../waiting-family.ts'
import { ImportFamily } from './view.tsx'

export const importFamilyPage = formPage({
  path: paths.importFamily,
  permission: writeFamilies,
  record: notRecorded('nothing is shown or saved yet: the check that follows is recorded'),
  title: 'Bring in a family',
  area: 'Families',
  files: fileLimits,
  form: importNotesForm,
  load: async ({ actor }) => (isPerson(actor) ? { organisation: actor.grant.organisation } : null),
  async save({ actor, db, files: { file }, services }) {
    const [given] = file
    if (!isPerson(actor) || given === undefined) return { errors: { file: 'Select a CSV file' } }
    try {
      await keepWaitingFamily(db, services, actor.accountId, readFamilyFile(given, services.clock.today()))
      return { redirect: paths.checkFamilyImport.to() }
    } catch (error) {
      if (error instanceof NotReadable) return { errors: { file: error.message } }
      throw error
    }
  },
  view: ImportFamily,
})
