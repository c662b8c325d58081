import { randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { h, type JSX } from 'preact'
import { render } from 'preact-render-to-string'
import { roleNames } from '../access/role.ts'
import { databaseIsAway } from '../db/unreachable.ts'
import { asRequestId, asRoutePattern } from '../log.ts'
import { bySystem, sendProblem } from './api-key.ts'
import { applyCookies, flashCookie } from './cookies.ts'
import { csrfFor } from './csrf.ts'
import { readFlash } from './flash.ts'
import { contentSecurityPolicy, setHeaders } from './headers.ts'
import type { PageAnswer, Services } from './route.ts'
import type { ServerOptions } from './server.ts'

/** The token that the forms of this answer carry. */
export const csrfOf = (services: Services, request: FastifyRequest): string =>
  // no cookie was read where the address itself was wrong
  csrfFor(services.secret, request.visitor?.token ?? request.pre ?? '')

/** What the log says of a request: its number and its route as declared, never the address that was opened. */
export const traceOf = (request: FastifyRequest) => ({
  requestId: asRequestId(request.id),
  route: asRoutePattern(request.routeOptions.url ?? 'none'),
})

/** Sends a whole page: what is given within the layout, as whoever asks sees it. */
export const sendPage = (options: ServerOptions, request: FastifyRequest, reply: FastifyReply, given: PageAnswer) => {
  // None, where a request failed before its cookies were read.
  const flash = request.cookies?.[flashCookie]
  if (flash !== undefined) applyCookies(reply, options.secureCookies, { flash: null })
  if (given.sendsNothing) reply.header('content-security-policy', contentSecurityPolicy(request.nonce, "'none'"))
  const { who } = request.visitor ?? { who: null }
  const chosen = who?.grants.find((grant) => grant.id === request.visitor.chosen) ?? who?.grants[0]
  const html = render(
    h(options.look.layout, {
      title: given.title,
      nonce: request.nonce,
      assets: options.assets,
      ...(who?.complete &&
        chosen && {
          person: {
            name: who.name,
            organisation: chosen.organisation,
            role: roleNames[chosen.role],
            otherRoles: who.grants.length - 1,
          },
        }),
      areas: request.visitor ? options.areas(request.visitor, given.area) : [],
      // Whoever is signed in has *Sign out and hide*, which ends the session as well.
      exit: given.exit && !who?.complete,
      csrf: csrfOf(options.services, request),
      ...(flash !== undefined && { flash: readFlash(flash) }),
      errors: given.errors,
      wide: given.wide,
      children: given.main,
    }),
  )
  return reply.code(given.status).type('text/html; charset=utf-8').send(`<!doctype html>${html}`)
}

type Said = { readonly status: number; readonly title: string; readonly main: JSX.Element; readonly json: string }

const wantsJson = (request: FastifyRequest) =>
  request.url.startsWith('/api/') || request.headers['content-type']?.startsWith('application/json') === true

/** A page that says that something did not work, or the same in JSON to whoever speaks that. */
const say = (options: ServerOptions, request: FastifyRequest, reply: FastifyReply, said: Said) => {
  // It may have failed before the headers were set.
  if (!request.nonce) request.nonce = randomBytes(16).toString('base64')
  setHeaders(reply, request.nonce, options.secureCookies)
  if (bySystem(request)) return sendProblem(reply, said.status, said.json)
  if (wantsJson(request)) return reply.code(said.status).send({ error: said.json })
  const { status, title, main } = said
  const exit = request.visitor?.who === null
  return sendPage(options, request, reply, { kind: 'page', status, title, main, exit, wide: false, errors: false })
}

/** There is no such thing, or it is not for this person to see. */
export const sayNotFound = (options: ServerOptions, request: FastifyRequest, reply: FastifyReply) =>
  say(options, request, reply, {
    status: 404,
    title: 'Page not found',
    main: options.look.pages.notFound(),
    json: 'Not found.',
  })

/** What was typed as an address is none: `/%zz`. The same words as for one that leads nowhere. */
export const sayAddressIsWrong = (options: ServerOptions, request: FastifyRequest, reply: FastifyReply) =>
  say(options, request, reply, {
    status: 400,
    title: 'Page not found',
    main: options.look.pages.notFound(),
    json: 'This is not an address.',
  })

/** What was sent cannot be taken as it is, and nothing was saved. 403: without the proof that it was ours. */
export const sayExpired = (options: ServerOptions, request: FastifyRequest, reply: FastifyReply, status = 403) =>
  say(options, request, reply, {
    status,
    title: 'Send this again',
    main: options.look.pages.expired(),
    json:
      status === 403
        ? 'The page was open too long. Load it again.'
        : 'What was sent could not be read. Nothing was saved.',
  })

const seconds = 10

/** An error, in words for whoever asked: never its own. */
export const sayError = (options: ServerOptions, request: FastifyRequest, reply: FastifyReply, error: unknown) => {
  const { pages } = options.look
  const status = (error as { statusCode?: number }).statusCode ?? (databaseIsAway(error) ? 503 : 500) // Fastify's own errors say theirs
  if (status === 429)
    return say(options, request, reply, {
      status,
      title: 'Too many requests',
      main: pages.tooMany(),
      json: 'Too many requests. Wait a minute.',
    })
  if (status === 413)
    return say(options, request, reply, {
      status,
      title: 'Too much to save at once',
      main: pages.tooLarge(),
      json: 'That is too large. Nothing was saved.',
    })
  // What came was no form: badly written JSON, another kind of content, a length that does not hold.
  if (status >= 400 && status < 500) return sayExpired(options, request, reply, status)
  options.log.error('request.failed', { ...traceOf(request), status, error })
  if (status === 503) reply.header('retry-after', seconds)
  return say(options, request, reply, {
    status,
    title: 'Something went wrong',
    main: pages.somethingWrong({ reference: request.id.slice(0, 8) }),
    json: 'Something went wrong here. Nothing was saved.',
  })
}
