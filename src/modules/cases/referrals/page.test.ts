import { render } from 'preact-render-to-string'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, type LocalDate, localDate, londonDate } from '#platform/dates.ts'
import { type TestApp, testApp } from '#test/app.ts'
import { familyId, individualId, makeFamilies } from '#test/cases.ts'
import { everybody, idOf, organisationId, partnershipId, type Who } from '#test/world.ts'
import { readFamily } from '../family-store.ts'
import { referralsRoutes } from './routes.ts'
import { answerReferral, readReferrals } from './store.ts'
import { Referrals } from './view.tsx'

let app: TestApp
const today = londonDate(new Date())
const ashworth = familyId('ashworth')
const darren = individualId('Darren Ashworth')
const addUrl = `/families/${ashworth}/referrals/add`
const worker = () => app.as('practitioner@Alder')

const words = (body: string) => body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
const date = (name: string, day: LocalDate | '') => {
  const [year = '', month = '', ofMonth = ''] = day.split('-')
  return { [`${name}-day`]: ofMonth, [`${name}-month`]: month, [`${name}-year`]: year }
}
const rows = async (query: string, values: unknown[] = []) => (await app.operator.query(query, values)).rows
const referrals = () => app.read('practitioner@Alder', (db) => readReferrals(db, ashworth))

const sent = addDays(today, -10)
const fields = { perpetrator: darren, programme: idOf('programme'), other: '', ...date('sent', sent) }
const add = (change: Record<string, string> = {}) => worker().post(addUrl, { ...fields, ...change })

beforeAll(async () => {
  app = await testApp({
    routes: referralsRoutes,
    fill: async (operator) => {
      await makeFamilies(operator)
      await operator.query(
        "insert into programme (id, partnership_id, provider_id, name, sort) values ($1, $2, $3, 'Change Path', 1)",
        [idOf('programme'), partnershipId, organisationId('Hazel')],
      )
      // Of a partnership in which the borough has no part.
      await operator.query("insert into partnership (id, name, slug) values ($1, 'Other', 'other')", [
        idOf('other partnership'),
      ])
      await operator.query(
        "insert into membership (partnership_id, organisation_id, capacity, starts) values ($1, $2, 'provider', '2021-08-01')",
        [idOf('other partnership'), organisationId('Ivy')],
      )
      await operator.query(
        "insert into programme (id, partnership_id, provider_id, name, sort) values ($1, $2, $3, 'Far Away', 1)",
        [idOf('far programme'), idOf('other partnership'), organisationId('Ivy')],
      )
    },
  })
})
afterAll(() => app?.close())

describe('a referral', () => {
  test('offers the partnership’s programmes and another, with today', async () => {
    const { body } = await worker().get(addUrl)
    expect(body).toContain('Change Path')
    expect(body).not.toContain('Far Away')
    expect(body).toContain(`value="${today.slice(0, 4)}"`)
    expect(words(body)).toContain('Record a referral of Darren Ashworth to a behaviour-change programme')
  })

  test.each([
    [{ perpetrator: individualId('Bruno Castellanos') }, 'Select who is referred'],
    [{ perpetrator: individualId('Leanne Price') }, 'Select who is referred'],
    [{ programme: '' }, 'Select the programme'],
    [{ programme: idOf('far programme') }, 'Select the programme'],
    [{ programme: 'another' }, 'Enter the name of the programme'],
    [date('sent', addDays(today, 1)), 'Date of the referral must be today or in the past'],
    [date('sent', localDate('1989-12-31')), 'Date of the referral must be in 1990 or later'],
    [{ surprise: 'x' }, 'This page has changed since you opened it.'],
  ])('is refused: %j', async (change, message) => {
    const { status, body } = await add(change)
    expect(status).toBe(422)
    expect(words(body)).toContain(message)
    expect(await referrals()).toEqual([])
  })

  test('is recorded once, and waits for its answer', async () => {
    const once = idOf('sent twice')
    const both = await Promise.all([add({ _once: once }), add({ _once: once })])
    expect(both.map(({ status, to }) => [status, to])).toEqual([
      [303, `/families/${ashworth}/engagement`],
      [303, `/families/${ashworth}/engagement`],
    ])
    expect(
      (await add({ programme: 'another', other: '<b>Local</b> group', ...date('sent', addDays(today, -3)) })).status,
    ).toBe(303)
    expect(await referrals()).toMatchObject([
      { programme: '<b>Local</b> group', programmeId: null, answer: null },
      {
        programme: 'Change Path',
        programmeId: idOf('programme'),
        sentOn: sent,
        answer: null,
        by: 'Robin practitioner of Alder',
      },
    ])
    expect(await rows('select unanswered_since::text as since from family where id = $1', [ashworth])).toEqual([
      { since: sent },
    ])
  })

  test('is answered with the day and, where there is no place, the reason; the second of two editors sees both', async () => {
    const [, { id } = { id: '' }] = await referrals()
    const url = `/families/${ashworth}/referrals/${id}`
    const answer = {
      answer: 'declined',
      reason: 'He said that he has no time',
      ...date('answered', today),
      _version: '1',
    }
    for (const [change, message] of [
      [{ answer: '' }, 'Select what the programme answered'],
      [{ reason: '' }, 'Enter why'],
      [date('answered', addDays(sent, -1)), 'Date of the answer must be the same as or after'],
      [date('answered', addDays(today, 1)), 'Date of the answer must be today or in the past'],
    ] as const) {
      const refused = await worker().post(url, { ...answer, ...change })
      expect([refused.status, words(refused.body).includes(message)]).toEqual([422, true])
    }
    expect((await worker().get(url)).body).toContain('name="_version" value="1"')
    expect((await worker().post(url, answer)).status).toBe(303)
    const stale = await app.as('supervisor@Alder').post(url, { ...answer, answer: 'accepted', reason: 'Mine' })
    expect(stale.status).toBe(409)
    expect(words(stale.body)).toContain('Answer Declined by the perpetrator')
    expect(stale.body).toContain('>Mine</textarea>')
    expect((await referrals())[1]).toMatchObject({ answer: 'declined', answeredOn: today, version: 2 })
    // Accepted needs no reason.
    expect((await worker().post(url, { ...answer, answer: 'accepted', reason: '', _version: '2' })).status).toBe(303)
  })

  test('stands in the list escaped, with who, where, when and what came of it; a reader sees no link to a form', async () => {
    const family = await app.read('practitioner@Alder', (db) => readFamily(db, ashworth))
    if (!family) throw new Error('the family is there')
    const list = await referrals()
    const shown = (canWrite: boolean, of = list) => render(Referrals({ family, referrals: of, today, canWrite }))
    expect(shown(true)).toContain('&lt;b>Local&lt;/b> group')
    expect(words(shown(true))).toContain(
      'Darren Ashworth was referred to Change Path by Robin practitioner of Alder. Accepted',
    )
    expect(words(shown(true))).toContain('No answer yet Sent three days ago.')
    expect(shown(true)).toContain(`/referrals/${list[0]?.id}`)
    expect(shown(false)).not.toContain('/referrals/')
    expect(words(shown(false, []))).toContain('No referral to a programme is recorded.')
    expect(shown(false, [])).not.toContain('/referrals/')
  })
})

test('Of two who answer the same referral at the same moment one is told', async () => {
  const [seen] = await referrals()
  if (!seen) throw new Error('there is a referral by now')
  const given = { answer: 'waiting list', answeredOn: today, reason: '' } as const
  const save = () => app.write('practitioner@Alder', (db) => answerReferral(db, seen, given))
  expect((await Promise.all([save(), save()])).toSorted()).toEqual([false, true])
})

test('The forms open for those who work with the family, and are not found for anybody else', async () => {
  const [{ id } = { id: '' }] = await referrals()
  const workers: readonly Who[] = ['practitioner@Alder', 'supervisor@Alder']
  for (const who of everybody)
    for (const url of [addUrl, `/families/${ashworth}/referrals/${id}`])
      expect([who, url, (await app.as(who).get(url)).status]).toEqual([who, url, workers.includes(who) ? 200 : 404])
  for (const who of ['lead@Alder', 'practitioner@Birch'] as const)
    expect((await app.as(who).post(addUrl, fields)).status).toBe(404)
  expect((await worker().get(`/families/${familyId('osei')}/referrals/${id}`)).status).toBe(404)
  expect(/<title>(.*?)<\/title>/.exec((await worker().get(addUrl)).body)?.[1]).not.toMatch(/Ashworth|Price/)
})
