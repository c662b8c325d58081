import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { roles } from '#platform/access/role.ts'
import { addDays, type LocalDate, londonDate } from '#platform/dates.ts'
import { testDatabase } from '#test/postgres.ts'
import { cellOfRows, type Failure, failuresOf, inWords, policy } from './cells.ts'
import { tryWithin } from './matrix.ts'
import { askerOf, type Persona, proven } from './personas.ts'
import { furnish, insert } from './probe.ts'
import { type Capacity, grantOf, type SessionState, type Skeleton, tokenOf } from './world.ts'
import { grow } from './world-rooms.ts'

let admin: pg.Client
beforeAll(async () => {
  const database = await testDatabase('property')
  admin = new pg.Client(database.admin)
  await admin.connect()
  await furnish(admin, { today: londonDate(new Date()), now: new Date(), tables: new Map() })
})
afterAll(() => admin.end())

const overPartnership = ['training', 'project', 'evaluator']
const partnerships = ['North', 'South']
const organisations = ['Alder', 'Birch', 'Cedar', 'Vine']

// Days around today, where half-open periods go wrong.
const day = (today: LocalDate) => fc.integer({ min: -2, max: 2 }).map((offset) => addDays(today, offset))
const period = (today: LocalDate) =>
  fc
    .record({
      starts: fc.oneof(day(today), fc.constant(addDays(today, -1))),
      length: fc.option(fc.integer({ min: 1, max: 3 })),
    })
    .map(({ starts, length }) => ({
      starts,
      ends: length === null ? null : addDays(starts, length),
    }))

const rarely = <T>(values: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 6, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: values })

const grant = (today: LocalDate) =>
  fc
    .record({
      role: fc.constantFrom(...roles),
      organisation: fc.constantFrom(...organisations),
      partnership: fc.constantFrom(...partnerships),
      dates: period(today),
    })
    .map(({ role, organisation, partnership, dates }) => ({
      role,
      organisation,
      ...(overPartnership.includes(role) ? { partnership } : {}),
      ...dates,
    }))

const sessionStates: readonly SessionState[] = [
  ...Array.from({ length: 12 }, () => 'live' as const),
  ...(['ended', 'idle', 'expired', 'incomplete'] as const),
]

const someone = (today: LocalDate) =>
  fc.record({
    organisation: fc.constantFrom(...organisations),
    leaves: rarely(day(today)),
    closed: fc.integer({ min: 1, max: 8 }).map((draw) => draw === 8),
    session: fc.constantFrom(...sessionStates),
    grants: fc.uniqueArray(grant(today), {
      minLength: 1,
      maxLength: 3,
      selector: ({ role, organisation }) => `${role} ${organisation}`,
    }),
  })

const membership = (today: LocalDate) =>
  fc
    .record({
      partnership: fc.constantFrom(...partnerships),
      organisation: fc.constantFrom(...organisations),
      capacity: fc.constantFrom<Capacity>('authority', 'authority', 'provider', 'delivery_partner'),
      dates: period(today),
    })
    .map(({ dates, ...rest }) => ({ ...rest, ...dates }))

const term = (today: LocalDate, number: number) =>
  fc.record({
    partnership: fc.constantFrom(...partnerships),
    number: fc.constant(number),
    starts: fc.constant(addDays(today, 100 * number)),
    ends: fc.constant(addDays(today, 100 * number + 50)),
    publishedOn: fc.option(day(today)),
  })

const world = (now: Date): fc.Arbitrary<Skeleton> => {
  const today = londonDate(now)
  return fc
    .record({
      demonstration: fc.boolean(),
      memberships: fc.uniqueArray(membership(today), {
        maxLength: 6,
        selector: ({ partnership, organisation, capacity }) => `${partnership} ${organisation} ${capacity}`,
      }),
      terms: fc.tuple(term(today, 1), term(today, 2)),
      people: fc.array(someone(today), { minLength: 1, maxLength: 5 }),
    })
    .map(({ people, ...rest }) => ({
      ...rest,
      now,
      today,
      partnerships,
      organisations: organisations.map((name) => ({ name, kind: 'authority' as const })),
      people: people.map((person, index) => ({ ...person, name: `Person ${index}` })),
    }))
}

/** Everybody in each grant, everybody in the next person’s first grant, and the public. */
const askers = ({ people }: Skeleton): Persona[] => [
  ...(people.flatMap(({ name, grants }, index) => {
    const next = people[(index + 1) % people.length]
    const borrowed = next?.grants[0]
    return [
      ...grants.map(({ role }, at) => ({
        name: `${name} in ${role}`,
        taken: role,
        token: tokenOf(name),
        grant: grantOf(name, at),
      })),
      ...(borrowed && next
        ? [
            {
              name: `${name} in the grant of ${next.name}`,
              taken: borrowed.role,
              token: tokenOf(name),
              grant: grantOf(next.name),
            },
          ]
        : []),
    ]
  }) as Persona[]), // every role in a random world is one of the roles
  { name: 'the public', taken: 'public', token: '', grant: '' },
]

/** What the policy and the database disagree about in a world; `fault` is planted first. */
const disagreements = async (plan: Skeleton, fault: string): Promise<string[]> => {
  const rows = grow(plan)
  await admin.query('begin')
  try {
    await insert(admin, rows)
    await admin.query(fault)
    const attempt = tryWithin(admin)
    const failures: Failure[] = []
    for (const persona of askers(plan)) {
      const cells = Object.keys(policy).map((table) => cellOfRows(table, askerOf(rows, persona, plan.now), rows))
      const answers = await attempt(
        persona,
        cells.map(({ sql }) => sql),
      )
      failures.push(...failuresOf(persona.name, cells, answers))
    }
    return inWords(failures)
  } finally {
    await admin.query('rollback')
  }
}

const check = (runs: number, fault?: string) =>
  fc.check(
    fc.asyncProperty(world(new Date()), async (plan) => {
      const found = await disagreements(plan, fault ?? 'select 1')
      if (found.length > 0) throw new Error(found.join('\n'))
    }),
    // A planted fault need not be made small: that it is found is enough.
    { numRuns: runs, endOnFailure: fault !== undefined, seed: Number(process.env['PROPERTY_SEED'] ?? 7) },
  )

test('In any world, everybody sees of every table the rows that the policy gives them', {
  timeout: 120_000,
}, async () => {
  const found = await check(Number(process.env['PROPERTY_RUNS'] ?? 40))
  expect(found.failed, `${fc.defaultReportMessage(found)} ${String(found.errorInstance)}`).toBe(false)
})

test.each([
  ['a lead reads every borough’s referrals', 'alter policy authority on referral using (true)'],
  ['whoever left keeps reading', 'update person set ends = null'],
])('A planted fault is found: %s', { timeout: 120_000 }, async (_fault, sql) => {
  expect((await check(300, sql)).failed).toBe(true)
})

test('The random worlds hold what the policy must tell apart', () => {
  const now = new Date()
  const worlds = fc.sample(world(now), { numRuns: 200, seed: 7 })
  const asked = worlds.flatMap((plan) => {
    const rows = grow(plan)
    return askers(plan).map((persona) => proven(rows, persona, now))
  })
  const seeing = asked.filter((me) => me !== null).length
  expect(seeing).toBeGreaterThan(asked.length / 10)
  expect(seeing).toBeLessThan(asked.length / 1.2)
})
