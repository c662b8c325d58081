import { beforeAll, describe, expect, test } from 'vitest'
import { passphraseProblem } from '#platform/access/passphrase.ts'
import { roles } from '#platform/access/role.ts'
import { addDays, localDate } from '#platform/dates.ts'
import { demonstrationPassphrase, demonstrationSignIns } from './index.ts'
import { makeDemonstrationWorld } from './make-world.ts'
import { type Published, readPublished } from './published-figures.ts'
import { type Row, type Table, tablesInOrder, type World } from './world.ts'

let published: Published
beforeAll(async () => {
  published = await readPublished('src/demonstration/published')
})

const worldOn = (today: string) =>
  makeDemonstrationWorld({ published, today: localDate(today), passphraseHash: '', without: [] })

const byId = <T extends Table>(world: World, table: T): Map<string, Row<T>> =>
  new Map(world.rows(table).map((row) => [String(new Map<string, unknown>(Object.entries(row)).get('id')), row]))

// The first day that is possible, one soon after, one in the middle of a term, the last of one, and a leap day.
describe.each(['2023-08-01', '2023-08-20', '2026-11-21', '2027-07-31', '2028-02-29'])('With %s as today', (today) => {
  let world: World
  beforeAll(() => {
    world = worldOn(today)
  })

  test('nobody attends a block twice, or a course outside their employment', () => {
    const people = byId(world, 'person')
    const blocks = byId(world, 'block')
    const seen = new Set<string>()
    for (const { person_id, block_id, authority_id, completed_on } of world.rows('attendance')) {
      const block = blocks.get(block_id)
      expect(block && completed_on >= block.starts && completed_on <= today).toBe(true)
      if (!person_id) continue
      const person = people.get(person_id)
      expect(person?.organisation_id).toBe(authority_id)
      expect(person && block && person.starts <= block.starts && (!person.ends || completed_on < person.ends)).toBe(
        true,
      )
      expect(seen.has(`${person_id} ${block?.course_id}`)).toBe(false)
      seen.add(`${person_id} ${block?.course_id}`)
    }
    expect(seen.size).toBeGreaterThan(700)
  })

  test('most who come to Working with Perpetrators have completed Core before', () => {
    const blocks = byId(world, 'block')
    const courseId = (name: string) => world.rows('course').find((course) => course.name === name)?.id
    const core = new Map<string, string>()
    const attendances = world.rows('attendance').filter(({ person_id }) => person_id)
    for (const { person_id, block_id, completed_on } of attendances) {
      if (blocks.get(block_id)?.course_id === courseId('Core')) core.set(person_id ?? '', completed_on)
    }
    const after = attendances.filter(
      ({ block_id }) => blocks.get(block_id)?.course_id === courseId('Working with Perpetrators'),
    )
    const prepared = after.filter(
      ({ person_id, block_id }) => (core.get(person_id ?? '') ?? '9') < (blocks.get(block_id)?.starts ?? ''),
    )
    expect(prepared.length / after.length).toBeGreaterThan(0.8)
  })

  test('every referral begins with “sent”, and its steps follow in order', () => {
    const steps = Map.groupBy(world.rows('referral_step'), ({ referral_id }) => referral_id)
    for (const { id, sent_on } of world.rows('referral')) {
      const own = steps.get(id ?? '') ?? []
      expect(own.map(({ number }) => number)).toEqual(own.map((_, index) => index + 1))
      expect([own[0]?.step, own[0]?.on_date]).toEqual(['sent', sent_on])
      const dates = own.map(({ on_date }) => on_date)
      expect(dates).toEqual([...dates].sort())
      expect((dates.at(-1) ?? '9') <= today).toBe(true)
    }
    expect(steps.size).toBe(world.rows('referral').length)
  })

  test('consultations are led by somebody in post, on a day that is over, when the borough is a member', () => {
    const people = byId(world, 'person')
    const members = new Map(world.rows('membership').map((row) => [row.organisation_id, row]))
    for (const { led_by, held_on, authority_id } of world.rows('consultation')) {
      expect(held_on < today).toBe(true)
      const member = members.get(authority_id)
      expect(member && member.starts <= held_on && (!member.ends || held_on < member.ends)).toBe(true)
      const lead = people.get(led_by ?? '')
      expect(lead && lead.starts <= held_on && (!lead.ends || held_on < lead.ends)).toBe(true)
    }
  })

  test('nothing but what is published lies in the published years', () => {
    const inPublished = world.rows('block').filter(({ starts }) => starts < '2023-08-01')
    expect(inPublished).toHaveLength(60)
    expect(world.rows('hub_page_day').filter(({ on_date }) => on_date < '2023-08-01')).toHaveLength(15 * 365)
    expect(world.rows('referral').filter(({ sent_on }) => sent_on < '2023-08-01')).toHaveLength(100)
  })

  test('a child taken into care or on a plan was identified before', () => {
    const returns = byId(world, 'change_return')
    const identified = new Map<string, string>()
    for (const { child_reference, return_id, on_date } of world.rows('change_event')) {
      if (returns.get(return_id)?.indicator.startsWith('identified')) identified.set(child_reference, on_date)
    }
    for (const { child_reference, return_id, on_date } of world.rows('change_event')) {
      const { starts = '', ends = '' } = returns.get(return_id) ?? {}
      expect(on_date >= starts && on_date < ends).toBe(true)
      expect((identified.get(child_reference) ?? '9') <= on_date).toBe(true)
    }
  })
})

test('This term has blocks that are over and blocks to come, referrals that wait, one passed on, views to yesterday', () => {
  const today = localDate('2026-11-21')
  const world = worldOn(today)
  const starts = world.rows('block').map((block) => block.starts)
  expect(starts.some((date) => date > addDays(today, -30) && date < today)).toBe(true)
  expect(starts.some((date) => date > today)).toBe(true)
  const steps = Map.groupBy(world.rows('referral_step'), ({ referral_id }) => referral_id)
  const waiting = [...steps.values()].filter(
    (own) => own.length === 1 && own.every(({ on_date }) => on_date > '2026-11-01'),
  )
  expect(waiting.length).toBeGreaterThan(4)
  expect([...steps.values()].flat().some(({ step, on_date }) => step === 'transferred' && on_date > '2026-10-01')).toBe(
    true,
  )
  const days = world.rows('hub_page_day').map(({ on_date }) => on_date)
  expect(days.sort().at(-1)).toBe('2026-11-20')
  expect(world.rows('term').at(-1)).toMatchObject({
    number: 6,
    starts: '2026-08-01',
    ends: '2027-08-01',
    published_on: null,
  })
})

describe('The years between the published ones and this term', () => {
  const today = localDate('2026-11-21')
  const organisation = (world: World, name: string) => world.rows('organisation').find((row) => row.name === name)?.id

  test('change data came for April to June of Years 3 to 5, with 150 to 900 children a borough and year', () => {
    const world = worldOn(today)
    const names = byId(world, 'organisation')
    const events = Map.groupBy(world.rows('change_event'), ({ return_id }) => return_id)
    const counts = new Map<string, number>()
    for (const { id, authority_id, starts, ends } of world.rows('change_return')) {
      if (starts < '2023-08-01') continue
      const key = `${names.get(authority_id)?.name} ${starts} ${ends}`
      counts.set(key, (counts.get(key) ?? 0) + (events.get(id ?? '')?.length ?? 0))
    }
    const members = ['Barking and Dagenham', 'Barnet', 'Hackney', 'Hammersmith and Fulham', 'Newham', 'Waltham Forest']
    const expected = members.flatMap((name) => [2024, 2025, 2026].map((year) => `${name} ${year}-04-01 ${year}-07-01`))
    expect([...counts.keys()].sort()).toEqual(expected.filter((key) => key !== 'Newham 2026-04-01 2026-07-01'))
    expect(Math.min(...counts.values())).toBeGreaterThanOrEqual(150)
    expect(Math.max(...counts.values())).toBeLessThanOrEqual(900)
  })

  test('Barnet alone does not collect an indicator, and a child is new in one year only', () => {
    const world = worldOn(today)
    const live = world.rows('change_return').filter(({ starts }) => starts >= '2023-08-01')
    const not = live.filter(({ collected }) => !collected)
    expect(not.map(({ indicator }) => indicator)).toEqual(Array(3).fill('identified after assessment'))
    expect(new Set(not.map(({ authority_id }) => authority_id))).toEqual(new Set([organisation(world, 'Barnet')]))
    const newCases = new Set(
      world
        .rows('change_return')
        .flatMap(({ id, indicator }) => (id && indicator.startsWith('identified') ? [id] : [])),
    )
    const children = world
      .rows('change_event')
      .flatMap((row) => (newCases.has(row.return_id) ? [row.child_reference] : []))
    expect(new Set(children).size).toBe(children.length)
  })

  test('the register of the last block with a trainer has not come', () => {
    const world = worldOn(today)
    const taught = new Set(world.rows('course').flatMap(({ id, days }) => (id && days ? [id] : [])))
    const over = world.rows('block').filter((block) => taught.has(block.course_id) && block.ends <= today)
    const last = over.toSorted((a, b) => (a.ends < b.ends ? -1 : 1)).at(-1)
    expect(world.rows('attendance').filter(({ block_id }) => block_id === last?.id)).toEqual([])
  })

  test('Barking and Dagenham makes ready once more, the others implement or embed', () => {
    const world = worldOn(today)
    const mobilising = world.rows('membership').filter(({ stage }) => stage === 'mobilising')
    expect(mobilising.map((row) => row.organisation_id)).toEqual([organisation(world, 'Barking and Dagenham')])
  })

  test('with all of it the demonstration stays below 60,000 records', () => {
    const world = worldOn(today)
    expect(tablesInOrder.reduce((sum, table) => sum + world.rows(table).length, 0)).toBeLessThan(60_000)
  })
})

test('There is a sign-in for every role, and for every role of a borough in Hackney and in Newham', () => {
  const granted = demonstrationSignIns.flatMap((signIn) => signIn.roles)
  expect(new Set(granted.map(({ role }) => role))).toEqual(new Set(roles))
  for (const borough of ['Hackney', 'Newham']) {
    for (const role of [
      'practitioner',
      'supervisor',
      'champion',
      'lead',
      'quality',
      'complaints',
      'borough_lead',
      'analyst',
      'admin',
    ]) {
      expect(granted, `${role} of ${borough}`).toContainEqual({ role, organisation: borough })
    }
  }
  expect(granted.filter(({ role }) => role === 'provider')).toHaveLength(2)
})

test('The printed passphrase is one that the software would accept from anybody here', () => {
  for (const { name, email } of demonstrationSignIns) {
    expect(passphraseProblem(demonstrationPassphrase, { name, email })).toBeNull()
  }
})
