import type { FastifyReply } from 'fastify'
import { writeFlash } from './flash.ts'
import type { CookieChange } from './route.ts'

// Names that say nothing, in case somebody looks over a shoulder at a list of cookies.
export const sessionCookie = 's'
export const chosenCookie = 'r'
export const flashCookie = 'm'
/** Before sign-in: what a form's token is bound to. */
export const preCookie = 'p'

/** Sets, changes or removes our cookies. None outlives the browser, none can be read by a script. */
export const applyCookies = (
  reply: FastifyReply,
  secure: boolean,
  change: Omit<CookieChange, 'flash'> & { pre?: string; flash?: string | null },
): void => {
  const set = (name: string, value: string | null | undefined) => {
    if (value === undefined) return
    if (value === null) reply.clearCookie(name, { path: '/' })
    else reply.setCookie(name, value, { path: '/', httpOnly: true, sameSite: 'lax', secure })
  }
  set(sessionCookie, change.session)
  set(chosenCookie, change.session === null ? null : change.acting)
  set(preCookie, change.pre)
  // The text of the message itself, so it must never name anybody: it is written by pages, as constants.
  set(flashCookie, typeof change.flash === 'string' ? writeFlash(change.flash, change.flashLink) : change.flash)
}
