import { z } from 'zod'
import { formPage } from '#platform/web/form-page.ts'
import { administer } from '../../access.ts'
import { closeAccount } from '../../admin-store.ts'
import { paths } from '../../paths.ts'
import { loadChangeable } from '../loading.ts'
import { CloseAccount } from './view.tsx'

export const closeAccountForm = z.strictObject({})

/** `/settings/accounts/:id/close`: says what will happen, and closes it. Never one's own. */
export const closeAccountPage = formPage({
  path: paths.closeAccount,
  permission: administer,
  record: { act: 'account.closed', subject: ({ account }) => ({ kind: 'account', id: account.id }) },
  title: 'Close an account',
  area: 'Settings',
  form: closeAccountForm,
  load: ({ actor, db, params }) => loadChangeable(actor, db, params.id),
  async save({ db, loaded }) {
    await closeAccount(db, loaded.administrator.grant.organisationId, loaded.account.id)
    return { redirect: paths.person.to({ id: loaded.account.id }), cookies: { flash: 'The account is closed.' } }
  },
  view: CloseAccount,
})
