import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, openHouse } from './house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

test('Somebody reading a public page leaves it at once, and Back shows nothing of it', async () => {
  const reader = await house.visitor()
  await reader.go('/report')
  await reader.look('public-reports')
  await reader.page.click('.govuk-exit-this-page__button')
  await reader.page.waitForURL((url) => url.pathname === '/assets/icon.svg')
  await reader.page.goBack().catch(() => null)
  expect(await reader.page.textContent('body').catch(() => '')).not.toContain('report')
  await reader.close()
})

test('Pressing Shift three times leaves too', async () => {
  const reader = await house.visitor()
  await reader.go('/report')
  for (let n = 0; n < 3; n += 1) await reader.page.keyboard.press('Shift')
  await reader.page.waitForURL((url) => url.pathname === '/assets/icon.svg')
  await reader.close()
})

test('Without scripts the button is a link that leaves, and the session has ended', async () => {
  const reader = await house.visitor({ script: false, screen: 'phone' })
  await reader.signIn('rachel.abrams@evaluation-team.example').catch(() => null)
  await reader.go('/report')
  await reader.go('/leave')
  await reader.page.waitForURL((url) => url.pathname === '/assets/icon.svg')
  await reader.go('/account')
  expect(new URL(reader.page.url()).pathname).toBe('/sign-in')
  await reader.close()
})

test('A member of staff signs out and hides: Back brings no record back', async () => {
  const lead = await house.visitor()
  await lead.signIn('miriam.goldberg@hackney.example')
  await lead.go('/consultations')
  await lead.page.click('text=Sign out and hide')
  await lead.page.waitForURL((url) => !url.pathname.startsWith('/consultations'))
  await lead.page.goBack().catch(() => null)
  expect(await lead.page.textContent('body').catch(() => '')).not.toMatch(/Consultations held|one to one/i)
  await lead.close()
})
