import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type AssetManifest, buildAssets } from '../../../tools/build-assets.ts'
import { findBrowser } from '../../../tools/ensure-browser.ts'

type Kept = { ifMatch: string | undefined; csrf: string | undefined; body: unknown }

let folder: string
let assets: AssetManifest
let server: Server
let browser: Browser
let context: BrowserContext
let page: Page
let origin: string
/** What the little server below was sent, and how it answers. */
let kept: Kept[]
let posts: number
let answer: number
/** Numbers the tests: a page that the one before left behind may still be saving itself. */
let run = 0

const html = (): string => `<!doctype html><html lang="en"><head><title>Hub</title>
<script type="module" src="${assets.exitJs}"></script><script type="module" src="${assets.js}"></script></head>
<body><main><a class="govuk-js-exit-this-page-button" href="/leave">Exit this page</a>
<form method="post" action="/send" data-draft="/draft?run=${run}" data-draft-version="3" autocomplete="off">
<input type="hidden" name="_csrf" value="token"><label>Notes <textarea name="notes"></textarea></label>
<input type="checkbox" name="themes" value="a"><input type="checkbox" name="themes" value="b">
<input type="file" name="letter"><input type="password" name="passphrase"><button>Send</button><p role="status" data-draft-status></p></form></main></body></html>`

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part)
  return Buffer.concat(parts).toString('utf8')
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tl-client-'))
  assets = await buildAssets(folder)
  server = createServer(async (request, reply) => {
    const url = request.url ?? '/'
    reply.setHeader('cache-control', 'no-store')
    if (url.startsWith('/assets/')) {
      reply.setHeader('content-type', 'text/javascript')
      return reply.end(await readFile(join(folder, basename(url))))
    }
    if (request.method === 'PUT') {
      const headers = request.headers
      const body: unknown = JSON.parse(await bodyOf(request))
      if (url !== `/draft?run=${run}`) return reply.end()
      kept.push({ ifMatch: headers['if-match'], csrf: String(headers['x-csrf-token']), body })
      reply.statusCode = answer
      reply.setHeader('etag', `"${3 + kept.length}"`)
      return reply.end()
    }
    reply.setHeader('content-type', 'text/html')
    if (request.method === 'POST') {
      posts += 1
      await new Promise((resolve) => setTimeout(resolve, 800))
      return reply.end('<title>Sent</title>')
    }
    return reply.end(url === '/leave' ? '<title>Weather</title>' : url === '/before' ? '<title>Before</title>' : html())
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}` // a TCP server has an AddressInfo
  const executablePath = findBrowser()
  if (executablePath === null) throw new Error('There is no browser: run npm test, which installs one.')
  browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })
}, 60_000)

afterAll(async () => {
  await browser?.close()
  server?.close()
  await rm(folder, { recursive: true, force: true })
})

beforeEach(async () => {
  run += 1
  kept = []
  posts = 0
  answer = 204
  context = await browser.newContext()
  page = await context.newPage()
  await page.goto(`${origin}/before`)
  await page.goto(`${origin}/page`, { waitUntil: 'networkidle' })
})

afterEach(() => context.close())

const status = () => page.locator('[data-draft-status]')

describe('Exit this page', () => {
  const leftBy = async (): Promise<string> => {
    await page.waitForURL('**/leave')
    await page.goBack()
    return page.title()
  }

  it('by its button goes elsewhere, and Back passes over the page', async () => {
    await page.locator('textarea').fill('SECRET')
    await page.getByText('Exit this page').click()
    expect(await leftBy()).toBe('Before')
  }, 30_000)

  it('by three presses of Shift does the same', async () => {
    for (let press = 0; press < 3; press += 1) await page.keyboard.press('Shift')
    expect(await leftBy()).toBe('Before')
  }, 30_000)

  it('is not set off by writing capitals', async () => {
    await page.locator('textarea').focus()
    for (let press = 0; press < 4; press += 1) await page.keyboard.press('Shift+A')
    await page.keyboard.press('Shift')
    await page.keyboard.press('Shift')
    expect(await page.title()).toBe('Hub')
    expect(await page.locator('[role=status]').last().textContent()).toContain('1 more time')
  }, 30_000)
})

describe('a draft', () => {
  it('is saved while it is typed, with its version and token, and without file, passphrase or token in it', async () => {
    await page.locator('[type=password]').fill('correct horse')
    await page.locator('textarea').fill('First')
    await page.locator('[value=a]').check()
    await page.locator('[value=b]').check()
    await page.locator('[type=file]').setInputFiles({ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('A') })
    // A slow machine may save in the middle: what counts is what is kept in the end, and that versions follow each other.
    const values = { notes: 'First', themes: 'a\nb' }
    await expect.poll(() => kept.at(-1)?.body, { timeout: 8_000 }).toEqual({ values })
    await expect.poll(() => status().textContent(), { timeout: 8_000 }).toMatch(/^Saved \d\d:\d\d$/)
    await page.locator('textarea').fill('Second')
    await expect.poll(() => kept.at(-1)?.body, { timeout: 8_000 }).toEqual({ values: { ...values, notes: 'Second' } })
    await page.locator('[value=a]').uncheck()
    await page.locator('[value=b]').uncheck()
    await expect.poll(() => kept.at(-1)?.body, { timeout: 8_000 }).toEqual({ values: { notes: 'Second' } })
    expect(kept.map(({ ifMatch }) => ifMatch)).toEqual(kept.map((_, index) => `"${3 + index}"`))
    expect(kept.every(({ csrf }) => csrf === 'token')).toBe(true)
  }, 30_000)

  it('is saved when the tab is closed at once after the last key', async () => {
    await page.locator('textarea').fill('Last words')
    await page.close({ runBeforeUnload: true })
    await expect.poll(() => kept.at(-1)?.body, { timeout: 8_000 }).toEqual({ values: { notes: 'Last words' } })
  }, 30_000)

  it('that another window saved first keeps the text, says so, and is not sent again', async () => {
    answer = 412
    await page.locator('textarea').fill('Mine')
    await expect.poll(() => status().textContent(), { timeout: 8_000 }).toContain('Another window has saved this form')
    await page.locator('textarea').fill('Mine, and more')
    await page.waitForTimeout(2_500)
    expect(await page.locator('textarea').inputValue()).toBe('Mine, and more')
    expect(kept).toHaveLength(1)
  }, 30_000)

  it('is tried again after a failure', async () => {
    answer = 503
    await page.locator('textarea').fill('Mine')
    await expect.poll(() => status().textContent(), { timeout: 8_000 }).toContain('Not saved')
    answer = 204
    await expect.poll(() => status().textContent(), { timeout: 8_000 }).toMatch(/^Saved/)
  }, 30_000)
})

it('a form is sent once, however often its button is pressed', async () => {
  // Apart from each other, as fingers are: presses in one instant are one sending to the browser already.
  await page.evaluate(() => {
    for (const wait of [0, 60, 120, 180]) setTimeout(() => document.querySelector('form')?.requestSubmit(), wait)
  })
  await page.waitForURL('**/send')
  expect(posts).toBe(1)
}, 30_000)
