import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeSealer } from '#platform/access/sealing.ts'
import { formatDate, londonDate } from '#platform/dates.ts'
import { type TestApp, testApp, testSecret } from '#test/app.ts'
import { everybody, organisationId, personId, type Who } from '#test/world.ts'
import { seeQuarters, seeVersions } from '../access.ts'
import { measures, type QuarterName } from '../definition/measure.ts'
import { type Example, takeInto, words, workedExample } from '../versions/fixtures/taken-in.ts'
import { measureName } from '../versions/measure-name.ts'
import { quarterWords } from '../versions/period.ts'
import { versionRoutes } from '../versions/routes.ts'
import { shownKeys, shownMeasures } from './figure-lines.ts'
import { quarterActs, quarterRoutes } from './routes.ts'

let app: TestApp
let example: Example[]

beforeAll(async () => {
  app = await testApp({ routes: [...quarterRoutes, ...versionRoutes] })
  example = await workedExample()
})
afterAll(() => app?.close())

/** The analyst of Alder takes files in. */
const takeIn = (examples: readonly Example[]): Promise<string[]> =>
  app.write('analyst@Alder', (db) =>
    takeInto(
      db,
      {
        sealer: makeSealer(testSecret),
        authorityId: organisationId('Alder'),
        personId: personId('analyst@Alder'),
      },
      examples,
    ),
  )

type Expected = Readonly<Record<string, Readonly<Record<string, readonly [number, number]>>>>
const expected = JSON.parse(
  readFileSync(join(import.meta.dirname, '../worked-example/expected.json'), 'utf8'),
) as Expected // the worked example's own shape

const here = '/change-data'
const list = '/change-data/versions'

const markOf = async (who: Who, url: string): Promise<string> =>
  /name="_version" value="([^"]*)"/.exec((await app.as(who).get(url)).body)?.[1] ?? ''

const compute = async (reason = ''): Promise<string> => {
  const fields = { _version: await markOf('analyst@Alder', `${list}/new`), reason }
  return (await app.as('analyst@Alder').post(`${list}/new`, fields)).to ?? ''
}

const lock = async (version: string): Promise<void> => {
  await app.as('analyst@Alder').post(`${version}/sign`, { looked: 'yes', note: 'Explained.' })
  const mark = await markOf('lead@Alder', `${version}/lock`)
  const sent = await app.as('lead@Alder').post(`${version}/lock`, { looked: 'yes', note: '', _version: mark })
  expect(sent.status).toBe(303)
}

/** The cells of one row of a table of the page, by the id of its caption and the words of its first cell. */
const rowOf = (body: string, id: string, first: string): string[] => {
  const table = body.slice(body.indexOf(`<span id="${id}"`), body.indexOf('</table>', body.indexOf(`<span id="${id}"`)))
  const row = table.split('<tr').find((each) => words(`<tr${each}`).trim().startsWith(first)) ?? ''
  return row
    .split(/<t[hd]/)
    .slice(1)
    .map((cell) => words(`<td${cell}`).trim())
}

const download = async (who: Who, query = ''): Promise<Record<string, string>[]> => {
  const { body } = await app.as(who).get(`${here}/download${query}`)
  return parse(body, { columns: true, bom: true }) as Record<string, string>[] // with a header row
}

test('The pages open for the roles of their permission and for nobody else, also before there is anything', async () => {
  for (const who of everybody) {
    const [role = ''] = who.split('@')
    const opens = seeQuarters.roles.some((each) => each === role)
    expect([who, (await app.as(who).get(here)).status]).toEqual([who, opens ? 200 : 404])
    expect([who, (await app.as(who).get(`${here}/download`)).status]).toEqual([who, 404])
  }
  expect(words((await app.as('lead@Alder').get(here)).body)).toContain('No figures have been computed yet.')
  expect(words((await app.as('project').get(here)).body)).toContain('No borough has released figures yet.')
})

test('A draft is shown as one; the figures of every quarter are those of the worked example', async () => {
  await takeIn(example)
  const version = await compute()
  const { body } = await app.as('lead@Alder').get(here)
  expect(words(body)).toContain('Version 1 is not locked: these figures may still change')
  for (const key of shownKeys) {
    const measure = shownMeasures[key]
    if (!measures.some((each) => each === measure)) continue
    for (const quarter of ['2023-Q1', '2023-Q4', '2024-Q2', '2024-Q4'] as const) {
      const [, number, children] = rowOf(body, `figure-${key}`, quarterWords(quarter))
      const [events, distinct] = expected[quarter]?.[measure] ?? [0, 0]
      if (number === 'not computable') {
        // The year before is not there: (c), (d) and re-referrals look back into it.
        expect([key, quarter, ['c', 'd', 're-referral'].includes(key) && quarter < '2024-Q1']).toEqual([
          key,
          quarter,
          true,
        ])
        continue
      }
      expect([key, quarter, number, children]).toEqual([key, quarter, String(events), String(distinct)])
    }
  }
  await lock(version)
  expect(words((await app.as('lead@Alder').get(here)).body)).not.toContain('is not locked')
})

test('A share stands with its base and its interval, and what is not computable says what it needs', async () => {
  const { body } = await app.as('borough_lead@Alder').get(here)
  // 2024-Q2: 9 flagged referrals; the base is the referrals of the census.
  const [, number, , of, share] = rowOf(body, 'figure-a', quarterWords('2024-Q2'))
  expect([number, of]).toEqual(['9', String(expected['2024-Q2']?.['referrals']?.[0])])
  expect(share).toMatch(/^\d+% \(\d+% to \d+%\)$/)
  const text = words(body)
  expect(text).toContain('that of 2022-23, so that 1 April 2022 to 31 December 2023 is covered')
  expect(text).toContain('3B: a parent or carer')
  expect(text).toMatch(/not before a census of \d+ \w+ 2025/)
})

test('The page begins with the last twelve months, each child once, and says who signed the version and when', async () => {
  for (const who of ['analyst@Alder', 'lead@Alder', 'borough_lead@Alder'] as const) {
    const { body } = await app.as(who).get(here)
    const text = words(body)
    expect(text).toContain('The last twelve months: April 2024 to March 2025')
    expect(body.indexOf('id="last-year"')).toBeLessThan(body.indexOf('id="figure-a"'))
    const today = formatDate(londonDate(new Date()))
    expect(text).toContain(
      `, locked on ${today} by Robin lead of Alder. Signed before by Robin analyst of Alder, the analyst, on ${today}.`,
    )
    expect(text).toContain('It counts what was recorded up to 31 March 2025, not how much there is.')
    expect(body).toMatch(/<a class="govuk-link" href="\/change-data\/versions\/[0-9a-f-]{36}">Version 1<\/a>/)
    // Events of a year are those of its quarters; the same child stands in one year once.
    const quarters = ['2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4']
    const sum = (measure: string) =>
      quarters.reduce((total, quarter) => total + (expected[quarter]?.[measure]?.[0] ?? 0), 0)
    for (const [key, base, ofWhat] of [
      ['c', 'cp_plan_starts', 'new plans'],
      ['d', 'care_starts', 'taken into care'],
      ['re-referral', 'referrals', 'referrals'],
    ] as const) {
      const [, number = '', of, share] = rowOf(body, 'last-year', measureName(shownMeasures[key]))
      expect([key, number.split(' ')[0], of]).toEqual([key, String(sum(shownMeasures[key])), `${sum(base)} ${ofWhat}`])
      expect(share).toMatch(/^(\d+%|0%|under 1%) /)
    }
  }
  expect((await app.as('lead@Alder').get(`${here}?figure=d`)).body).not.toContain('id="last-year"')
})

test('A filter shows one figure alone, and what it is asked for otherwise is as if nothing was asked', async () => {
  const one = words((await app.as('lead@Alder').get(`${here}?figure=d`)).body)
  expect(one).toContain(`Filtered: ${measureName('d_taken_into_care_dv')}`)
  const { body } = await app.as('lead@Alder').get(`${here}?figure=d`)
  expect(body).toContain('id="figure-d"')
  expect(body).not.toContain('id="figure-a"')
  const odd = await app.as('lead@Alder').get(`${here}?figure=%3Cscript%3E&version=nonsense`)
  expect([odd.status, odd.body.includes('<script>"')]).toEqual([200, false])
  expect(odd.body).toContain('id="figure-a"')
})

test('The download holds every cell of the worked example, its status in a column of its own', async () => {
  const rows = await download('analyst@Alder', '?as=csv')
  const quarterly = rows.filter(({ months }) => months === '3')
  let counted = 0
  for (const row of quarterly) {
    const quarter = Object.keys(expected).find((each) => quarterWords(each as QuarterName) === row['period']) // keys are quarters
    if (!measures.some((each) => each === row['measure'])) continue
    const [events, children] = expected[quarter ?? '']?.[row['measure'] ?? ''] ?? [0, 0]
    if (row['status'] === 'counted') {
      counted += 1
      expect([row['period'], row['measure'], row['events'], row['children']]).toEqual([
        row['period'],
        row['measure'],
        String(events),
        String(children),
      ])
    } else
      expect([row['status'], row['events'], row['share'], (row['why'] ?? '').length > 20]).toEqual([
        'not computable',
        'not computable',
        'not computable',
        true,
      ])
  }
  // Nine measures need no year before: of eight quarters; six do: of the last four.
  expect(counted).toBe(9 * 8 + 6 * 4)
  for (const row of rows) {
    expect(row['use']).toBe('for use inside the borough')
    expect(row['definition']).toBe('v1')
    for (const cell of Object.values(row)) expect(cell).not.toMatch(/^$|^-\d|^[=+@\t]/)
  }
})

test('The workbook is one, and neither file is named after anybody', async () => {
  const reply = await app.as('lead@Alder').get(`${here}/download?as=xlsx`)
  expect(reply.status).toBe(200)
  expect(reply.headers['content-disposition']).toContain('change-data-inside-the-borough.xlsx')
  expect(reply.body.slice(0, 2)).toBe('PK')
})

test('Exact figures are for the borough’s own three roles; another borough has none of them', async () => {
  for (const who of everybody) {
    const opens = seeVersions.roles.some((each) => `${each}@Alder` === who)
    expect([who, (await app.as(who).get(`${here}/download`)).status]).toEqual([who, opens ? 200 : 404])
  }
  expect(words((await app.as('lead@Birch').get(here)).body)).toContain('No figures have been computed yet.')
})

test('The partnership’s roles see that a borough released, and no exact figure', async () => {
  for (const who of ['project', 'evaluator', 'training'] as const) {
    const { body } = await app.as(who).get(here)
    expect([who, words(body)]).toEqual([who, expect.stringContaining('Alder')])
    expect(words(body)).toContain('1 release')
    expect(body).not.toContain('figure-a')
  }
})

test('A locked version stays in front of a newer draft, which can be asked for', async () => {
  const [file] = (await app.operator.query(`select id from return_file where kind = 'referral-flags'`)).rows as {
    id: string
  }[]
  await app.operator.query(
    `update return_file set extract = null, withdrawn_at = now(), withdrawn_reason = 'sent again', withdrawn_by = $2 where id = $1`,
    [file?.id, personId('analyst@Alder')],
  )
  await compute('The flags were withdrawn.')
  const text = words((await app.as('lead@Alder').get(here)).body)
  expect(text).toContain('See version 2, which is not locked yet')
  expect(text).not.toContain('is not locked:')
  const draft = words((await app.as('lead@Alder').get(`${here}?version=open`)).body)
  expect(draft).toContain('Version 2 is not locked')
  expect(draft).toContain('See version 1, the last one locked')
  expect((await download('lead@Alder'))[0]?.['version']).toBe('1')
  expect((await download('lead@Alder', '?version=open'))[0]?.['version']).toBe('2')
})

test('Readings of exact figures are in the access record', async () => {
  const { rows } = await app.operator.query(
    `select distinct act, subject_kind from record_entry where act like 'change-figures.%' order by act, subject_kind`,
  )
  expect(rows).toEqual([
    { act: 'change-figures.downloaded', subject_kind: 'change-version' },
    { act: 'change-figures.read', subject_kind: 'change-release' },
    { act: 'change-figures.read', subject_kind: 'change-version' },
  ])
  for (const { act } of rows) expect(quarterActs[act]).toBeDefined()
})
