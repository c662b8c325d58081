import type { FastifyReply, FastifyRequest } from 'fastify'
import { newToken } from '../access/tokens.ts'
import type { Database } from '../db/connection.ts'
import type { Visitor } from './session.ts'

/** Another system, in the name of the organisation whose administrator made its key. */
export type System = { readonly keyId: string; readonly organisationId: string; readonly token: string }

declare module 'fastify' {
  interface FastifyContextConfig {
    /** For whom a route is: people with a session, or systems with a key. */
    by?: 'session' | 'key'
  }
}

/** 256 random bits, with a beginning by which a key that was left lying somewhere is recognised for what it is. */
export const newApiKey = (): string => `tl_${newToken()}`

const bearer = /^bearer(?: |$)/i
const wholeKey = /^bearer +(tl_[\w-]{43})$/i

/** Whether a request is a system's: it brings a key, or its route is for keys. Of such a request no cookie is read. */
export const bySystem = (request: FastifyRequest): boolean =>
  bearer.test(request.headers.authorization ?? '') || request.routeOptions?.config?.by === 'key'

/** Whose key this is. One that is unknown, has ended or has run out is the same as none. */
export const systemVisitor = async (db: Database, request: FastifyRequest): Promise<Visitor> => {
  const token = wholeKey.exec(request.headers.authorization ?? '')?.[1]
  const nobody = { who: null, token: null, chosen: undefined }
  if (token === undefined) return nobody
  const [row] = await db.ask<{ system: Omit<System, 'token'> | null }>('select access.use_api_key($1) as system', [
    token,
  ])
  return row?.system ? { ...nobody, system: { ...row.system, token } } : nobody
}

/** One thing that is wrong with what was sent; `field` is where: `people[2].part`. */
export type ProblemField = { readonly field: string; readonly message: string }

/** RFC 9457: what went wrong, for a machine and for whoever reads its log. Nothing of what was sent is repeated. */
export const problem = (status: number, title: string, errors: readonly ProblemField[] = []) => ({
  type: 'about:blank',
  title,
  status,
  ...(errors.length > 0 && { errors }),
})

export const problemType = 'application/problem+json'

export const sendProblem = (reply: FastifyReply, status: number, title: string) =>
  reply.code(status).type(problemType).send(problem(status, title))

/** The same words whether there was no key, an unknown one, or one that does not work any more. */
export const sendNoKey = (reply: FastifyReply) =>
  sendProblem(reply.header('www-authenticate', 'Bearer'), 401, 'Send a key that works: Authorization: Bearer tl_…')
