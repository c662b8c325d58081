import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { page } from '#platform/web/page.ts'
import { path } from '#platform/web/path.ts'
import { notRecorded } from '#platform/web/route.ts'
import { type TestApp, testApp } from '#test/app.ts'
import { familyId, makeFamilies, teamId } from '#test/cases.ts'
import { organisationId, personId, tokenOf } from '#test/world.ts'
import { seeFamilies } from '../access.ts'
import { familyRecord } from './record.ts'
import { exchangeRoutes } from './routes.ts'

const keyOf = (name: string) => `tl_${name.padEnd(43, '-')}`
const [alder, birch, ended, ranOut] = [keyOf('alder'), keyOf('birch'), keyOf('ended'), keyOf('ran-out')]

// What no key may read: something only for people.
const pageForPeople = page({
  path: path('/for-people'),
  permission: seeFamilies,
  record: notRecorded('a page of a test'),
  title: 'For people',
  load: async () => ({}),
  view: () => ({ type: 'p', props: { children: 'for people' } }) as never, // an element, without JSX
})

let app: TestApp

beforeAll(async () => {
  app = await testApp({
    routes: [...exchangeRoutes, pageForPeople],
    fill: async (operator) => {
      await makeFamilies(operator)
      await operator.query('begin; set local role tl_loader')
      for (const [key, borough, expires, revoked] of [
        [alder, 'Alder', '2099-01-01', null],
        [birch, 'Birch', '2099-01-01', null],
        [ended, 'Alder', '2099-01-01', '2026-01-01'],
        [ranOut, 'Alder', '2026-01-01', null],
      ] as const)
        await operator.query(
          'insert into api_key (organisation_id, name, token_sha, made_by, expires_on, revoked_at) values ($1, $2, $3, $4, $5, $6)',
          [
            organisationId(borough),
            'Case system',
            createHash('sha256').update(key).digest(),
            personId(`admin@${borough}`),
            expires,
            revoked,
          ],
        )
      await operator.query('commit')
    },
  })
})
afterAll(() => app.close())

type Sent = { method?: 'GET' | 'PUT' | 'POST'; body?: unknown; raw?: string; type?: string; cookie?: string }

const ask = async (key: string | null, url: string, { method = 'GET', body, raw, type, cookie }: Sent = {}) => {
  const payload = raw ?? (body === undefined ? undefined : JSON.stringify(body))
  const reply = await app.server.inject({
    method,
    url,
    headers: {
      ...(key !== null && { authorization: `Bearer ${key}` }),
      ...(payload !== undefined && { 'content-type': type ?? 'application/json' }),
    },
    ...(cookie !== undefined && { cookies: { s: cookie } }),
    ...(payload !== undefined && { payload }),
  })
  return reply
}

const one = (key: 'ashworth' | 'osei' | 'sealed' | 'birch') => `/api/v1/families/${familyId(key)}`
const byNumber = (number: string) => `/api/v1/families/by-case-number/${encodeURIComponent(number)}`
const rows = async (text: string, values: unknown[] = []) => (await app.operator.query(text, values)).rows

const sent = {
  name: 'Novak',
  people: [
    { name: 'Ela Novak', part: 'child', bornOn: '2020-02-03', caseNumber: 'P-1' },
    { name: 'Unborn Novak', part: 'child', expectedOn: '2027-01-01' },
    { name: 'Petr Novak', part: 'perpetrator', bornOn: '1985-05-05' },
  ],
}

test('a key reads a record of its borough, as the published schema says, and the access record holds it first', async () => {
  const reply = await ask(alder, one('ashworth'))
  expect(reply.statusCode).toBe(200)
  const record = familyRecord.parse(reply.json())
  expect(record.family).toMatchObject({
    id: familyId('ashworth'),
    caseNumber: 'CMS-ashworth',
    name: 'Ashworth and Price',
  })
  expect(record.people.map(({ name }) => name)).toContain('Leanne Price')
  expect(await rows(`select act, role, subject_id from record_entry where act = 'family.read-by-system'`)).toEqual([
    { act: 'family.read-by-system', role: 'system', subject_id: familyId('ashworth') },
  ])
})

test('a key of Birch sees nothing of Alder, and a sealed record is not there for any', async () => {
  for (const [key, which] of [
    [birch, 'ashworth'],
    [birch, 'osei'],
    [alder, 'birch'],
    [alder, 'sealed'],
  ] as const) {
    const reply = await ask(key, one(which))
    const missing = await ask(key, '/api/v1/families/00000000-0000-4000-8000-000000000000')
    expect([reply.statusCode, reply.body]).toEqual([404, missing.body])
    expect(reply.headers['content-type']).toContain('application/problem+json')
  }
  for (const number of ['CMS-ashworth', 'CMS-sealed', 'CMS-none'])
    expect((await ask(birch, `/api/v1/families?caseNumber=${number}`)).json()).toEqual({ families: [] })
  expect((await ask(alder, '/api/v1/families?caseNumber=CMS-sealed')).json()).toEqual({ families: [] })
})

test('records are found by their number only, with a link to the page', async () => {
  const reply = await ask(alder, '/api/v1/families?caseNumber=CMS-ashworth')
  expect(reply.json()).toEqual({
    families: [
      {
        id: familyId('ashworth'),
        caseNumber: 'CMS-ashworth',
        reference: 'F-ASHW2345',
        openedOn: '2026-01-05',
        closedOn: null,
        link: `http://throughline.test/families/${familyId('ashworth')}`,
      },
    ],
  })
  for (const query of ['', '?caseNumber=', '?caseNumber=a&caseNumber=b', '?all=1&caseNumber=a']) {
    const refused = await ask(alder, `/api/v1/families${query}`)
    expect([refused.statusCode, refused.headers['content-type']?.toString().split(';')[0]]).toEqual([
      422,
      'application/problem+json',
    ])
  }
})

test('no key, an unknown one, one that has ended and one that has run out are answered alike', async () => {
  const replies = [
    await ask(null, one('ashworth')),
    await ask(keyOf('unknown'), one('ashworth')),
    await ask(ended, one('ashworth')),
    await ask(ranOut, one('ashworth')),
    await ask('nonsense', one('ashworth')),
    await ask('', one('ashworth')),
  ]
  for (const reply of replies) {
    expect([reply.statusCode, reply.body]).toEqual([401, replies[0]?.body])
    expect(reply.headers['www-authenticate']).toBe('Bearer')
    expect(reply.headers['content-type']).toContain('application/problem+json')
  }
})

test('a session does nothing on the routes for keys, and sets no cookie', async () => {
  const reply = await ask(null, one('ashworth'), { cookie: tokenOf('practitioner@Alder') })
  expect([reply.statusCode, reply.cookies]).toEqual([401, []])
  expect((await ask(null, one('ashworth'))).cookies).toEqual([])
  const both = await ask(birch, one('ashworth'), { cookie: tokenOf('practitioner@Alder') })
  expect(both.statusCode).toBe(404)
})

test('a key does nothing on a page for people, with a session or without', async () => {
  expect((await app.as('practitioner@Alder').get('/for-people')).status).toBe(200)
  for (const cookie of [undefined, tokenOf('practitioner@Alder')]) {
    const reply = await ask(alder, '/for-people', cookie === undefined ? {} : { cookie })
    expect([reply.statusCode, reply.headers.location]).toEqual([303, '/sign-in?next=%2Ffor-people'])
  }
})

test('what is sent twice, and at once, opens one record, and is answered alike', async () => {
  const replies = await Promise.all(
    Array.from({ length: 4 }, () => ask(alder, byNumber('N-77'), { method: 'PUT', body: sent })),
  )
  replies.push(await ask(alder, byNumber('N-77'), { method: 'PUT', body: { ...sent, name: 'Other' } }))
  for (const reply of replies) expect([reply.statusCode, reply.body]).toEqual([202, ''])
  expect(await rows(`select name, authority_id from family where cms_id = 'N-77'`)).toEqual([
    { name: 'Novak', authority_id: organisationId('Alder') },
  ])
  const [found] = (await ask(alder, '/api/v1/families?caseNumber=N-77')).json().families
  const record = familyRecord.parse((await ask(alder, `/api/v1/families/${found.id}`)).json())
  expect(record.people.map(({ name, bornOn, expectedOn }) => [name, bornOn, expectedOn])).toEqual([
    ['Ela Novak', '2020-02-03', null],
    ['Unborn Novak', null, '2027-01-01'],
    ['Petr Novak', '1985-05-05', null],
  ])
})

test('a number of a sealed record, and of another borough, is taken like any other', async () => {
  const [before] = await rows(`select count(*) as n from family where cms_id = 'CMS-sealed'`)
  expect((await ask(alder, byNumber('CMS-sealed'), { method: 'PUT', body: sent })).statusCode).toBe(202)
  expect(await rows(`select count(*) as n from family where cms_id = 'CMS-sealed'`)).toEqual([before])
  expect((await ask(birch, byNumber('CMS-ashworth'), { method: 'PUT', body: sent })).statusCode).toBe(202)
  expect(await rows(`select count(*)::int as n from family where cms_id = 'CMS-ashworth'`)).toEqual([{ n: 2 }])
})

test('a team of the borough is kept; one that is not its own is left out without a word', async () => {
  for (const [number, team, kept] of [
    ['T-1', teamId('Alder', 'North'), teamId('Alder', 'North')],
    ['T-2', teamId('Birch', 'North'), null],
  ] as const) {
    expect((await ask(alder, byNumber(number), { method: 'PUT', body: { ...sent, team } })).statusCode).toBe(202)
    expect(await rows('select team_id from family where cms_id = $1', [number])).toEqual([{ team_id: kept }])
  }
})

test.each<[string, unknown, string[]]>([
  ['an address', { ...sent, address: '1 Quiet Road' }, ['']],
  ['an address of a person', { ...sent, people: [{ ...sent.people[0], address: '1 Quiet Road' }] }, ['people[0]']],
  ['nobody', { ...sent, people: [] }, ['people']],
  ['no name', { ...sent, name: ' ' }, ['name']],
  ['a part that there is not', { ...sent, people: [{ name: 'A', part: 'victim' }] }, ['people[0].part']],
  [
    'a day that does not exist',
    { ...sent, people: [{ name: 'A', part: 'child', bornOn: '2023-02-30' }] },
    ['people[0].bornOn'],
  ],
  ['a birth to come', { ...sent, people: [{ name: 'A', part: 'child', bornOn: '2999-01-01' }] }, ['people[0].bornOn']],
  [
    'an adult who is expected',
    { ...sent, people: [{ name: 'A', part: 'other', expectedOn: '2027-01-01' }] },
    ['people[0].expectedOn'],
  ],
  ['the same person twice', { ...sent, people: [sent.people[0], sent.people[0]] }, ['people[1].name']],
  [
    'a perpetrator who is the child',
    { ...sent, people: [sent.people[0], { ...sent.people[0], part: 'perpetrator' }] },
    ['people[1].part'],
  ],
  ['a list', [sent], ['name', 'people']],
  ['a name that cannot be printed', { ...sent, name: 'a\u0000b\u0007' }, ['name']],
  ['numbers', { name: 5, people: 7 }, ['name', 'people']],
])('%s is refused, with the field named and nothing of it repeated', async (_what, body, fields) => {
  const reply = await ask(alder, byNumber('BAD-1'), { method: 'PUT', body })
  expect(reply.statusCode).toBe(422)
  expect(reply.headers['content-type']).toContain('application/problem+json')
  const named = (reply.json().errors as { field: string }[]).map(({ field }) => field)
  expect(named).toEqual(expect.arrayContaining(fields))
  expect(reply.body).not.toContain('Quiet Road')
  expect(await rows(`select 1 from family where cms_id = 'BAD-1'`)).toEqual([])
})

test('what is no JSON, another kind of content, or too large is refused as a problem', async () => {
  const put = (raw: string, type = 'application/json') => ask(alder, byNumber('BAD-2'), { method: 'PUT', raw, type })
  for (const [reply, status] of [
    [await put('{"name": '), 400],
    [await put('{"__proto__": {"name": "x"}, "name": "y"}'), 400],
    [await put('name=x', 'application/x-www-form-urlencoded'), 415],
    [await put('<family/>', 'text/xml'), 415],
    [await put(`"${'x'.repeat(300_000)}"`), 413],
    [await put('['.repeat(50_000)), 400],
  ] as const) {
    expect(reply.statusCode).toBe(status)
    expect(reply.headers['content-type']).toContain('application/problem+json')
    expect(reply.json()).toMatchObject({ type: 'about:blank', status })
  }
  expect(await rows(`select 1 from family where cms_id = 'BAD-2'`)).toEqual([])
})

test('the key stands in no log', () => {
  expect(app.logged.length).toBeGreaterThan(10)
  expect(app.logged.join('\n')).not.toMatch(/tl_alder|tl_birch|CMS-|N-77|Novak/)
})

test('the schema is there for anybody', async () => {
  const reply = await app.nobody.get('/schemas/family-record/v1.json')
  expect([reply.status, JSON.parse(reply.body).title]).toEqual([200, 'Family record'])
})
