import { page } from '#platform/web/page.ts'
import { isPerson } from '#platform/web/route.ts'
import { administer } from '../../access.ts'
import { accountsOf, grantsOf } from '../../admin-store.ts'
import { paths } from '../../paths.ts'
import { roleWords } from '../../role-words.ts'
import { inForce } from '../../words.ts'
import { accountState, lastSeenWords, whatNext } from '../account-state.ts'
import { PeopleWithAccounts } from './view.tsx'

/** `/settings/people-with-accounts`: everybody of the organisation who can sign in, or could. */
export const peoplePage = page({
  path: paths.people,
  permission: administer,
  record: { act: 'account.listed' },
  title: 'People with accounts',
  area: 'Settings',
  wide: true,
  async load({ actor, db, services }) {
    if (!isPerson(actor)) return null
    const today = services.clock.today()
    const { organisationId, organisation } = actor.grant
    const grants = Map.groupBy(await grantsOf(db, organisationId), (grant) => grant.account_id)
    const accounts = await accountsOf(db, organisationId)
    return {
      organisation,
      accounts: accounts.map((account) => {
        const held = grants.get(account.id) ?? []
        return {
          id: account.id,
          name: account.name,
          email: account.email,
          roles: held.filter((grant) => inForce(grant, today)).map(({ role }) => roleWords(role)),
          state: accountState(account, held, today),
          lastSeen: lastSeenWords(account, today),
          next: whatNext(account, held, today),
        }
      }),
    }
  },
  view: PeopleWithAccounts,
})
