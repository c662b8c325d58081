import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemClock } from '../src/platform/clock.ts'
import { addDays } from '../src/platform/dates.ts'
import { addPerson, expectError, fillDate, openFamily, said, send, tick, where } from './family-pages.ts'
import { type House, openHouse, type Screen, screens, type Visitor } from './house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const bothScreens = Object.keys(screens) as Screen[] // the keys that it was made with
const today = systemClock.today()
const perpetrator = 'Ross Verrall'
const survivor = 'Jodie Marsh'

/** A plan as it too often is: everything is asked of the mother. */
const planOfHerAlone = async (screen: Screen): Promise<{ family: string; name: string }> => {
  const worker = await house.visitor({ screen })
  await worker.enter('amara.okafor@hackney.example')
  const name = `Verrall and Marsh ${screen}`
  const family = await openFamily(worker, name)
  await addPerson(worker, family, { part: 'perpetrator', name: perpetrator })
  await addPerson(worker, family, { part: 'victim_survivor', name: survivor })
  await addPerson(worker, family, { part: 'child', name: 'Mika Verrall', birth: addDays(today, -2000) })
  await worker.go(`${family}/plan/add`)
  await worker.page.getByRole('radio', { name: survivor }).check()
  await tick(worker, 'kind', 'task')
  await worker.page.fill('textarea[name=what]', 'Does not let him into the flat.')
  await worker.press(send)
  await expectError(worker, 'whySurvivor', /why this is asked of the victim-survivor/)
  await worker.look('families-supervisor-why-of-her')
  await worker.page.fill('textarea[name=whySurvivor]', 'It was agreed with her on the day of the police report.')
  await worker.press(send)
  expect(await said(worker)).toContain(`This plan asks no change of ${perpetrator}. It asks 1 of ${survivor}.`)
  await worker.look('families-supervisor-plan-before')
  await worker.close()
  return { family, name }
}

const findOnWorklist = async (supervisor: Visitor, { family, name }: { family: string; name: string }) => {
  await supervisor.go('/')
  await supervisor.look('families-supervisor-home')
  await supervisor.press(
    'main a:has-text("asks nothing of the perpetrator"), main a:has-text("ask nothing of the perpetrator")',
  )
  expect(where(supervisor)).toMatch(/^\/families\/worklists\?list=plan/)
  await supervisor.look('families-supervisor-worklist')
  await supervisor.press(`#list a:has-text("${name}")`)
  expect(where(supervisor)).toBe(family)
}

const decision = 'Stays away from the flat, and arranges every call through the contact centre.'
const measure = `The contact centre writes down each call; ${survivor} is asked alone each Friday.`

const supervise = async (supervisor: Visitor, family: string) => {
  await supervisor.press('main nav a:has-text("Plan")')
  await supervisor.press('main a:has-text("Supervision of this family")')
  await supervisor.look('families-supervisor-none-yet')
  await supervisor.press('main a:has-text("Record supervision")')
  expect(where(supervisor)).toBe(`${family}/supervision/add`)
  // Filled from the case: what the record says of him and of the plan stands beside each box.
  expect(await said(supervisor)).toContain(perpetrator)
  expect(await supervisor.page.locator('select[name=withPerson] option:checked').textContent()).toBe('Amara Okafor')
  await supervisor.look('families-supervisor-form')
  await supervisor.page.fill(
    'textarea[name=engagement]',
    `Nobody has spoken with ${perpetrator}; all is asked of ${survivor}.`,
  )
  await supervisor.page.selectOption('select[name=owner1]', { label: `${perpetrator} (perpetrator)` })
  await supervisor.page.fill('input[name=what1]', decision)
  await supervisor.press(send)
  await expectError(supervisor, 'more1', /how you would know that the behaviour has changed/)
  await expectError(supervisor, 'due1', /date of decision 1/i)
  await supervisor.look('families-supervisor-form-wrong')
  await supervisor.page.fill('input[name=more1]', measure)
  await fillDate(supervisor, 'due1', addDays(today, 28))
  await supervisor.press(send)
  expect(where(supervisor)).toMatch(/\/supervision\/[0-9a-f-]{36}$/)
  expect(await said(supervisor)).toContain(decision)
  await supervisor.look('families-supervisor-recorded')
}

test.each(bothScreens)(
  'A supervisor finds a plan that asks nothing of him, and it asks something of him after supervision, on a %s',
  async (screen) => {
    const made = await planOfHerAlone(screen)
    const supervisor = await house.visitor({ screen })
    await supervisor.enter('delroy.campbell@hackney.example')
    await findOnWorklist(supervisor, made)
    await supervise(supervisor, made.family)

    await supervisor.press('main a:text-is("The plan")')
    expect(where(supervisor)).toBe(`${made.family}/plan`)
    expect(await said(supervisor)).toContain(
      `1 of 2 changes in this plan is asked of ${perpetrator}; 1 of ${survivor}.`,
    )
    expect(await said(supervisor)).toContain(measure)
    await supervisor.look('families-supervisor-plan-after')

    await supervisor.go('/families/worklists?list=plan')
    expect(await supervisor.page.textContent('#list'), 'the plan is off the worklist').not.toContain(made.name)
    await supervisor.close()
  },
  300_000,
)
