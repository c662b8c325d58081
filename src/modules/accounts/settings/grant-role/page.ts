import { formPage } from '#platform/web/form-page.ts'
import { administer, choiceValue, rolesOffered } from '../../access.ts'
import { addGrant, grantingOrganisation } from '../../admin-store.ts'
import { paths } from '../../paths.ts'
import { loadChangeable } from '../loading.ts'
import { listedChoices } from '../role-choices.ts'
import { grantRoleForm } from './form.ts'
import { GrantRole } from './view.tsx'

// exclusion_violation: the account has this role in some of these days already.
const isOverlap = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === '23P01'

/** `/settings/accounts/:id/grant-role`: gives a role, with its dates. Never to oneself. */
export const grantRolePage = formPage({
  path: paths.grantRole,
  permission: administer,
  record: { act: 'account.role-granted', subject: ({ account }) => ({ kind: 'account', id: account.id }) },
  title: 'Give a role',
  area: 'Settings',
  form: ({ choices, today }) => grantRoleForm(choices.map(choiceValue), today),
  async load({ actor, db, params, services }) {
    const found = await loadChangeable(actor, db, params.id)
    if (found === null) return null
    const today = services.clock.today()
    const choices = rolesOffered(await grantingOrganisation(db, found.administrator.grant.organisationId, today))
    return { ...found, choices, listed: listedChoices(choices), today }
  },
  initial({ today }) {
    const [year = '', month = '', day = ''] = today.split('-')
    return { 'starts-day': String(Number(day)), 'starts-month': String(Number(month)), 'starts-year': year }
  },
  async save({ db, loaded, input }) {
    const { account, administrator, choices } = loaded
    const choice = choices.find((each) => choiceValue(each) === input.role)
    if (choice === undefined) return { errors: { role: 'Choose a role' } }
    const { organisationId } = administrator.grant
    try {
      await addGrant(db, {
        accountId: account.id,
        organisationId,
        choice,
        starts: input.starts,
        ends: input.ends,
        grantedBy: administrator.accountId,
      })
    } catch (error) {
      if (isOverlap(error)) return { errors: { role: `${account.name} already has this role in some of these days` } }
      throw error
    }
    return {
      redirect: paths.person.to({ id: account.id }),
      reason: choice.role,
      cookies: { flash: 'The role is given.' },
    }
  },
  view: GrantRole,
})
