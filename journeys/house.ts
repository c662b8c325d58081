import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { chromium } from 'playwright-core'
import { areasFor, fromRooms, routes } from '../src/app.ts'
import { loadDemonstration } from '../src/demonstration/index.ts'
import { makeSealer } from '../src/platform/access/sealing.ts'
import { systemClock } from '../src/platform/clock.ts'
import { openDatabase } from '../src/platform/db/connection.ts'
import { createLog } from '../src/platform/log.ts'
import { makeRecorder } from '../src/platform/record/recorder.ts'
import type { Assets } from '../src/platform/web/look.ts'
import type { Route } from '../src/platform/web/route.ts'
import { buildServer } from '../src/platform/web/server.ts'
import { type TestDatabase, testDatabase } from '../src/test/postgres.ts'
import { look } from '../src/ui/look.tsx'
import { findBrowser } from '../tools/ensure-browser.ts'
import { doorOf } from './door.ts'
import { newVisitor, type Screen, type Visitor } from './visitor.ts'

export { type Screen, screens, type Visitor } from './visitor.ts'

const root = join(import.meta.dirname, '..')
const secret = 'a secret of the journeys, long enough'

/** Where *Exit this page* leads in a journey: it stays on this machine, so that no test leaves it. */
export const wayOut = '/assets/icon.svg'

/** The whole application with the demonstration in it, listening, and a browser that can reach nothing else. */
export type House = {
  readonly url: string
  /** An operator's connection: for looking at what came of a journey. */
  readonly operator: pg.Client
  /** A browser window of its own: no cookies shared. `script: false` is somebody whose browser runs none. */
  visitor(options?: { screen?: Screen; script?: boolean }): Promise<Visitor>
  close(): Promise<void>
}

/** Opens the house, with `more` pages in it. The stylesheet and scripts are those of `npm run build`. */
export const openHouse = async (today: string = systemClock.today(), more: readonly Route[] = []): Promise<House> => {
  const executablePath = findBrowser()
  if (executablePath === null) throw new Error('There is no browser: npm test installs one')
  const database = await testDatabase('journey')
  await loadDemonstration({ connection: database.admin, today, secret })
  const operator = new pg.Client(database.admin)
  await operator.connect()
  const { url, stop } = await serve(database, more)
  const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })
  const door = doorOf(operator)
  return {
    url,
    operator,
    visitor: (options) => newVisitor({ browser, url, door }, options),
    close: async () => {
      await browser.close()
      await stop()
      await operator.end()
      await database.drop()
    },
  }
}

const serve = async (
  database: TestDatabase,
  more: readonly Route[],
): Promise<{ url: string; stop: () => Promise<void> }> => {
  const db = openDatabase(database.app)
  // A copy: a build that ends while a journey is under way takes the old files with it.
  const assetsFolder = mkdtempSync(join(tmpdir(), 'throughline-journey-'))
  cpSync(join(root, 'dist/assets'), assetsFolder, { recursive: true })
  // The mails of a journey link to where it listens, which is known only then.
  const services = { baseUrl: 'http://127.0.0.1' }
  const server = await buildServer({
    services: Object.assign(services, {
      db,
      clock: systemClock,
      recorder: makeRecorder(db),
      sealer: makeSealer(secret),
      secret,
      neutralSite: wayOut,
      ...fromRooms,
    }),
    routes: [...routes, ...more],
    look,
    areas: areasFor,
    assets: JSON.parse(readFileSync(join(assetsFolder, 'assets.json'), 'utf8')) as Assets, // written by our own build
    assetsFolder,
    log: createLog({ level: 'error', write: (line) => process.stderr.write(`${line}\n`) }),
    secureCookies: false,
    trustProxy: false,
    limits: { session: 100_000, address: 100_000 },
  })
  await server.listen({ host: '127.0.0.1', port: 0 })
  services.baseUrl = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}` // listens on TCP
  return {
    url: services.baseUrl,
    stop: async () => {
      await server.close()
      await db.close()
      rmSync(assetsFolder, { recursive: true })
    },
  }
}
