import type { Permission } from '#platform/access/actor.ts'
import type { Path } from '#platform/web/path.ts'
import type { Answer, Asked, Route } from '#platform/web/route.ts'
import { door } from '../access.ts'
import { endSession, recordSignIn, whoIs, writeAtDoor } from '../door-store.ts'
import { paths } from '../paths.ts'

/** Ends the session of this browser, if there is one. */
const leave = async ({ session, services, requestId }: Asked): Promise<void> => {
  const { token } = session
  if (token === null) return
  await writeAtDoor(services.db, async (tx) => {
    const who = await whoIs(tx, token)
    await endSession(tx, token)
    if (who) await recordSignIn(tx, who.accountId, 'account.signed-out', requestId)
  })
}

const wayOut = (
  method: 'GET' | 'POST',
  path: Path,
  permission: Permission,
  answer: (asked: Asked) => Promise<Answer>,
): Route => ({
  kind: 'form',
  methods: [method],
  path,
  permission,
  recorded: 'account.signed-out',
  answer,
})

/** POST `/sign-out`. */
export const signOutRoute = wayOut('POST', paths.signOut as Path, door, async (asked) => {
  await leave(asked)
  return { kind: 'redirect', to: paths.signIn.to(), cookies: { session: null, flash: 'You are signed out.' } }
})

/** POST `/sign-out/hide`: nothing stays on the screen or in the browser, and Back shows nothing. */
export const signOutAndHideRoute = wayOut('POST', paths.signOutAndHide as Path, door, async (asked) => {
  await leave(asked)
  return {
    kind: 'html',
    status: 200,
    html: blankPageTo(asked.services.neutralSite),
    cookies: { session: null },
    clearSite: true,
  }
})

/** Blank, and gone at once. A redirect would be stopped: our own policy lets no form lead to another site. */
const blankPageTo = (site: string): string =>
  `<!doctype html><html lang="en-GB"><title>Weather</title><meta http-equiv="refresh" content="0;url=${site}"><script nonce="{{nonce}}">location.replace(${JSON.stringify(site)})</script>`

/**
 * GET `/leave`, for *Exit this page*: a plain link, because it has to work without a script and at once.
 * Another site that links or loads it cannot sign anybody out: the browser tells where the request came from.
 */
export const leaveRoute = wayOut('GET', paths.leave as Path, door, async (asked) => {
  const to = asked.services.neutralSite
  if (asked.headers['sec-fetch-site'] === 'cross-site') return { kind: 'redirect', to }
  await leave(asked)
  return { kind: 'redirect', to, cookies: { session: null }, clearSite: true }
})
