import { formPage } from '#platform/web/form-page.ts'
import { administer } from '../../access.ts'
import { endGrant, grantsOf } from '../../admin-store.ts'
import { paths } from '../../paths.ts'
import { roleWords } from '../../role-words.ts'
import { datesWords } from '../../words.ts'
import { loadChangeable } from '../loading.ts'
import { endRoleForm } from './form.ts'
import { EndRole } from './view.tsx'

/** `/settings/accounts/:id/roles/:grantId/end`: ends a role now or on a day. Never one's own. */
export const endRolePage = formPage({
  path: paths.endRole,
  permission: administer,
  record: { act: 'account.role-ended', subject: ({ account }) => ({ kind: 'account', id: account.id }) },
  title: 'End a role',
  area: 'Settings',
  form: ({ grant, today }) => endRoleForm(grant, today),
  async load({ actor, db, params, services }) {
    const found = await loadChangeable(actor, db, params.id)
    if (found === null) return null
    const today = services.clock.today()
    const grants = await grantsOf(db, found.administrator.grant.organisationId, found.account.id)
    const grant = grants.find(
      ({ id, ends, starts }) => id === params.grantId && (ends === null || ends > today) && ends !== starts,
    )
    return grant ? { ...found, grant, today, role: roleWords(grant.role), dates: datesWords(grant, today) } : null
  },
  async save({ db, loaded, input }) {
    const { account, administrator, grant } = loaded
    await endGrant(db, administrator.grant.organisationId, grant.id, input.ends)
    return {
      redirect: paths.person.to({ id: account.id }),
      reason: grant.role,
      cookies: { flash: 'The end of the role is saved.' },
    }
  },
  view: EndRole,
})
