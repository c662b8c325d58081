import type pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { formatDate, londonDate } from '#platform/dates.ts'
import { type TestApp, testApp } from '#test/app.ts'
import { everybody, idOf, organisationId, partnershipId, personId, type Who } from '#test/world.ts'
import type { Figures } from '../definition/figures-shape.ts'
import { counted, figuresOf, yearBefore } from './fixtures/figures.ts'
import { steady } from './fixtures/lines.ts'
import { directionRoutes } from './routes.ts'

let app: TestApp
const url = '/change-data/direction'
const addUrl = `${url}/add`
const readers = ['analyst', 'lead', 'borough_lead']

const words = (body: string) =>
  body
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(' ,', ',')
const get = async (who: Who) => words((await app.as(who).get(url)).body)
const on = (day: string) => {
  const [year = '', month = '', ofMonth = ''] = day.split('-')
  return { 'on-day': ofMonth, 'on-month': month, 'on-year': year }
}
const mark = {
  kind: 'form in use',
  measure: 'every',
  label: 'The new assessment form',
  ...on('2023-05-10'),
  reason: '',
}
const baseline = {
  kind: 'new baseline',
  measure: 'b_new_dv_after_assessment',
  label: '',
  ...on('2023-11-15'),
  reason: 'The factor became a question that has to be answered',
}
const add = (change: Record<string, string> = {}, who: Who = 'analyst@Alder') =>
  app.as(who).post(addUrl, { ...mark, ...change })
const marks = async () =>
  (await app.operator.query('select *, on_date::text as day from change_mark order by made_at, id')).rows

/** Sixteen quarters: (b) steady and then above the limit; (c) without its first year and with an open last quarter; (d) with small bases. */
const alder = (): Figures =>
  figuresOf(
    16,
    (index) => ({
      b_new_dv_after_assessment: counted([...steady, 20, 20, 20, 31][index] ?? 0, { base: 80, unknown: 1 }),
      assessments_authorised: counted(200 + index),
      c_new_cp_plan_dv: index < 4 ? yearBefore : counted(8, { base: 11, unknown: 0, mature: index < 15 }),
      d_taken_into_care_dv: index < 13 ? yearBefore : counted(2, { base: 9, unknown: 3 }),
      re_referrals_12_months: index < 4 ? yearBefore : counted(10 + (index % 2), { base: 100 }),
    }),
    true,
  )

const putVersion = async (
  operator: pg.Client,
  borough: string,
  number: number,
  figures: Figures,
  state: 'draft' | 'locked' | 'given up',
) => {
  const [authority, analyst, lead] = [
    organisationId(borough),
    personId(`analyst@${borough}`),
    personId(`lead@${borough}`),
  ]
  await operator.query(
    `insert into change_version (id, authority_id, number, definition, files, figures, checks, made_by, made_at, analyst_by, analyst_at, lead_by, lead_at, given_up_by, given_up_at, given_up_reason)
     values ($1, $2, $3, 'v1', '[]', $4, '[]', $5, '2026-05-03', $6, $7, $8, $9, $10, $11, $12)`,
    [
      idOf(`version ${borough} ${number}`),
      authority,
      number,
      JSON.stringify(figures),
      analyst,
      ...(state === 'locked' ? [analyst, '2026-05-04', lead, '2026-05-05'] : [null, null, null, null]),
      ...(state === 'given up' ? [analyst, '2026-05-04', 'a file was wrong'] : [null, null, null]),
    ],
  )
}

beforeAll(async () => {
  app = await testApp({
    routes: directionRoutes,
    async fill(operator) {
      await putVersion(operator, 'Alder', 1, alder(), 'locked')
      await putVersion(
        operator,
        'Alder',
        2,
        figuresOf(1, () => ({ b_new_dv_after_assessment: counted(777) })),
        'given up',
      )
      await putVersion(
        operator,
        'Alder',
        3,
        figuresOf(1, () => ({ b_new_dv_after_assessment: counted(888) })),
        'draft',
      )
      await operator.query(
        `insert into course (id, partnership_id, name, days, mode, offered_from, sort) values
          ($1, $3, 'Core', 4, 'live', '2020-01-01', 1), ($2, $3, 'Advanced', 2, 'live', '2020-01-01', 2)`,
        [idOf('core'), idOf('advanced'), partnershipId],
      )
      await operator.query(
        `insert into block (partnership_id, course_id, number, starts, ends) values
          ($1, $2, 1, '2021-02-01', '2021-02-05'), ($1, $2, 2, '2022-06-13', '2022-06-17'), ($1, $2, 3, '2023-01-09', '2023-01-13'),
          ($1, $3, 1, '2021-09-01', '2021-09-03')`,
        [partnershipId, idOf('core'), idOf('advanced')],
      )
    },
  })
})
afterAll(() => app?.close())
beforeEach(async () => {
  await app.operator.query('delete from change_mark')
})

describe('the lines', () => {
  test.each(everybody)('open to those who keep the borough’s figures, and to %s only if one of them', async (who) => {
    const allowed = readers.includes(who.split('@')[0] ?? '')
    for (const place of [url, addUrl]) expect((await app.as(who).get(place)).status).toBe(allowed ? 200 : 404)
    if (!allowed) expect((await add({}, who)).status).toBe(404)
    expect(await marks()).toEqual([])
  })

  test('are six, each with what it shows as its title', async () => {
    const { body } = await app.as('lead@Alder').get(url)
    const titles = [...body.matchAll(/id="([a-z-]+)-headline">([^<]*)</g)].map(([, id, text]) => `${id}: ${text}`)
    expect(titles).toEqual([
      'a-new-dv-at-referral: No direction can be told: the quarters that limits would be made from are all alike',
      'b-new-dv-after-assessment: More were recorded: 1 quarter above the upper limit, January 2026 to March 2026',
      'throughput: How many assessments were authorised in each quarter',
      'c-new-cp-plan-dv: No direction can be told: the quarters that limits would be made from are all alike',
      'd-taken-into-care-dv: 3 quarters so far: too few to speak of a direction',
      're-referral-share: No sign of change in 12 quarters',
      'care-start-share: 3 quarters so far: too few to speak of a direction',
    ])
  })

  test('say which version they are drawn of: a locked one before a later draft', async () => {
    const text = await get('lead@Alder')
    expect(text).toContain('Version 1, signed off on 5 May 2026.')
    expect(text).not.toContain('888')
    expect(text).not.toContain('777')
  })

  test('of a draft say that it is one, and where nothing was computed say what to do', async () => {
    expect(await get('analyst@Birch')).toContain('Nothing has been computed yet.')
    await putVersion(app.operator, 'Birch', 2, alder(), 'given up')
    expect(await get('analyst@Birch')).toContain('Nothing has been computed yet.')
    await putVersion(app.operator, 'Birch', 1, alder(), 'draft')
    try {
      expect(await get('analyst@Birch')).toContain('Version 1, computed on 3 May 2026.')
      expect(await get('analyst@Birch')).toContain(
        'It is a draft: nobody has signed it off, and its numbers may change.',
      )
    } finally {
      await app.operator.query('delete from change_version where authority_id = $1', [organisationId('Birch')])
    }
  })

  test('tell a sign by its shape and in words, and draw no verdict where there are too few', async () => {
    const { body } = await app.as('lead@Alder').get(url)
    const [, b = '', c = ''] = body
      .split('<figure')
      .slice(1)
      .filter((part) => !part.includes('id="throughput'))
    expect(b.match(/class="tl-direction__sign"/g)).toHaveLength(1)
    expect(b).toMatch(/<desc[^>]*>[^<]*Jan to Mar 2026 31, above the upper limit/)
    // The mean and both limits.
    expect(b.match(/class="tl-direction__bound"/g)).toHaveLength(3)
    expect(c).not.toContain('tl-direction__bound')
    expect(c.match(/class="tl-direction__gap"/g)).toHaveLength(4)
    expect(c.match(/class="tl-direction__open"/g)).toHaveLength(1)
    expect(words(c)).toContain('Jan to Mar 2026. Not complete yet, so it is no part of limits and signs.')
    expect(words(c)).toMatch(/Apr to Jun 2022, Jul to Sep 2022, Oct to Dec 2022, Jan to Mar 2023\. Not computable: /)
  })

  test('have the same numbers in a table, with base and what is not known', async () => {
    const { body } = await app.as('lead@Alder').get(url)
    const rowOf = (table: string, quarter: string) =>
      words(
        body
          .split(`id="${table}"`)[1]
          ?.split('<tr')
          .find((row) => row.includes(quarter)) ?? '',
      )
    expect(rowOf('b-new-dv-after-assessment-table', 'Jan to Mar 2026')).toMatch(
      /Jan to Mar 2026 31 80 1 20\.0 14\.7 to 25\.3 above the upper limit/,
    )
    expect(rowOf('care-start-share-table', 'Jan to Mar 2026')).toMatch(
      /22\.2% 2 9 3 no limits made .* of fewer than 20/,
    )
    expect(rowOf('care-start-share-table', 'Apr to Jun 2022')).toContain('not computable')
    expect(words(body)).not.toMatch(/NaN|undefined|null|Infinity| -\d/)
    expect(body).not.toMatch(/(?:x|y|x1|x2|y1|y2|cx|cy)="(?:-|NaN)/)
  })

  test('stand beside their caveats, and rank nobody', async () => {
    const text = await get('borough_lead@Alder')
    expect(text).toContain('Recorded, not prevalence')
    expect(text).toContain('when more assessments are finished, more are counted here')
    expect(text).not.toContain('Birch')
  })

  test('show what the house knows: the day of joining, and the first Core block from then on', async () => {
    const text = await get('lead@Alder')
    expect(text).toContain('Joined the partnership, 1 August 2021 (outside the quarters shown)')
    expect(text).toContain('First Core block held after joining, open to every borough, 13 June 2022')
    expect(text).not.toContain('9 January 2023')
    await app.operator.query("update membership set starts_known_to = 'year' where organisation_id = $1", [
      organisationId('Alder'),
    ])
    expect(await get('lead@Alder')).toContain('Joined the partnership, 2021')
    await app.operator.query("update membership set starts_known_to = 'day'")
  })

  test('leave a line in the access record', async () => {
    const before = await app.operator.query(
      "select count(*)::integer as n from record_entry where act = 'change-version.lines-seen'",
    )
    await app.as('lead@Alder').get(url)
    const { rows } = await app.operator.query(
      "select subject_kind, subject_id from record_entry where act = 'change-version.lines-seen' order by 1",
    )
    expect(rows).toHaveLength(before.rows[0].n + 1)
    expect(rows.some(({ subject_id }) => subject_id === idOf('version Alder 1'))).toBe(true)
  })
})

describe('a mark', () => {
  test.each(['analyst@Alder', 'lead@Alder', 'borough_lead@Alder'] as const)(
    'of %s stands on the lines',
    async (who) => {
      const reply = await add({ label: '<b>New</b> form' }, who)
      expect([reply.status, reply.to]).toEqual([303, url])
      const { body } = await app.as('lead@Alder').get(url)
      expect(body).not.toContain('<b>New')
      // Six legends and the list.
      expect(words(body).split('&lt;b>New').length + words(body).split('&lt;b&gt;New').length - 2).toBe(7)
      expect((await marks())[0]).toMatchObject({ day: '2023-05-10', measure: null, made_by: personId(who) })
    },
  )

  test('of one line stands on that line only', async () => {
    await add({ measure: 'c_new_cp_plan_dv', label: 'Only here' })
    expect((await get('lead@Alder')).split('Only here')).toHaveLength(3)
  })

  test('is seen by its own borough only', async () => {
    await add({ label: 'Only for Alder' })
    await putVersion(app.operator, 'Birch', 1, alder(), 'draft')
    try {
      expect(await get('analyst@Birch')).not.toContain('Only for Alder')
    } finally {
      await app.operator.query('delete from change_version where authority_id = $1', [organisationId('Birch')])
    }
  })

  test.each([
    [{ kind: '' }, 'Select what it is'],
    [{ kind: 'joined' }, 'Select what it is'],
    [{ kind: 'first core block' }, 'Select what it is'],
    [{ measure: '' }, 'Select which line it belongs to'],
    [{ measure: 'referrals' }, 'Select which line it belongs to'],
    [{ label: ' ' }, 'Enter what happened, in a few words'],
    [{ label: 'x'.repeat(121) }, 'What happened must be 120 characters or fewer'],
    [{ reason: 'x'.repeat(1001) }, 'Why must be 1,000 characters or fewer'],
    [on(''), 'Enter the date'],
    [on('2023-02-31'), 'Date must be a real date'],
    [on('2099-01-01'), 'Date must be today or in the past'],
    [on('1999-01-01'), 'Date must be the same as or after 1 October 2008'],
    [{ made_by: 'somebody' }, 'This page has changed since you opened it.'],
  ])('refuses %j at its question, and keeps what was typed', async (change, message) => {
    const { status, body } = await add({ reason: 'typed <i>before</i>', ...change })
    expect(status).toBe(422)
    expect(words(body)).toContain(message)
    expect(body).not.toContain('<i>before')
    for (const [, id] of body.matchAll(/href="#([\w-]+)"/g)) expect(body).toContain(`id="${id}"`)
    expect(await marks()).toEqual([])
  })
})

describe('a new baseline', () => {
  test('makes limits anew from the first day of its quarter, with the reason beside, and keeps what was before', async () => {
    expect((await add(baseline)).status).toBe(303)
    expect((await marks())[0]).toMatchObject({ day: '2023-10-01', label: 'New baseline', kind: 'new baseline' })
    const text = await get('lead@Alder')
    expect(text).toContain('Since the new baseline, October 2023 to March 2026: Possible change. More were recorded')
    expect(text).toContain(
      'Before, April 2022 to September 2023: No sign of change yet. Limits are on trial until there are 12 quarters; there are 6.',
    )
    expect(text).toContain('The factor became a question that has to be answered')
  })

  test.each([
    [{ measure: 'every' }, 'Select one line: each line has a baseline of its own'],
    [{ reason: ' ' }, 'Enter why limits are made anew'],
    [on('2022-05-01'), 'Date must be in a quarter after the first that is shown: July 2022 to March 2026'],
    [on('2026-05-01'), 'Date must be in a quarter after the first that is shown'],
  ])('is refused with %j', async (change, message) => {
    const { status, body } = await add({ ...baseline, ...change })
    expect(status).toBe(422)
    expect(words(body)).toContain(message)
    expect(await marks()).toEqual([])
  })

  test('is asked about once where fewer than six quarters would follow, and taken when sent again', async () => {
    const asked = await add({ ...baseline, ...on('2025-01-01') })
    expect(asked.status).toBe(422)
    expect(words(asked.body)).toContain('Only 5 quarters follow that count')
    const seen = /name="_seen" value="([^"]+)"/.exec(asked.body)?.[1] ?? ''
    // Another quarter is another question.
    expect((await add({ ...baseline, ...on('2025-07-01'), _seen: seen })).status).toBe(422)
    expect(await marks()).toEqual([])
    expect((await add({ ...baseline, ...on('2025-01-01'), _seen: seen })).status).toBe(303)
    expect(await get('lead@Alder')).toContain(
      'Since the new baseline, January 2025 to March 2026: 5 quarters so far: too few to speak of a direction',
    )
    expect((await add({ ...baseline, ...on('2024-10-01') })).status).toBe(422)
  })

  test('begins once in a quarter', async () => {
    await add(baseline)
    const again = await add({ ...baseline, ...on('2023-12-31') })
    expect([again.status, (await marks()).length]).toEqual([422, 1])
    expect(words(again.body)).toContain('A new baseline already begins in Oct to Dec 2023')
  })

  test('needs figures', async () => {
    expect(words((await add(baseline, 'analyst@Birch')).body)).toContain(
      'There are no figures yet that limits could be made anew from',
    )
  })
})

describe('withdrawing a mark', () => {
  const first = async () => `${url}/${(await marks())[0]?.id}/withdraw`

  test('takes it off the lines and keeps it readable', async () => {
    await add(baseline)
    const place = await first()
    expect(words((await app.as('lead@Alder').get(place)).body)).toContain('It leaves the lines and stays readable')
    expect((await app.as('lead@Alder').post(place)).to).toBe(url)
    const text = await get('lead@Alder')
    expect(text).not.toContain('Since the new baseline')
    expect(text).toContain('Marks that were withdrawn')
    const today = formatDate(londonDate(new Date()))
    expect(text).toContain(`Marked by Robin analyst of Alder, ${today}. Withdrawn by Robin lead of Alder, ${today}.`)
    expect(await get('analyst@Alder')).toContain(`Withdrawn by Robin lead of Alder, ${today}.`)
    // No legend names it and nothing offers to withdraw it again: it stands in that list alone.
    expect(text.split('The factor became a question')).toHaveLength(2)
    expect((await app.as('lead@Alder').get(url)).body).not.toContain('/withdraw"')
    expect((await marks())[0]).toMatchObject({ withdrawn_by: personId('lead@Alder') })
    // Once is enough.
    expect((await app.as('analyst@Alder').post(place)).status).toBe(404)
    expect((await add(baseline)).status).toBe(303)
  })

  test('is for its own borough and its roles', async () => {
    await add()
    const place = await first()
    for (const who of everybody.filter((each) => !readers.some((role) => each === `${role}@Alder`))) {
      expect((await app.as(who).get(place)).status).toBe(404)
      expect((await app.as(who).post(place)).status).toBe(404)
    }
    expect((await marks())[0]?.withdrawn_at).toBeNull()
    expect((await app.as('lead@Alder').get(`${url}/not-an-id/withdraw`)).status).toBe(404)
  })

  test('by two at once leaves one', async () => {
    await add()
    const place = await first()
    const replies = await Promise.all([app.as('lead@Alder').post(place), app.as('analyst@Alder').post(place)])
    expect(replies.map(({ status }) => status).some((status) => status === 303)).toBe(true)
    expect(await marks()).toHaveLength(1)
  })
})
