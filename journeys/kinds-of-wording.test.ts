import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, openHouse, type Screen, screens } from './house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const bothScreens = Object.keys(screens) as Screen[] // the keys that it was made with

test.each(bothScreens)('Somebody reads each kind of wording, one after the other, on a %s', async (screen) => {
  const reader = await house.visitor({ screen })
  await reader.go('/check-your-wording/minimising')
  const links = await reader.page.$$eval('nav[aria-label="Kinds of wording"] a', (all) =>
    all.map((link) => link.getAttribute('href') ?? ''),
  )
  expect(links.length).toBe(7)
  const kinds = ['/check-your-wording/minimising', ...links.filter((link) => link !== '/check-your-wording')]
  expect(new Set(kinds).size).toBe(7)
  for (const kind of kinds) {
    expect(await reader.go(kind)).toBe(200)
    // What is folded away is looked at too.
    await reader.page.$$eval('details', (all) => {
      for (const one of all) one.open = true
    })
    await reader.look(`kind-of-wording${kind.replaceAll('/', '-')}`)
  }
  await reader.close()
})

test('A link to one rule leads to it, without scripts too', async () => {
  const reader = await house.visitor({ script: false })
  await reader.go('/check-your-wording/minimising#mi-just-verbal')
  expect(await reader.page.locator('#mi-just-verbal').isVisible()).toBe(true)
  expect(await reader.page.locator('#mi-just-verbal details').count()).toBe(1)
  await reader.close()
})
