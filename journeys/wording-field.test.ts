import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { permission } from '../src/platform/access/actor.ts'
import { formPage } from '../src/platform/web/form-page.ts'
import { path } from '../src/platform/web/path.ts'
import { notRecorded } from '../src/platform/web/route.ts'
import { LongTextField, PageForm, TextField } from '../src/ui/form/index.ts'
import { Button } from '../src/ui/govuk/index.ts'
import { PageHeading } from '../src/ui/page-parts/index.ts'
import { type House, openHouse, type Screen, screens, type Visitor } from './house.ts'
import { axeProblems } from './look.ts'

const written =
  'There was an altercation between the parents.\n\nShe chooses to stay in the relationship. The grandmother said “it was just an argument”.'

/** A long form that keeps what is typed, as those of the rooms to come will be. */
const longForm = formPage({
  path: path('/tests/long-form'),
  permission: permission('test-long-form', ['lead']),
  record: notRecorded('a form of the journeys'),
  title: 'Record a consultation',
  draft: true,
  form: z.strictObject({ short: z.string().default(''), notes: z.string().min(1, 'Enter what was discussed') }),
  load: async () => ({}),
  save: async () => ({ redirect: '/account', cookies: { flash: 'The consultation was recorded.' } }),
  view: ({ form }) =>
    PageForm({
      secrets: form.secrets,
      draft: form.draft,
      children: [
        PageHeading({ children: 'Record a consultation' }),
        TextField({ form, name: 'short', label: 'Short title' }),
        LongTextField({
          form,
          name: 'notes',
          label: 'What was discussed',
          hint: 'Say what was done and by whom.',
          rows: 8,
        }),
        Button({ children: 'Record the consultation' }),
      ],
    }),
})

let house: House
beforeAll(async () => {
  house = await openHouse(undefined, [longForm])
})
afterAll(() => house.close())

const leads = { desk: 'miriam.goldberg@hackney.example', phone: 'miriam.goldberg@hackney.example' } as const
const bothScreens = Object.keys(screens) as Screen[] // the keys that it was made with
const finding = '.tl-finding'

const open = async (screen: Screen, email: string, where: string, script = true): Promise<Visitor> => {
  const visitor = await house.visitor({ screen, script })
  await visitor.enter(email)
  await visitor.go(where)
  if (script) await visitor.page.waitForLoadState('networkidle')
  return visitor
}

test.each(bothScreens)(
  'While somebody types, phrases are found, and the draft goes on saving itself, on a %s',
  async (screen) => {
    const { page, ...visitor } = await open(screen, leads[screen], '/tests/long-form')
    await page.fill('textarea', '')
    await page.locator(finding).first().waitFor({ state: 'detached' })
    await page.locator('textarea').pressSequentially(written)
    await page.locator(finding).nth(1).waitFor()
    expect(await page.locator('.tl-wording__check').isVisible()).toBe(false)
    await page
      .locator('[data-draft-status]')
      .filter({ hasText: /^Saved \d\d:\d\d$/ })
      .waitFor()
    await visitor.look('wording-field')
    expect(await page.textContent('[data-wording-findings]')).toContain('Let pass: 1')

    // What was opened stays open, and what was found moves along, while somebody writes before it.
    await page.getByText('Why, and who says so').nth(1).click()
    // Marks go with their words at once, before what was typed is checked.
    const paper = await page.locator('textarea').evaluate((field: HTMLTextAreaElement) => {
      field.setRangeText('Visit, 3 March. ', 0, 0, 'end')
      field.dispatchEvent(new Event('input', { bubbles: true }))
      const marks = Array.from(document.querySelectorAll('.tl-layer:not([hidden]) mark'), (mark) => mark.textContent)
      return { text: document.querySelector('.tl-layer')?.textContent?.replace('\u200b', ''), marks }
    })
    expect(paper).toEqual({
      text: `Visit, 3 March. ${written}`,
      marks: ['altercation between the parents', 'chooses to stay'],
    })
    await page.waitForTimeout(600)
    expect(await page.locator(`${finding} details[open]`).count()).toBe(1)
    await page.getByRole('button', { name: 'Select in the text: chooses to stay' }).click()
    expect(await page.evaluate(() => String(getSelection()))).toBe('chooses to stay')
    expect(await axeProblems(page)).toEqual([])

    // The draft holds the text and nothing of the check.
    await page.waitForTimeout(2_500)
    await visitor.go('/tests/long-form')
    expect(await page.inputValue('textarea')).toBe(`Visit, 3 March. ${written}`)
    await page.locator(finding).nth(1).waitFor()
    await visitor.close()
  },
)

test('The number is said once it has settled, and only when it changed', async () => {
  const { page, ...visitor } = await open('desk', leads.desk, '/tests/long-form')
  await page.fill('textarea', '')
  await page.waitForTimeout(1_500)
  await page.evaluate(() => {
    const said: string[] = []
    const status = document.querySelector('.tl-wording [role=status]')
    if (status) new MutationObserver(() => said.push(status.textContent ?? '')).observe(status, { childList: true })
    Object.assign(window, { said })
  })
  await page
    .locator('textarea')
    .pressSequentially('They have a toxic relationship and go on and on with it.', { delay: 30 })
  await page.waitForTimeout(1_800)
  await page.locator('textarea').pressSequentially(' He says more.', { delay: 30 })
  await page.waitForTimeout(1_800)
  expect(await page.evaluate(() => Object.entries(window).find(([name]) => name === 'said')?.[1])).toEqual([
    '1 phrase to look at again.',
  ])
  await visitor.close()
})

test('“This is right as it stands” folds a phrase away here, and opens a page that knows the rule and not the words', async () => {
  const { page, context, ...visitor } = await open('phone', leads.phone, '/tests/long-form')
  await page.fill('textarea', written)
  await page.locator(finding).nth(1).waitFor()
  const [opened] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('link', { name: /right as it stands.*altercation between/ }).click(),
  ])
  await opened.waitForLoadState()
  expect(new URL(opened.url()).pathname + new URL(opened.url()).search).toBe(
    '/wording-answers/new?rule=mu.couple-argue',
  )
  expect(await opened.textContent('main')).not.toContain('altercation')
  expect(await axeProblems(opened)).toEqual([])
  await expect.poll(() => page.locator(finding).count()).toBe(1)
  expect(await page.textContent('[data-wording-findings]')).toContain('you said that it is right as it stands')
  await visitor.close()
})

test.each(bothScreens)(
  'Without scripts the button checks, saves nothing, and stands at its field, on a %s',
  async (screen) => {
    const visitor = await open(screen, leads[screen], '/tests/long-form', false)
    await visitor.page.fill('textarea', written)
    await visitor.press('.tl-wording__check')
    expect(visitor.path()).toBe('/tests/long-form#notes-wording')
    expect(await visitor.page.inputValue('textarea')).toBe(written)
    expect(await visitor.page.locator(finding).count()).toBe(2)
    await visitor.look('wording-field-without-scripts')
    // Enter in a line of text sends the form and does not check it.
    await visitor.page.focus('input[name=short]')
    await Promise.all([visitor.page.waitForNavigation(), visitor.page.keyboard.press('Enter')])
    // A browser takes the place in the page along to the next one.
    expect(visitor.path()).toBe('/account#notes-wording')
    expect(await visitor.page.textContent('.govuk-notification-banner')).toContain(
      'The consultation was recorded. 2 phrases to look at again.',
    )
    await visitor.close()
  },
)

test('After saving, the notice leads back to the field of a form that is there already', async () => {
  const visitor = await open('desk', 'gareth.ellis@respect.example', '/settings/partnership')
  const form = await visitor.page.$eval('a[href^="/settings/partnership/memberships/"]:not([href$="/add"])', (a) =>
    a.getAttribute('href'),
  )
  await visitor.go(form ?? '')
  await visitor.page.fill('textarea[name=note]', 'Audits still speak of fights between the parents.')
  await visitor.press('main form button[type="submit"]:not([name])')
  expect(await visitor.page.textContent('.govuk-notification-banner')).toContain(
    'The membership was changed. 1 phrase to look at again.',
  )
  await visitor.look('wording-notice')
  await visitor.press('.govuk-notification-banner a')
  expect(visitor.path()).toBe(`${form}#note`)
  await visitor.page.locator(finding).waitFor()
  await visitor.look('wording-counted-field')
  await visitor.close()
})
