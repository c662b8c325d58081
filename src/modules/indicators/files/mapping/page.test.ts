import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { csrfFor } from '#platform/web/csrf.ts'
import { type TestApp, testApp, testSecret } from '#test/app.ts'
import { multipart } from '#test/multipart.ts'
import { everybody, idOf, tokenOf, type Who } from '#test/world.ts'
import { filesRoutes } from '../routes.ts'

// Each reading starts a process, which takes its time on a machine that does other things.
vi.setConfig({ testTimeout: 60_000 })

let app: TestApp
const url = '/change-data/files/mapping'
const addUrl = '/change-data/files/add'
const example = (name: string) => readFileSync(join(import.meta.dirname, '../../worked-example', name))
const words = (body: string) => body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
const rows = async (query: string, values: unknown[] = []) => (await app.operator.query(query, values)).rows

type Sent = { readonly name: string; readonly bytes: Buffer | string }
type Sending = {
  readonly to?: string
  readonly field?: string
  readonly fields?: Readonly<Record<string, string>>
  readonly who?: Who
}

const send = async (
  sent: Sent | null,
  { to = url, field = 'file', fields = {}, who = 'analyst@Alder' }: Sending = {},
) => {
  const form = multipart(
    [['_csrf', csrfFor(testSecret, tokenOf(who))], ...Object.entries(fields)],
    sent === null ? [] : [{ field, ...sent }],
  )
  const reply = await app.server.inject({ method: 'POST', url: to, cookies: { s: tokenOf(who) }, ...form })
  return { status: reply.statusCode, body: reply.body, text: words(reply.body), to: reply.headers.location }
}
const flags: Sent = { name: 'Leanne Price.csv', bytes: example('referral-flags.csv') }
const columns = {
  child: 'child_id',
  date: 'referral_date',
  flag: 'dv_at_referral',
  referral: '',
  dateForm: 'day-first',
}
const [atColumns, atMeaning, atCheck] = ['columns', 'meaning', 'check'].map((step) => `${url}?step=${step}`)

beforeAll(async () => {
  app = await testApp({ routes: filesRoutes })
})
afterAll(() => app?.close())

test('How a table is read is said by the data analyst, and for everybody else there is no such page', async () => {
  for (const who of everybody) {
    const opens = who.startsWith('analyst@')
    expect([who, (await app.as(who).get(url)).status]).toEqual([who, opens ? 200 : 404])
    if (!opens) expect([who, (await send(flags, { who })).status]).toEqual([who, 404])
  }
})

test('A table cannot be uploaded before somebody has said how it is read', async () => {
  const reply = await send(flags, {
    to: addUrl,
    field: 'files',
    fields: { kind: 'referral-flags', covers: 'year', year: '2025' },
  })
  expect([reply.status, reply.text.includes('Say first how your table is read')]).toEqual([422, true])
  expect(await rows('select 1 from return_file')).toEqual([])
})

describe('the table is looked at', () => {
  test.each([
    ['nothing', null, 'Select the table'],
    ['an empty file', { name: 'a.csv', bytes: '' }, 'The selected file is empty'],
    ['what is no table', { name: 'a.csv', bytes: Buffer.from([0, 1, 2, 3, 255]) }, ''],
    ['a broken workbook', { name: 'a.xlsx', bytes: 'PK\u0003\u0004 and no more' }, ''],
  ] as const)('%s is refused at the field', async (_what, sent, message) => {
    const reply = await send(sent)
    expect([reply.status, reply.body.includes('href="#file"'), reply.text.includes(message)]).toEqual([422, true, true])
    expect(await rows('select 1 from draft')).toEqual([])
  })

  test('its columns wait sealed for whoever sent it, and no row of it is kept', async () => {
    expect((await send(flags)).to).toBe(atColumns)
    const { body } = await app.as('analyst@Alder').get(atColumns ?? '')
    expect(words(body)).toContain('The table has 446 rows')
    expect(words(body)).toMatch(/dv_at_referral \([^)]*Y[^)]*\)/)
    expect(body).not.toMatch(/9991700|\d\d\/\d\d\/20\d\d \(|Leanne/)
    const [draft] = await rows('select sealed from draft')
    expect(draft.sealed.includes('dv_at_referral')).toBe(false)
    // Not another analyst's, who begins at the first step.
    expect(words((await app.as('analyst@Birch').get(atColumns ?? '')).body)).toContain('step 1 of 4')
    expect(words((await app.as('analyst@Alder').get(atCheck ?? '')).body)).toContain('step 2 of 4')
  })
})

describe('what is what', () => {
  test('every column that is needed is asked for, each one once, and only of those that are there', async () => {
    const none = await send(null, { to: atColumns ?? '', fields: { ...columns, child: '', flag: 'dv_at_referral' } })
    expect([none.status, none.text.includes('Select the column with the child’s id')]).toEqual([422, true])
    const twice = await send(null, { to: atColumns ?? '', fields: { ...columns, flag: 'child_id' } })
    expect([twice.status, twice.text.includes('Select a different column for each')]).toEqual([422, true])
    const strange = await send(null, { to: atColumns ?? '', fields: { ...columns, flag: 'password' } })
    expect(strange.status).toBe(422)
    expect((await send(null, { to: atColumns ?? '', fields: columns })).to).toBe(atMeaning)
  })

  test('each value of the flag is asked about, and when and of whom it is set', async () => {
    const { body } = await app.as('analyst@Alder').get(atMeaning ?? '')
    expect(words(body)).toMatch(/“ ?Y ?” \(\d+ rows?\)/)
    const silent = await send(flags, { to: atMeaning ?? '' })
    expect(silent.status).toBe(422)
    expect(silent.text).toContain('Select when domestic abuse is marked')
    expect(silent.text).toContain('Select what this value means')
    const fields = Object.fromEntries(
      Array.from(body.matchAll(/name="(means-\d+)"/g), ([, name]) => [name ?? '', 'no']),
    )
    const allNo = await send(flags, {
      to: atMeaning ?? '',
      fields: { ...fields, setAt: 'referral', police: 'excluded' },
    })
    expect([allNo.status, allNo.text.includes('Enter at least one value that means yes')]).toEqual([422, true])
  })
})

/** Y is yes, N is no, and everything else is not known. */
const meaningFields = async () => {
  const { body } = await app.as('analyst@Alder').get(atMeaning ?? '')
  const asked = Array.from(body.matchAll(/“<bdi>([^<]*)<\/bdi>”[\s\S]*?name="(means-\d+)"/g))
  const meanings: Readonly<Record<string, string>> = { Y: 'yes', N: 'no' }
  return Object.fromEntries(asked.map(([, value = '', name = '']) => [name, meanings[value] ?? 'unknown']))
}

describe('tried on the whole table', () => {
  test('without a census there is nothing to compare with; with both censuses of the example nearly all rows match', async () => {
    const fields = { ...(await meaningFields()), setAt: 'referral', police: 'excluded' }
    expect((await send(null, { to: atMeaning ?? '', fields })).text).toContain('Select the same table again')
    expect((await send(flags, { to: atMeaning ?? '', fields })).to).toBe(atCheck)
    expect(words((await app.as('analyst@Alder').get(atCheck ?? '')).body)).toContain(
      'no census of these days to compare with',
    )
    for (const year of [2024, 2025]) {
      const census = { name: 'cin.xml', bytes: example(`cin-${year}.xml`) }
      const taken = await send(census, { to: addUrl, field: 'files', fields: { kind: 'cin', covers: 'itself' } })
      expect(taken.status).toBe(303)
    }
    expect((await send(flags, { to: atMeaning ?? '', fields })).to).toBe(atCheck)
    const text = words((await app.as('analyst@Alder').get(atCheck ?? '')).body)
    expect(text).toContain('Rows 446')
    expect(text).toMatch(/Domestic abuse: yes \d+ of \d+ \(\d+%\)/)
    expect(text).toMatch(/Also in the children in need census (\d+) of \1 \(100%\)/)
    expect(await rows('select 1 from return_mapping')).toEqual([])
  })

  test('saved as a version by two clicks once, then later tables are read by it without asking', async () => {
    const fields = { _once: idOf('mapping saved twice') }
    const both = await Promise.all([1, 2].map(() => send(null, { to: atCheck ?? '', fields })))
    expect(both.map(({ status, to }) => [status, to])).toEqual([
      [303, addUrl],
      [303, addUrl],
    ])
    expect(await rows('select version, set_at, police_without_referral, columns from return_mapping')).toEqual([
      {
        version: 1,
        set_at: 'referral',
        police_without_referral: 'excluded',
        columns: {
          child: 'child_id',
          date: 'referral_date',
          flag: 'dv_at_referral',
          referral: null,
          yes: ['Y'],
          no: ['N'],
          dateForm: 'day-first',
        },
      },
    ])
    expect(await rows('select 1 from draft')).toEqual([])
    const days = { covers: 'days', 'first-day': '1', 'first-month': '4', 'first-year': '2023' }
    const until = { 'last-day': '31', 'last-month': '3', 'last-year': '2025' }
    const taken = await send(flags, {
      to: addUrl,
      field: 'files',
      fields: { kind: 'referral-flags', ...days, ...until },
    })
    expect(taken.status).toBe(303)
    const text = words((await app.as('lead@Alder').get(String(taken.to))).body)
    expect(text).toContain('version 1 of how the table is read')
    expect(text).not.toMatch(/9991700/)
    const list = words((await app.as('lead@Alder').get('/change-data/files')).body)
    expect(list).toContain('When domestic abuse is marked When it becomes a referral')
    expect(list).toMatch(/January to March 2025 yes yes/)
  })

  test('a table whose ids are not those of the census is warned of before anything is saved', async () => {
    const other = {
      name: 'b.csv',
      bytes: `child_id,referral_date,dv_at_referral\n${'X1,2024-06-03,Y\n'.repeat(3)}X2,2024-06-04,N\nX3,2024-06-05,Maybe\n`,
    }
    expect((await send(other)).to).toBe(atColumns)
    expect((await send(null, { to: atColumns ?? '', fields: columns })).to).toBe(atMeaning)
    const named = await meaningFields()
    const typed = Object.keys(named).length === 0 ? { yes: 'Y', no: 'N' } : named
    const fields = { ...typed, setAt: 'contact', police: 'not known' }
    expect((await send(other, { to: atMeaning ?? '', fields })).to).toBe(atCheck)
    const text = words((await app.as('analyst@Alder').get(atCheck ?? '')).body)
    expect(text).toContain('Fewer than 95 in 100 rows are a referral in the census')
    expect(text).toContain('Also in the children in need census 0 of 3 (0%)')
    expect(text).toContain('Domestic abuse: not known 1 of 3 (33%)')
    // What was saved before still holds.
    expect((await rows('select max(version) as version from return_mapping'))[0]).toEqual({ version: 1 })
  })
})

test('Neither the access record nor the log says what a table was called', async () => {
  const record = await rows(
    "select distinct reason from record_entry where act = 'return-mapping.worked-on' order by 1",
  )
  expect(record.map(({ reason }) => reason)).toEqual([
    'a table was looked at',
    'columns were chosen',
    'tried on a table',
    'version 1 saved',
  ])
  expect(app.logged.join() + JSON.stringify(await rows('select * from record_entry'))).not.toMatch(/Leanne|\.csv/)
})
