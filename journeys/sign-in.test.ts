import { afterAll, beforeAll, expect, test } from 'vitest'
import { demonstrationPassphrase } from '../src/demonstration/index.ts'
import { type House, openHouse, type Visitor } from './house.ts'
import { enter, tabTo, typeInto } from './keys.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const folake = 'folake.bankole@waltham-forest.example'
const rachel = 'rachel.abrams@evaluation-team.example'
const meera = 'meera.joshi@respect.example'
const twoRoles = 'siobhan.keane@hackney.example'
const button = 'main form button[type="submit"]'

const knock = async ({ page }: Visitor, email: string, passphrase: string) => {
  await typeInto(page, 'input[name="email"]', email)
  await typeInto(page, 'input[name="passphrase"]', passphrase)
  await enter(page)
}

const told = ({ page }: Visitor) => page.locator('.govuk-error-summary__list li').allTextContents()

const ways = [
  { how: 'at a desk', screen: 'desk', script: true },
  { how: 'on a phone', screen: 'phone', script: true },
  { how: 'on a phone without scripts', screen: 'phone', script: false },
] as const

test.each(ways)(
  'Somebody with two roles signs in with the keyboard alone and out again everywhere, $how',
  async (way) => {
    const keeper = await house.visitor(way)
    const { page } = keeper
    await keeper.go('/account')
    expect(keeper.path()).toBe('/sign-in?next=%2Faccount')
    await keeper.look('sign-in')

    await knock(keeper, twoRoles, 'four words of somebody else')
    const refused = await told(keeper)
    expect(refused).toEqual(['The email address or the passphrase is not right'])
    expect(await page.title()).toBe('Error: Sign in - Throughline')
    expect(await page.inputValue('input[name="email"]')).toBe(twoRoles)
    expect(await page.inputValue('input[name="passphrase"]')).toBe('')
    await keeper.look('sign-in-refused')
    await knock(keeper, 'nobody.at.all@hackney.example', demonstrationPassphrase)
    expect(await told(keeper), 'an address that nobody has is answered in the same words').toEqual(refused)

    await knock(keeper, twoRoles, demonstrationPassphrase)
    expect(keeper.path(), 'the page that was wanted').toBe('/account')
    await keeper.look('account')

    await tabTo(page, '.govuk-skip-link')
    await tabTo(page, '.tl-header__name')
    await enter(page)
    expect(await page.textContent('h1')).toContain('What needs you today')
    const acting = (await page.textContent('h1 .govuk-caption-l'))?.trim()
    await keeper.look('home-of-two-roles')

    await tabTo(page, '.tl-who__other')
    await enter(page)
    await tabTo(page, 'main a[href="/account/role"]')
    await enter(page)
    await keeper.look('choose-a-role')
    await tabTo(page, 'input[name="grant"]:checked')
    // From the last of the choices the arrow goes round to the first, so two roles change places.
    await page.keyboard.press('ArrowDown')
    await tabTo(page, button)
    await enter(page)
    expect(keeper.path()).toBe('/')
    expect([acting, (await page.textContent('h1 .govuk-caption-l'))?.trim()].toSorted()).toEqual([
      'Champion, Hackney',
      'Supervisor, Hackney',
    ])

    const other = await house.visitor(way)
    await other.signIn(twoRoles)
    expect(other.path()).toBe('/')
    await keeper.go('/account/sessions')
    expect(await page.locator('#sessions-table tbody tr, main tbody tr').count()).toBe(2)
    await keeper.look('sessions')
    await tabTo(page, 'form[action="/account/sessions/end-all"] button')
    await enter(page)
    expect(await page.textContent('.govuk-notification-banner')).toContain('You are signed out everywhere.')
    for (const window of [keeper, other]) {
      await window.go('/account')
      expect(window.path()).toBe('/sign-in?next=%2Faccount')
    }
    await Promise.all([keeper.close(), other.close()])
  },
)

test.each(ways)('Somebody who has left has no way in and learns nothing, $how', async (way) => {
  const leaver = await house.visitor(way)
  await leaver.go('/sign-in?next=%2Ftraining')
  await knock(leaver, 'beatriz.carvalho@hackney.example', demonstrationPassphrase)
  expect(await told(leaver), 'the words that anybody else gets').toEqual([
    'The email address or the passphrase is not right',
  ])
  expect(await leaver.page.locator('.tl-who').count()).toBe(0)
  await leaver.look('sign-in-of-a-leaver')
  await leaver.go('/training')
  expect(leaver.path()).toBe('/sign-in?next=%2Ftraining')
  await leaver.close()
})

test.each(ways)(
  'Where an organisation asks for a code, an app is set up at the door and asked from then on, $how',
  async (way) => {
    // A third organisation asks for codes only now: a code works once, so one person for all ways would wait for the next.
    await house.operator.query("update organisation set second_factor_required = true where name = 'Respect'")
    const email = { 'at a desk': folake, 'on a phone': rachel, 'on a phone without scripts': meera }[way.how]
    const manager = await house.visitor(way)
    await manager.signIn(email)
    expect(await manager.page.textContent('h1')).toContain('What needs you today')
    await manager.press('.tl-leaving__out')
    expect(manager.path()).toBe('/sign-in')

    await manager.page.fill('input[name="email"]', email)
    await manager.page.fill('input[name="passphrase"]', demonstrationPassphrase)
    await manager.press(button)
    expect(manager.path()).toBe('/sign-in/code')
    await manager.look('sign-in-code')
    await manager.page.fill('input[name="code"]', '000000')
    await manager.press(button)
    expect(await told(manager)).toHaveLength(1)
    await manager.look('sign-in-code-refused')
    await manager.go('/report')
    expect(await manager.page.locator('.tl-who').count(), 'half a sign-in opens nothing').toBe(0)
    await manager.signIn(email)
    expect(await manager.page.textContent('h1')).toContain('What needs you today')
    await manager.close()
  },
)
