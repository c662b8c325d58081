import { z } from 'zod'
import { formPage } from '#platform/web/form-page.ts'
import { isPerson } from '#platform/web/route.ts'
import { administer } from '../../access.ts'
import { invitationById, withdrawInvitation } from '../../invitation-store.ts'
import { paths } from '../../paths.ts'
import { invitationState } from '../invitation-state.ts'
import { Withdraw } from './view.tsx'

export const withdrawForm = z.strictObject({})

/** `/settings/invitations/:id/withdraw`: the link stops working. */
export const withdrawPage = formPage({
  path: paths.withdraw,
  permission: administer,
  record: { act: 'invitation.withdrawn', subject: ({ id }) => ({ kind: 'invitation', id }) },
  title: 'Withdraw an invitation',
  area: 'Settings',
  form: withdrawForm,
  async load({ actor, db, params, services }) {
    if (!isPerson(actor)) return null
    const { organisationId } = actor.grant
    const invitation = await invitationById(db, organisationId, params.id)
    if (invitation === null || invitationState(invitation, services.clock.now()).kind !== 'waiting') return null
    const { name, email, renews } = invitation
    return { id: invitation.id, name, email, renews, organisationId }
  },
  async save({ db, loaded }) {
    await withdrawInvitation(db, loaded.organisationId, loaded.id)
    return { redirect: paths.invitations.to(), cookies: { flash: 'It is withdrawn. The link does not work any more.' } }
  },
  view: Withdraw,
})
