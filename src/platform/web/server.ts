import { randomBytes, randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import fixedFiles from '@fastify/static'
import Fastify, { type FastifyInstance, type FastifyPluginAsync, type FastifyReply, type FastifyRequest } from 'fastify'
import { newToken } from '../access/tokens.ts'
import type { Log } from '../log.ts'
import { bySystem, sendNoKey, systemVisitor } from './api-key.ts'
import { askedBy, bodyLimit, methodOf, readSent, urlOf } from './asked.ts'
import { answerUnreadable } from './client-error.ts'
import { applyCookies, chosenCookie, preCookie, sessionCookie } from './cookies.ts'
import { csrfHolds } from './csrf.ts'
import { setHeaders } from './headers.ts'
import type { Area, Assets, Look } from './look.ts'
import type { Answer, Asked, Route, Services } from './route.ts'
import { sayAddressIsWrong, sayError, sayExpired, sayNotFound, sendPage, traceOf } from './say.ts'
import { actorFor, type Visitor, visitorOf } from './session.ts'
import { type Hold, makeHold } from './upload-read.ts'

export type ServerOptions = {
  readonly services: Services
  readonly routes: readonly Route[]
  readonly look: Look
  readonly assets: Assets
  /** Folder of the built style sheet, scripts and fonts; absent in tests that need none. */
  readonly assetsFolder?: string
  /** The areas that this visitor's roles open, for the navigation. */
  areas(visitor: Visitor, current: string | undefined): readonly Area[]
  readonly log: Log
  readonly secureCookies: boolean
  readonly trustProxy: boolean | number | string[]
  /** Requests a minute: of one session, and of one network address (a borough's office may share one). */
  readonly limits?: { readonly session: number; readonly address: number }
  /** Bytes of files in memory at once, of everybody together; 256 MiB unless said. */
  readonly heldAtMost?: number
}

/** Where somebody who is not signed in is sent, with the page they wanted. */
const signInUrl = (wanted: string) => `/sign-in?next=${encodeURIComponent(wanted)}`

declare module 'fastify' {
  interface FastifyRequest {
    visitor: Visitor
    nonce: string
    pre: string
    /** In whose place the route answers; null until that is known. */
    actor: Asked['actor'] | null
  }
}

// Bytes of files, of everybody who sends some at this moment.
const heldAtMost = 256 * 1024 * 1024

/** The whole server: every route runs the same steps, and what nobody declared does not exist. */
export const buildServer = async (options: ServerOptions): Promise<FastifyInstance> => {
  const app = Fastify({
    logger: false,
    bodyLimit,
    trustProxy: options.trustProxy as boolean, // Fastify takes all three; its type names them one by one
    requestTimeout: 30_000,
    keepAliveTimeout: 10_000,
    forceCloseConnections: 'idle',
    // What reaches a connection that is open already is still answered while we stop; then the connection is closed.
    return503OnClosing: false,
    clientErrorHandler: answerUnreadable,
    frameworkErrors: (_error, request, reply) => void sayAddressIsWrong(options, request, reply),
    genReqId: () => randomUUID(),
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
    http: { headersTimeout: 10_000, connectionsCheckingInterval: 2_000, maxHeaderSize: 16 * 1024 },
  })
  app.server.maxConnections = 600
  await app.register(cookie)
  await app.register(formbody, { bodyLimit })
  app.removeContentTypeParser('text/plain')
  if (options.assetsFolder !== undefined)
    await app.register(fixedFiles, {
      root: options.assetsFolder,
      prefix: '/assets/',
      immutable: true,
      maxAge: '365d',
      index: false,
      decorateReply: false,
      preCompressed: true,
    })
  meet(app, options)
  await limitRates(app, options)
  const openHold = makeHold(options.heldAtMost ?? heldAtMost)
  for (const route of options.routes) if (!route.files) serve(app, options, route, openHold)
  app.get('/health', async (_request, reply) => {
    await options.services.db.ask('select 1', [])
    return reply.send({ status: 'ok' })
  })
  app.addHook('preClose', () => stopGently(app))
  app.setNotFoundHandler((request, reply) => sayNotFound(options, request, reply))
  app.setErrorHandler(async (error, request, reply) => sayError(options, request, reply, error))
  // Only in here are parts of a form read: everywhere else they are refused as a kind of content that no page takes.
  const filesToo: FastifyPluginAsync = async (withFiles) => {
    await withFiles.register(multipart)
    for (const route of options.routes) if (route.files) serve(withFiles, options, route, openHold)
  }
  await app.register(filesToo)
  return app
}

/**
 * While we stop, every answer ends its connection. For a second more we answer what was on its way, read or not; then nothing new. What is open after
 * seven seconds sends nothing any more: the jobs and the database have the rest of the ten to end in order.
 */
const stopGently = async (app: FastifyInstance) => {
  if (!app.server.listening) return
  setTimeout(() => app.server.closeAllConnections(), 7_000).unref()
  await sleep(1000)
}

/** After it is known who asks, before anything of what they sent is read. A page that does not exist counts like one that does. */
const limitRates = async (app: FastifyInstance, options: ServerOptions) => {
  const { limits = { session: 240, address: 1200 } } = options
  await app.register(rateLimit, {
    global: false,
    timeWindow: 60_000,
    max: (request) => (request.visitor?.token || request.visitor?.system ? limits.session : limits.address),
    // A cookie or key that opens nothing counts for the address: else a new one each time would be a new visitor each time.
    // The hash of neither is needed: the keys live in memory for a minute and are never written.
    keyGenerator: (request) => request.visitor?.token ?? request.visitor?.system?.keyId ?? request.ip,
    allowList: (request) => request.url.startsWith('/assets/') || request.url === '/health',
  })
  app.addHook('preParsing', app.rateLimit())
  app.addHook('preParsing', async (request, reply) => {
    if (request.is404) await sayNotFound(options, request, reply)
  })
}

/** Before anything else: headers, and who is asking. */
const meet = (app: FastifyInstance, { services, secureCookies }: ServerOptions) => {
  app.decorateRequest('nonce', '')
  app.decorateRequest('pre', '')
  app.decorateRequest('actor', null)
  app.addHook('onRequest', async (request, reply) => {
    request.nonce = randomBytes(16).toString('base64')
    if (request.url.startsWith('/assets/') || request.url === '/health') return
    setHeaders(reply, request.nonce, secureCookies)
    if (bySystem(request)) {
      request.visitor = await systemVisitor(services.db, request)
      return
    }
    request.visitor = await visitorOf(services.db, request.cookies[sessionCookie], request.cookies[chosenCookie])
    request.pre = request.cookies[preCookie] ?? newToken()
    if (request.visitor.token === null && request.cookies[preCookie] === undefined)
      applyCookies(reply, secureCookies, { pre: request.pre })
  })
}

const serve = (app: FastifyInstance, options: ServerOptions, route: Route, openHold: () => Hold) => {
  app.route({
    method: [...route.methods],
    url: route.path.pattern,
    bodyLimit: route.bodyLimit ?? bodyLimit,
    config: { by: route.by ?? 'session' },
    preParsing: (request, reply) => admit(options, route, request, reply),
    handler: async (request, reply) => {
      const started = process.hrtime.bigint()
      const hold = openHold()
      try {
        if (request.actor) await answer(options, route, request, reply, request.actor, hold)
      } finally {
        hold.release()
      }
      const ms = Number((process.hrtime.bigint() - started) / 1_000_000n)
      options.log.info('request.answered', { ...traceOf(request), status: reply.statusCode, ms })
    },
  })
}

/** Who may not open a page is told so before anything of what they sent is read: nothing in it can tell them that the page is there. */
const admit = async (options: ServerOptions, route: Route, request: FastifyRequest, reply: FastifyReply) => {
  if (route.by === 'key') {
    if (request.visitor.system) request.actor = { kind: 'nobody' }
    else await sendNoKey(reply)
    return
  }
  const actor = actorFor(route.permission, request.visitor)
  // None of their roles opens it: it does not exist. Nobody signed in: they may sign in, and come back.
  if (actor === null) await sayNotFound(options, request, reply)
  else if (actor.kind === 'nobody' && !route.permission.public) await askToSignIn(route, request, reply)
  else request.actor = actor
}

const answer = async (
  options: ServerOptions,
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
  actor: Asked['actor'],
  hold: Hold,
) => {
  const asked = askedBy(options.services, route, request, actor, await readSent(options.services, route, request, hold))
  // A key is no cookie: nobody's browser sends it by itself.
  if (
    route.by !== 'key' &&
    asked.method !== 'GET' &&
    !csrfHolds(asked.csrf, asked.body['_csrf'] ?? request.headers['x-csrf-token'])
  )
    return sayExpired(options, request, reply)
  if (route.by === 'key' && asked.method !== 'GET' && !isJson(request)) return sayExpired(options, request, reply, 415)
  // Nothing of ours sends a form as JSON, and what it then held could be of any shape and depth.
  if (route.kind === 'form' && request.headers['content-type']?.split(';')[0]?.includes('json'))
    return sayExpired(options, request, reply, 415)
  // PostgreSQL keeps no text with this character in it, and no link of ours has it.
  if (Object.values(asked.params).some((value) => value.includes('\0'))) return sayNotFound(options, request, reply)
  await send(options, request, reply, await route.answer(asked))
}

const isJson = (request: FastifyRequest): boolean =>
  /^application\/json *(?:;|$)/i.test(request.headers['content-type'] ?? '')

const askToSignIn = (route: Route, request: FastifyRequest, reply: FastifyReply) => {
  if (route.kind === 'json') return reply.code(401).send({ error: 'Sign in first.' })
  const { pathname, search } = urlOf(request)
  return reply.redirect(
    signInUrl(methodOf(request) === 'GET' ? pathname + search : route.methods.includes('GET') ? pathname : '/'),
    303,
  )
}

const send = async (
  options: ServerOptions,
  request: FastifyRequest,
  reply: FastifyReply,
  given: Answer,
): Promise<unknown> => {
  if ('cookies' in given && given.cookies) applyCookies(reply, options.secureCookies, given.cookies)
  if ('clearSite' in given && given.clearSite) reply.header('clear-site-data', '"cache", "cookies", "storage"')
  switch (given.kind) {
    case 'page':
      return sendPage(options, request, reply, given)
    case 'redirect':
      return reply.redirect(given.to, 303)
    case 'json':
      return reply
        .code(given.status)
        .headers(given.headers ?? {})
        .send(given.body)
    case 'html':
      return reply
        .code(given.status)
        .type('text/html; charset=utf-8')
        .send(given.html.replaceAll('{{nonce}}', request.nonce))
    case 'file':
      return reply
        .header('content-disposition', `attachment; filename="${given.name.replace(/[^\w.-]/g, '-')}"`)
        .type(given.type)
        .send(given.body)
    case 'not-found':
      return sayNotFound(options, request, reply)
  }
}
