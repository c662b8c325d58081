import { afterAll, beforeAll, expect, test } from 'vitest'
import { sessionCookie } from '../src/platform/web/cookies.ts'
import { type House, openHouse, type Screen, screens, type Visitor, wayOut } from './house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const bothScreens = Object.keys(screens) as Screen[] // the keys that it was made with

/** Back, as far as it goes: what can be read there. */
const back = async ({ page, path }: Visitor): Promise<string> => {
  await page.goBack({ waitUntil: 'load' })
  return `${path()} ${await page.evaluate(() => document.documentElement.textContent)}`
}

test.each(bothScreens)(
  'Somebody reading a public page leaves it at once, and Back passes over it, on a %s',
  async (screen) => {
    const reader = await house.visitor({ screen })
    await reader.go('/')
    await reader.go('/report/2')
    await reader.look('public-report-with-its-exit')
    await reader.page.click('.govuk-exit-this-page__button')
    await reader.page.waitForURL((url) => url.pathname === wayOut)
    const there = await back(reader)
    expect(there).toMatch(/^\/ /)
    expect(there).not.toContain('Case consultations')
    await reader.close()
  },
)

test('Pressing Shift three times leaves too; typing capitals does not', async () => {
  const reader = await house.visitor()
  await reader.go('/report/2')
  for (const key of ['A', 'B', 'C', 'D']) await reader.page.keyboard.press(`Shift+${key}`)
  await reader.page.keyboard.press('Shift')
  await reader.page.keyboard.press('Shift')
  expect(await reader.page.textContent('body > [role="status"]')).toBe('Shift, press 1 more time to exit.')
  expect(reader.path()).toBe('/report/2')
  await reader.page.keyboard.press('Shift')
  await reader.page.waitForURL((url) => url.pathname === wayOut)
  await reader.close()
})

test('Without scripts the button is a link that leaves, and a session has ended with it', async () => {
  const reader = await house.visitor({ script: false, screen: 'phone' })
  await reader.go('/report/2')
  await reader.look('public-report-without-scripts')
  await reader.page.click('.govuk-exit-this-page__button')
  await reader.page.waitForURL((url) => url.pathname === wayOut)

  await reader.enter('miriam.goldberg@hackney.example')
  await reader.go('/account')
  expect(reader.path()).toBe('/account')
  const session = (await reader.context.cookies()).filter(({ name }) => name === sessionCookie)
  expect(session).toHaveLength(1)
  await reader.go('/leave')
  await reader.page.waitForURL((url) => url.pathname === wayOut)
  expect(await reader.context.cookies(), 'nothing stays in the browser').toEqual([])
  // Not only forgotten by this browser: whoever had copied it has nothing either.
  await reader.context.addCookies(session)
  await reader.go('/account')
  expect(reader.path()).toBe('/sign-in?next=%2Faccount')
  await reader.close()
})

test.each([true, false])(
  'A member of staff signs out and hides, and Back brings no record back (scripts: %s)',
  async (script) => {
    const lead = await house.visitor({ script })
    await lead.enter('miriam.goldberg@hackney.example')
    await lead.go('/consultations')
    expect(await lead.page.textContent('main')).toContain('one to one')
    await lead.page.click('text=Sign out and hide')
    await lead.page.waitForURL((url) => url.pathname === wayOut)
    const there = await back(lead)
    expect(there).not.toMatch(/one to one|Miriam/)
    expect(there).toContain('Sign in')
    await lead.go('/consultations')
    expect(lead.path()).toBe('/sign-in?next=%2Fconsultations')
    await lead.close()
  },
)
