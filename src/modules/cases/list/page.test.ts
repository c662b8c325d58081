import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '#test/app.ts'
import { familyId, makeFamilies, teamId } from '#test/cases.ts'
import { everybody, type Who } from '#test/world.ts'
import { seeFamilies } from '../access.ts'
import { worklistsRoutes } from '../worklists/routes.ts'
import { listRoutes } from './routes.ts'

let app: TestApp
const long = 'Ngozi '.repeat(33).trim()
beforeAll(async () => {
  app = await testApp({ routes: [...listRoutes, ...worklistsRoutes], fill: makeFamilies })
})
afterAll(() => app?.close())

const words = (body: string) => body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
const hiddenOf: readonly (readonly [Who, readonly string[]])[] = [
  ['practitioner@Alder', ['Osei', 'Tindall', 'Castellanos']],
  ['supervisor@Alder', ['Osei', 'Tindall', 'Castellanos']],
  ['champion@Alder', ['Ashworth', 'Osei', 'Castellanos']],
  ['lead@Alder', ['Tindall', 'Castellanos']],
  ['quality@Alder', ['Tindall', 'Castellanos']],
  ['borough_lead@Alder', ['Castellanos']],
  ['practitioner@Birch', ['Ashworth', 'Osei', 'Tindall']],
]

describe('the list of families and the worklists', () => {
  test('open for those who see families and for nobody else', async () => {
    for (const who of everybody) {
      const opens = seeFamilies.roles.some((role) => role === who.split('@')[0])
      for (const url of ['/families', '/families/worklists'])
        expect([who, (await app.as(who).get(url)).status]).toEqual([who, opens ? 200 : 404])
    }
  })

  test.each(hiddenOf)('%s reads no name of what is hidden on any of them', async (who, hidden) => {
    for (const url of ['/families', '/families/worklists', '/families?state=closed', '/families/worklists?list=plan'])
      for (const name of hidden) expect((await app.as(who).get(url)).body).not.toContain(name)
  })

  test('say who works with a family and what comes next', async () => {
    await app.operator.query(
      'update family set engaged_on = access.today() - 40, goals = 1, efforts = 1 where id = $1',
      [familyId('ashworth')],
    )
    const text = words((await app.as('practitioner@Alder').get('/families')).body)
    expect(text).toContain('1 family, by what is due first')
    expect(text).toContain('Robin practitioner of Alder')
    expect(text).toMatch(/No attempt to engage since \d+ \w+ \d{4}: due since/)
    expect(text).toContain('Open a family record')
    expect(words((await app.as('lead@Alder').get('/families')).body)).not.toContain('Open a family record')
    const filtered = words((await app.as('lead@Alder').get(`/families?team=${teamId('Alder', 'South')}`)).body)
    expect(filtered).toContain('Filtered: South team')
    expect(filtered).not.toContain('Ashworth')
    expect(words((await app.as('lead@Alder').get(`/families?team=${teamId('Birch', 'North')}`)).body)).toContain(
      '2 families',
    )
  })

  test('page at fifty, and the address holds no name', async () => {
    await app.operator.query(
      `insert into family (authority_id, reference, name, team_id, opened_on)
       select f.authority_id, 'F-PAGE' || translate(to_char(n, 'FM0000'), '01', 'AB'), 'Page ' || n, $2, '2026-06-01' from family f, generate_series(1, 51) n where f.id = $1`,
      [familyId('osei'), teamId('Alder', 'South')],
    )
    const reader = app.as('quality@Alder')
    const url = `/families?team=${teamId('Alder', 'South')}`
    const first = (await reader.get(url)).body
    expect(words(first)).toContain('52 families')
    const next = first.match(/rel="next" href="([^"]+)"|href="([^"]+)" rel="next"/)
    const href = (next?.[1] ?? next?.[2] ?? '').replaceAll('&amp;', '&')
    expect(href).toMatch(/^\/families\?team=[0-9a-f-]{36}&after=[0-9a-f-]{36}$/)
    const second = (await reader.get(href)).body
    expect(second.match(/Page \d+/g)).toHaveLength(2)
    expect(second).toContain('Back to the first families')
    await app.operator.query("update family set closed_on = '2026-06-02' where name like 'Page %'")
  })
})

describe('the search', () => {
  const search = async (who: Who, text: string) => {
    const sent = await app.as(who).post('/families', { words: text })
    expect([sent.status, sent.to]).toEqual([303, '/families?show=search'])
    return words((await app.as(who).get('/families?show=search')).body)
  }

  test('finds families by the names of their people, for those who see them', async () => {
    expect(await search('lead@Alder', 'darren')).toContain('2 families found')
    expect(await search('practitioner@Alder', 'darren')).toContain('1 family found')
    expect(await search('borough_lead@Alder', 'tindall')).toContain('1 family found')
  })

  test('answers of what is hidden as of what does not exist', async () => {
    for (const who of [
      'practitioner@Alder',
      'supervisor@Alder',
      'lead@Alder',
      'quality@Alder',
      'practitioner@Birch',
    ] as const) {
      const hidden = (await search(who, 'Tindall')).replaceAll('Tindall', '')
      const none = (await search(who, 'Nobody')).replaceAll('Nobody', '')
      expect(hidden).toBe(none)
      expect(none).toContain('Nothing that you can open was found.')
    }
  })

  test('keeps what was looked for out of addresses, titles and the log, and from everybody else', async () => {
    await search('lead@Alder', 'Kwame <b>Osei')
    const page = await app.as('lead@Alder').get('/families?show=search')
    expect(page.body).toContain('value="Kwame &lt;b>Osei"')
    expect(page.body).toMatch(/<title>Families - /)
    expect(page.body).not.toMatch(/href="[^"]*(Kwame|Osei)/i)
    expect(app.logged.join('')).not.toMatch(/Kwame|Osei|Darren/i)
    expect((await app.as('quality@Alder').get('/families?show=search')).body).not.toContain('Kwame')
    const { rows } = await app.operator.query(
      "select reason, subject_kind from record_entry where act = 'family.searched'",
    )
    expect(rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows)).not.toMatch(/Kwame|Osei/)
  })

  test('asks for words, and takes long ones', async () => {
    const none = await app.as('lead@Alder').post('/families', { words: '  ' })
    expect([none.status, none.body.includes('>Enter a name or a reference to look for</a>')]).toEqual([422, true])
    expect((await app.as('lead@Alder').post('/families', { words: 'x'.repeat(201) })).status).toBe(422)
    await app.operator.query('update family set name = $2 where id = $1', [familyId('osei'), long])
    expect(await search('lead@Alder', 'ngozi')).toContain(long)
  })
})

describe('the worklists', () => {
  test('count zeros as zeros, and lead to their lists', async () => {
    const text = words((await app.as('practitioner@Alder').get('/families/worklists')).body)
    expect(text).toContain('Out of 1 open family that you work with.')
    expect(text).toContain('No attempt to engage the perpetrator for 28 days 1')
    expect(text).toContain('Referral to a programme without an answer 0')
    const plan = words((await app.as('practitioner@Alder').get('/families/worklists?list=plan')).body)
    expect(plan).toContain('Plan asks for no change of the perpetrator’s behaviour: 0 families')
    expect(plan).toContain('Nothing to do here.')
  })

  test('tell a supervisor whose families they are, and nobody else', async () => {
    const text = words((await app.as('supervisor@Alder').get('/families/worklists')).body)
    expect(text).toContain('By key worker')
    expect(text).toMatch(/Robin practitioner of Alder 1 1 0 0 0 0/)
    expect(words((await app.as('lead@Alder').get('/families/worklists')).body)).not.toContain('By key worker')
  })
})
