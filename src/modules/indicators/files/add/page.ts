import { formPage } from '#platform/web/form-page.ts'
import { isPerson } from '#platform/web/route.ts'
import { keepFiles } from '../../access.ts'
import { paths } from '../../paths.ts'
import { latestMapping } from '../mapping/store.ts'
import { mostBytes, takeIn } from '../take-in.ts'
import { addFileForm } from './form.ts'
import { AddFile } from './view.tsx'

export const addFilePage = formPage({
  path: paths.addFile,
  permission: keepFiles,
  record: { act: 'return-file.taken-in' },
  title: 'Upload a file',
  area: 'Change data',
  // A set of tables of children looked after is up to a dozen files.
  files: { files: { maxBytes: mostBytes, most: 12 } },
  form: ({ today }) => addFileForm(today),
  async load({ actor, db, services }) {
    if (!isPerson(actor)) return null
    const { organisation, organisationId } = actor.grant
    return { organisation, today: services.clock.today(), isMapped: (await latestMapping(db, organisationId)) !== null }
  },
  initial: () => ({ covers: 'itself' }),
  async save({ actor, db, files, input, loaded: { today }, services }) {
    if (!isPerson(actor)) return { errors: { files: 'Sign in again to upload a file' } }
    const by = { authorityId: actor.grant.organisationId, personId: actor.personId }
    const taken = await takeIn({ db, services, today }, by, { ...input, files: files.files })
    if ('errors' in taken) return taken
    return {
      redirect: paths.file.to({ fileId: taken.id }),
      subject: { kind: 'return-file', id: taken.id },
      reason: input.kind,
      cookies: { flash: 'The file was uploaded. The file itself is not kept.' },
    }
  },
  view: AddFile,
})
