import type { Browser, BrowserContext, Page } from 'playwright-core'
import { demonstrationPassphrase } from '../src/demonstration/index.ts'
import { sessionCookie } from '../src/platform/web/cookies.ts'
import type { Door } from './door.ts'
import { lookAt, type Screen, screens } from './look.ts'

export { type Screen, screens }

export type Visitor = {
  readonly page: Page
  readonly context: BrowserContext
  readonly screen: Screen
  /** What the console said and what was asked of other origins: both must stay empty. */
  readonly complaints: string[]
  /** Opens a page; the status of its answer. */
  go(path: string): Promise<number>
  /** Presses what leads to another page, and waits until that page is there. `main` where no part of the page is named. */
  press(what: string): Promise<void>
  /** Where the visitor is now: the path and, behind it, the query. */
  path(): string
  /** Signs in as people do, the second step with it, setting up an app where the organisation asks for one. */
  signIn(email: string, passphrase?: string): Promise<void>
  /** Lets somebody in who has signed in already: for journeys in which signing in is not what is looked at. */
  enter(email: string): Promise<void>
  /** Everything that must hold of any page, at the visitor's screen. Takes its picture where pictures are wanted. */
  look(name: string): Promise<void>
  close(): Promise<void>
}

type House = { readonly browser: Browser; readonly url: string; readonly door: Door }

/** A browser window with nobody signed in. */
export const newVisitor = async (
  { browser, url, door }: House,
  { screen = 'desk' as Screen, script = true } = {},
): Promise<Visitor> => {
  const context = await browser.newContext({
    viewport: screens[screen],
    javaScriptEnabled: script,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  })
  // Nothing of ours takes longer; what is not there should be missed at once.
  context.setDefaultTimeout(10_000)
  const page = await context.newPage()
  const complaints = listen(page, url)
  const visitor: Visitor = {
    page,
    context,
    screen,
    complaints,
    go: async (path) => (await page.goto(url + path, { waitUntil: 'load' }))?.status() ?? 0,
    press: async (what) => {
      await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.locator(what).click()])
    },
    path: () => page.url().slice(url.length),
    signIn: (email, passphrase = demonstrationPassphrase) => signIn(visitor, door, email, passphrase),
    enter: async (email) => {
      await context.addCookies([{ name: sessionCookie, value: await door.session(email), url, httpOnly: true }])
    },
    look: (name) => lookAt({ page, screen, script, complaints, name }),
    close: () => context.close(),
  }
  return visitor
}

const listen = (page: Page, url: string): string[] => {
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
  return complaints
}

const button = 'main form button[type="submit"]'

const signIn = async ({ page, go, press, path }: Visitor, door: Door, email: string, passphrase: string) => {
  await go('/sign-in')
  await page.fill('input[name="email"]', email)
  await page.fill('input[name="passphrase"]', passphrase)
  await press(button)
  if (path().startsWith('/sign-in/set-up-code')) {
    const key = (await page.locator('.tl-code').first().textContent()) ?? ''
    await page.fill('input[name="code"]', await door.code(email, key.replaceAll(' ', '')))
    await press(button)
    // The recovery codes are shown once, and lead on.
    await press('main a.govuk-button, main a:has-text("Continue")')
  } else if (path().startsWith('/sign-in/code')) {
    await page.fill('input[name="code"]', await door.code(email))
    await press(button)
  }
  if (path().startsWith('/sign-in')) throw new Error(`${email} could not sign in: ${await page.textContent('main')}`)
}
