import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { routes } from '../src/app.ts'
import { filesRoutes } from '../src/modules/indicators/files/routes.ts'
import { quarterRoutes } from '../src/modules/indicators/quarters/routes.ts'
import { versionRoutes } from '../src/modules/indicators/versions/routes.ts'
import { expectError, notice, said, send, tick, where } from './family-pages.ts'
import { type House, openHouse, type Visitor } from './house.ts'

let house: House
beforeAll(async () => {
  const own = [...filesRoutes, ...versionRoutes, ...quarterRoutes]
  house = await openHouse(
    undefined,
    own.filter((route) => !routes.includes(route)),
  )
})
afterAll(() => house.close())

const versions = '/change-data/versions'
const example = (name: string) => join(import.meta.dirname, '../src/modules/indicators/worked-example', name)

/** Somebody of a borough, in one role; their address. */
const addPerson = async (organisation: string, name: string, role: string): Promise<string> => {
  const [person, account] = [randomUUID(), randomUUID()]
  const email = `${role}.${organisation.slice(0, 8)}@grove.example`
  const { operator } = house
  await operator.query(
    "insert into person (id, organisation_id, name, job_role, starts) values ($1, $2, $3, 'Staff', '2024-01-01')",
    [person, organisation, name],
  )
  await operator.query('insert into account (id, organisation_id, person_id, email) values ($1, $2, $3, $4)', [
    account,
    organisation,
    person,
    email,
  ])
  await operator.query('insert into credential (account_id) values ($1)', [account])
  await operator.query(
    "insert into role_grant (account_id, organisation_id, role, starts) values ($1, $2, $3, '2024-01-01')",
    [account, organisation, role],
  )
  return email
}

/** A borough of the partnership that has never computed anything, with its analyst and its lead. */
const newBorough = async (name: string): Promise<{ analyst: string; lead: string }> => {
  const id = randomUUID()
  await house.operator.query(
    "insert into organisation (id, kind, name, second_factor_required) values ($1, 'authority', $2, false)",
    [id, name],
  )
  await house.operator.query(
    `insert into membership (partnership_id, organisation_id, capacity, stage, starts)
     select id, $1, 'authority', 'implementing', '2024-01-01' from partnership order by name limit 1`,
    [id],
  )
  return { analyst: await addPerson(id, 'Noor Haddad', 'analyst'), lead: await addPerson(id, 'Elin Prosser', 'lead') }
}

const takeIn = async (visitor: Visitor, name: string): Promise<void> => {
  await visitor.go('/change-data/files/add')
  await tick(visitor, 'kind', 'cin')
  await tick(visitor, 'covers', 'itself')
  await visitor.page.setInputFiles('input[name=files]', example(name))
  await visitor.page.locator(send).click()
  await visitor.page.waitForURL(/\/change-data\/files\/[0-9a-f-]{36}$/, { timeout: 30_000 })
}

const computeAndSign = async (visitor: Visitor): Promise<string> => {
  await visitor.go(versions)
  await visitor.look('change-versions-none')
  await visitor.press('main a:has-text("Compute the first version")')
  await visitor.look('change-version-new')
  await visitor.press(send)
  const version = where(visitor)
  expect(version).toMatch(/^\/change-data\/versions\/[0-9a-f-]{36}$/)
  expect(await notice(visitor)).toContain('Version 1 was computed.')
  expect(await said(visitor)).toContain('What would leave the borough')
  await visitor.look('change-version-draft')
  await visitor.press('main a:has-text("Sign as analyst")')
  await visitor.press(send)
  await expectError(visitor, 'looked', /Tick the box once you have looked at the checks/)
  await visitor.look('change-version-sign-refused')
  await tick(visitor, 'looked', 'yes')
  await visitor.page.fill('textarea[name=note]', 'The checks were looked at.')
  await visitor.press(send)
  expect(await notice(visitor)).toContain('It waits for the lead now.')
  return version
}

const lookAndLock = async (visitor: Visitor, version: string): Promise<void> => {
  await visitor.go(versions)
  await visitor.press('main a:has-text("Look at what would leave, and sign version 1")')
  expect(where(visitor)).toBe(`${version}/lock`)
  expect(await said(visitor)).toContain('What will leave the borough')
  expect(await said(visitor)).toContain('withheld')
  await visitor.look('change-version-lock')
  await tick(visitor, 'looked', 'yes')
  await visitor.press(send)
  expect(where(visitor)).toBe(version)
  expect(await said(visitor)).toContain('What left the borough')
  await visitor.look('change-version-locked')
}

test.each([
  { screen: 'desk', script: true, borough: 'Rowan' },
  { screen: 'phone', script: false, borough: 'Sorrel' },
] as const)(
  'Figures leave a borough once its analyst and its lead have signed them: $screen, script $script',
  async ({ screen, script, borough }) => {
    const { analyst, lead } = await newBorough(borough)
    const first = await house.visitor({ screen, script })
    await first.enter(analyst)
    await takeIn(first, 'cin-2024.xml')
    await takeIn(first, 'cin-2025.xml')
    const version = await computeAndSign(first)
    expect(await first.go(`${version}/lock`), 'the analyst cannot lock').toBe(404)

    const second = await house.visitor({ screen, script })
    await second.enter(lead)
    await lookAndLock(second, version)

    await second.go('/change-data')
    expect(await said(second)).toContain('Re-referrals within twelve months')
    await second.look('change-quarters')
    await second.go('/change-data?figure=re-referral')
    expect(await second.page.locator('[id="figure-re-referral"]').count()).toBe(1)
    await second.go(versions)
    await second.look('change-versions')

    const { rows } = await house.operator.query(
      `select count(*)::int as cells, count(*) filter (where events between 1 and 5)::int as small from change_release_cell c
       join change_release r on r.id = c.release_id where r.version_id = $1`,
      [version.slice(-36)],
    )
    expect(rows).toEqual([{ cells: 80, small: 0 }])
    await first.close()
    await second.close()
  },
  300_000,
)
