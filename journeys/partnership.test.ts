import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, openHouse, type Visitor } from './house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const manager = 'gareth.ellis@respect.example'
const save = 'main form button[type="submit"]:not([name])'

const ways = [
  { screen: 'desk', borough: 'Kensington and Chelsea', name: 'Year 12', year: 2032 },
  { screen: 'phone', borough: 'Richmond upon Thames', name: 'Year 13', year: 2033 },
] as const
type Way = (typeof ways)[number]

const fillDate = async ({ page }: Visitor, name: string, day: number, month: number, year: number) => {
  for (const [part, value] of Object.entries({ day, month, year }))
    await page.fill(`input[name="${name}-${part}"]`, String(value))
}

/** What is wrong, and that each message leads to its field, where it stands again. */
const wrongs = async ({ page }: Visitor): Promise<string[]> => {
  expect(await page.title()).toMatch(/^Error: /)
  const links = page.locator('.govuk-error-summary__list a')
  const found = await links.evaluateAll((all) =>
    all.map((link) => ({ href: link.getAttribute('href') ?? '', text: link.textContent ?? '' })),
  )
  for (const { href, text } of found) {
    const group = page.locator('.govuk-form-group--error', { has: page.locator(href) })
    expect(await group.last().textContent(), `${text} at its place`).toContain(text)
  }
  return found.map(({ text }) => text)
}

const addBorough = async (visitor: Visitor, { borough }: Way) => {
  const { page } = visitor
  await visitor.go('/settings')
  await visitor.press('main a[href="/settings/partnership"]')
  await visitor.look('partnership')
  await visitor.press('main a:has-text("Add a member")')
  await page.selectOption('select[name="organisation"]', { label: 'It is not listed' })
  await page.fill('input[name="name"]', borough)
  await fillDate(visitor, 'joined', 31, 2, 2026)
  await visitor.press(save)
  expect(await wrongs(visitor)).toHaveLength(3)
  expect(await page.inputValue('input[name="name"]')).toBe(borough)
  expect(await page.inputValue('input[name="joined-day"]')).toBe('31')
  await visitor.look('add-a-member-refused')
  await page.locator('label:has-text("Borough")').first().click()
  await page.locator('input[name="stage"]').first().check()
  await fillDate(visitor, 'joined', 1, 11, 2026)
  await visitor.press(save)
  expect(await page.textContent('.govuk-notification-banner__content')).toContain('The member was added.')
  expect(await page.textContent(`main tr:has-text("${borough}")`)).toContain('1 November 2026')
}

const addTerm = async (visitor: Visitor, { name, year }: Way) => {
  const { page } = visitor
  await visitor.press('main a:has-text("Add a term")')
  await page.fill('input[name="name"]', name)
  await fillDate(visitor, 'starts', 1, 8, 2025)
  await fillDate(visitor, 'last', 31, 7, 2026)
  await visitor.press(save)
  expect(await wrongs(visitor)).toEqual([expect.stringContaining('a day belongs to one term')])
  expect(await page.inputValue('input[name="name"]')).toBe(name)
  await visitor.look('add-a-term-refused')
  await fillDate(visitor, 'starts', 1, 8, year)
  await fillDate(visitor, 'last', 31, 7, year + 1)
  await visitor.press(save)
  const row = page.locator(`main tr:has-text("${name}")`)
  expect(await row.textContent()).toContain(`1 August ${year}`)
  expect(await row.textContent()).toContain('not published')
  await visitor.look('partnership-with-a-new-term')
}

const publishAndTakeBack = async (visitor: Visitor, reader: Visitor) => {
  expect(await reader.go('/report/5')).toBe(404)
  await visitor.go('/report/5')
  await visitor.press('main a:has-text("Publish this report")')
  await visitor.look('publish')
  await visitor.press('main button:has-text("Publish the report")')
  expect(await reader.go('/report/5')).toBe(200)
  await reader.look('report-just-published')
  await visitor.go('/report/5')
  await visitor.press('main a:has-text("Take this report back")')
  await visitor.look('take-back')
  await visitor.press('main button:has-text("Take the report back")')
  expect(await reader.go('/report/5')).toBe(404)
}

test.each(ways)(
  'The project manager adds a borough and a term, publishes a report and takes it back, on a $screen',
  async (way) => {
    const visitor = await house.visitor(way)
    await visitor.enter(manager)
    await addBorough(visitor, way)
    await addTerm(visitor, way)
    const reader = await house.visitor(way)
    await publishAndTakeBack(visitor, reader)
    await Promise.all([visitor.close(), reader.close()])
  },
)

test.each(ways)(
  'Two windows change one membership: whoever is second sees both versions and decides, on a $screen',
  async (way) => {
    const first = await house.visitor(way)
    const second = await house.visitor(way)
    await first.enter(manager)
    await second.enter('folake.bankole@waltham-forest.example')
    await first.go('/settings/partnership')
    await first.press('main tr:has-text("Redbridge") a:has-text("Change")')
    await second.go(first.path())

    await first.page.fill('textarea[name="note"]', `Returns in spring (${way.screen})`)
    await first.press(save)
    expect(first.path()).toBe('/settings/partnership')

    await second.page.fill('textarea[name="note"]', 'Has paused its training')
    await second.press(save)
    expect(await second.page.textContent('.tl-theirs')).toContain(`Returns in spring (${way.screen})`)
    expect(await second.page.inputValue('textarea[name="note"]')).toBe('Has paused its training')
    await second.look('membership-changed-by-somebody-else')
    expect(await noteOf(), 'nothing is overwritten unseen').toBe(`Returns in spring (${way.screen})`)

    await second.press(save)
    expect(second.path()).toBe('/settings/partnership')
    expect(await noteOf()).toBe('Has paused its training')
    await Promise.all([first.close(), second.close()])
  },
)

const noteOf = async (): Promise<string | undefined> => {
  const { rows } = await house.operator.query<{ note: string }>(
    "select m.note from membership m join organisation o on o.id = m.organisation_id where o.name = 'Redbridge'",
  )
  return rows[0]?.note
}
