import { hashPassphrase, passphraseProblem } from '#platform/access/passphrase.ts'
import { newToken } from '#platform/access/tokens.ts'
import type { Answer, Asked } from '#platform/web/route.ts'
import { door } from '../access.ts'
import { doorPage, shownPage } from '../door.ts'
import {
  acceptInvitation,
  credentialOf,
  endSession,
  invitationOf,
  readAtDoor,
  recordSignIn,
  startSession,
  whoIs,
  writeAtDoor,
} from '../door-store.ts'
import { paths } from '../paths.ts'
import { invitationForm } from './form.ts'
import { Invitation, SpentInvitation } from './view.tsx'

// A link that was used, withdrawn, or never was: all the same to whoever holds it.
const spent = (): Answer => shownPage('This link does not work any more', SpentInvitation(), 404)

/** `/invitation/:token`: the one-time link. Whoever has it chooses a passphrase, and has an account; whoever had one keeps it. */
export const invitationPage = doorPage({
  path: paths.invitation,
  permission: door,
  recorded: 'invitation.accepted',
  form: invitationForm,
  keeps: [],
  async load({ params, services }) {
    const token = params['token'] ?? ''
    const found = await readAtDoor(services.db, async (tx) => {
      const invited = await invitationOf(tx, token)
      return invited && { token, ...invited, again: (await credentialOf(tx, invited.email)) !== null }
    })
    return found === null ? { instead: spent() } : { loaded: found }
  },
  title: ({ again }) => (again ? 'Choose a new passphrase' : 'Accept your invitation'),
  async send({ asked, loaded, input }) {
    const problem = passphraseProblem(input.passphrase, loaded)
    if (problem !== null) return { errors: { passphrase: problem } }
    const hash = await hashPassphrase(input.passphrase)
    const taken = await takeUp(asked, loaded.token, hash)
    if (taken === null) return { instead: spent() }
    if (taken.kind === 'no-role')
      return {
        redirect: paths.signIn.to(),
        cookies: {
          session: null,
          flash: 'Your passphrase is set. Ask an administrator of your organisation for a role.',
        },
      }
    return { redirect: taken.complete ? '/' : paths.setUpCode.to(), cookies: { session: taken.session } }
  },
  view: Invitation,
})

type TakenUp = { readonly kind: 'no-role' } | { readonly kind: 'signed-in'; session: string; complete: boolean }

/** Uses the link and signs in, in one transaction; null where the link is spent, or another one made an account for this address first. */
const takeUp = (asked: Asked, token: string, hash: string): Promise<TakenUp | null> =>
  writeAtDoor(asked.services.db, async (tx): Promise<TakenUp | null> => {
    const accountId = await acceptInvitation(tx, token, hash)
    if (accountId === null) return null
    if (asked.session.token !== null) await endSession(tx, asked.session.token)
    const session = newToken()
    const complete = (await startSession(tx, accountId, session, asked.device)) === true
    const who = await whoIs(tx, session)
    // The role that there was when the link was sent may have ended since.
    if (who === null || who.grants.length === 0) {
      await endSession(tx, session)
      return { kind: 'no-role' }
    }
    if (complete) await recordSignIn(tx, accountId, 'account.signed-in', asked.requestId)
    return { kind: 'signed-in', session, complete }
  }).catch((error: unknown) => {
    if (isTaken(error)) return null
    throw error
  })

// unique_violation: two links for one address were used at the same moment, and the other was first.
const isTaken = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === '23505'
