import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import { areasFor, fromRooms, routes } from '../src/app.ts'
import { makeSealer } from '../src/platform/access/sealing.ts'
import { systemClock } from '../src/platform/clock.ts'
import { openDatabase } from '../src/platform/db/connection.ts'
import { createLog } from '../src/platform/log.ts'
import { makeRecorder } from '../src/platform/record/recorder.ts'
import { buildServer } from '../src/platform/web/server.ts'
import { look } from '../src/ui/look.tsx'
import { bareAnswer } from './bare.ts'

/**
 * A process of its own, so that its processor time is the server's alone: `serve.ts ours|bare CONNECTION-AS-JSON`. Says its port, then answers each
 * 'cpu' on its channel with the microseconds used and the memory held.
 */
const [kind, connectionJson] = process.argv.slice(2)
const operator = JSON.parse(connectionJson ?? '{}') as pg.ClientConfig // from bench/run.ts
const secret = 'a secret of the bench, long enough'

const ours = async (): Promise<number> => {
  const db = openDatabase({ ...operator, user: 'tl_login' })
  const app = await buildServer({
    services: {
      db,
      clock: systemClock,
      recorder: makeRecorder(db),
      sealer: makeSealer(secret),
      secret,
      baseUrl: '',
      neutralSite: '',
      ...fromRooms,
    },
    routes,
    look,
    areas: areasFor,
    assets: { css: '/assets/app.css', js: '/assets/app.js' },
    log: createLog({ level: 'error' }),
    secureCookies: false,
    trustProxy: false,
    limits: { session: 1e9, address: 1e9 },
  })
  await app.listen({ port: 0, host: '127.0.0.1' })
  return (app.server.address() as AddressInfo).port // listens on TCP
}

/** The floor: node:http and pg, one query for the same rows, a table by string concatenation. No sign-in, no permission, no record. */
const bare = async (): Promise<number> => {
  const pool = new pg.Pool(operator)
  const server = createServer((request, response) => {
    bareAnswer(pool, request.url ?? '/').then(
      (html) => response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html),
      () => response.writeHead(500).end(),
    )
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return (server.address() as AddressInfo).port // as above
}

const port = kind === 'bare' ? await bare() : await ours()
process.once('SIGINT', () => process.exit())
process.on('message', (asked) => {
  if (asked === 'collect') globalThis.gc?.()
  const { user, system } = process.cpuUsage()
  process.send?.({ micros: user + system, rss: process.memoryUsage.rss() })
})
process.send?.({ port })
