import { formatDate, londonDate } from '#platform/dates.ts'
import type { ListedInvitation } from '../invitation-store.ts'

export type InvitationState = { readonly kind: 'waiting' | 'accepted' | 'withdrawn' | 'expired'; readonly text: string }

/** How an invitation stands at this moment. */
export const invitationState = (invitation: ListedInvitation, now: Date): InvitationState => {
  const on = (at: Date) => formatDate(londonDate(at))
  if (invitation.accepted_at)
    return { kind: 'accepted', text: `${invitation.renews ? 'Used' : 'Accepted'} on ${on(invitation.accepted_at)}` }
  if (invitation.withdrawn_at) return { kind: 'withdrawn', text: `Withdrawn on ${on(invitation.withdrawn_at)}` }
  if (invitation.expires_at <= now)
    return { kind: 'expired', text: `Not ${invitation.renews ? 'used' : 'accepted'} by ${on(invitation.expires_at)}` }
  return { kind: 'waiting', text: `Waiting, until ${on(invitation.expires_at)}` }
}
