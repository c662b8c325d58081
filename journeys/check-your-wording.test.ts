import { afterAll, beforeAll, expect, test } from 'vitest'
import { note } from '../src/modules/practice-language/check-page/example.ts'
import { makeParagraphCheck } from '../src/modules/practice-language/field/by-paragraph.ts'
import { checkerOf } from '../src/modules/practice-language/index.ts'
import { type House, openHouse, type Screen, screens, type Visitor } from './house.ts'
import { enter, tabTo, typeInto } from './keys.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const page = '/check-your-wording'
const bothScreens = Object.keys(screens) as Screen[] // the keys that it was made with
const findings = '[data-wording-findings] .tl-finding'
const count = '[data-wording-count]'

const onServer = makeParagraphCheck(checkerOf({ version: 'shipped', overlays: [] }))(note)
  .filter(({ suppressed }) => suppressed === undefined)
  .map(({ phrase }) => phrase)

/** Opens the page and waits until the check knows all it can. */
const open = async (visitor: Visitor): Promise<void> => {
  await visitor.go(page)
  await visitor.page.waitForLoadState('networkidle')
}

test.each(bothScreens)(
  'The example is checked, marked exactly where it stands, and a phrase selected, on a %s',
  async (screen) => {
    const visitor = await house.visitor({ screen })
    await open(visitor)
    await visitor.look('check-your-wording')
    await visitor.page.getByRole('button', { name: 'Try it with this example' }).click()
    await visitor.page.locator(findings).first().waitFor()
    await visitor.page
      .locator(count)
      .filter({ hasText: /^\d+ phrases to look at again\.$/ })
      .waitFor()
    expect(await visitor.page.inputValue('textarea')).toBe(note)
    const phrases = await visitor.page.locator(`${findings} q`).allTextContents()
    expect(phrases, 'the browser finds what the server finds').toEqual(onServer)
    await visitor.look('check-your-wording-example')

    const button = visitor.page.getByRole('button', { name: 'Select in the text: altercation between the parents' })
    await button.click()
    const selected = await visitor.page.$eval('textarea', (field) =>
      field.value.slice(field.selectionStart, field.selectionEnd),
    )
    expect(selected).toBe('altercation between the parents')
    const marks = await visitor.page.locator('.tl-layer:not([hidden]) .tl-mark').allTextContents()
    expect(marks).toContain('altercation between the parents')
    expect(marks).not.toContain('just an argument')
    expect(await visitor.page.locator('[data-wording-findings]').textContent()).toContain(
      'These words stand in quotation marks',
    )
    await visitor.close()
  },
)

test('After the first key nothing is sent, and the browser itself would refuse', async () => {
  const visitor = await house.visitor()
  await open(visitor)
  const asked: string[] = []
  visitor.page.on('request', (request) => asked.push(request.url()))
  await typeInto(visitor.page, 'textarea', note.slice(0, 330))
  await visitor.page.locator(findings).nth(1).waitFor()
  await visitor.page.getByText('Why, and who says so').first().click()
  await visitor.page.waitForTimeout(1500)
  expect(asked).toEqual([])
  expect(visitor.complaints).toEqual([])
  const sent = await visitor.page.evaluate(() =>
    fetch('/health').then(
      () => 'sent',
      () => 'refused',
    ),
  )
  expect(sent).toBe('refused')
  await visitor.close()
})

test('What the check needs is sent packed', async () => {
  const visitor = await house.visitor()
  const packed: string[] = []
  visitor.page.on('response', (answer) => {
    if (/\/(wording|rules|model)-/.test(answer.url())) packed.push(answer.headers()['content-encoding'] ?? 'not packed')
  })
  await open(visitor)
  expect(packed.length).toBe(3)
  expect(packed.filter((how) => !['gzip', 'br'].includes(how))).toEqual([])
  await visitor.close()
})

test('With the keyboard alone somebody writes, goes to a phrase, mends it, and leaves', async () => {
  const visitor = await house.visitor()
  await open(visitor)
  await typeInto(visitor.page, 'textarea', 'There was an altercation between the parents.')
  await visitor.page.locator(findings).first().waitFor()
  await tabTo(visitor.page, `${findings} button`)
  await visitor.page.keyboard.press('Enter')
  expect(await visitor.page.evaluate(() => document.activeElement?.localName)).toBe('textarea')
  await visitor.page.keyboard.type('assault: he hit her')
  expect(await visitor.page.inputValue('textarea')).toBe('There was an assault: he hit her.')
  await visitor.page.locator(count).filter({ hasText: 'No phrases to look at again.' }).waitFor()
  expect(await visitor.page.locator(findings).count()).toBe(0)
  await visitor.page.locator('[role=status]').filter({ hasText: 'No phrases' }).waitFor({ state: 'attached' })
  await tabTo(visitor.page, '.govuk-footer a, footer a')
  await enter(visitor.page)
  await visitor.close()
})

test('Who is who is listened to: the same words about somebody else are let pass', async () => {
  const visitor = await house.visitor({ screen: 'phone' })
  await open(visitor)
  await visitor.page.fill('textarea', 'Sam chooses to stay in the relationship.')
  await visitor.page.locator(findings).first().waitFor()
  await visitor.page.getByText('Say who is who (optional)').click()
  await visitor.page.fill('[data-wording-role="survivor"]', 'Alex')
  await visitor.page.fill('[data-wording-role="perpetrator"]', 'Sam')
  await expect.poll(() => visitor.page.locator(findings).count()).toBe(0)
  await visitor.look('check-your-wording-who-is-who')
  await visitor.close()
})

test('Without scripts the page says what it would do, and shows it', async () => {
  const visitor = await house.visitor({ script: false, screen: 'phone' })
  expect(await visitor.go(page)).toBe(200)
  expect(await visitor.page.textContent('main')).toContain('which is switched off here or did not load')
  expect(await visitor.page.locator('textarea').isVisible()).toBe(false)
  expect(await visitor.page.locator('.tl-finding').count()).toBeGreaterThan(6)
  await visitor.look('check-your-wording-without-scripts')
  await visitor.close()
})
