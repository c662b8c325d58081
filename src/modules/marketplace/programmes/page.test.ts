import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { homeModule } from '#modules/home/index.ts'
import { systemClock } from '#platform/clock.ts'
import { addDays, localDate } from '#platform/dates.ts'
import { type TestApp, testApp } from '#test/app.ts'
import { everybody, idOf, organisationId, partnershipId } from '#test/world.ts'
import { seeFigures, seeProgrammes } from '../access.ts'
import { marketplaceModule } from '../index.ts'
import { countAll, countOwn, countReferrals, listReferrals, waitingSince } from '../store.ts'

let app: TestApp
const today = systemClock.today()
const everything = { during: null, programmeId: null, authorityId: null, waiting: false }
const yearOne = { starts: localDate('2021-08-01'), ends: localDate('2022-08-01') }

// What a reader reads, without the markup.
const words = (body: string) => body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

beforeAll(async () => {
  app = await testApp({
    routes: [...marketplaceModule.routes, ...homeModule(marketplaceModule.home ?? []).routes],
    fill: async (operator) => {
      await operator.query(
        `insert into programme (id, partnership_id, provider_id, authority_id, name, sort) values
          ($1, $5, $3, $6, 'Caring <i>Dads</i>', 1), ($2, $5, $4, null, 'Turning point', 2)`,
        [
          idOf('dads'),
          idOf('turn'),
          organisationId('Hazel'),
          organisationId('Ivy'),
          partnershipId,
          organisationId('Birch'),
        ],
      )
      const refer = async (
        name: string,
        programme: string,
        authority: string | null,
        sentOn: string,
        ...steps: string[]
      ) => {
        await operator.query(
          `insert into referral (id, partnership_id, programme_id, authority_id, origin, sent_on) values ($1, $2, $3, $4, $5, $6)`,
          [
            idOf(name),
            partnershipId,
            idOf(programme),
            authority && organisationId(authority),
            authority ? 'recorded' : 'not recorded',
            sentOn,
          ],
        )
        for (const [at, step] of steps.entries())
          await operator.query(
            `insert into referral_step (partnership_id, referral_id, number, step, on_date) values ($1, $2, $3, $4, $5)`,
            [partnershipId, idOf(name), at + 1, step, sentOn],
          )
      }
      await refer('one', 'dads', 'Alder', '2022-03-01', 'sent', 'accepted', 'suitable at assessment')
      await refer('two', 'dads', 'Birch', '2022-03-02', 'sent', 'declined')
      await refer('three', 'dads', null, '2022-03-03', 'sent', 'accepted', 'transferred', 'accepted', 'dropped out')
      await refer('late', 'dads', 'Alder', addDays(today, -9), 'sent')
      await refer('new', 'turn', 'Alder', addDays(today, -1))
    },
  })
})
afterAll(() => app?.close())

describe('what the database shows', () => {
  test('a borough sees what it sent, a provider what it received', async () => {
    const count = (who: Parameters<TestApp['read']>[0]) => app.read(who, (db) => countReferrals(db, everything))
    expect(await count('lead@Alder')).toBe(3)
    expect(await count('borough_lead@Birch')).toBe(1)
    expect(await count('provider@Hazel')).toBe(4)
    expect(await count('provider@Ivy')).toBe(1)
    await expect(count('practitioner@Alder')).rejects.toThrow(/permission denied/)
  })

  test('those that wait come first, and one without any step waits too', async () => {
    const rows = await app.read('lead@Alder', (db) => listReferrals(db, everything, 0, 50))
    expect(rows.map(({ id, step }) => [id, step])).toEqual([
      [idOf('late'), 'sent'],
      [idOf('new'), 'sent'],
      [idOf('one'), 'suitable at assessment'],
    ])
    expect(await app.read('provider@Ivy', (db) => waitingSince(db))).toEqual([addDays(today, -1)])
  })

  test('own counts take each step once, and the partnership’s roles count all', async () => {
    const own = await app.read('provider@Hazel', (db) => countOwn(db, partnershipId, yearOne))
    const n = (measure: string) => own.find((row) => row.measure === measure)?.n
    expect([n('referrals'), n('accepted'), n('suitable at assessment'), n('unsuitable')]).toEqual([3, 2, 1, 0])
    expect([...new Set(own.map(({ programme }) => programme))]).toEqual(['Caring <i>Dads</i>'])
    const all = await app.read('evaluator', (db) => countAll(db, partnershipId, 1))
    expect(all).toContainEqual({ term: 1, programme: 'Turning point', measure: 'referrals', n: 0 })
  })
})

describe('the pages', () => {
  test.each([
    ['/programmes', seeProgrammes],
    ['/programmes/figures', seeFigures],
  ])('%s opens for the roles of its permission and for nobody else', async (url, permission) => {
    for (const who of everybody) {
      const opens = permission.roles.some((role) => role === who.split('@')[0])
      expect([who, (await app.as(who).get(url)).status]).toEqual([who, opens ? 200 : 404])
    }
  })

  test('show referrals to who sent or received them, programmes to who may refer, figures to the partnership', async () => {
    expect(words((await app.as('lead@Alder').get('/programmes')).body)).toContain('3 referrals')
    const directory = words((await app.as('practitioner@Alder').get('/programmes')).body)
    expect(directory).toContain('2 programmes')
    expect(directory).toContain('Caring &lt;i>Dads&lt;/i> Hazel Birch')
    expect(words((await app.as('project').get('/programmes?term=1')).body)).toContain(
      '3 referrals in Year 1, 2 of them accepted',
    )
  })

  test('filter by programme, borough and state', async () => {
    const count = async (query: string) =>
      /(\d+) referrals?\b/.exec(words((await app.as('provider@Hazel').get(`/programmes${query}`)).body))?.[1]
    expect(await count(`?programme=${idOf('dads')}`)).toBe('4')
    expect(await count(`?borough=${organisationId('Alder')}`)).toBe('2')
    expect(await count('?state=waiting')).toBe('1')
    expect((await app.as('lead@Birch').get('/programmes?state=waiting')).body).toContain(
      'No referral fits these filters.',
    )
  })

  test('say what is overdue, and the origin where no borough is recorded', async () => {
    const list = words((await app.as('provider@Hazel').get('/programmes')).body)
    expect(list).toContain('waiting for an answer Answer overdue since')
    expect(list).toContain('not recorded dropped out')
  })

  test('give shares with their base and interval, and not available where there was no referral', async () => {
    const figures = words((await app.as('evaluator').get('/programmes/figures?term=1')).body)
    expect(figures).toContain(
      'Caring &lt;i>Dads&lt;/i> 3 2 of 3 (21% to 94%) 1 of 3 (6% to 79%) 1 declined, 1 transferred, 1 dropped out',
    )
    expect(figures).toContain('Turning point 0 not available not available no referrals')
  })

  test('say on Home what waits for whom', async () => {
    expect(words((await app.as('provider@Hazel').get('/')).body)).toContain(
      'Due 1 referral without an answer for five days or more',
    )
    expect(words((await app.as('lead@Birch').get('/')).body)).toContain('No referral is waiting for an answer.')
  })
})
