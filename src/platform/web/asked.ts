import type { FastifyRequest } from 'fastify'
import { csrfHolds } from './csrf.ts'
import { deviceOf } from './device.ts'
import type { Asked, Route, Services } from './route.ts'
import { csrfOf } from './say.ts'
import { sessionState } from './session.ts'
import { noUploads, type Uploads } from './upload.ts'
import { type Hold, readUpload } from './upload-read.ts'

/** Bytes of a body, unless a route says more. */
export const bodyLimit = 64 * 1024

/** A HEAD is a GET whose page stays here. */
export const methodOf = (request: FastifyRequest) =>
  (request.method === 'HEAD' ? 'GET' : request.method) as Asked['method'] // routes are registered for these only

/** '//here' would be another server's address. */
export const urlOf = (request: FastifyRequest): URL => new URL(request.url.replace(/^\/+/, '/'), 'http://here')

type Sent = { readonly body: unknown; readonly uploads: Uploads }

/** What was sent. Files are read here, when it is known that their sender may send some; the rest was read before. Rejects with a `statusCode`. */
export const readSent = async (
  services: Services,
  route: Route,
  request: FastifyRequest,
  hold: Hold,
): Promise<Sent> => {
  if (!route.files || !request.isMultipart()) return { body: request.body, uploads: noUploads }
  const csrf = csrfOf(services, request)
  return readUpload(request, {
    limits: route.files,
    bodyLimit: route.bodyLimit ?? bodyLimit,
    hold,
    isOurs: (token) => csrfHolds(csrf, token ?? request.headers['x-csrf-token']),
  })
}

/** The request as a route is given it. */
export const askedBy = (
  services: Services,
  route: Route,
  request: FastifyRequest,
  actor: Asked['actor'],
  sent: Sent,
): Asked => {
  const url = urlOf(request)
  return {
    method: methodOf(request),
    actor,
    ...(route.by === 'key' && request.visitor.system && { system: request.visitor.system }),
    params: request.params as Record<string, string>, // the router's own, always strings
    query: new URLSearchParams([...url.searchParams].map(([name, value]) => [name, typed(value)])),
    body: fieldsOf(sent.body),
    uploads: sent.uploads,
    headers: request.headers,
    services,
    session: sessionState(request.visitor),
    csrf: csrfOf(services, request),
    requestId: request.id,
    url: url.pathname,
    address: request.ip,
    device: deviceOf(request.headers['user-agent']),
  }
}

// Nobody types it and PostgreSQL refuses it: without this character the rest is a form like any other.
const typed = (text: string): string => text.replaceAll('\0', '')

const fieldsOf = (body: unknown): Record<string, unknown> => {
  if (typeof body !== 'object' || body === null) return {}
  const clean = (value: unknown): unknown => (typeof value === 'string' ? typed(value) : value)
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [name, Array.isArray(value) ? value.map(clean) : clean(value)]),
  )
}
