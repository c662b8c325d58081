import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { formPage } from '#platform/web/form-page.ts'
import type { Path } from '#platform/web/path.ts'
import { claimsOf, isPerson, type Route } from '#platform/web/route.ts'
import { ownAccount } from '../access.ts'
import { paths } from '../paths.ts'
import { endAllOwnSessions, endOwnSession, ownSessions, recordOwn } from '../store.ts'
import { momentWords } from '../words.ts'
import { OwnSessions } from './view.tsx'

export const sessionsForm = z.strictObject({ session: z.guid('Choose the session to end') })

/** `/account/sessions`: where I am signed in, and the way to end each of them. */
export const sessionsPage = formPage({
  path: paths.sessions,
  permission: ownAccount,
  record: { act: 'account.session-ended' },
  title: 'Where you are signed in',
  form: sessionsForm,
  async load({ actor, db }) {
    if (!isPerson(actor)) return null
    const sessions = await ownSessions(db, actor.accountId)
    return {
      sessions: sessions.map((session) => ({
        id: session.id,
        device: session.device || 'Unknown device',
        started: momentWords(session.created_at),
        seen: momentWords(session.last_seen_at),
        here: session.id === actor.sessionId,
        // Each row is a form of its own, so each needs its own mark against being sent twice.
        once: randomUUID(),
      })),
    }
  },
  async save({ actor, db, input }) {
    // One that has ended, or is somebody else's: either way it does not open anything of mine any more.
    if (isPerson(actor)) await endOwnSession(db, actor.accountId, input.session)
    const flash = 'That session is ended.'
    return { redirect: paths.sessions.to(), subject: { kind: 'session', id: input.session }, cookies: { flash } }
  },
  view: OwnSessions,
})

/** POST `/account/sessions/end-all`: signed out everywhere, here too. */
export const endAllSessionsRoute: Route = {
  kind: 'form',
  methods: ['POST'],
  path: paths.endAllSessions as Path, // the router knows paths by their pattern only
  permission: ownAccount,
  recorded: 'account.sessions-ended',
  async answer({ actor, services, requestId }) {
    if (!isPerson(actor)) return { kind: 'not-found' }
    await services.db.write(claimsOf(actor), async (db) => {
      // First the line: after the end of this session nobody is there to write it.
      await recordOwn(db, actor.accountId, 'account.sessions-ended', requestId)
      await endAllOwnSessions(db, actor.accountId)
    })
    return {
      kind: 'redirect',
      to: paths.signIn.to(),
      cookies: { session: null, flash: 'You are signed out everywhere.' },
    }
  },
}
