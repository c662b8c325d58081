import { expect } from 'vitest'
import type { LocalDate } from '../src/platform/dates.ts'
import type { Visitor } from './visitor.ts'

/** The button that sends the form of a page, and none of those that only keep or check it. */
export const send = 'main form button[type="submit"]:not([name])'

/** What stands on the page. */
export const said = async ({ page }: Visitor): Promise<string> => (await page.textContent('main')) ?? ''

/** The text of the notice after something was saved. */
export const notice = async ({ page }: Visitor): Promise<string> =>
  (await page.textContent('.govuk-notification-banner__content')) ?? ''

/** The page without its place in it: a browser takes that along from one page to the next. */
export const where = (visitor: Visitor): string => visitor.path().replace(/#.*/, '')

/** Ticks a box or a radio button by its words. */
export const tick = ({ page }: Visitor, name: string, value: string): Promise<void> =>
  page.check(`main [name="${name}"][value="${value}"]`)

/** The three boxes of a date. */
export const fillDate = async ({ page }: Visitor, name: string, date: LocalDate): Promise<void> => {
  const [year = '', month = '', day = ''] = date.split('-')
  await page.fill(`main [name="${name}-day"]`, String(Number(day)))
  await page.fill(`main [name="${name}-month"]`, String(Number(month)))
  await page.fill(`main [name="${name}-year"]`, year)
}

/** A page that came back with something to put right: at its field, with a link that leads there. */
export const expectError = async ({ page }: Visitor, field: string, words: RegExp): Promise<void> => {
  const link = page.locator('.govuk-error-summary a', { hasText: words })
  expect(await link.count(), `${words} in the summary of ${page.url()}`).toBeGreaterThan(0)
  const target = (await link.first().getAttribute('href')) ?? ''
  expect(target).toMatch(new RegExp(`^#${field}(-day|-month|-year)?$`))
  await page
    .locator(`[id="${target.slice(1)}"]`)
    .first()
    .waitFor({ state: 'attached' })
}

/** Opens a record by its form, and returns where the family is. */
export const openFamily = async (visitor: Visitor, name: string, number = ''): Promise<string> => {
  await visitor.go('/families')
  await visitor.press('main a.govuk-button:has-text("Open a family record")')
  await visitor.page.fill('input[name=name]', name)
  await visitor.page.fill('input[name=cmsId]', number)
  await visitor.press(send)
  const [family] = /^\/families\/[0-9a-f-]{36}/.exec(visitor.path()) ?? []
  if (family === undefined) throw new Error(`no record was opened: ${visitor.path()}`)
  return family
}

export type Part = 'child' | 'perpetrator' | 'victim_survivor' | 'other'

/** The page that asks about somebody, open at what is asked of this part. */
export const beginPerson = async (visitor: Visitor, family: string, part: Part): Promise<void> => {
  await visitor.go(`${family}/people/add`)
  await tick(visitor, 'part', part)
  await visitor.press('main form button[value="part"]')
}

/** Adds somebody of whom the name is known, and perhaps the birthday. */
export const addPerson = async (
  visitor: Visitor,
  family: string,
  { part, name, birth }: { part: Part; name: string; birth?: LocalDate },
): Promise<void> => {
  await beginPerson(visitor, family, part)
  await visitor.page.fill('input[name=name]', name)
  if (birth) await fillDate(visitor, 'birth', birth)
  await visitor.press(send)
  expect(where(visitor)).toBe(`${family}/people`)
}

/** Seals a protected detail of somebody. */
export const protect = async (
  visitor: Visitor,
  family: string,
  { whose, kind, value }: { whose: string; kind: string; value: string },
): Promise<void> => {
  await visitor.go(`${family}/protected/add`)
  await visitor.page.getByRole('radio', { name: whose, exact: true }).check()
  await tick(visitor, 'kind', kind)
  await visitor.page.fill('textarea[name=value]', value)
  await visitor.press(send)
  expect(where(visitor)).toBe(`${family}/protected`)
}

/** What a link downloads, as text of its bytes. */
export const download = async ({ context, page }: Visitor, link: string): Promise<Buffer> => {
  const href = await page.locator(link).first().getAttribute('href')
  if (href === null) throw new Error(`nothing to download at ${link}`)
  const answer = await context.request.get(new URL(href, page.url()).href)
  expect(answer.status(), href).toBe(200)
  return answer.body()
}
