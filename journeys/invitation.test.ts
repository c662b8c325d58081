import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, openHouse, type Visitor } from './house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const administrator = 'tariq.mahmood@hackney.example'
const button = 'main form button[type="submit"]'
const secret = 'copper meadow lantern sparrow'

const colleagues = [
  { screen: 'desk', name: 'Wilhelmina Featherstonehaugh-Oyelaran', email: 'wilhelmina.fo@hackney.example' },
  { screen: 'phone', name: 'Ji Ö', email: 'ji.o@hackney.example' },
] as const

// Nothing by which somebody reading over a shoulder would know what this is about.
const telling = /abuse|domestic|violence|perpetrator|famil|child|borough|hackney|throughline|safe|programme|social/i

const flash = ({ page }: Visitor) => page.textContent('.govuk-notification-banner__content')

const invite = async (admin: Visitor, { name, email }: { name: string; email: string }) => {
  await admin.go('/settings/people-with-accounts')
  await admin.press('main a:has-text("Invite somebody")')
  await admin.page.fill('input[name="name"]', name)
  await admin.press(button)
  expect(await admin.page.title()).toBe('Error: Invite somebody - Throughline')
  expect(await admin.page.inputValue('input[name="name"]'), 'what was typed is still there').toBe(name)
  const wrong = admin.page.locator('.govuk-error-summary__list a')
  expect(await wrong.count()).toBeGreaterThan(0)
  for (const href of await wrong.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? '')))
    expect(await admin.page.locator(href).count(), `${href} of the error summary`).toBe(1)
  await admin.look('invite-refused')
  await admin.page.fill('input[name="email"]', email)
  await admin.page.locator('label:has-text("Practitioner")').click()
  await admin.press(button)
  expect(await flash(admin)).toContain('invitation')
  expect(await admin.page.textContent('main table')).toContain(email)
  await admin.look('invitations-waiting')
}

/** What the colleague finds in their mail: the link in it. */
const readMail = async (visitor: Visitor, email: string): Promise<string> => {
  await visitor.go('/demonstration/mail')
  const card = visitor.page.locator('.govuk-summary-card', { hasText: email })
  const link = (await card.locator('a').getAttribute('href')) ?? ''
  const said = ((await card.textContent()) ?? '').replace(email, '').replace(link, '')
  expect(said).not.toMatch(telling)
  expect(said).toContain('You have a new message')
  await visitor.look('mail-with-an-invitation')
  expect(link).toMatch(new RegExp(`^${house.url}/invitation/[\\w-]{43}$`))
  return link.slice(house.url.length)
}

const accept = async (colleague: Visitor, link: string, name: string) => {
  await colleague.go(link)
  expect(await colleague.page.textContent('main')).toContain(name)
  await colleague.look('invitation')
  await colleague.page.fill('input[name="passphrase"]', 'password1234')
  await colleague.press(button)
  expect(await colleague.page.title()).toBe('Error: Accept your invitation - Throughline')
  await colleague.look('invitation-refused')
  await colleague.page.fill('input[name="passphrase"]', secret)
  await colleague.press(button)
  expect(colleague.path()).toBe('/')
  expect(await colleague.page.textContent('.tl-who')).toContain(name)
}

const giveAndEnd = async (admin: Visitor, colleague: Visitor, { name }: { name: string }) => {
  await admin.go('/settings/people-with-accounts')
  await admin.press(`main a:has-text("${name}")`)
  await admin.look('account-of-a-colleague')
  const account = admin.path()
  await admin.press('main a:has-text("Give a role")')
  await admin.page.locator('label:has-text("Champion")').click()
  await admin.press(button)
  expect(await flash(admin)).toContain('The role is given.')
  await colleague.go('/account')
  expect(await colleague.page.textContent('.tl-who')).toContain('Use your other role')

  await admin.press('main tr:has-text("Champion") a:has-text("End")')
  await admin.page.locator('label:has-text("Now")').click()
  await admin.press(button)
  expect(admin.path()).toBe(account)
  expect(await admin.page.textContent('main tr:has-text("Champion")')).toContain('Not in force')
  await admin.look('account-with-an-ended-role')
  await colleague.go('/account')
  expect(await colleague.page.textContent('.tl-who')).not.toContain('other role')
}

test.each(colleagues)(
  'An administrator invites a colleague, gives a role and ends it, and the record has it all, on a $screen',
  async (way) => {
    const admin = await house.visitor(way)
    await admin.enter(administrator)
    await invite(admin, way)

    const colleague = await house.visitor(way)
    const link = await readMail(colleague, way.email)
    await accept(colleague, link, way.name)
    await colleague.press('.tl-leaving__out')
    expect(await colleague.go(link), 'the link works once').toBe(404)
    await colleague.look('invitation-spent')
    await colleague.signIn(way.email, secret)
    expect(colleague.path()).toBe('/')

    await giveAndEnd(admin, colleague, way)

    await admin.go('/settings/record')
    const lines = await admin.page.locator('main tbody tr').allTextContents()
    for (const what of ['Ended a role', 'Gave a role', 'Invited somebody'])
      expect(
        lines.some((line) => line.includes('Tariq Mahmood') && line.includes(what)),
        `${what} in the record`,
      ).toBe(true)
    for (const what of ['Accepted an invitation', 'Signed in'])
      expect(
        lines.some((line) => line.includes(way.name) && line.includes(what)),
        `${what} in the record`,
      ).toBe(true)
    await admin.look('access-record')
    await Promise.all([admin.close(), colleague.close()])
  },
)
