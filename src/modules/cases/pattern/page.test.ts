import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '#test/app.ts'
import { familyId, individualId, makeFamilies } from '#test/cases.ts'
import { everybody, idOf, organisationId, personId, type Who } from '#test/world.ts'
import { overviewRoutes } from '../overview/routes.ts'
import { patternActs, patternRoutes } from './routes.ts'

const darren = individualId('Darren Ashworth')
const [mia, leanne] = [individualId('Mia Price'), individualId('Leanne Price')]
const family = `/families/${familyId('ashworth')}`
const table = `${family}/pattern`

let app: TestApp
beforeAll(async () => {
  app = await testApp({
    routes: [...patternRoutes, ...overviewRoutes],
    async fill(operator) {
      await makeFamilies(operator)
      const insert = (key: 'osei' | 'sealed', who: string, what: string, carried: string) =>
        operator.query(
          `insert into pattern_entry (id, authority_id, family_id, perpetrator_id, kinds, what, starts, ends, known_to, carried, recorded_by)
           values ($1, $2, $3, $4, '{threats}', $5, '2016-01-01', '2017-01-01', 'year', $6, $7)`,
          [
            idOf(what),
            organisationId('Alder'),
            familyId(key),
            individualId(who),
            what,
            carried,
            personId('practitioner@Alder'),
          ],
        )
      await operator.query('begin; set local role tl_loader')
      await insert(
        'osei',
        'Darren Ashworth',
        'Told Abena Osei that he would kill her',
        'Threatened to kill a <b>partner</b>',
      )
      await insert('sealed', 'Piers Tindall', 'Broke the door', 'Broke a door')
      await operator.query('commit')
    },
  })
})
afterAll(() => app?.close())

const worker = () => app.as('practitioner@Alder')
const words = (body: string) =>
  body
    .replaceAll(/<title>.*?<\/title>/gs, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll(/\s+/g, ' ')
const rows = async (query: string, values: unknown[] = []) => (await app.operator.query(query, values)).rows

const good = {
  who: darren,
  what: 'Took her bank card',
  kinds: ['economic', 'coercive control'],
  when: 'between',
  'from-year': '2019',
  'to-month': '5',
  'to-year': '2021',
} as const
type Fields = Record<string, string | readonly string[]>
const add = (over: Fields = {}) => worker().post(`${table}/add`, { ...good, ...over })

const readers: readonly Who[] = ['lead@Alder', 'quality@Alder', 'borough_lead@Alder']
const writers: readonly Who[] = ['practitioner@Alder', 'supervisor@Alder']

describe('Who may see and add to the pattern', () => {
  test('those who work with the family write, the borough reads, everybody else finds nothing', async () => {
    for (const who of everybody) {
      const sees = readers.includes(who) || writers.includes(who)
      const seen = await app.as(who).get(table)
      expect([who, seen.status]).toEqual([who, sees ? 200 : 404])
      expect([who, (await app.as(who).get(`${table}/add`)).status]).toEqual([who, writers.includes(who) ? 200 : 404])
      if (!writers.includes(who))
        expect([who, (await app.as(who).post(`${table}/add`, { ...good })).status]).toEqual([who, 404])
    }
    expect(await rows('select 1 from pattern_entry where family_id = $1', [familyId('ashworth')])).toEqual([])
  })

  test('nobody of another family can be put into an entry', async () => {
    const others = await add({ who: individualId('Piers Tindall') })
    expect(others.status).toBe(422)
    expect(others.body).not.toContain('Tindall')
    const child = individualId('Kwame Osei')
    expect((await add({ [`ways-${child}`]: 'trauma' })).body).toContain('This page has changed since you opened it.')
  })
})

describe('An entry', () => {
  test.each([
    [{ what: ' ' }, 'what', 'Enter what was done'],
    [{ kinds: [] }, 'kinds', 'Select at least one kind'],
    [{ kinds: 'bad temper' }, 'kinds', 'Select from the list'],
    [{ who: leanne }, 'who', 'Select who did it'],
    [{ when: '' }, 'when', 'Select when it was, or that it is not known'],
    [{ when: 'once' }, 'on-day', 'Enter a date: the year is enough'],
    [{ 'to-month': '', 'to-year': '2018' }, 'to-day', 'The last date must be the same as or after the first'],
    [{ 'to-year': '2999' }, 'to-day', 'The last date must be today or in the past'],
    [{ when: 'goes on', 'since-day': '3', 'since-year': '2020' }, 'since-month', 'Enter the month as well'],
  ] as [Fields, string, string][])('is refused where it is wrong: %j', async (over, field, message) => {
    const { status, body } = await add({ ...over })
    expect(status).toBe(422)
    expect(body).toContain(`href="#${field}"`)
    expect(words(body)).toContain(message)
    if (field !== 'who') expect(body).toContain(`id="${field}"`)
    expect(await rows('select 1 from pattern_entry where family_id = $1', [familyId('ashworth')])).toEqual([])
  })

  test('needs four answers, and keeps them with who recorded it', async () => {
    expect((await add()).to).toBe(family)
    expect(
      await rows(
        `select kinds, what, starts::text, ends::text, known_to, source, harms, recorded_by, version from pattern_entry where family_id = $1`,
        [familyId('ashworth')],
      ),
    ).toEqual([
      {
        kinds: ['economic', 'coercive control'],
        what: 'Took her bank card',
        starts: '2019-01-01',
        ends: '2021-06-01',
        known_to: 'year',
        source: '',
        harms: [],
        recorded_by: personId('practitioner@Alder'),
        version: 1,
      },
    ])
    const text = words((await worker().get(table)).body)
    expect(text).toContain(
      '2019 to May 2021 Darren Ashworth Took her bank card Economic, Coercive control not recorded',
    )
    expect(text).toContain('Economic : 2019 to 2021, one entry')
    expect(text).toContain('Whom it harmed is not recorded yet.')
  })

  test('can say whom it harmed and how, what it means and how it is known, all of it escaped and whole', async () => {
    const long = `<i>Émile ${'über 世界 '.repeat(20_000)}</i>`
    const answer = await add({
      what: long,
      when: 'not known',
      source: '<u>police</u>',
      meaning: 'Mia <em>hides</em>',
      [`ways-${mia}`]: ['trauma', 'school'],
      [`how-${mia}`]: 'Stopped <s>sleeping</s>',
      [`ways-${leanne}`]: 'money',
    })
    expect(answer.status).toBe(303)
    const { body } = await worker().get(table)
    expect(body).not.toMatch(/<i>|<u>|<em>|<s>/)
    const text = words(body)
    expect(text).toContain(long.replaceAll(/\s+/g, ' '))
    expect(text).toContain('Mia Price: by trauma, school or nursery. Stopped <s>sleeping</s>')
    expect(text).toContain('Leanne Price: money')
    expect(text).toContain('Date not known')
    expect(text).toContain('Robin practitioner of Alder')
    // The timeline shows its beginning only.
    expect((await worker().get(family)).body.length).toBeLessThan(60_000)
  })

  test('is on the page of the family for readers too, who have nothing to press', async () => {
    for (const who of readers) {
      const [page, list] = [(await app.as(who).get(family)).body, (await app.as(who).get(table)).body]
      expect(words(page)).toContain('coercive control, economic abuse and threats by Darren Ashworth')
      for (const body of [page, list]) expect(body).not.toMatch(/pattern\/add|pattern\/[0-9a-f]{8}-|attempts\/add/)
    }
  })
})

const entryId = async () =>
  (
    await rows("select id from pattern_entry where family_id = $1 and what = 'Took her bank card'", [
      familyId('ashworth'),
    ])
  )[0].id

describe('Changing an entry', () => {
  test('begins with what it says, and loses neither of two people’s texts', async () => {
    const url = `${table}/${await entryId()}`
    const { body } = await worker().get(url)
    expect(body).toMatch(/<input[^>]*name="from-year"[^>]*value="2019"/)
    expect(body).toMatch(/<input[^>]*name="to-month"[^>]*value="5"/)
    expect(body).toContain('name="_version" value="1"')
    expect(body.replaceAll(/\s+/g, ' ')).toMatch(/value="economic" checked/)
    expect((await app.as('supervisor@Alder').post(url, { ...good, what: 'Kept her wages', _version: '1' })).to).toBe(
      table,
    )
    const stale = await worker().post(url, { ...good, what: 'My own words', _version: '1' })
    expect(stale.status).toBe(409)
    expect(words(stale.body)).toContain('What was done Kept her wages')
    expect(stale.body).toContain('>My own words</textarea>')
    expect(stale.body).toContain('name="_version" value="2"')
    expect((await worker().post(url, { ...good, _version: '2' })).status).toBe(303)
    expect(
      await rows("select was ->> 'what' as was from case_revision where of_table = 'pattern_entry' order by version"),
    ).toEqual([{ was: 'Took her bank card' }, { was: 'Kept her wages' }])
  })

  test('two people at the same moment: one is saved, the other sees what was', async () => {
    const url = `${table}/${await entryId()}`
    const { version } = (await rows('select version from pattern_entry where id = $1', [url.split('/').at(-1)]))[0]
    const fields = { ...good, _version: String(version) }
    const answers = await Promise.all(
      ['practitioner@Alder', 'supervisor@Alder', 'practitioner@Alder', 'supervisor@Alder'].map((who) =>
        app.as(who as Who).post(url, fields),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409, 409, 409])
    await app.operator.query('update pattern_entry set version = 3 where id = $1', [url.split('/').at(-1)])
  })

  test('of another family, or by others, is not found', async () => {
    const id = await entryId()
    for (const who of ['lead@Alder', 'champion@Alder', 'practitioner@Birch'] as const) {
      expect((await app.as(who).get(`${table}/${id}`)).status).toBe(404)
      expect((await app.as(who).post(`${table}/${id}`, { ...good, _version: '1' })).status).toBe(404)
      expect((await app.as(who).post(`${table}/${id}/withdraw`, { why: 'no', _version: '1' })).status).toBe(404)
    }
    // The right entry under a family of somebody else's, and somebody else's entry under one's own.
    expect((await worker().get(`/families/${familyId('osei')}/pattern/${id}`)).status).toBe(404)
    const foreign = idOf('Told Abena Osei that he would kill her')
    expect((await worker().get(`${table}/${foreign}`)).status).toBe(404)
    expect((await app.as('practitioner@Birch').get(`/families/${familyId('birch')}/pattern/${id}`)).status).toBe(404)
  })
})

describe('From other records of the borough', () => {
  const sealedUrl = `/families/${familyId('sealed')}`
  test('what was carried is shown with kinds and dates, and nobody whom it harmed there', async () => {
    for (const url of [family, table]) {
      const { body } = await worker().get(url)
      expect(words(body)).toContain('Record 1: Darren Ashworth 2016: Threats. Threatened to kill a <b>partner</b>')
      expect(body).not.toContain('<b>partner')
      expect(body).not.toMatch(/Abena|Osei|Kwame|kill her/)
      expect(body).not.toContain(familyId('osei'))
    }
  })

  test('nothing is shown out of a record that is hidden from whoever looks', async () => {
    // Piers Tindall, whose own record is sealed, is found to be in this family too.
    await app.operator.query(
      "insert into family_individual (authority_id, family_id, individual_id, part, sort) values ($1, $2, $3, 'perpetrator', 9)",
      [organisationId('Alder'), familyId('ashworth'), individualId('Piers Tindall')],
    )
    const hidden = (await worker().get(table)).body
    expect(words(hidden)).not.toContain('Broke a door')
    expect(words(hidden)).not.toContain('Record 2')
    expect(words((await app.as('borough_lead@Alder').get(table)).body)).toContain('Broke a door')
    expect((await worker().get(sealedUrl)).status).toBe(404)
    await app.operator.query('delete from family_individual where family_id = $1 and individual_id = $2', [
      familyId('ashworth'),
      individualId('Piers Tindall'),
    ])
  })
})

describe('Withdrawing an entry', () => {
  test('asks why, takes it from the timeline, and keeps it readable', async () => {
    const url = `${table}/${await entryId()}/withdraw`
    expect(words((await worker().get(url)).body)).toContain('Took her bank card')
    expect((await worker().post(url, { why: '', _version: '3' })).body).toContain('Enter why it is withdrawn')
    expect((await worker().post(url, { why: 'Old page', _version: '1' })).status).toBe(409)
    expect((await worker().post(url, { why: 'It was <b>somebody else</b>', _version: '3' })).to).toBe(table)
    const { body } = await worker().get(table)
    const text = words(body)
    expect(text.slice(text.indexOf('Withdrawn'))).toContain('Took her bank card')
    expect(text).toContain('It was <b>somebody else</b>')
    expect(body).not.toContain('<b>somebody')
    expect((await worker().get(family)).body).not.toContain('Took her bank card')
    expect((await worker().get(url)).status).toBe(404)
  })

  test('everything is in the access record under words that people can read', async () => {
    const acts = await rows(
      "select distinct act from record_entry where subject_kind = 'family' and subject_id = $1 and act like 'family.pattern%'",
      [familyId('ashworth')],
    )
    expect(acts.map(({ act }) => act).sort()).toEqual(Object.keys(patternActs).sort())
  })
})
