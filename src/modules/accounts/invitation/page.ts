import { hashPassphrase, passphraseProblem } from '#platform/access/passphrase.ts'
import { newToken } from '#platform/access/tokens.ts'
import type { Answer } from '#platform/web/route.ts'
import { door } from '../access.ts'
import { doorPage, shownPage } from '../door.ts'
import {
  acceptInvitation,
  endSession,
  invitationOf,
  readAtDoor,
  recordSignIn,
  startSession,
  writeAtDoor,
} from '../door-store.ts'
import { paths } from '../paths.ts'
import { invitationForm } from './form.ts'
import { Invitation, SpentInvitation } from './view.tsx'

// A link that was used, withdrawn, or never was: all the same to whoever holds it.
const spent = (): Answer => shownPage('This link does not work any more', SpentInvitation(), 404)

/** `/invitation/:token`: the one-time link. Whoever has it chooses a passphrase, and has an account. */
export const invitationPage = doorPage({
  path: paths.invitation,
  permission: door,
  recorded: 'invitation.accepted',
  title: 'Accept your invitation',
  form: invitationForm,
  keeps: [],
  async load({ params, services }) {
    const token = params['token'] ?? ''
    const invited = await readAtDoor(services.db, (tx) => invitationOf(tx, token))
    return invited === null ? { instead: spent() } : { loaded: { token, ...invited } }
  },
  async send({ asked, loaded, input }) {
    const problem = passphraseProblem(input.passphrase, loaded)
    if (problem !== null) return { errors: { passphrase: problem } }
    const hash = await hashPassphrase(input.passphrase)
    return writeAtDoor(asked.services.db, async (tx) => {
      const accountId = await acceptInvitation(tx, loaded.token, hash)
      if (accountId === null) return { instead: spent() }
      if (asked.session.token !== null) await endSession(tx, asked.session.token)
      const session = newToken()
      const complete = await startSession(tx, accountId, session, asked.device)
      if (complete) await recordSignIn(tx, accountId, 'account.signed-in', asked.requestId)
      return { redirect: complete ? '/' : paths.setUpCode.to(), cookies: { session } }
    })
  },
  view: Invitation,
})
