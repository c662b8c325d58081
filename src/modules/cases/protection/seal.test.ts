import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '#test/app.ts'
import { familyId, individualId, makeFamilies } from '#test/cases.ts'
import { personId, type Who } from '#test/world.ts'
import { paths } from '../paths.ts'
import { protectionRoutes } from './routes.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp({ routes: protectionRoutes((act) => act), fill: makeFamilies })
})
afterAll(() => app.close())

const family = familyId('ashworth')
const at = { familyId: family }
beforeEach(() =>
  app.operator.query(
    `delete from family_seal_person where family_id = '${family}'; delete from family_seal_review; delete from family_seal where family_id = '${family}';
     delete from family_wall; delete from staff_tie`,
  ),
)

const sees = async (who: Who) => (await app.as(who).get(paths.opened.to(at))).status === 200
const named = (...people: Who[]) =>
  Object.fromEntries(people.map((who, index) => [`person${index + 1}`, personId(who)]))
const reason = 'The mother of a colleague lives with them'

describe('A seal', () => {
  test('leaves the record to the people it names, whatever anybody’s role', async () => {
    const reply = await app
      .as('supervisor@Alder')
      .post(paths.seal.to(at), { reason, ...named('champion@Alder', 'supervisor@Alder') })
    expect(reply.to).toBe(paths.families.to())
    for (const who of ['champion@Alder', 'supervisor@Alder'] as const)
      expect([who, await sees(who)]).toEqual([who, true])
    for (const who of ['practitioner@Alder', 'lead@Alder', 'quality@Alder', 'borough_lead@Alder'] as const)
      expect([who, await sees(who)]).toEqual([who, false])
  })

  test.each([
    ['one person only', named('champion@Alder'), 'Select two people at least'],
    ['the same person twice', named('champion@Alder', 'champion@Alder'), 'Select somebody who is not selected above'],
    ['somebody whose role sees no family', named('champion@Alder', 'admin@Alder'), 'Select a person from the list'],
    ['somebody of another borough', named('champion@Alder', 'lead@Birch'), 'Select a person from the list'],
  ])('is refused for %s', async (_what, people, message) => {
    const reply = await app.as('supervisor@Alder').post(paths.seal.to(at), { reason, ...people })
    expect(reply.status).toBe(422)
    expect(reply.body).toContain(message)
    expect(await sees('practitioner@Alder')).toBe(true)
  })

  test('is set by supervisors of the family and by those who answer for the borough, and by nobody else', async () => {
    for (const who of [
      'practitioner@Alder',
      'lead@Alder',
      'quality@Alder',
      'admin@Alder',
      'supervisor@Birch',
      'borough_lead@Birch',
    ] as const)
      expect([who, (await app.as(who).get(paths.seal.to(at))).status]).toEqual([who, 404])
    expect((await app.as('borough_lead@Alder').get(paths.seal.to(at))).status).toBe(200)
  })

  test('is looked at again: kept for other people, or lifted', async () => {
    await app.as('supervisor@Alder').post(paths.seal.to(at), { reason, ...named('champion@Alder', 'supervisor@Alder') })
    await app.operator.query(`update family_seal set review_due = '2026-01-01' where family_id = '${family}'`)
    const review = paths.reviewSeal.to(at)
    expect((await app.as('borough_lead@Alder').get(review)).status).toBe(404)
    expect((await app.as('champion@Alder').get(review)).status).toBe(404)
    expect((await app.as('supervisor@Alder').get(review)).body).toContain(reason)
    await app.as('supervisor@Alder').post(review, {
      outcome: 'kept',
      note: 'Still the same colleague',
      ...named('supervisor@Alder', 'practitioner@Alder'),
    })
    expect(await sees('practitioner@Alder')).toBe(true)
    expect(await sees('champion@Alder')).toBe(false)
    const { rows } = await app.operator.query(
      `select review_due > current_date + 80 as later from family_seal where family_id = '${family}'`,
    )
    expect(rows).toEqual([{ later: true }])
    await app.as('supervisor@Alder').post(review, { outcome: 'lifted', note: 'The colleague has left' })
    expect(await sees('lead@Alder')).toBe(true)
    expect((await app.operator.query('select outcome from family_seal_review order by reviewed_at')).rows).toEqual([
      { outcome: 'kept' },
      { outcome: 'lifted' },
    ])
  })
})

describe('Somebody kept out', () => {
  test('by name does not see the record until they are let in again', async () => {
    await app
      .as('supervisor@Alder')
      .post(paths.addWall.to(at), { person: personId('lead@Alder'), reason: 'A friend of the father' })
    expect(await sees('lead@Alder')).toBe(false)
    const { rows } = await app.operator.query('select id from family_wall')
    const page = await app.as('borough_lead@Alder').get(paths.protection.to(at))
    expect(page.body).toContain('A friend of the father')
    await app.as('borough_lead@Alder').post(paths.endWall.to({ ...at, entryId: rows[0].id }))
    expect(await sees('lead@Alder')).toBe(true)
  })

  test('because they know somebody does not see any record of this person', async () => {
    const tie = {
      person: personId('lead@Alder'),
      kind: 'knows',
      individual: individualId('Darren Ashworth'),
      note: 'Went to school with him',
    }
    const osei = paths.opened.to({ familyId: familyId('osei') })
    expect((await app.as('lead@Alder').get(osei)).status).toBe(200)
    expect((await app.as('supervisor@Alder').post(paths.addTie.to(at), tie)).status).toBe(303)
    expect(await sees('lead@Alder')).toBe(false)
    expect((await app.as('lead@Alder').get(osei)).status).toBe(404)
    expect(await sees('quality@Alder')).toBe(true)
  })

  test('and is themselves led away from a record that closes to them', async () => {
    const own = { person: personId('practitioner@Alder'), kind: 'knows', individual: individualId('Mia Price') }
    expect((await app.as('practitioner@Alder').post(paths.addTie.to(at), own)).to).toBe(paths.families.to())
    expect(await sees('practitioner@Alder')).toBe(false)
  })

  test('cannot be chosen from another family or another borough', async () => {
    const wrong = { person: personId('lead@Birch'), kind: 'knows', individual: individualId('Kwame Osei') }
    const colleague = await app
      .as('practitioner@Alder')
      .post(paths.addTie.to(at), { ...wrong, person: personId('lead@Alder') })
    expect(colleague.body).toContain('Select the member of staff')
    const reply = await app.as('supervisor@Alder').post(paths.addTie.to(at), wrong)
    expect(reply.body).toContain('Select the member of staff')
    expect(reply.body).toContain('Select whom they are or know')
  })
})

test('Who has opened the record stands there, with the reason, and text is escaped', async () => {
  await app
    .as('supervisor@Alder')
    .post(paths.addWall.to(at), { person: personId('quality@Alder'), reason: 'Lives <b>next door</b>' })
  const page = await app.as('practitioner@Alder').get(paths.opened.to(at))
  expect(page.body).toContain('Robin supervisor of Alder')
  expect(page.body).toContain('Lives &lt;b>next door')
  const again = await app.as('practitioner@Alder').get(paths.opened.to(at))
  expect(again.body).toContain('family.openings-read')
})

test('What a row said before each change can be read, by nobody who may not see the family', async () => {
  await app.operator.query(
    `update individual set name = 'Mia Price-Ashworth', version = version + 1 where id = '${individualId('Mia Price')}'`,
  )
  const history = paths.history.to({ ...at, entryId: individualId('Mia Price') })
  expect((await app.as('practitioner@Alder').get(history)).body).toContain('Mia Price<')
  for (const who of ['champion@Alder', 'lead@Birch', 'admin@Alder'] as const)
    expect([who, (await app.as(who).get(history)).status]).toEqual([who, 404])
})

test('What was taken out of a letter before it went is not among it', async () => {
  const letter = '00000000-0000-4000-8000-00000000aaaa'
  await app.operator.query(
    `insert into letter (id, authority_id, family_id, individual_id, subject, text, recorded_by)
     select $1, authority_id, id, $2, 'Our meeting', 'She lives at 9 Mafeking Avenue', $3 from family where id = $4`,
    [letter, individualId('Darren Ashworth'), personId('practitioner@Alder'), family],
  )
  await app.operator.query("update letter set text = 'Come on Monday', version = version + 1 where id = $1", [letter])
  for (const who of ['practitioner@Alder', 'lead@Alder'] as const)
    expect((await app.as(who).get(paths.history.to({ ...at, entryId: letter }))).status).toBe(404)
})
