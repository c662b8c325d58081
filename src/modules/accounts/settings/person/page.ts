import { londonDate } from '#platform/dates.ts'
import { page } from '#platform/web/page.ts'
import { administer, mayChangeAccount, roleForLink, rolesOffered } from '../../access.ts'
import { accountsOf, grantingOrganisation, grantsOf } from '../../admin-store.ts'
import { paths } from '../../paths.ts'
import { roleWords } from '../../role-words.ts'
import { datesWords, dayWords, inForce } from '../../words.ts'
import { accountState, lastSeenWords } from '../account-state.ts'
import { loadAccount } from '../loading.ts'
import { AccountOfPerson } from './view.tsx'

/** `/settings/accounts/:id`: one account, its roles with their dates, and what can be done. */
export const personPage = page({
  path: paths.person,
  permission: administer,
  record: { act: 'account.opened', subject: ({ id }) => ({ kind: 'account', id }) },
  title: 'Account',
  area: 'Settings',
  wide: true,
  async load({ actor, db, params, services }) {
    const found = await loadAccount(actor, db, params.id)
    if (found === null) return null
    const { account, administrator } = found
    const { organisationId, organisation } = administrator.grant
    const today = services.clock.today()
    const grants = await grantsOf(db, organisationId, account.id)
    const names = new Map((await accountsOf(db, organisationId)).map(({ id, name }) => [id, name]))
    const changeable = account.closed_at === null && mayChangeAccount(administrator, account)
    return {
      id: account.id,
      name: account.name,
      email: account.email,
      organisation,
      state: accountState(account, grants, today),
      since: dayWords(londonDate(account.created_at)),
      lastSeen: lastSeenWords(account, today),
      own: !mayChangeAccount(administrator, account),
      changeable,
      canSendLink:
        changeable &&
        roleForLink(
          grants.filter((grant) => inForce(grant, today)),
          rolesOffered(await grantingOrganisation(db, organisationId, today)),
        ) !== null,
      grants: grants.map((grant) => ({
        id: grant.id,
        role: roleWords(grant.role),
        dates: datesWords(grant, today),
        now: inForce(grant, today),
        by:
          grant.granted_by === null
            ? 'the first invitation'
            : (names.get(grant.granted_by) ?? 'an earlier administrator'),
        canEnd: changeable && (grant.ends === null || grant.ends > today) && grant.ends !== grant.starts,
      })),
    }
  },
  view: AccountOfPerson,
})
