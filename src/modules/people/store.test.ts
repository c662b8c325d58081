import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemClock } from '#platform/clock.ts'
import { localDate } from '#platform/dates.ts'
import { type TestApp, testApp } from '#test/app.ts'
import { idOf, organisationId, partnershipId, personId } from '#test/world.ts'
import {
  countStaff,
  insertMember,
  insertTeam,
  listStaff,
  readEverybody,
  readInPost,
  readMember,
  readTeams,
  updateMember,
  updateTeam,
} from './staff-store.ts'
import {
  insertTerm,
  readMemberships,
  readOrganisations,
  readPartnerships,
  readTerms,
  updateMembership,
  updateTerm,
} from './store.ts'

let app: TestApp
const today = systemClock.today()
const alder = organisationId('Alder')
const everybody = { organisationId: alder, team: null, state: 'all', today } as const
const someone = { name: 'Anna Lee', jobRole: '', teamId: null, starts: localDate('2025-01-01'), ends: null }

beforeAll(async () => {
  app = await testApp({ routes: [] })
})
afterAll(() => app?.close())

describe('staff and teams', () => {
  test('are seen in their own organisation and nowhere else', async () => {
    expect(await app.read('admin@Alder', (db) => countStaff(db, everybody))).toBe(9)
    expect(await app.read('admin@Birch', (db) => countStaff(db, everybody))).toBe(0)
    expect(await app.read('admin@Birch', (db) => readMember(db, alder, personId('lead@Alder')))).toBeNull()
    // Somebody without the right sees themselves and nobody else.
    expect((await app.read('practitioner@Alder', (db) => readEverybody(db, alder))).map(({ id }) => id)).toEqual([
      personId('practitioner@Alder'),
    ])
  })

  test('are written by the administrator of the organisation only', async () => {
    const id = await app.write('admin@Alder', (db) => insertMember(db, alder, someone))
    expect((await app.read('lead@Alder', (db) => readMember(db, alder, id)))?.name).toBe('Anna Lee')
    await expect(app.write('admin@Birch', (db) => insertMember(db, alder, someone))).rejects.toThrow(
      /row-level security/,
    )
    await expect(app.write('lead@Alder', (db) => insertMember(db, alder, someone))).rejects.toThrow(/permission denied/)
    expect(await app.write('admin@Birch', (db) => updateMember(db, id, 1, { ...someone, name: 'Changed' }))).toBe(false)
  })

  test('are changed once for each version: the second who saves the same version writes nothing', async () => {
    const id = await app.write('admin@Alder', (db) => insertMember(db, alder, someone))
    const save = (name: string) => app.write('admin@Alder', (db) => updateMember(db, id, 1, { ...someone, name }))
    expect((await Promise.all([save('First'), save('Second')])).filter(Boolean)).toHaveLength(1)
    expect((await app.read('admin@Alder', (db) => readMember(db, alder, id)))?.version).toBe(2)
  })

  test('leave with the day after their last, and are then no longer in post', async () => {
    const id = await app.write('admin@Alder', (db) =>
      insertMember(db, alder, { ...someone, name: 'Leaving', ends: localDate('2025-06-01') }),
    )
    const inPost = async (day: string) =>
      (await app.read('lead@Alder', (db) => readInPost(db, alder, localDate(day)))).some((each) => each.id === id)
    expect([await inPost('2025-05-31'), await inPost('2025-06-01')]).toEqual([true, false])
    const left = await app.read('lead@Alder', (db) => listStaff(db, { ...everybody, state: 'left' }, 0, 50))
    expect(left.map((each) => each.id)).toEqual([id])
  })

  test('teams keep their name to themselves: another borough may use it too', async () => {
    const id = await app.write('admin@Alder', (db) => insertTeam(db, alder, 'MASH'))
    await app.write('admin@Birch', (db) => insertTeam(db, organisationId('Birch'), 'MASH'))
    expect((await app.read('practitioner@Alder', (db) => readTeams(db, alder))).map((team) => team.id)).toEqual([id])
    const [team] = await app.read('admin@Alder', (db) => readTeams(db, alder))
    if (!team) throw new Error('no team')
    expect(await app.write('admin@Alder', (db) => updateTeam(db, { ...team, name: 'Renamed before' }, team))).toBe(
      false,
    )
    expect(await app.write('admin@Alder', (db) => updateTeam(db, team, { name: 'Front door', closedOn: today }))).toBe(
      true,
    )
  })
})

describe('partnership, memberships and terms', () => {
  test('are known to everybody in it and written by the project manager only', async () => {
    expect((await app.read('practitioner@Birch', (db) => readPartnerships(db))).map(({ name }) => name)).toEqual([
      'Grove partnership',
    ])
    expect((await app.read('provider@Hazel', (db) => readMemberships(db, partnershipId))).length).toBe(5)
    const fields = { stage: 'embedding', starts: localDate('2021-08-01'), ends: null, note: '' } as const
    expect(await app.write('project', (db) => updateMembership(db, idOf('membership Alder'), 1, fields))).toBe(true)
    expect(await app.write('project', (db) => updateMembership(db, idOf('membership Alder'), 1, fields))).toBe(false)
    await expect(
      app.write('admin@Alder', (db) => updateMembership(db, idOf('membership Alder'), 2, fields)),
    ).rejects.toThrow(/permission denied/)
  })

  test('the database itself refuses terms that share a day', async () => {
    const dates = { name: 'Year 3', starts: localDate('2023-07-31'), ends: localDate('2024-08-01') }
    await expect(app.write('project', (db) => insertTerm(db, partnershipId, 3, dates))).rejects.toThrow(
      /exclusion constraint/,
    )
    const id = await app.write('project', (db) =>
      insertTerm(db, partnershipId, 3, { ...dates, starts: localDate('2023-08-01') }),
    )
    expect(await app.write('project', (db) => updateTerm(db, id, 7, dates))).toBe(false)
    expect((await app.read('evaluator', (db) => readTerms(db, partnershipId))).map(({ number }) => number)).toEqual([
      1, 2, 3,
    ])
  })

  test('an organisation outside the partnership is not on the list', async () => {
    await app.operator.query("insert into organisation (kind, name) values ('authority', 'Cedar')")
    expect((await app.read('project', (db) => readOrganisations(db))).map(({ name }) => name)).not.toContain('Cedar')
  })
})
