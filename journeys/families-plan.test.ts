import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemClock } from '../src/platform/clock.ts'
import { addDays, addMonths, type LocalDate } from '../src/platform/dates.ts'
import { readPdf } from '../src/platform/documents/pdf-read.ts'
import {
  addPerson,
  beginPerson,
  download,
  expectError,
  fillDate,
  notice,
  openFamily,
  protect,
  said,
  send,
  tick,
  where,
} from './family-pages.ts'
import { type House, openHouse, type Visitor } from './house.ts'
import { countedKeys } from './keys.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const today = systemClock.today()
const child = 'Mika Verrall'
const perpetrator = 'Ross Verrall'
const survivor = 'Jodie Marsh'
const address = '41 Lantern Row\nLondon\nE8 3QX'

const people = async (visitor: Visitor, family: string, birth: LocalDate) => {
  await visitor.look('families-plan-who')
  await beginPerson(visitor, family, 'child')
  await visitor.look('families-plan-add-child')
  await visitor.page.fill('input[name=name]', child)
  await fillDate(visitor, 'birth', addMonths(today, 2))
  await visitor.press(send)
  await expectError(visitor, 'birth', /Date of birth is after today: enter it as the expected date/)
  await visitor.look('families-plan-add-child-wrong')
  await fillDate(visitor, 'birth', addMonths(today, -75))
  await visitor.press(send)
  await addPerson(visitor, family, { part: 'perpetrator', name: perpetrator, birth })
  await addPerson(visitor, family, { part: 'victim_survivor', name: survivor })
  await visitor.look('families-plan-people')
  for (const name of [child, perpetrator, survivor]) expect(await said(visitor)).toContain(name)
}

const protectedAddress = async (visitor: Visitor, family: string) => {
  await protect(visitor, family, { whose: survivor, kind: 'address', value: address })
  await visitor.look('families-plan-protected')
  expect(await said(visitor)).not.toContain('Lantern')
}

const safetyPlan = async (visitor: Visitor, family: string) => {
  await visitor.go(family)
  await visitor.look('families-plan-pattern-empty')
  await visitor.press('main a:has-text("Record an attempt to engage")')
  await visitor.look('families-plan-safety-first')
  await visitor.press(`main a:has-text("Plan for safe contact with ${perpetrator}")`)
  await visitor.press(send)
  await expectError(visitor, 'safeWay', /Enter a safe way to contact/)
  await visitor.look('families-plan-safety-wrong')
  await visitor.page.fill(
    'textarea[name=safeWay]',
    `By telephone in office hours. Nothing of what ${survivor} has said.`,
  )
  await visitor.page.fill(
    'textarea[name=workerPlan]',
    'Two of us at every visit, in the office, with the duty manager told.',
  )
  await visitor.press(send)
  expect(where(visitor), 'it comes back to the attempt').toBe(`${family}/attempts/add`)
}

/**
 * A telephone call that nobody answered, with the keyboard alone and from the family's page on. Seconds are those of a person and not of this machine:
 * 0.28 for each key (an average typist, Card, Moran and Newell 1983), and what the pages take to load.
 */
const failedCall = async (visitor: Visitor, family: string) => {
  const keys = countedKeys(visitor.page, 60)
  const started = await loadOf(visitor, () => visitor.go(family))
  await keys.tabTo('a.govuk-button:has-text("Record an attempt to engage")')
  const opened = await loadOf(visitor, keys.enter)
  await visitor.look('families-plan-attempt')
  await keys.tabTo('input[name=result]')
  await keys.press('ArrowDown')
  expect(await visitor.page.isChecked('input[name=result][value="no answer"]')).toBe(true)
  const saved = await loadOf(visitor, keys.enter)
  expect(where(visitor)).toBe(`${family}/engagement`)
  const line = visitor.page.locator('main li', { hasText: `By telephone, ${perpetrator}, by Amara Okafor` })
  expect(await line.first().textContent()).toContain('No answer')
  const loading = started + opened + saved
  const seconds = keys.count() * 0.28 + loading
  process.stdout.write(
    `A failed call at ${visitor.screen}: ${keys.count()} keys, ${loading.toFixed(1)} s loading, ${seconds.toFixed(1)} s\n`,
  )
  expect(seconds).toBeLessThan(20)
  await visitor.look('families-plan-engagement')
}

const loadOf = async ({ page }: Visitor, step: () => Promise<unknown>): Promise<number> => {
  await step()
  return page.evaluate(() => {
    const [entry] = performance.getEntriesByType('navigation')
    return (entry?.duration ?? 0) / 1000
  })
}

const addPattern = async (
  visitor: Visitor,
  family: string,
  { what, kinds, year }: { what: string; kinds: readonly string[]; year: number },
) => {
  await visitor.go(`${family}/pattern/add`)
  await visitor.page.fill('textarea[name=what]', what)
  for (const kind of kinds) await tick(visitor, 'kinds', kind)
  await tick(visitor, 'when', 'once')
  await visitor.page.fill('input[name=on-year]', String(year))
  await visitor.look('families-plan-add-pattern')
  await visitor.press(send)
  expect(where(visitor)).toBe(family)
}

const pattern = async (visitor: Visitor, family: string) => {
  await addPattern(visitor, family, {
    what: `${perpetrator} broke ${survivor}’s telephone when she wanted to ring her sister.`,
    kinds: ['isolation', 'property damage'],
    year: 2021,
  })
  await addPattern(visitor, family, {
    what: `${perpetrator} told ${child} that they would never see their mother again.`,
    kinds: ['threats', 'using the children'],
    year: 2024,
  })
  await visitor.look('families-plan-pattern')
  await visitor.press('main a:has-text("Protective efforts")')
  await visitor.look('families-plan-efforts-empty')
  await visitor.go(`${family}/efforts/add`)
  await visitor.page.locator('input[name=kind]').first().check()
  await visitor.page.fill('textarea[name=what]', `${survivor} sleeps in ${child}’s room and keeps the door locked.`)
  await visitor.look('families-plan-add-effort')
  await visitor.press(send)
  expect(await said(visitor)).toContain('keeps the door locked')
}

const why = 'Did not answer three calls; he will be asked when he comes to the meeting.'

const answer = async (visitor: Visitor, key: string, value: 'yes' | 'no', reason = '') => {
  expect(where(visitor), 'each page leads on to the next').toMatch(new RegExp(`/sections/${key}$`))
  await tick(visitor, `q-${key}`, value)
  if (reason) await visitor.page.fill(`textarea[name="w-${key}"]`, reason)
  await visitor.press(send)
}

const engagementForm = async (visitor: Visitor, family: string) => {
  await visitor.go(`${family}/engagement`)
  await visitor.press('main a:has-text("Begin an engagement form")')
  await visitor.look('families-plan-form-start')
  await visitor.press(send)
  await visitor.look('families-plan-form-sections')
  await visitor.press('main .govuk-task-list__item:first-child a')
  await visitor.look('families-plan-form-children')
  // Children, perpetrator, victim-survivor, others: as they are recorded.
  for (let section = 0; section < 4; section += 1) await visitor.press(send)
  await fillDate(visitor, 'd-date', today)
  await visitor.look('families-plan-form-date')
  await visitor.press(send)
  await answer(visitor, 'spoken-behaviour', 'yes')
  await answer(visitor, 'spoken-parenting', 'no')
  await expectError(visitor, 'w-spoken-parenting', /Say why not, because the answer is no/)
  await visitor.look('families-plan-form-why-not')
  await answer(visitor, 'spoken-parenting', 'no', why)
  await answer(visitor, 'spoken-impact', 'no')
  await answer(visitor, 'plan-actions', 'yes')
  await visitor.page.fill('textarea[name="q-intersections"]', 'Nothing is known of them yet.')
  await visitor.press(send)
  await visitor.page.fill('textarea[name="q-summary"]', `${perpetrator} was called three times.`)
  await visitor.press(send)
  await answer(visitor, 'referral', 'no')
  expect(where(visitor)).toMatch(/\/complete$/)
  await visitor.look('families-plan-form-check')
  await visitor.press(send)
  expect(await said(visitor)).toContain('It stays as it is')
  expect(await said(visitor)).toContain(why)
  await visitor.look('families-plan-form-completed')
}

const goal = 'Leaves the telephones of others alone: touches none, takes none.'
const measure = `${survivor} is asked alone each week; her worker writes it down.`

const plan = async (visitor: Visitor, family: string) => {
  await visitor.go(`${family}/plan`)
  await visitor.look('families-plan-plan-empty')
  await visitor.press('main a:has-text("Add the first action")')
  expect(await visitor.page.isChecked('input[name=kind][value=change]'), 'a change of his behaviour comes first').toBe(
    true,
  )
  await visitor.page.fill('textarea[name=what]', 'Engages with services.')
  await visitor.press(send)
  await expectError(visitor, 'what', /Engages with services/i)
  await expectError(visitor, 'measure', /how you would know/)
  await expectError(visitor, 'due', /date by which it is done/i)
  await visitor.look('families-plan-vague-goal')
  await visitor.page.fill('textarea[name=what]', goal)
  await visitor.page.fill('textarea[name=measure]', measure)
  await fillDate(visitor, 'due', addDays(today, 42))
  await visitor.press(send)
  expect(where(visitor)).toBe(`${family}/plan`)
  expect(await said(visitor)).toContain(`1 of 1 change in this plan is asked of ${perpetrator}`)
  await visitor.look('families-plan-plan')
}

const note = `There was an altercation between the parents on Friday.\n\n${survivor} now gets her letters at E8 3QX.`

const caseNote = async (visitor: Visitor, family: string, script: boolean) => {
  await visitor.go(`${family}/notes`)
  await visitor.look('families-plan-notes-empty')
  await visitor.go(`${family}/notes/add`)
  await tick(visitor, 'kind', 'visit')
  await visitor.page.fill('textarea[name=text]', note)
  if (!script) await visitor.press('.tl-wording__check')
  await visitor.page.locator('.tl-finding', { hasText: 'altercation between the parents' }).waitFor()
  await visitor.look('families-plan-note-wording')
  await visitor.press(send)
  // A postcode in a note is asked about; what was written is there still.
  expect(where(visitor)).toMatch(/\/notes\/add/)
  expect(await visitor.page.inputValue('textarea[name=text]')).toContain('E8 3QX')
  expect(await visitor.page.locator('.govuk-error-summary').count()).toBe(1)
  await visitor.look('families-plan-note-place')
  await visitor.page.fill(
    'textarea[name=text]',
    `${perpetrator} shouted at ${survivor} on Friday, and ${child} heard it.`,
  )
  await visitor.press(send)
  expect(where(visitor)).toBe(`${family}/notes`)
  expect(await notice(visitor)).toContain('The note was saved')
  await visitor.look('families-plan-notes')
}

const asPdf = async (visitor: Visitor, family: string) => {
  await visitor.go(family)
  await visitor.press('main a[href$="/documents"]')
  await visitor.look('families-plan-documents')
  const { text } = await readPdf(await download(visitor, 'main a:has-text("Plan (PDF)")'))
  expect(text).toContain(perpetrator)
  expect(text).toContain('touches none, takes none')
  for (const line of address.split('\n').filter((each) => each !== 'London')) expect(text).not.toContain(line)
}

test.each([
  { screen: 'desk', script: true },
  { screen: 'phone', script: true },
  { screen: 'phone', script: false },
] as const)(
  'A social worker, from a new referral to a plan that he must keep ($screen, script: $script)',
  async ({ screen, script }) => {
    const visitor = await house.visitor({ screen, script })
    await visitor.enter('amara.okafor@hackney.example')
    await visitor.go('/families')
    await visitor.look('families-plan-list')
    const family = await openFamily(visitor, `Verrall ${screen} ${script ? 'one' : 'two'}`)
    // Another man each time: the same one would be asked about.
    await people(visitor, family, addMonths(today, script ? (screen === 'desk' ? -400 : -410) : -420))
    await protectedAddress(visitor, family)
    await safetyPlan(visitor, family)
    await failedCall(visitor, family)
    await pattern(visitor, family)
    await engagementForm(visitor, family)
    await plan(visitor, family)
    await caseNote(visitor, family, script)
    await asPdf(visitor, family)
    await visitor.close()
  },
  300_000,
)
