import { newToken } from '#platform/access/tokens.ts'
import { enqueue } from '#platform/mail/outbox.ts'
import { formPage } from '#platform/web/form-page.ts'
import { isPerson } from '#platform/web/route.ts'
import { administer, choiceValue, rolesOffered } from '../../access.ts'
import { grantingOrganisation } from '../../admin-store.ts'
import { addInvitation, addressTaken, staffWithoutAccount } from '../../invitation-store.ts'
import { paths } from '../../paths.ts'
import { listedChoices } from '../role-choices.ts'
import { inviteForm } from './form.ts'
import { Invite } from './view.tsx'

/** `/settings/invitations/invite`: sends somebody a link that works once. */
export const invitePage = formPage({
  path: paths.invite,
  permission: administer,
  record: { act: 'invitation.sent' },
  title: 'Invite somebody',
  area: 'Settings',
  form: ({ choices, staff }) =>
    inviteForm(
      choices.map(choiceValue),
      staff.map(({ id }) => id),
    ),
  async load({ actor, db, services }) {
    if (!isPerson(actor)) return null
    const today = services.clock.today()
    const { organisationId } = actor.grant
    const choices = rolesOffered(await grantingOrganisation(db, organisationId, today))
    const staff = await staffWithoutAccount(db, organisationId, today)
    return { administrator: actor, choices, listed: listedChoices(choices), staff }
  },
  async save({ db, loaded, input, services }) {
    const { administrator, choices } = loaded
    const choice = choices.find((each) => choiceValue(each) === input.role)
    if (choice === undefined) return { errors: { role: 'Choose a role' } }
    const { organisationId } = administrator.grant
    const taken = await addressTaken(db, organisationId, input.email)
    if (taken === 'account') return { errors: { email: 'Somebody with this email address has an account here' } }
    if (taken === 'invited')
      return {
        errors: { email: 'Somebody with this email address is invited already. Withdraw that invitation first' },
      }
    const token = newToken()
    const personId = input.person === '' ? null : input.person
    await addInvitation(db, {
      token,
      organisationId,
      choice,
      email: input.email,
      name: input.name,
      personId,
      invitedBy: administrator.accountId,
    })
    const link = `${services.baseUrl}${paths.invitation.to({ token })}`
    await enqueue(db, services.sealer, { template: 'invitation', to: input.email, data: { name: input.name, link } })
    return {
      redirect: paths.invitations.to(),
      reason: choice.role,
      cookies: { flash: 'The invitation is on its way.' },
    }
  },
  view: Invite,
})
