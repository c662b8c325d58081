import { formatDate, londonDate } from '#platform/dates.ts'
import { page } from '#platform/web/page.ts'
import { isPerson } from '#platform/web/route.ts'
import { administer } from '../../access.ts'
import { invitationsOf } from '../../invitation-store.ts'
import { paths } from '../../paths.ts'
import { roleWords } from '../../role-words.ts'
import { invitationState } from '../invitation-state.ts'
import { Invitations } from './view.tsx'

/** `/settings/invitations`: who was invited, and what came of it. */
export const invitationsPage = page({
  path: paths.invitations,
  permission: administer,
  record: { act: 'invitation.listed' },
  title: 'Invitations',
  area: 'Settings',
  wide: true,
  async load({ actor, db, services }) {
    if (!isPerson(actor)) return null
    const { organisationId, organisation } = actor.grant
    const now = services.clock.now()
    return {
      organisation,
      invitations: (await invitationsOf(db, organisationId)).map((invitation) => ({
        id: invitation.id,
        name: invitation.name,
        email: invitation.email,
        // A new link gives no role, so it says what it is for instead.
        what: invitation.renews ? 'A new passphrase' : roleWords(invitation.role),
        sent: formatDate(londonDate(invitation.created_at)),
        state: invitationState(invitation, now),
      })),
    }
  },
  view: Invitations,
})
