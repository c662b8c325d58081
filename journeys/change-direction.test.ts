import { afterAll, beforeAll, expect, test } from 'vitest'
import { formatMonth, localDate } from '../src/platform/dates.ts'
import { expectError, notice, said, where } from './family-pages.ts'
import { type House, openHouse, type Visitor } from './house.ts'
import { enter, tabTo, typeInto } from './keys.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const lines = '/change-data/direction'
const lead = 'miriam.goldberg@hackney.example'
const measure = 'b_new_dv_after_assessment'

/** The first day of the fourth quarter from the end of the lines that a lead sees: too late for a baseline to go unasked. */
const lateQuarter = async (): Promise<string> => {
  const { rows } = await house.operator.query(
    `select v.figures -> 'quarters' -> -4 ->> 'quarter' as quarter from change_version v
     join organisation o on o.id = v.authority_id where o.name = 'Hackney' and v.lead_at is not null order by v.number desc limit 1`,
  )
  const [year = '', part = ''] = String(rows[0].quarter).split('-Q')
  const month = { 1: '04', 2: '07', 3: '10', 4: '01' }[part]
  return localDate(`${part === '4' ? Number(year) + 1 : year}-${month}-01`)
}

/** Down with the arrow key through radio buttons or a list until what is meant is chosen. */
const chooseWithKeys = async ({ page }: Visitor, name: string, value: string): Promise<void> => {
  await tabTo(page, `main [name="${name}"]`)
  await page.keyboard.press('Space')
  await page.keyboard.press('Escape') // closes a list that the space bar has opened
  const chosen = page.locator(`main [name="${name}"][value="${value}"]:checked, main select[name="${name}"]`)
  for (let presses = 0; presses < 12; presses += 1) {
    const now = (await chosen.count()) === 0 ? null : await chosen.first().inputValue()
    if (now === value) return
    await page.keyboard.press('ArrowDown')
  }
  throw new Error(`the arrow key does not reach ${value} of ${name}`)
}

type Given = {
  readonly kind: string
  readonly line: string
  readonly label: string
  readonly on: string
  readonly why: string
}

/** Fills the form from its first question to its button, and sends it, all with the keyboard. */
const markWithKeys = async (visitor: Visitor, { kind, line, label, on, why }: Given): Promise<void> => {
  const { page } = visitor
  const [year = '', month = '', day = ''] = on.split('-')
  await chooseWithKeys(visitor, 'kind', kind)
  await chooseWithKeys(visitor, 'measure', line)
  await typeInto(page, 'main [name="label"]', label)
  await typeInto(page, 'main [name="on-day"]', day)
  await typeInto(page, 'main [name="on-month"]', month)
  await typeInto(page, 'main [name="on-year"]', year)
  await typeInto(page, 'main [name="reason"]', why)
  await tabTo(page, 'main form button[type="submit"]:not([name])')
  await enter(page)
}

const openForm = async (visitor: Visitor): Promise<void> => {
  await visitor.go(lines)
  await tabTo(visitor.page, 'main a:has-text("Mark what happened")')
  await enter(visitor.page)
  expect(where(visitor)).toBe(`${lines}/add`)
}

/** A mark on every line: number, words, who and when. */
const addMark = async (visitor: Visitor, label: string, on: string): Promise<void> => {
  await openForm(visitor)
  await visitor.look('change-direction-mark')
  await markWithKeys(visitor, { kind: 'form in use', line: 'every', label, on, why: '' })
  expect(where(visitor)).toBe(lines)
  expect(await notice(visitor)).toContain('The mark was added.')
  expect(await said(visitor)).toContain(`A new form came into use: ${label}`)
}

/** How a line begins to speak of a baseline; the borough has an earlier one of its own. */
const since = (on: string): string => `Since the new baseline, ${formatMonth(localDate(on))} to `

/** A new baseline near the end is asked about once, and kept when the form is sent again as it is. */
const addBaseline = async (visitor: Visitor, why: string, on: string): Promise<void> => {
  await openForm(visitor)
  await markWithKeys(visitor, { kind: 'new baseline', line: measure, label: '', on, why })
  await expectError(visitor, 'on', /until there are 6, nothing is said of the direction of this line/)
  await visitor.look('change-direction-baseline-asked')
  await tabTo(visitor.page, 'main form button[type="submit"]:not([name])')
  await enter(visitor.page)
  expect(where(visitor)).toBe(lines)
  expect(await notice(visitor)).toContain('The new baseline was added.')
  expect(await said(visitor)).toContain(since(on))
  await visitor.look('change-direction-baseline')
}

/** The way from a mark's row to its withdrawal, and what stands below afterwards. */
const withdraw = async (visitor: Visitor, words: string): Promise<void> => {
  const row = visitor.page
    .locator('tr', { has: visitor.page.locator('a[href$="/withdraw"]') })
    .filter({ hasText: words })
  await tabTo(visitor.page, `main tr:has-text("${words}") a[href$="/withdraw"]`)
  await enter(visitor.page)
  expect(await said(visitor)).toContain(words)
  await visitor.look('change-direction-withdraw')
  await tabTo(visitor.page, 'main form button[type="submit"]')
  await enter(visitor.page)
  expect(where(visitor)).toBe(lines)
  expect(await notice(visitor)).toContain('The mark was withdrawn.')
  expect(await row.count()).toBe(0)
  await visitor.page.locator('summary', { hasText: 'Marks that were withdrawn' }).click()
  expect(await said(visitor)).toMatch(new RegExp(`${words}.*Withdrawn by Miriam Goldberg, \\d`))
}

test.each([
  { screen: 'desk', script: true },
  { screen: 'phone', script: true },
  { screen: 'phone', script: false },
] as const)(
  'A lead reads the lines, marks what happened, begins a new baseline and withdraws it: $screen, script $script',
  async ({ screen, script }) => {
    const visitor = await house.visitor({ screen, script })
    await visitor.enter(lead)
    expect(await visitor.go(lines)).toBe(200)
    expect(await said(visitor)).toContain('Your borough is compared with itself')
    await visitor.look('change-direction')
    const on = await lateQuarter()
    const way = `${screen} ${script ? 'with' : 'without'} scripts`
    await addMark(visitor, `The assessment form of ${way}`, on)
    await addBaseline(visitor, `The factor has to be answered now, ${way}`, on)
    await withdraw(visitor, `The factor has to be answered now, ${way}`)
    expect(await said(visitor)).not.toContain(since(on))
    const { rows } = await house.operator.query(
      'select kind, withdrawn_at is null as stands from change_mark where label like $1 or reason like $1 order by made_at',
      [`%${way}`],
    )
    expect(rows).toEqual([
      { kind: 'form in use', stands: true },
      { kind: 'new baseline', stands: false },
    ])
    await visitor.close()
  },
  300_000,
)
