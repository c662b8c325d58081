import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { homeModule } from '#modules/home/index.ts'
import { systemClock } from '#platform/clock.ts'
import { localDate } from '#platform/dates.ts'
import { type TestApp, testApp } from '#test/app.ts'
import { everybody, idOf, organisationId, partnershipId, personId } from '#test/world.ts'
import { seeConsultations } from '../access.ts'
import { leadsModule } from '../index.ts'
import { countConsultations, readAllConsultations, readReturns } from '../store.ts'

let app: TestApp

// What a reader reads, without the markup.
const words = (body: string) => body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
const everything = (authority: string) => ({ authorityId: organisationId(authority), during: null, theme: null })

beforeAll(async () => {
  app = await testApp({
    routes: [...leadsModule.routes, ...homeModule(leadsModule.home ?? []).routes],
    fill: async (operator) => {
      await operator.query("insert into team (id, organisation_id, name) values ($1, $2, '<b>MASH</b>')", [
        idOf('team'),
        organisationId('Alder'),
      ])
      const hold = (authority: string, day: string, theme: string, extra: { team?: string; ledBy?: string } = {}) =>
        operator.query(
          `insert into consultation (partnership_id, authority_id, held_on, kind, theme, team_id, led_by) values ($1, $2, $3, 'one to one', $4, $5, $6)`,
          [partnershipId, organisationId(authority), day, theme, extra.team ?? null, extra.ledBy ?? null],
        )
      await hold('Alder', '2022-01-10', 'pattern', { team: idOf('team'), ledBy: personId('lead@Alder') })
      await hold('Alder', '2022-02-10', 'plan')
      await hold('Birch', '2022-02-10', 'language')
      await hold('Alder', systemClock.today(), 'plan')
      const send = (authority: string, month: string) =>
        operator.query('insert into activity_return (partnership_id, authority_id, month) values ($1, $2, $3)', [
          partnershipId,
          organisationId(authority),
          month,
        ])
      await send('Alder', '2022-01-01')
      await send('Alder', '2022-02-01')
    },
  })
})
afterAll(() => app?.close())

describe('what the database shows', () => {
  test('a borough counts its own consultations and nothing of another', async () => {
    expect(await app.read('lead@Alder', (db) => countConsultations(db, everything('Alder')))).toBe(3)
    expect(await app.read('lead@Alder', (db) => countConsultations(db, everything('Birch')))).toBe(0)
    expect(await app.read('champion@Birch', (db) => countConsultations(db, everything('Birch')))).toBe(1)
    const until = (ends: string) => ({
      ...everything('Alder'),
      during: { starts: localDate('2022-01-10'), ends: localDate(ends) },
    })
    expect(await app.read('lead@Alder', (db) => countConsultations(db, until('2022-02-10')))).toBe(1)
    expect(await app.read('lead@Alder', (db) => countConsultations(db, until('2022-02-11')))).toBe(2)
    expect(await app.read('lead@Birch', (db) => readReturns(db, partnershipId, organisationId('Alder')))).toEqual([])
  })

  test('the partnership’s roles count without listing, and a borough without a return has no row', async () => {
    expect(await app.read('project', (db) => readAllConsultations(db, partnershipId, 2))).toEqual([
      { term: 1, authorityId: organisationId('Alder'), consultations: 2, months: 2 },
    ])
    await expect(app.read('project', (db) => countConsultations(db, everything('Alder')))).rejects.toThrow(
      /permission denied/,
    )
  })
})

describe('the pages', () => {
  test.each(['/consultations', '/consultations/figures'])(
    '%s opens for the roles of its permission and for nobody else',
    async (url) => {
      for (const who of everybody) {
        const opens = seeConsultations.roles.some((role) => role === who.split('@')[0])
        expect([who, (await app.as(who).get(url)).status]).toEqual([who, opens ? 200 : 404])
      }
    },
  )

  test('list the borough’s own, by theme and term, and escape what people typed', async () => {
    const all = words((await app.as('lead@Alder').get('/consultations')).body)
    expect(all).toContain('3 consultations')
    const { body } = await app.as('lead@Alder').get('/consultations?term=1&theme=pattern')
    expect(words(body)).toContain('1 consultation ')
    expect(body).toContain('&lt;b>MASH')
    expect(words(body)).toContain('Robin lead of Alder held Nothing due')
  })

  test('say a colleague where a champion may not see who, and not recorded where nobody is', async () => {
    const { body } = await app.as('champion@Alder').get('/consultations?term=1')
    expect(words(body)).toContain('a colleague')
    expect(body).not.toContain('Robin lead')
    expect(words(body)).toContain('not recorded')
  })

  test('give a rate per month of data, and say missing where no month came in', async () => {
    const own = words((await app.as('borough_lead@Alder').get('/consultations/figures')).body)
    expect(own).toMatch(/Year 1, August 2021 to July 2022 2 2 1\.0 \(0\.1 to 3\.6\) August 2021, September 2021/)
    const all = words((await app.as('evaluator').get('/consultations?term=1')).body)
    expect(all).toContain('Alder 2 2 1.0 (0.1 to 3.6)')
    expect(all).toContain('Birch missing 0 not available')
    expect(all).toContain('1 of 2 boroughs sent in their activity: 2 consultations in Year 1')
  })

  test('teach who has none, and say so where a filter finds none', async () => {
    expect((await app.as('lead@Alder').get('/consultations?term=2')).body).toContain(
      'No consultation fits these filters.',
    )
  })

  test('say on Home what was given this month and which returns are missing', async () => {
    const home = words((await app.as('lead@Alder').get('/')).body)
    expect(home).toContain('1 consultation in Alder this month')
    expect(home).toMatch(/Due 12 months of Year 2 have no activity return yet: August 2022,/)
  })
})
