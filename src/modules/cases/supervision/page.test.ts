import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, type LocalDate, londonDate } from '#platform/dates.ts'
import { type TestApp, testApp } from '#test/app.ts'
import { familyId, individualId, makeFamilies } from '#test/cases.ts'
import { everybody, idOf, organisationId, personId, type Who } from '#test/world.ts'
import { supervisionRoutes } from './routes.ts'

let app: TestApp
const today = londonDate(new Date())
const ashworth = familyId('ashworth')
const [darren, leanne, mia] = ['Darren Ashworth', 'Leanne Price', 'Mia Price'].map(individualId)
const url = `/families/${ashworth}/supervision`
const supervisor = () => app.as('supervisor@Alder')

const words = (body: string) => body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
const date = (name: string, day: LocalDate | '') => {
  const [year = '', month = '', ofMonth = ''] = day.split('-')
  return { [`${name}-day`]: ofMonth, [`${name}-month`]: month, [`${name}-year`]: year }
}
const rows = async (query: string, values: unknown[] = []) => (await app.operator.query(query, values)).rows

const fields = {
  ...date('held', today),
  withPerson: personId('practitioner@Alder'),
  pattern: 'He <b>waited</b> outside again',
  ...{ impact: '', partnering: '', engagement: '', safety: '', decisions: 'Two things' },
}
const decision = (n: number, owner: string | undefined, what: string, more: string, due: LocalDate | '') => ({
  [`owner${n}`]: owner ?? '',
  [`what${n}`]: what,
  [`more${n}`]: more,
  ...date(`due${n}`, due),
})
const add = (change: Record<string, string> = {}) => supervisor().post(`${url}/add`, { ...fields, ...change })

beforeAll(async () => {
  app = await testApp({
    routes: supervisionRoutes,
    fill: async (operator) => {
      await makeFamilies(operator)
      const [alder, worker] = [organisationId('Alder'), personId('practitioner@Alder')]
      await operator.query(
        `insert into pattern_entry (authority_id, family_id, perpetrator_id, kinds, what, starts, harms, recorded_by)
         values ($1, $2, $3, '{stalking}', 'Waited <i>outside</i> the nursery', '2026-01-02', $4, $5)`,
        [
          alder,
          ashworth,
          darren,
          JSON.stringify([{ individual: mia, ways: ['direct'], how: 'Mia hid' }, 'odd', { x: 1 }]),
          worker,
        ],
      )
      await operator.query(
        `insert into protective_effort (authority_id, family_id, survivor_id, kind, what, recorded_by) values ($1, $2, $3, 'safety', 'Changed the locks', $4)`,
        [alder, ashworth, leanne, worker],
      )
    },
  })
})
afterAll(() => app?.close())

describe('supervision', () => {
  test('shows beside each box what the record says, escaped, with today and the key worker', async () => {
    const { body } = await supervisor().get(`${url}/add`)
    const text = words(body)
    expect(text).toContain('This is the first supervision recorded for this family.')
    expect(text).toContain('One entry of the pattern recorded since the record was opened, 1 in all.')
    expect(body).toContain('Waited &lt;i>outside&lt;/i> the nursery')
    expect(text).toContain(
      'Mia Price: harmed in 1 of the entries recorded since the record was opened, 1 in all. Mia hid',
    )
    expect(text).toContain('Not acknowledged to Leanne Price yet: 1 of 1.')
    expect(text).toContain('There is no plan yet.')
    expect(text).toContain('No plan for safe contact with Darren Ashworth is recorded.')
    expect(body).toContain(`<option value="${personId('practitioner@Alder')}" selected`)
  })

  test.each([
    [{ pattern: '', decisions: ' ' }, 'Write something under one heading at least'],
    [date('held', addDays(today, 1)), 'Date of the supervision must be today or in the past'],
    [{ withPerson: personId('practitioner@Birch') }, 'Select with whom it was'],
    [decision(2, '', 'Something', '', ''), 'Select whose it is (decision 2)'],
    [decision(2, individualId('Bruno Castellanos'), 'Something', '', ''), 'Select whose it is (decision 2)'],
    [decision(3, 'worker', '', '', today), 'Enter what will be done (decision 3)'],
    [decision(1, darren, 'Leaves the keys with his brother', '', addDays(today, 7)), 'Enter how you would know'],
    [decision(1, darren, 'Leaves the keys with his brother', 'He has them', ''), 'Enter the date of decision 1'],
    [decision(1, darren, 'Engages with services', 'x', addDays(today, 7)), 'Which sessions, by when'],
    [decision(4, leanne, 'Calls the bank', '', ''), 'Enter why this is asked of the victim-survivor'],
    [decision(5, 'agency', 'Checks', '', ''), 'Enter which agency (decision 5)'],
    [decision(5, 'worker', 'Calls', '', addDays(today, -1)), 'must be the same as or after'],
    [{ surprise: 'x' }, 'This page has changed since you opened it.'],
  ])('is refused with what is wrong, and nothing of it stays: %j', async (change, message) => {
    const { status, body } = await add(change)
    expect(status).toBe(422)
    expect(words(body)).toContain(message)
    if (!('pattern' in change)) expect(body).toContain('He &lt;b>waited&lt;/b> outside again')
    for (const [, id] of body.matchAll(/href="#([\w-]+)"/g)) expect(body).toContain(`id="${id}"`)
    expect(
      await rows('select (select count(*) from supervision)::int + (select count(*) from plan_action)::int as n'),
    ).toEqual([{ n: 0 }])
  })

  test('is recorded once with its decisions as actions of the plan, and read as it was written', async () => {
    const once = idOf('sent twice')
    const sent = {
      _once: once,
      ...decision(1, darren, 'Leaves the keys with his brother', 'His brother has them', addDays(today, 7)),
      ...decision(2, leanne, 'Calls the bank', 'The account is hers alone', ''),
      ...decision(4, 'agency', 'Checks the locks', 'Housing', addDays(today, 3)),
      ...decision(5, 'worker', 'Calls the school', '', ''),
    }
    const both = await Promise.all([add(sent), add(sent)])
    expect(both.map(({ status }) => status)).toEqual([303, 303])
    const [{ id }, ...others] = await rows('select id from supervision')
    expect(others).toEqual([])
    expect(both.map(({ to }) => to)).toEqual([`${url}/${id}`, `${url}/${id}`])
    expect(
      await rows(
        'select number, owner, individual_id, kind, measure, agency, why_survivor, supervision_id from plan_action order by number',
      ),
    ).toMatchObject([
      {
        number: 1,
        owner: 'perpetrator',
        individual_id: darren,
        kind: 'change',
        measure: 'His brother has them',
        supervision_id: id,
      },
      { number: 2, owner: 'survivor', individual_id: leanne, kind: 'task', why_survivor: 'The account is hers alone' },
      { number: 3, owner: 'agency', agency: 'Housing', measure: '' },
      { number: 4, owner: 'worker', kind: 'task' },
    ])
    const { body } = await app.as('practitioner@Alder').get(`${url}/${id}`)
    expect(body).toContain('He &lt;b>waited&lt;/b> outside again')
    expect(words(body)).toContain('Its impact on each child not recorded')
    expect(words(body)).toContain('By Robin supervisor of Alder, with Robin practitioner of Alder.')
    expect(words(body)).toContain('Action 1, Darren Ashworth: Leaves the keys with his brother')
    const next = words((await supervisor().get(`${url}/add`)).body)
    expect(next).toContain('The last supervision was on')
    expect(next).toContain('1 of 2 changes in this plan is asked of Darren Ashworth; 1 of Leanne Price.')
  })

  test('opens its form for supervisors of the family, its pages for all who see it, and nothing for anybody else', async () => {
    const [{ id }] = await rows('select id from supervision')
    const reads: readonly Who[] = [
      'practitioner@Alder',
      'supervisor@Alder',
      'lead@Alder',
      'quality@Alder',
      'borough_lead@Alder',
    ]
    for (const who of everybody) {
      const status = async (of: string) => (await app.as(who).get(of)).status
      expect([who, await status(url), await status(`${url}/${id}`)]).toEqual([
        who,
        ...(reads.includes(who) ? [200, 200] : [404, 404]),
      ])
      expect([who, await status(`${url}/add`)]).toEqual([who, who === 'supervisor@Alder' ? 200 : 404])
      if (who !== 'supervisor@Alder') expect((await app.as(who).get(url)).body).not.toContain('supervision/add')
    }
    for (const who of ['practitioner@Alder', 'lead@Alder', 'supervisor@Birch'] as const)
      expect((await app.as(who).post(`${url}/add`, fields)).status).toBe(404)
    expect((await app.as('lead@Alder').get(`/families/${familyId('osei')}/supervision/${id}`)).status).toBe(404)
    expect(words((await supervisor().get(url)).body)).toContain('1 supervision')
    const [{ n }] = await rows(
      "select count(*)::int as n from record_entry where act = 'family.supervision-read' and subject_id = $1",
      [ashworth],
    )
    expect(n).toBe(6)
  })

  test('is changed by a supervisor of the family, and what it said before stays', async () => {
    const [{ id }] = await rows('select id from supervision')
    const change = `${url}/${id}/change`
    const sent = {
      ...date('held', addDays(today, -1)),
      withPerson: '',
      pattern: 'He waited <i>twice</i>',
      ...{ impact: 'Mia sleeps badly', partnering: '', engagement: '', safety: '', decisions: '' },
    }
    for (const who of everybody) {
      const status = (await app.as(who).get(change)).status
      expect([who, status]).toEqual([who, who === 'supervisor@Alder' ? 200 : 404])
      if (who !== 'supervisor@Alder') {
        expect((await app.as(who).post(change, { ...sent, _version: '1' })).status).toBe(404)
        expect((await app.as(who).get(`${url}/${id}`)).body).not.toContain('/change"')
      }
    }
    const { body } = await supervisor().get(change)
    expect(body).toContain('He &lt;b>waited&lt;/b> outside again')
    expect(body).toContain('name="_version" value="1"')
    expect((await supervisor().get(`${url}/${id}`)).body).not.toContain('/history/')
    for (const [wrong, message] of [
      [{ ...sent, pattern: '', impact: '' }, 'Write something under one heading at least'],
      [{ ...sent, ...date('held', addDays(today, 1)) }, 'Date of the supervision must be today or in the past'],
      [{ ...sent, withPerson: personId('practitioner@Birch') }, 'Select with whom it was'],
      [{ ...sent, what1: 'x' }, 'This page has changed since you opened it.'],
    ] as const) {
      const reply = await supervisor().post(change, { ...wrong, _version: '1' })
      expect([reply.status, words(reply.body).includes(message)]).toEqual([422, true])
    }
    const both = [await supervisor().post(change, { ...sent, _version: '1' })]
    both.push(await supervisor().post(change, { ...sent, safety: 'Second', _version: '1' }))
    expect(both.map(({ status }) => status)).toEqual([303, 409])
    expect(both[1]?.body).toContain('He waited &lt;i>twice&lt;/i>')
    expect(both[1]?.body).toContain('Second')
    expect(await rows('select pattern, impact, safety, with_person, version from supervision')).toEqual([
      { pattern: sent.pattern, impact: sent.impact, safety: '', with_person: null, version: 2 },
    ])
    expect(await rows("select was ->> 'pattern' as was from case_revision where row_id = $1", [id])).toEqual([
      { was: fields.pattern },
    ])
    const read = (await app.as('practitioner@Alder').get(`${url}/${id}`)).body
    expect(read).toContain(`href="/families/${ashworth}/history/${id}"`)
    expect(read).toContain('He waited &lt;i>twice&lt;/i>')
    expect((await supervisor().get(`/families/${familyId('osei')}/supervision/${id}/change`)).status).toBe(404)
  })
})
