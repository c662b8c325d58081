import { z } from 'zod'
import type { Actor } from '#platform/access/actor.ts'
import { newToken } from '#platform/access/tokens.ts'
import type { LocalDate } from '#platform/dates.ts'
import type { ReadDb } from '#platform/db/connection.ts'
import { enqueue } from '#platform/mail/outbox.ts'
import { formPage } from '#platform/web/form-page.ts'
import { administer, type RoleChoice, roleForLink, rolesOffered } from '../../access.ts'
import { grantingOrganisation, grantsOf, holdAccount } from '../../admin-store.ts'
import { addInvitation, withdrawLinksOf } from '../../invitation-store.ts'
import { paths } from '../../paths.ts'
import { inForce } from '../../words.ts'
import { type LoadedAccount, loadChangeable } from '../loading.ts'
import { SendLink } from './view.tsx'

export const sendLinkForm = z.strictObject({})

/** An account to which a link may be sent: open, not one's own, and with a role today, because without one nobody could sign in. */
export type LinkTo = LoadedAccount & { readonly choice: RoleChoice }

export const loadLinkTo = async (
  actor: Actor,
  db: ReadDb,
  { id, today }: { readonly id: string; readonly today: LocalDate },
): Promise<LinkTo | null> => {
  const found = await loadChangeable(actor, db, id)
  if (found === null) return null
  const { organisationId } = found.administrator.grant
  const held = (await grantsOf(db, organisationId, id)).filter((grant) => inForce(grant, today))
  const choice = roleForLink(held, rolesOffered(await grantingOrganisation(db, organisationId, today)))
  return choice && { ...found, choice }
}

/** `/settings/accounts/:id/send-link`: for somebody who lost their passphrase or their app. Never for oneself. */
export const sendLinkPage = formPage({
  path: paths.sendLink,
  permission: administer,
  record: { act: 'account.link-sent', subject: ({ account }) => ({ kind: 'account', id: account.id }) },
  title: 'Send a new link',
  area: 'Settings',
  form: sendLinkForm,
  load: ({ actor, db, params, services }) => loadLinkTo(actor, db, { id: params.id, today: services.clock.today() }),
  async save({ db, loaded: { account, administrator, choice }, services }) {
    const { organisationId } = administrator.grant
    // Two administrators at once: the second waits, and then only its link works.
    await holdAccount(db, account.id)
    await withdrawLinksOf(db, organisationId, account.person_id)
    const token = newToken()
    await addInvitation(db, {
      token,
      organisationId,
      choice,
      email: account.email,
      name: account.name,
      personId: account.person_id,
      invitedBy: administrator.accountId,
    })
    const link = `${services.baseUrl}${paths.invitation.to({ token })}`
    await enqueue(db, services.sealer, {
      template: 'invitation',
      to: account.email,
      data: { name: account.name, link },
    })
    return { redirect: paths.person.to({ id: account.id }), cookies: { flash: 'The link is on its way.' } }
  },
  view: SendLink,
})
