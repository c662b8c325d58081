import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '#test/app.ts'
import { familyId, makeFamilies } from '#test/cases.ts'
import { everybody, personId } from '#test/world.ts'
import { paths } from '../paths.ts'
import { protectionRoutes } from './routes.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp({ routes: protectionRoutes((act) => act), fill: makeFamilies })
})
afterAll(() => app.close())
beforeEach(() => app.operator.query('delete from break_glass; delete from mail'))

const url = paths.emergency.to()
const reason = 'The child is missing from school and the team is away today'
const open = (reference: string, why = reason) => app.as('supervisor@Alder').post(url, { reference, reason: why })
const opened = async () =>
  (await app.operator.query('select family_id, person_id, until - at as lasts from break_glass')).rows
const stillNot = 'There is no record with this reference that you can open'

describe('A manager on duty', () => {
  test('opens a record of another team for four hours, and only then reads it', async () => {
    const family = familyId('osei')
    expect((await app.as('supervisor@Alder').get(paths.opened.to({ familyId: family }))).status).toBe(404)
    expect((await open('f-kyew2345')).to).toBe(paths.family.to({ familyId: family }))
    expect(await opened()).toEqual([
      { family_id: family, person_id: personId('supervisor@Alder'), lasts: expect.objectContaining({ hours: 4 }) },
    ])
    expect((await app.as('supervisor@Alder').get(paths.opened.to({ familyId: family }))).status).toBe(200)
    await app.operator.query("update break_glass set until = now() - interval '1 second'")
    expect((await app.as('supervisor@Alder').get(paths.opened.to({ familyId: family }))).status).toBe(404)
  })

  test('finds it by its number in the case system too', async () => {
    expect((await open('CMS-osei')).to).toBe(paths.family.to({ familyId: familyId('osei') }))
  })

  test.each([
    ['a sealed record', 'F-SEAW2345'],
    ['another borough’s', 'F-BRCH2345'],
    ['one that is not there', 'F-ABCD2345'],
    ['a wildcard', '%'],
  ])('cannot open %s, and is told the same', async (_what, reference) => {
    const reply = await open(reference)
    expect(reply.status).toBe(422)
    expect(reply.body).toContain(stillNot)
    expect(await opened()).toEqual([])
  })

  test('cannot open a record that they are kept out of', async () => {
    await app.operator.query(
      `insert into family_wall (authority_id, family_id, person_id, reason, set_by)
       select authority_id, id, $2, 'A neighbour of theirs', $3 from family where id = $1`,
      [familyId('osei'), personId('supervisor@Alder'), personId('borough_lead@Alder')],
    )
    expect((await open('F-KYEW2345')).body).toContain(stillNot)
    await app.operator.query('delete from family_wall')
  })

  test('gives a reason of a sentence', async () => {
    const reply = await open('F-KYEW2345', 'urgent')
    expect(reply.body).toContain('20 characters or more')
    expect(reply.body).toContain('value="F-KYEW2345"')
    expect(await opened()).toEqual([])
  })

  test('is led to a record that is theirs already, and nothing is opened', async () => {
    expect((await open('F-ASHW2345')).to).toBe(paths.family.to({ familyId: familyId('ashworth') }))
    expect(await opened()).toEqual([])
  })

  test('may end it at once', async () => {
    await open('F-KYEW2345')
    const { rows } = await app.operator.query('select id from break_glass')
    const end = paths.endEmergency.to({ emergencyId: rows[0].id })
    expect((await app.as('supervisor@Alder').get(end)).status).toBe(200)
    await app.as('supervisor@Alder').post(end)
    expect((await app.as('supervisor@Alder').get(paths.opened.to({ familyId: familyId('osei') }))).status).toBe(404)
  })

  test('no other role does: the page is not there for them', async () => {
    for (const who of everybody.filter((each) => !each.startsWith('supervisor@')))
      expect([who, (await app.as(who).get(url)).status]).toEqual([who, 404])
  })
})

describe('The manager of the family', () => {
  test('is told in a message that says nothing, in the same transaction', async () => {
    await open('F-KYEW2345')
    const { rows } = await app.operator.query('select template from mail')
    // no supervisor has the South team, so whoever answers for the borough is told
    expect(rows).toEqual([{ template: 'cases-to-look-at' }])
  })

  test('looks at it: somebody else than whoever opened it, once', async () => {
    await open('F-KYEW2345')
    const { rows } = await app.operator.query('select id, review_due from break_glass')
    const review = paths.reviewEmergency.to({ emergencyId: rows[0].id })
    expect((await app.as('supervisor@Alder').get(review)).status).toBe(404)
    expect((await app.as('borough_lead@Birch').get(review)).status).toBe(404)
    const page = await app.as('borough_lead@Alder').get(review)
    expect(page.body).toContain('Osei')
    expect((await app.as('borough_lead@Alder').post(review, { outcome: '', note: '' })).body).toContain(
      'Select what you found',
    )
    const done = await app
      .as('borough_lead@Alder')
      .post(review, { outcome: 'right', note: 'Read the notes of the day' })
    expect(done.to).toBe(paths.emergencies.to())
    const again = await app.as('borough_lead@Alder').post(review, { outcome: 'not needed', note: 'Another view' })
    expect(again.status).toBe(409)
    const kept = await app.operator.query('select outcome, reviewed_by from break_glass')
    expect(kept.rows).toEqual([{ outcome: 'right', reviewed_by: personId('borough_lead@Alder') }])
  })

  test('finds it on the list, with who, when and why', async () => {
    await open('F-KYEW2345')
    const list = await app.as('borough_lead@Alder').get(paths.emergencies.to())
    expect(list.body).toContain('Robin supervisor of Alder')
    expect(list.body).toContain(reason)
    expect((await app.as('borough_lead@Birch').get(paths.emergencies.to())).body).toContain(
      'No record was opened in an emergency',
    )
  })
})

test('Two working days leave out the weekend', async () => {
  const { rows } = await app.operator.query(
    `select to_char(d, 'Dy') as day, to_char(access.two_working_days(d::date), 'Dy') as due from generate_series('2026-11-16'::date, '2026-11-22', interval '1 day') d`,
  )
  expect(rows.map(({ day, due }) => `${day} ${due}`)).toEqual([
    ...['Mon Wed', 'Tue Thu', 'Wed Fri', 'Thu Mon', 'Fri Tue', 'Sat Tue', 'Sun Tue'],
  ])
})
