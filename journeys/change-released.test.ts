import { afterAll, beforeAll, expect, test } from 'vitest'
import { said } from './family-pages.ts'
import { type House, openHouse, type Screen, type Visitor } from './house.ts'
import { enter, tabTo } from './keys.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const released = '/change-data'

/** The boroughs in the order in which the page has them. */
const boroughsOf = ({ page }: Visitor): Promise<string[]> =>
  page.locator('section[aria-labelledby^="borough-"] h2').allTextContents()

const readReleases = async (reader: Visitor) => {
  expect(await reader.go(released)).toBe(200)
  await reader.look('change-released')
  const names = await boroughsOf(reader)
  expect(names.length).toBeGreaterThan(2)
  expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'en-GB')))
  const text = await said(reader)
  for (const word of ['withheld', 'still maturing', 'Definition set', 'Compare'.toLowerCase()])
    expect(text).toContain(word)
  await reader.page.locator('summary', { hasText: 'Show all measures' }).first().click()
  await reader.look('change-released-all-measures')
}

const readDefinition = async (reader: Visitor) => {
  await reader.press('main a:has-text("How it is counted: Re-referrals")')
  expect(reader.path()).toBe('/change-data/definitions#re_referrals_12_months')
  expect(await reader.page.locator('#re_referrals_12_months').isVisible()).toBe(true)
  await reader.look('change-definitions')
}

const ways = [
  { screen: 'desk', script: true },
  { screen: 'phone', script: true },
  { screen: 'phone', script: false },
] as const satisfies { screen: Screen; script: boolean }[]

test.each(ways)(
  'The project manager reads what the boroughs released, and a definition: $screen, script $script',
  async (way) => {
    const reader = await house.visitor(way)
    await reader.enter('gareth.ellis@respect.example')
    await readReleases(reader)
    await readDefinition(reader)
    await reader.close()
  },
)

test('One borough and one figure are chosen with the keyboard alone, and taken along as a file', async () => {
  const reader = await house.visitor({ screen: 'desk' })
  const { page, context } = reader
  await reader.enter('gareth.ellis@respect.example')
  await reader.go(released)
  const [, second = ''] = await boroughsOf(reader)
  await tabTo(page, 'main .tl-filters summary')
  await page.keyboard.press('Enter')
  await tabTo(page, '#filter-borough')
  await page.keyboard.type(second)
  await tabTo(page, '#filter-figure')
  await page.keyboard.type('Re-ref')
  await tabTo(page, 'main .tl-filters button')
  await enter(page)
  expect(await boroughsOf(reader)).toEqual([second])
  expect(await page.locator('main .tl-filters summary').innerText()).toContain('Re-referrals within twelve months')
  await reader.look('change-released-filtered')
  await tabTo(page, 'main a:has-text("CSV")')
  const href = (await page.locator('main a:has-text("CSV")').getAttribute('href')) ?? ''
  const file = await context.request.get(new URL(href, page.url()).href)
  expect([file.status(), file.headers()['content-disposition']]).toEqual([
    200,
    expect.stringContaining('change-data-released.csv'),
  ])
  await reader.close()
})
