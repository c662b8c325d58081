import { formPage } from '#platform/web/form-page.ts'
import { isPerson } from '#platform/web/route.ts'
import { keepFiles } from '../../access.ts'
import { paths } from '../../paths.ts'
import { readFile, readUses, withdrawFile } from '../store.ts'
import { withdrawFileForm } from './form.ts'
import { WithdrawFile } from './view.tsx'

export const withdrawFilePage = formPage({
  path: paths.withdrawFile,
  permission: keepFiles,
  record: { act: 'return-file.withdrawn', subject: ({ file }) => ({ kind: 'return-file', id: file.id }) },
  title: 'Withdraw a file',
  area: 'Change data',
  form: withdrawFileForm,
  async load({ actor, db, params }) {
    const file = isPerson(actor) ? await readFile(db, actor.grant.organisationId, params.fileId) : null
    return file === null || file.withdrawn !== null ? null : { file, uses: await readUses(db, file) }
  },
  async save({ actor, db, input, loaded: { file } }) {
    if (!isPerson(actor)) return { errors: { reason: 'Sign in again to withdraw it' } }
    if (!(await withdrawFile(db, file, { by: actor.personId, reason: input.reason })))
      return { errors: { reason: 'Somebody has withdrawn this file already' } }
    return {
      redirect: paths.files.to(),
      cookies: { flash: 'The file was withdrawn, and what was taken out of it is deleted.' },
    }
  },
  view: WithdrawFile,
})
