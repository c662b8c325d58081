import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, openHouse, type Screen, screens, type Visitor } from './house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const form = '/settings/staff/add'
const administrators = { desk: 'tariq.mahmood@hackney.example', phone: 'marcin.dudek@newham.example' } as const
const names = { desk: 'Oluwaseun Adébáyọ̀', phone: 'Siân O’Neill-Đặng' } as const
const bothScreens = Object.keys(screens) as Screen[] // the keys that it was made with

const openForm = async (screen: Screen, email: string, script = true): Promise<Visitor> => {
  const visitor = await house.visitor({ screen, script })
  await visitor.enter(email)
  await visitor.go(form)
  return visitor
}

const saved = ({ page }: Visitor) => page.locator('[data-draft-status]')

test.each(bothScreens)(
  'What is typed is saved as it is typed, and is there in another window, on a %s',
  async (screen) => {
    const email = administrators[screen]
    const writer = await openForm(screen, email)
    await writer.page.fill('input[name="name"]', names[screen])
    await saved(writer)
      .filter({ hasText: /^Saved \d\d:\d\d$/ })
      .waitFor()
    await writer.look('half-filled-form')

    // Typed, and the tab closed at once: no later save can come.
    await writer.page.fill('input[name="jobRole"]', 'Independent domestic abuse adviser')
    await writer.page.close({ runBeforeUnload: false })

    const later = await openForm(screen, email)
    await expect
      .poll(async () => {
        await later.go(form)
        return later.page.inputValue('input[name="jobRole"]')
      })
      .toBe('Independent domestic abuse adviser')
    expect(await later.page.inputValue('input[name="name"]')).toBe(names[screen])
    expect(await saved(later).textContent()).toMatch(/^Saved \d\d:\d\d$/)

    const colleague = await openForm(screen, administrators[screen === 'desk' ? 'phone' : 'desk'])
    expect(await colleague.page.inputValue('input[name="name"]'), 'it is nobody else’s to see').not.toBe(names[screen])
    await Promise.all([writer.close(), later.close(), colleague.close()])
  },
)

test.each(bothScreens)(
  'Two windows type into one form: the second is told, keeps its text, and overwrites nothing, on a %s',
  async (screen) => {
    const email = administrators[screen]
    const one = await openForm(screen, email)
    const other = await openForm(screen, email)
    await one.page.fill('input[name="name"]', 'Grace Nwosu')
    await saved(one)
      .filter({ hasText: /^Saved/ })
      .waitFor()
    await other.page.fill('input[name="name"]', 'Dafydd Rhys')
    await saved(other).filter({ hasText: 'Another window has saved this form' }).waitFor()
    expect(await other.page.inputValue('input[name="name"]')).toBe('Dafydd Rhys')
    await other.look('form-saved-in-another-window')
    await one.go(form)
    expect(await one.page.inputValue('input[name="name"]')).toBe('Grace Nwosu')
    await Promise.all([one.close(), other.close()])
  },
)

test('Without scripts a button keeps the form, and sending it leaves no draft', async () => {
  const writer = await openForm('phone', administrators.phone, false)
  await writer.page.fill('input[name="name"]', 'Sunita Rao')
  await writer.press('button[name="_save"]')
  expect(writer.path()).toBe(form)
  expect(await writer.page.inputValue('input[name="name"]')).toBe('Sunita Rao')
  await writer.look('half-filled-form-without-scripts')
  await writer.page.selectOption('select[name="team"]', { label: 'No team' })
  for (const [part, value] of [
    ['day', '1'],
    ['month', '9'],
    ['year', '2026'],
  ] as const)
    await writer.page.fill(`input[name="started-${part}"]`, value)
  await writer.press('main form button[type="submit"]:not([name="_save"])')
  expect(writer.path()).toBe('/settings/staff')
  await writer.go(form)
  expect(await writer.page.inputValue('input[name="name"]')).toBe('')
  await writer.close()
})
