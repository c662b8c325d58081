import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, openHouse, type Visitor } from './house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const files = '/change-data/files'
const send = 'main form button[type="submit"]:not([name])'
const example = (name: string) => join(import.meta.dirname, '../src/modules/indicators/worked-example', name)

/** A borough that has never taken a file in, with its analyst. */
const newBorough = async (name: string): Promise<string> => {
  const [organisation, person, account] = [randomUUID(), randomUUID(), randomUUID()]
  const email = `analyst@${name.toLowerCase()}.example`
  const { operator } = house
  await operator.query(
    "insert into organisation (id, kind, name, second_factor_required) values ($1, 'authority', $2, false)",
    [organisation, name],
  )
  await operator.query(
    "insert into person (id, organisation_id, name, job_role, starts) values ($1, $2, 'Noor Haddad', 'Analyst', '2024-01-01')",
    [person, organisation],
  )
  await operator.query('insert into account (id, organisation_id, person_id, email) values ($1, $2, $3, $4)', [
    account,
    organisation,
    person,
    email,
  ])
  await operator.query('insert into credential (account_id) values ($1)', [account])
  await operator.query(
    "insert into role_grant (account_id, organisation_id, role, starts) values ($1, $2, 'analyst', '2024-01-01')",
    [account, organisation],
  )
  return email
}

const ways = [
  { screen: 'desk', script: true, borough: 'Rowan' },
  { screen: 'phone', script: false, borough: 'Hawthorn' },
] as const

const main = async ({ page }: Visitor): Promise<string> =>
  ((await page.textContent('main')) ?? '').replaceAll(/\s+/g, ' ')

/** Sends a file, with or without the script that says how far it has come: either leads to the page of the file. */
const takeIn = async ({ page }: Visitor, name: string) => {
  await page.setInputFiles('input[name=files]', example(name))
  await page.locator(send).click()
  await page.waitForURL(/\/change-data\/files\/[0-9a-f-]{36}$/, { timeout: 30_000 })
}

const takeInTheFirst = async (visitor: Visitor) => {
  await visitor.go(files)
  expect(await main(visitor)).toContain('No names, addresses or dates of birth of children are kept.')
  await visitor.look('change-files-none-yet')
  await visitor.press('main a:has-text("Upload the first file")')
  await visitor.look('change-files-add')
  await visitor.page.locator(send).click()
  await visitor.page.locator('.govuk-error-summary').waitFor()
  expect(await visitor.page.title()).toMatch(/^Error: /)
  expect(await visitor.page.locator('.govuk-error-summary a').allTextContents()).toContain(
    'Select which kind of file it is',
  )
  await visitor.look('change-files-add-refused')
  await visitor.page.locator('input[name=kind][value=cin]').check()
  await takeIn(visitor, 'cin-2025.xml')
  expect(await main(visitor)).toContain('1 April 2024 to 31 March 2025')
  await visitor.look('change-files-file')
  await visitor.go(files)
  expect(await main(visitor)).toContain('the children in need census of 2023-24 is needed too')
  await visitor.look('change-files-list')
}

const sayHowItIsRead = async (visitor: Visitor) => {
  const { page } = visitor
  await visitor.press('main a[href="/change-data/files/mapping"]')
  await visitor.look('change-files-mapping-look')
  await page.setInputFiles('input[name=file]', example('referral-flags.csv'))
  await visitor.press(send)
  const columns = { child: 'child_id', date: 'referral_date', flag: 'dv_at_referral' }
  for (const [name, value] of Object.entries(columns)) await page.selectOption(`select[name=${name}]`, value)
  await visitor.look('change-files-mapping-columns')
  await visitor.press(send)
  for (const question of await page.locator('fieldset:has(input[name^=means])').all()) {
    const said = (await question.textContent()) ?? ''
    const answer = said.includes('“Y”') ? 'yes' : said.includes('“N”') ? 'no' : 'unknown'
    await question.locator(`input[value=${answer}]`).check()
  }
  await page.locator('input[name=setAt][value=referral]').check()
  await page.locator('input[name=police][value=excluded]').check()
  await page.setInputFiles('input[name=file]', example('referral-flags.csv'))
  await visitor.look('change-files-mapping-meaning')
  await visitor.press(send)
  expect(await main(visitor)).toMatch(/Also in the children in need census\s*\d+ of \d+ \(\d+%\)/)
  await visitor.look('change-files-mapping-check')
  await visitor.press(send)
  expect(visitor.path()).toBe('/change-data/files/add')
}

const takeInTheTable = async (visitor: Visitor) => {
  const { page } = visitor
  await page.locator('input[name=kind][value=referral-flags]').check()
  await page.locator('input[name=covers][value=year]').check()
  await page.selectOption('select[name=year]', '2025')
  await takeIn(visitor, 'referral-flags.csv')
  expect(await main(visitor)).toContain('version 1 of how the table is read')
}

const withdraw = async (visitor: Visitor) => {
  await visitor.press('main a:has-text("Withdraw this file")')
  await visitor.look('change-files-withdraw')
  await visitor.press(send)
  await visitor.look('change-files-withdraw-refused')
  await visitor.page.fill('input[name=reason]', 'It was a rehearsal')
  await visitor.press(send)
  expect(await main(visitor)).toContain('It was a rehearsal')
  await visitor.look('change-files-withdrawn')
}

test.each(ways)(
  'An analyst takes files in, says how a table is read and withdraws one, $screen, script $script',
  { timeout: 240_000 },
  async ({ screen, script, borough }) => {
    const email = await newBorough(borough)
    const visitor = await house.visitor({ screen, script })
    await visitor.enter(email)
    await takeInTheFirst(visitor)
    await sayHowItIsRead(visitor)
    await takeInTheTable(visitor)
    await withdraw(visitor)
    const { rows } = await house.operator.query(
      `select f.kind, f.extract is null as gone from return_file f join organisation o on o.id = f.authority_id where o.name = $1 order by 1`,
      [borough],
    )
    expect(rows).toEqual([
      { kind: 'cin', gone: false },
      { kind: 'referral-flags', gone: true },
    ])
    await visitor.close()
  },
)
