import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { render } from 'preact-render-to-string'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contentSecurityPolicy } from '#platform/web/headers.ts'
import { type AssetManifest, buildAssets } from '../../tools/build-assets.ts'
import { findBrowser } from '../../tools/ensure-browser.ts'
import { Gallery } from './gallery.tsx'
import { Layout, type LayoutProps } from './layout.tsx'

const areas = ['Home', 'Families', 'Training', 'Consultations', 'Programmes', 'Hub', 'Audits', 'Evaluation', 'Settings']

const layoutProps = (assets: AssetManifest): Omit<LayoutProps, 'children' | 'exit' | 'person'> => ({
  title: 'Consultations',
  nonce: 'n0nce',
  assets,
  areas: areas.map((text) => ({ text, href: `#${text.toLowerCase()}`, current: text === 'Consultations' })),
  csrf: 'csrf',
  flash: { text: 'Consultation saved. 2 phrases to look at again.', href: '#notes' },
  errors: true,
  wide: true,
})

const person = { name: 'Amira Khan', organisation: 'Hackney', role: 'Implementation lead', otherRoles: 1 }

let folder: string
let server: Server
let browser: Browser
let origin: string
let assets: AssetManifest

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tl-ui-'))
  assets = await buildAssets(folder)
  const types: Record<string, string> = {
    css: 'text/css',
    js: 'text/javascript',
    svg: 'image/svg+xml',
    woff2: 'font/woff2',
  }
  server = createServer(async ({ url = '/' }, reply) => {
    if (url.startsWith('/assets/')) {
      reply.setHeader('content-type', types[url.split('.').at(-1) ?? ''] ?? 'image/x-icon')
      return reply.end(await readFile(join(folder, basename(url))))
    }
    const signedIn = url.startsWith('/staff')
    const props = { ...layoutProps(assets), exit: !signedIn, ...(signedIn && { person }) }
    reply.setHeader('content-type', 'text/html; charset=utf-8')
    reply.setHeader('content-security-policy', contentSecurityPolicy('n0nce'))
    return reply.end(
      `<!doctype html>${render(
        <Layout {...props}>
          <Gallery />
        </Layout>,
      )}`,
    )
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

/** With PICTURES=folder the gallery is also kept as pictures, a screen's height each, to be looked at. */
const takePictures = async (page: Page, name: string): Promise<void> => {
  const pictures = process.env['PICTURES']
  if (!pictures) return
  const { width, height } = await page.evaluate(() => ({
    width: document.documentElement.clientWidth,
    height: document.documentElement.scrollHeight,
  }))
  const screen = 1400
  for (let y = 0, part = 1; y < height; y += screen, part += 1) {
    const clip = { x: 0, y, width, height: Math.min(screen, height - y) }
    await page.screenshot({ path: join(pictures, `${name}-${part}.png`), fullPage: true, clip })
  }
}

const open = async (
  path: string,
  width: number,
  javaScriptEnabled = true,
): Promise<{ page: Page; console: string[] }> => {
  const page = await browser.newPage({ viewport: { width, height: 900 }, javaScriptEnabled })
  const console: string[] = []
  page.on('console', (message) => console.push(message.text()))
  page.on('pageerror', (error) => console.push(error.message))
  await page.goto(origin + path, { waitUntil: 'networkidle' })
  await takePictures(page, `${path.slice(1)}-${width}${javaScriptEnabled ? '' : '-no-script'}`)
  return { page, console }
}

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** Ids and places of what axe finds, but for the conditional radios, which GOV.UK decided so (govuk-frontend #979). */
const faults = async (page: Page): Promise<string[]> => {
  await page.evaluate(await readFile(axe, 'utf8')) // evaluated, not added as a script: the page's rules refuse scripts
  return page.evaluate(async () => {
    type Result = { violations: { id: string; nodes: { target: string[]; html: string }[] }[] }
    const { axe } = window as unknown as { axe: { run(options: object): Promise<Result> } } // defined by the line above
    const found = await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
    return found.violations.flatMap(({ id, nodes }) =>
      nodes
        .filter(({ html }) => !(id === 'aria-allowed-attr' && html.includes('govuk-radios__input')))
        .map(({ target, html }) => `${id}: ${target.join(' ')} ${html.slice(0, 120)}`),
    )
  })
}

describe.each(['/staff', '/public'])('the gallery at %s', (path) => {
  it.each([1280, 390, 320])(
    'has no accessibility fault, no sideways scrolling and a silent console at %i pixels',
    async (width) => {
      const { page, console } = await open(path, width)
      expect(await faults(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      expect(console).toEqual([])
      await page.close()
    },
    60_000,
  )

  it('can be read and sent without JavaScript', async () => {
    const { page } = await open(path, 390, false)
    expect(await page.locator('.govuk-service-navigation__list').isVisible()).toBe(true)
    expect(await page.locator('#conditional-with-2').isVisible()).toBe(true)
    expect(await page.locator('button:has-text("Save consultation")').isVisible()).toBe(true)
    await page.close()
  }, 60_000)
})

it('text in charts is at least 12 pixels high on a phone', async () => {
  const { page } = await open('/staff', 390)
  const sizes = await page.evaluate(() =>
    Array.from(document.querySelectorAll<SVGTextElement>('.tl-chart__drawing text'), (text) => {
      const scale = text.getScreenCTM()?.a ?? 0
      return Number.parseFloat(getComputedStyle(text).fontSize) * scale
    }),
  )
  expect(sizes.length).toBeGreaterThan(20)
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(12)
  await page.close()
}, 60_000)

it('on paper there is nothing to press, links are not spelled out, and nothing is cut off', async () => {
  const { page } = await open('/staff', 1280)
  await page.emulateMedia({ media: 'print' })
  // A4 between the margins, in CSS pixels.
  await page.setViewportSize({ width: 672, height: 985 })
  for (const hidden of [
    '.tl-leaving',
    '.govuk-service-navigation',
    '.govuk-pagination',
    '.govuk-button',
    '.tl-footer',
  ]) {
    expect(await page.locator(hidden).first().isVisible(), hidden).toBe(false)
  }
  const spelledOut = await page.evaluate(() =>
    Array.from(document.querySelectorAll('a'), (link) => getComputedStyle(link, '::after').content).filter(
      (text) => text.includes('#') || text.includes('/'),
    ),
  )
  expect(spelledOut).toEqual([])
  await takePictures(page, 'print')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(672)
  await page.close()
}, 60_000)
