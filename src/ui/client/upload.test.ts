import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type AssetManifest, buildAssets } from '../../../tools/build-assets.ts'
import { findBrowser } from '../../../tools/ensure-browser.ts'

let folder: string
let assets: AssetManifest
let server: Server
let browser: Browser
let context: BrowserContext
let page: Page
let origin: string
/** How the little server below answers what is sent, and how much was sent how often. */
let answer: 'taken' | 'refused' | 'sign-in' | 'broken'
let sent: number[]
let release: () => void

const layout = (title: string, main: string): string => `<!doctype html><html lang="en"><head><title>${title}</title>
<script type="module" src="${assets.js}"></script></head><body class="govuk-frontend-supported"><main>${main}</main></body></html>`

const form = (error = ''): string => `${error}<h1>Take in a file</h1>
<form method="post" action="/add" enctype="multipart/form-data"><input type="hidden" name="_csrf" value="token">
<input type="file" name="files"><p role="status" data-upload></p><button>Send</button></form>`

const summary =
  '<div class="govuk-error-summary" data-module="govuk-error-summary" tabindex="-1"><a href="#files">Wrong</a></div>'

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tl-upload-'))
  assets = await buildAssets(folder)
  server = createServer(async (request, reply) => {
    const url = request.url ?? '/'
    if (url.startsWith('/assets/')) {
      reply.setHeader('content-type', 'text/javascript')
      return reply.end(await readFile(join(folder, basename(url))))
    }
    reply.setHeader('content-type', 'text/html')
    if (request.method !== 'POST')
      return reply.end(url === '/add' ? layout('Add', form()) : layout('File', '<h1>A file</h1>'))
    let bytes = 0
    for await (const piece of request) bytes += (piece as Buffer).length // no encoding is set
    sent.push(bytes)
    if (answer === 'broken') return request.socket.destroy()
    await new Promise<void>((resolve) => {
      release = resolve
    })
    if (answer === 'refused') {
      reply.statusCode = 422
      return reply.end(layout('Error: Add', form(summary)))
    }
    reply.statusCode = 303
    reply.setHeader('location', answer === 'taken' ? '/file' : '/sign-in?next=/add')
    return reply.end()
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
  sent = []
  context = await browser.newContext()
  page = await context.newPage()
  await page.goto(`${origin}/add`, { waitUntil: 'networkidle' })
  await page.setInputFiles('[type=file]', { name: 'a.xml', mimeType: 'text/xml', buffer: Buffer.alloc(300_000, 'a') })
})
afterEach(() => context.close())

const status = () => page.locator('[data-upload]').textContent()
const wait = { timeout: 8_000 }

describe('a large file', () => {
  it('is sent once, says so, then that it is being read, and leads to the page of the file', async () => {
    answer = 'taken'
    await page.locator('button').click()
    await page.locator('button').click()
    await expect.poll(status, wait).toContain('Reading the file')
    const bar = page.locator('progress')
    expect(await bar.getAttribute('aria-label')).toBe('The file is being read')
    expect(await bar.getAttribute('value')).toBe(null)
    await expect.poll(() => sent.length, wait).toBe(1)
    expect(sent[0]).toBeGreaterThan(300_000)
    release()
    await expect.poll(() => page.url(), wait).toBe(`${origin}/file`)
    expect(await page.title()).toBe('File')
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
    await page.goBack()
    await expect.poll(() => page.title(), wait).toBe('Add')
    expect(await page.locator('form').count()).toBe(1)
    expect(sent).toHaveLength(1)
  }, 40_000)

  it('that is refused shows the form with what is wrong, and can be sent again', async () => {
    answer = 'refused'
    for (const times of [1, 2]) {
      await page.locator('button').click()
      await expect.poll(() => sent.length, wait).toBe(times)
      release()
      await expect.poll(() => page.evaluate(() => document.activeElement?.className), wait).toContain('error-summary')
      expect(await page.title()).toBe('Error: Add')
      expect(await page.locator('progress').count()).toBe(0)
    }
    expect(page.url()).toBe(`${origin}/add`)
  }, 40_000)

  it('that does not arrive says what to do, and the button works again', async () => {
    answer = 'broken'
    await page.locator('button').click()
    await expect.poll(status, wait).toContain('The file could not be sent. Check your connection')
    expect(await page.locator('progress').count()).toBe(0)
    answer = 'taken'
    // A browser may have tried a connection that broke again by itself.
    const before = sent.length
    await page.locator('button').click()
    await expect.poll(() => sent.length, wait).toBe(before + 1)
    release()
    await expect.poll(() => page.title(), wait).toBe('File')
  }, 40_000)

  it('of somebody who was signed out leads to the whole page of signing in', async () => {
    answer = 'sign-in'
    await page.locator('button').click()
    await expect.poll(() => sent.length, wait).toBe(1)
    const loaded = page.waitForNavigation({ timeout: 8_000 })
    release()
    await loaded
    expect(page.url()).toContain('/sign-in?next=/add')
  }, 40_000)
})
