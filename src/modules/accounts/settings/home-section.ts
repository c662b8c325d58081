import type { HomeSection } from '#platform/module.ts'
import { isPerson } from '#platform/web/route.ts'
import { administer } from '../access.ts'
import { accountsOf, grantsOf } from '../admin-store.ts'
import { invitationsOf } from '../invitation-store.ts'
import { paths } from '../paths.ts'
import { dueWords } from './account-state.ts'
import { invitationState } from './invitation-state.ts'

const counted = (count: number, one: string, many: string): string => (count === 1 ? `1 ${one}` : `${count} ${many}`)

/** What needs an administrator today. */
export const accountsHome: HomeSection = {
  title: 'Accounts',
  permission: administer,
  sort: 90,
  async load({ actor, db, services }) {
    if (!isPerson(actor)) return []
    const { organisationId } = actor.grant
    const grants = Map.groupBy(await grantsOf(db, organisationId), (grant) => grant.account_id)
    const today = services.clock.today()
    const next = (await accountsOf(db, organisationId)).filter(
      (account) => dueWords(account, grants.get(account.id) ?? [], today) !== null,
    )
    const states = (await invitationsOf(db, organisationId)).map(
      (invitation) => invitationState(invitation, services.clock.now()).kind,
    )
    const waiting = states.filter((kind) => kind === 'waiting').length
    return [
      ...(next.length > 0
        ? [
            {
              text: `${counted(next.length, 'account needs', 'accounts need')} a decision about roles`,
              href: paths.people.to(),
              due: true,
            },
          ]
        : []),
      ...(waiting > 0
        ? [
            {
              text: `${counted(waiting, 'invitation waits', 'invitations wait')} to be accepted`,
              href: paths.invitations.to(),
              due: false,
            },
          ]
        : []),
    ]
  },
  whenEmpty:
    'Everybody who was invited has an account, and every account has a role. Invite whoever is missing under Settings.',
}
