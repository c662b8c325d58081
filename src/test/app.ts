import type { FastifyInstance } from 'fastify'
import pg from 'pg'
import { makeSealer } from '#platform/access/sealing.ts'
import { systemClock } from '#platform/clock.ts'
import { type Claims, openDatabase, type ReadDb, type WriteDb } from '#platform/db/connection.ts'
import { createLog } from '#platform/log.ts'
import { makeRecorder } from '#platform/record/recorder.ts'
import type { TextCheck } from '#platform/text-check.ts'
import { csrfFor } from '#platform/web/csrf.ts'
import type { Route } from '#platform/web/route.ts'
import { buildServer } from '#platform/web/server.ts'
import { look } from '#ui/look.tsx'
import { routes as allRoutes, areasFor, fromRooms } from '../app.ts'
import { testDatabase } from './postgres.ts'
import { everybody, grantId, makeWorld, tokenOf, type Who } from './world.ts'

export const testSecret = 'a secret of the tests, long enough'

/** An answer, with what a test asks of it. */
export type Reply = {
  readonly status: number
  readonly body: string
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>
  /** Where a redirect leads. */
  readonly to: string | undefined
  readonly cookies: readonly { name: string; value: string }[]
}

export type Visitor = {
  get(url: string, headers?: Record<string, string>): Promise<Reply>
  /** Sends a form with its token. Lists are sent as repeated fields. */
  post(url: string, fields?: Record<string, string | readonly string[]>): Promise<Reply>
}

export type TestApp = {
  readonly server: FastifyInstance
  /** Somebody of the test world, signed in. */
  as(who: Who): Visitor
  /** Somebody whose session token is this. */
  holding(token: string): Visitor
  readonly nobody: Visitor
  /** An operator's connection that sees everything: for making what a test needs and looking at what came of it. */
  readonly operator: pg.Client
  /** Work in the role of somebody of the test world, without HTTP: for tests of a store. */
  read<T>(who: Who, work: (db: ReadDb) => Promise<T>): Promise<T>
  write<T>(who: Who, work: (db: WriteDb) => Promise<T>): Promise<T>
  /** What was logged. */
  readonly logged: readonly string[]
  close(): Promise<void>
}

/**
 * The whole application on a real database of its own, with the test world of `world.ts` in it: two boroughs (Alder, Birch), two providers (Hazel, Ivy)
 * and somebody in every role. `fill` adds to it before the server starts.
 */
export const testApp = async (
  options: {
    routes?: readonly Route[]
    fill?: (operator: pg.Client) => Promise<void>
    world?: boolean
    /** In the place of the application's own. */
    textCheck?: TextCheck
  } = {},
): Promise<TestApp> => {
  const database = await testDatabase('app')
  if (options.world !== false) await makeWorld(database.admin)
  const operator = new pg.Client(database.admin)
  await operator.connect()
  await options.fill?.(operator)
  const db = openDatabase({ ...database.app, max: 4 })
  const logged: string[] = []
  const server = await buildServer({
    services: {
      db,
      clock: systemClock,
      recorder: makeRecorder(db),
      sealer: makeSealer(testSecret),
      secret: testSecret,
      baseUrl: 'http://throughline.test',
      neutralSite: 'https://neutral.example/weather',
      ...fromRooms,
      ...(options.textCheck && { textCheck: options.textCheck }),
    },
    routes: options.routes ?? allRoutes,
    look,
    areas: areasFor,
    assets: { css: '/assets/app.css', js: '/assets/app.js' },
    log: createLog({ level: 'info', write: (line) => logged.push(line) }),
    secureCookies: false,
    trustProxy: false,
    limits: { session: 100_000, address: 100_000 },
  })
  const claims = (who: Who): Claims => ({ role: `r_${roleOf(who)}`, token: tokenOf(who), grantId: grantId(who) })
  return {
    server,
    as: (who) => visitor(server, tokenOf(who)),
    holding: (token) => visitor(server, token),
    nobody: visitor(server, null),
    operator,
    read: (who, work) => db.read(claims(who), work),
    write: (who, work) => db.write(claims(who), work),
    logged,
    close: async () => {
      await server.close()
      await db.close()
      await operator.end()
      await database.drop()
    },
  }
}

const roleOf = (who: Who) => {
  if (!everybody.includes(who)) throw new Error(`nobody called ${who} is in the test world`)
  return who.split('@')[0] as 'lead' // a role by the type of Who; any one will do for the compiler
}

const preToken = 'a-token-of-the-tests-before-sign-in'

const visitor = (server: FastifyInstance, token: string | null): Visitor => {
  const cookies = token === null ? { p: preToken } : { s: token }
  const csrf = csrfFor(testSecret, token ?? preToken)
  return {
    get: async (url, headers = {}) => replyOf(await server.inject({ method: 'GET', url, cookies, headers })),
    post: async (url, fields = {}) => {
      const body = new URLSearchParams({ _csrf: csrf })
      for (const [name, value] of Object.entries(fields))
        for (const each of typeof value === 'string' ? [value] : value) body.append(name, each)
      const headers = { 'content-type': 'application/x-www-form-urlencoded' }
      return replyOf(await server.inject({ method: 'POST', url, cookies, headers, payload: body.toString() }))
    },
  }
}

const replyOf = (reply: Awaited<ReturnType<FastifyInstance['inject']>>): Reply => ({
  status: reply.statusCode,
  body: reply.body,
  headers: reply.headers,
  to: reply.headers.location,
  cookies: reply.cookies,
})
