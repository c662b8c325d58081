import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, londonDate } from '#platform/dates.ts'
import { type TestApp, testApp } from '#test/app.ts'
import { familyId, individualId, makeFamilies } from '#test/cases.ts'
import { everybody, organisationId, personId, type Who } from '#test/world.ts'
import { overviewActs, overviewRoutes } from './routes.ts'

const url = `/families/${familyId('ashworth')}`
const today = londonDate(new Date())
let app: TestApp

const insert = async (table: string, fields: Record<string, unknown>) => {
  const all = {
    authority_id: organisationId('Alder'),
    family_id: familyId('ashworth'),
    recorded_by: personId('practitioner@Alder'),
    ...fields,
  }
  const names = Object.keys(all)
  await app.operator.query(
    `insert into ${table} (${names.join(', ')}) values (${names.map((_, index) => `$${index + 1}`).join(', ')})`,
    Object.values(all),
  )
}
const entry = (fields: Record<string, unknown>) =>
  insert('pattern_entry', {
    perpetrator_id: individualId('Darren Ashworth'),
    kinds: ['economic'],
    what: 'Took the wages',
    known_to: 'day',
    ...fields,
  })

beforeAll(async () => {
  app = await testApp({ routes: overviewRoutes, fill: makeFamilies })
})
afterAll(() => app?.close())

const worker = () => app.as('practitioner@Alder')
const words = (body: string) =>
  body
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll(/\s+/g, ' ')

describe('The page of a family', () => {
  test('opens for those who see the family, and who looked is recorded', async () => {
    const sees: readonly Who[] = [
      'practitioner@Alder',
      'supervisor@Alder',
      'lead@Alder',
      'quality@Alder',
      'borough_lead@Alder',
    ]
    for (const who of everybody) {
      const { status, body } = await app.as(who).get(url)
      expect([who, status]).toEqual([who, sees.includes(who) ? 200 : 404])
      expect(body.includes('Ashworth')).toBe(status === 200)
      expect(/<title>([^<]*)/.exec(body)?.[1]).not.toMatch(/Ashworth|Price/)
    }
    const read = await app.operator.query(
      "select count(*)::int as n from record_entry where act = any ($1) and subject_kind = 'family' and subject_id = $2",
      [Object.keys(overviewActs), familyId('ashworth')],
    )
    expect(read.rows).toEqual([{ n: sees.length }])
  })

  test('teaches what to do first, and offers it only to those who work with the family', async () => {
    const { body } = await worker().get(url)
    expect(words(body)).toContain('Nothing is recorded of the pattern in this record yet.')
    expect(words(body)).toContain('Next: nobody has tried to engage Darren Ashworth yet')
    expect(body).toContain(`href="${url}/attempts/add"`)
    expect(body).toContain(`href="${url}/pattern/add"`)
    expect(body).not.toContain('tl-timeline__drawing')
    const reader = (await app.as('lead@Alder').get(url)).body
    expect(reader).not.toMatch(/attempts\/add|pattern\/add/)
  })

  test('shows behaviour above the line, harm, effort and what we did below it, in order of time', async () => {
    const mia = [{ individual: individualId('Mia Price'), ways: ['trauma'], how: '' }]
    await entry({ starts: '2019-01-01', ends: '2020-01-01', known_to: 'year', what: 'Took <b>all</b> the wages' })
    await entry({
      starts: '2022-03-01',
      kinds: ['threats', 'post-separation'],
      known_to: 'month',
      what: 'Says he will come',
      harms: JSON.stringify(mia),
    })
    await entry({ known_to: 'not known', what: 'Broke her telephone' })
    await insert('protective_effort', {
      survivor_id: individualId('Leanne Price'),
      kind: 'nurture',
      what: 'Reads every night',
      seen_on: '2023-05-05',
    })
    await insert('engagement_attempt', {
      perpetrator_id: individualId('Darren Ashworth'),
      on_date: addDays(today, -32),
      how: 'telephone',
      result: 'no answer',
      made_by: personId('practitioner@Alder'),
    })
    await insert('plan_action', { number: 1, owner: 'worker', kind: 'task', what: 'Ask the police for the log' })
    const { body } = await worker().get(url)
    const text = words(body)
    expect(text).toContain('Next: nobody has tried to engage Darren Ashworth since')
    expect(text).toContain('32 days ago.')
    expect(text).toContain('Took <b>all</b> the wages')
    expect(body).not.toContain('<b>all')
    const order = (...parts: string[]) => {
      const at = parts.map((part) => text.indexOf(part))
      expect(at).not.toContain(-1)
      expect(at).toEqual([...at].sort((a, b) => a - b))
    }
    order(
      'Behaviour of Darren Ashworth',
      'Economic 2019, two entries',
      'Years, up to today',
      'Whom it harmed',
      'Protective efforts',
      'What we did',
      'Attempts to engage',
    )
    // The list for phones and paper: all of it, earliest first, unknown dates last.
    const lines = [...body.matchAll(/tl-timeline__when">([^<]*)</g)].map(([, when]) => when)
    expect(lines).toHaveLength(6)
    expect([lines[0], lines[1], lines[2], lines.at(-1)]).toEqual([
      '2019',
      'since March 2022',
      '5 May 2023',
      'Date not known',
    ])
    // Only the year is known: the mark says so by its edge.
    expect(body.match(/tl-timeline__mark--about/g)).toHaveLength(1)
    expect(body.match(/M6 0 12 6 6 12 0 6Z/g)).toHaveLength(2)
  })

  test('carries a hundred entries and long names', async () => {
    const name = 'Wolfeschlegelsteinhausenbergerdorff '.repeat(5).trim()
    await app.operator.query('update individual set name = $2 where id = $1', [individualId('Darren Ashworth'), name])
    for (let index = 0; index < 100; index += 1)
      await entry({ starts: addDays(today, -index * 30 - 2), ends: addDays(today, -index * 30), what: `Act ${index}` })
    const { status, body } = await worker().get(url)
    expect(status).toBe(200)
    expect(words(body)).toContain(`by ${name}, from`)
    expect(body.match(/tl-timeline__when"/g)).toHaveLength(106)
  })

  test('leaves a closed record in peace', async () => {
    await app.operator.query("update family set closed_on = access.today(), close_reason = 'Moved' where id = $1", [
      familyId('ashworth'),
    ])
    expect(words((await worker().get(url)).body)).not.toContain('Next:')
  })
})
