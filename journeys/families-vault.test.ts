import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPdf } from '../src/platform/documents/pdf-read.ts'
import { addPerson, download, openFamily, protect, said, send, where } from './family-pages.ts'
import { type House, openHouse, type Visitor } from './house.ts'
import { enter, tabTo, typeInto } from './keys.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const perpetrator = 'Ross Verrall'
const survivor = 'Jodie Marsh'
const street = '41 Lantern Row'
const address = `${street}\nLondon\nE8 3QX`

const makeFamily = async (visitor: Visitor, name: string): Promise<string> => {
  const family = await openFamily(visitor, name)
  await addPerson(visitor, family, { part: 'perpetrator', name: perpetrator })
  await addPerson(visitor, family, { part: 'victim_survivor', name: survivor })
  await protect(visitor, family, { whose: survivor, kind: 'address', value: address })
  return family
}

/** Enter, and wait for the page that it leads to; with the keyboard alone. */
const chooseAndEnter = async ({ page }: Visitor, what: string) => {
  await tabTo(page, what)
  await enter(page)
}

const show = async (visitor: Visitor, family: string) => {
  const { page } = visitor
  await visitor.go(`${family}/protected`)
  await visitor.look('families-vault-held')
  expect(await page.content(), 'a list never says it').not.toContain('Lantern')
  await chooseAndEnter(visitor, 'main a:has-text("Show")')
  await visitor.look('families-vault-why')
  expect(await page.content(), 'asked before it is shown').not.toContain('Lantern')
  await chooseAndEnter(visitor, send)
  expect(await said(visitor)).toContain('Select why you need to see it')
  await visitor.look('families-vault-why-wrong')
  await tabTo(page, 'input[name=why]')
  await page.keyboard.press('Space')
  await enter(page)
  expect(await said(visitor)).toContain(street)
  await visitor.look('families-vault-shown')
}

/** Hidden again it is nowhere: on no page, and not one step back. */
const hide = async (visitor: Visitor, family: string) => {
  const { page } = visitor
  await chooseAndEnter(visitor, 'main a:has-text("Hide")')
  expect(where(visitor)).toBe(`${family}/protected`)
  expect(await page.content()).not.toContain('Lantern')
  expect(await said(visitor)).toContain('To visit')
  await visitor.look('families-vault-hidden')
  // The browser has nothing kept, and asks before it would send the reason again.
  await page.goBack({ waitUntil: 'load' }).catch(() => null)
  await expect.poll(() => where(visitor)).not.toBe(`${family}/protected`)
  const isThere = async () => (await page.content().catch(() => null))?.includes('Lantern')
  await expect.poll(isThere, { message: 'Back shows nothing' }).toBe(false)
}

const write = async (visitor: Visitor, family: string, text: string) => {
  const { page } = visitor
  await visitor.go(`${family}/letters/add`)
  await typeInto(page, 'input[name=subject]', 'Our meeting')
  await typeInto(page, 'textarea[name=text]', text)
  await tabTo(page, 'input[name=plan]')
  await page.keyboard.press('ArrowDown')
  if (!(await page.isChecked('input[name=plan][value=no]'))) await page.keyboard.press('ArrowDown')
  expect(await page.isChecked('input[name=plan][value=no]')).toBe(true)
  await chooseAndEnter(visitor, send)
  expect(where(visitor)).toMatch(/\/letters\/[0-9a-f-]{36}$/)
}

const letter = async (visitor: Visitor, family: string) => {
  const { page, context } = visitor
  await visitor.go(`${family}/letters`)
  await visitor.look('families-vault-letters')
  await write(visitor, family, `Dear ${perpetrator},\n\nthe children are well at 41, Lantern Row.`)
  expect(await said(visitor)).toContain('This letter cannot go')
  expect(await page.locator('button[value=check]').count(), 'nobody can say that it is right').toBe(0)
  const stopped = new URL(page.url()).pathname
  expect((await context.request.get(`${house.url}${stopped}/letter.pdf`)).status()).toBe(404)
  await visitor.look('families-vault-letter-stopped')

  await chooseAndEnter(visitor, 'main a:has-text("Change the letter")')
  await visitor.look('families-vault-letter-change')
  await typeInto(page, 'textarea[name=text]', `Dear ${perpetrator},\n\ncome to the office on Monday at ten.`)
  await chooseAndEnter(visitor, send)
  expect(await said(visitor)).not.toContain('This letter cannot go')
  await visitor.look('families-vault-letter-ready')
  await chooseAndEnter(visitor, 'button[value=check]')
  await visitor.look('families-vault-letter-checked')
  const { text } = await readPdf(await download(visitor, 'main a:has-text("Download the letter")'))
  expect(text).toContain('come to the office on Monday at ten')
  expect(text).not.toContain('Lantern')
}

test.each([
  { screen: 'desk', script: true },
  { screen: 'phone', script: true },
  { screen: 'desk', script: false },
] as const)(
  'A protected detail is shown on purpose and gone again, and no letter takes it along ($screen, script: $script)',
  async ({ screen, script }) => {
    const visitor = await house.visitor({ screen, script })
    await visitor.enter('amara.okafor@hackney.example')
    const family = await makeFamily(visitor, `Verrall ${screen} ${script ? 'one' : 'two'}`)
    await show(visitor, family)
    await hide(visitor, family)
    await letter(visitor, family)
    await visitor.close()
  },
  300_000,
)
