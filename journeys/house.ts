import { readFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'
import { areasFor, routes } from '../src/app.ts'
import { demonstrationPassphrase, loadDemonstration } from '../src/demonstration/index.ts'
import { makeSealer } from '../src/platform/access/sealing.ts'
import { systemClock } from '../src/platform/clock.ts'
import { openDatabase } from '../src/platform/db/connection.ts'
import { createLog } from '../src/platform/log.ts'
import { makeRecorder } from '../src/platform/record/recorder.ts'
import type { Assets } from '../src/platform/web/look.ts'
import { buildServer } from '../src/platform/web/server.ts'
import { type TestDatabase, testDatabase } from '../src/test/postgres.ts'
import { look } from '../src/ui/look.tsx'
import { findBrowser } from '../tools/ensure-browser.ts'

const root = join(import.meta.dirname, '..')
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const secret = 'a secret of the journeys, long enough'

/** The two screens at which every page is looked at. */
export const screens = { desk: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } } as const
export type Screen = keyof typeof screens

/** The whole application with the demonstration in it, listening, and a browser that can reach nothing else. */
export type House = {
  readonly url: string
  readonly database: TestDatabase
  readonly passphrase: string
  /** A browser window of its own: no cookies shared. `script: false` is somebody whose browser runs none. */
  visitor(options?: { screen?: Screen; script?: boolean }): Promise<Visitor>
  close(): Promise<void>
}

export type Visitor = {
  readonly page: Page
  readonly context: BrowserContext
  readonly screen: Screen
  /** What the console said and what was asked of other origins: both must stay empty. */
  readonly complaints: string[]
  go(path: string): Promise<void>
  signIn(email: string): Promise<void>
  /** Everything that must hold of any page. Takes its picture where pictures are wanted. */
  look(name: string): Promise<void>
  close(): Promise<void>
}

/** Opens the house. The stylesheet and scripts are those of `npm run build`. */
export const openHouse = async (today: string = systemClock.today()): Promise<House> => {
  const executablePath = findBrowser()
  if (executablePath === null) throw new Error('There is no browser: npm test installs one')
  const database = await testDatabase('journey')
  await loadDemonstration({ connection: database.admin, today })
  const db = openDatabase(database.app)
  const server = await buildServer({
    services: {
      db,
      clock: systemClock,
      recorder: makeRecorder(db),
      sealer: makeSealer(secret),
      secret,
      baseUrl: 'http://127.0.0.1',
      // The way out stays on this machine, so that no test leaves it.
      neutralSite: '/assets/icon.svg',
    },
    routes,
    look,
    areas: areasFor,
    assets: JSON.parse(readFileSync(join(root, 'dist/assets/assets.json'), 'utf8')) as Assets, // written by our own build
    assetsFolder: join(root, 'dist/assets'),
    log: createLog({ level: 'error', write: (line) => process.stderr.write(`${line}\n`) }),
    secureCookies: false,
    trustProxy: false,
    limits: { session: 100_000, address: 100_000 },
  })
  await server.listen({ host: '127.0.0.1', port: 0 })
  const url = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}` // listens on TCP
  const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })
  return {
    url,
    database,
    passphrase: demonstrationPassphrase,
    visitor: (options) => newVisitor(browser, url, options),
    close: async () => {
      await browser.close()
      await server.close()
      await db.close()
      await database.drop()
    },
  }
}

const newVisitor = async (
  browser: Browser,
  url: string,
  { screen = 'desk' as Screen, script = true } = {},
): Promise<Visitor> => {
  const context = await browser.newContext({
    viewport: screens[screen],
    javaScriptEnabled: script,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    // A page that was refused on purpose is said in the console as a failed resource; that is the browser's line, not ours.
    if (
      ['error', 'warning'].includes(message.type()) &&
      !/the server responded with a status of (4\d\d)/.test(message.text())
    )
      complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !request.url().startsWith('data:'))
      complaints.push(`asked another origin: ${new URL(request.url()).origin}`)
  })
  const go = async (path: string) => void (await page.goto(url + path, { waitUntil: 'load' }))
  return {
    page,
    context,
    screen,
    complaints,
    go,
    signIn: async (email) => {
      await go('/sign-in')
      await page.fill('input[name="email"]', email)
      await page.fill('input[name="passphrase"]', demonstrationPassphrase)
      await Promise.all([
        page.waitForURL((to) => !to.pathname.startsWith('/sign-in')),
        page.click('main form button[type="submit"]'),
      ])
    },
    look: (name) => lookAt(page, screen, script, complaints, name),
    close: () => context.close(),
  }
}

const lookAt = async (
  page: Page,
  screen: Screen,
  script: boolean,
  complaints: readonly string[],
  name: string,
): Promise<void> => {
  const where = `${name} at ${screens[screen].width} pixels`
  if (process.env['SCREENSHOTS']) await takePicture(page, process.env['SCREENSHOTS'], `${name}-${screen}`)
  expect(await page.title(), `${where}: the title ends in the neutral name`).toMatch(/ - Throughline$/)
  if (script) {
    expect(await widths(page), `${where}: nothing spills sideways`).toEqual({ spill: 0 })
    expect(await axeProblems(page), `${where}: axe`).toEqual([])
  }
  expect(complaints, `${where}: the console is empty and nothing went elsewhere`).toEqual([])
}

const widths = (page: Page) =>
  page.evaluate(() => ({
    spill: Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth),
  }))

type AxeResult = { violations: { id: string; nodes: { target: string[]; html: string }[] }[] }

const axeProblems = async (page: Page): Promise<string[]> => {
  await page.evaluate(axeSource)
  const result = (await page.evaluate(
    // run in the page by the browser's own debugger, where axe was just put
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })`,
  )) as AxeResult // axe's own documented answer
  return (
    result.violations
      // Known and deliberate upstream: a radio that opens a question carries aria-expanded (govuk-frontend issues 979 and 2823).
      .map(({ id, nodes }) => ({
        id,
        nodes: nodes.filter(({ target }) => !(id === 'aria-allowed-attr' && /conditional|radio/.test(target.join()))),
      }))
      .filter(({ nodes }) => nodes.length > 0)
      .map(
        ({ id, nodes }) =>
          `${id}: ${nodes
            .map(({ target }) => target.join(' '))
            .slice(0, 3)
            .join(' | ')}`,
      )
  )
}

const takePicture = async (page: Page, folder: string, name: string): Promise<void> => {
  await mkdir(join(root, folder), { recursive: true })
  await page.screenshot({ path: join(root, folder, `${name.replaceAll(/[^\w-]+/g, '-')}.png`), fullPage: true })
}
