import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '#test/postgres.ts'
import { loadDemonstration } from './index.ts'

/** A line of a file as csv-parse reads it: column name to text. */
type Cells = Record<string, string>

let database: TestDatabase
let client: pg.Client

beforeAll(async () => {
  database = await testDatabase('published tables')
  await loadDemonstration({ connection: database.admin, today: '2026-11-21' })
  client = new pg.Client(database.admin)
  await client.connect()
  // Whoever runs the command line: may count, and sees no row.
  await client.query('set role r_command')
})
afterAll(async () => {
  await client.end()
  await database.drop()
})

// The published files are read anew here, without the loader's own reader.
const published = async (file: string): Promise<Cells[]> =>
  parse(await readFile(`src/demonstration/published/${file}`, 'utf8'), { columns: true })

const figures = async (call: string): Promise<Record<string, unknown>[]> => {
  const { rows } = await client.query<Record<string, unknown>>(
    `select f.* from partnership p cross join lateral figures.${call} f`,
  )
  return rows
}

const text = (value: unknown) => (value === null || value === undefined ? '' : String(value))
const sorted = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).sort()

test('Table 2: blocks and attendances of each course, counted, are as published', async () => {
  const rows = await figures('training(p.id, 2)')
  const cell = (course: string, term: number, column: string) => {
    const row = rows.find((one) => one['course'] === course && one['term_number'] === term)
    return row?.['offered'] === true ? text(row[column]) : ''
  }
  const counted = rows
    .filter((row) => row['term_number'] === 1)
    .map((row) => {
      const course = text(row['course'])
      return {
        course,
        days: text(row['days']),
        mode: text(row['mode']),
        blocks_year_1: cell(course, 1, 'blocks'),
        blocks_year_2: cell(course, 2, 'blocks'),
        attended_year_1: cell(course, 1, 'attended'),
        attended_year_2: cell(course, 2, 'attended'),
      }
    })
  expect(counted).toEqual(await published('training-blocks.csv'))
})

test('Appendix 1: attendances of each borough, counted, are as published, and none besides', async () => {
  const counted = (await figures('training_by_authority(p.id, 2)')).map((row) => ({
    course: text(row['course']),
    borough: row['authority'] === null ? '(not available per borough)' : text(row['authority']),
    year: text(row['term_number']),
    attended: text(row['attended']),
  }))
  // A borough that was not a member had nobody there: a count finds no row for it, the table prints 0.
  const rows = (await published('training-attendance.csv')).filter(({ attended }) => attended !== '0')
  expect(sorted(counted)).toEqual(sorted(rows))
})

test('Table 4: case consultations and months with data, counted, are as published', async () => {
  const counted = (await figures('consultations(p.id, 2)')).map((row) => ({
    borough: text(row['authority']),
    year: text(row['term_number']),
    consultations: text(row['consultations']),
    months: text(row['months']),
  }))
  expect(sorted(counted)).toEqual(sorted(await published('case-consultations.csv')))
})

test('Every consultation lies in a month for which its borough sent in its activity', async () => {
  await client.query('reset role')
  const { rowCount } = await client.query(`
    select from consultation c where c.held_on < '2023-08-01' and not exists (select from activity_return r
      where r.authority_id = c.authority_id and r.month = date_trunc('month', c.held_on))`)
  await client.query('set role r_command')
  expect(rowCount).toBe(0)
})

test('The months with data are the last of Year 1 and the first of Year 2', async () => {
  await client.query('reset role')
  const { rows } = await client.query<{ span: string; boroughs: string }>(`
    select span, string_agg(name, ', ' order by name) as boroughs from (
      select o.name, to_char(min(r.month), 'YYYY-MM') || ' to ' || to_char(max(r.month), 'YYYY-MM') as span
      from activity_return r join organisation o on o.id = r.authority_id where r.month < '2023-08-01'
      group by o.name, r.month >= '2022-08-01') x group by span order by span`)
  await client.query('set role r_command')
  expect(rows.map(({ span, boroughs }) => [span, boroughs])).toEqual([
    ['2021-11 to 2022-07', 'Hackney, Redbridge, Waltham Forest'],
    ['2022-01 to 2022-07', 'Newham, Tower Hamlets'],
    ['2022-08 to 2023-03', 'Hackney, Hammersmith and Fulham, Redbridge, Waltham Forest'],
    ['2022-08 to 2023-06', 'Newham, Tower Hamlets'],
  ])
})

test('Section 4.3 and Figure 5: every count of referrals is as published', async () => {
  const byProgramme = (await figures('referrals(p.id, 2)')).filter((row) => row['term_number'] === 2)
  const people = (await figures('referred_people(p.id, 2)')).filter((row) => row['term_number'] === 2)
  const person = (characteristic: string, value: string) =>
    text(people.find((row) => row['characteristic'] === characteristic && row['value'] === value)?.['n'])
  const overall: Record<string, string> = {
    referrals: String(
      byProgramme.filter((row) => row['measure'] === 'referrals').reduce((sum, row) => sum + Number(row['n']), 0),
    ),
    men: person('sex', 'man'),
    women: person('sex', 'woman'),
    'language need': person('language need', 'yes'),
    'African/Caribbean/Black British': person('ethnic group', 'African/Caribbean/Black British'),
    Asian: person('ethnic group', 'Asian'),
    'White or White British': person('ethnic group', 'White or White British'),
    'sexuality unknown': person('sexuality', 'not recorded'),
  }
  const rows = await published('marketplace-referrals.csv')
  const counted = rows.map(({ measure = '', provider = '', note = '' }) => {
    const row = byProgramme.find((one) => one['programme'] === provider && one['measure'] === measure)
    return { measure, provider, value: provider === '(all)' ? (overall[measure] ?? '') : text(row?.['n']), note }
  })
  expect(counted).toEqual(rows)
  const unpublished = byProgramme.filter(
    (row) =>
      row['n'] !== 0 &&
      !rows.some(({ measure, provider }) => provider === row['programme'] && measure === row['measure']),
  )
  expect(unpublished).toEqual([])
})

test('The referrals of Hackney’s own programme come from where the report says, from September 2022 to March 2023', async () => {
  const origins = (await figures('referral_origins(p.id, 2)')).filter((row) => row['programme'] === 'Hackney DAPP')
  expect(origins.map(({ origin, own_borough, n, suitable }) => [origin, own_borough, n, suitable])).toEqual([
    ['another borough, not recorded which', false, 22, 0],
    ['Hackney', true, 20, 5],
    ['Newham', false, 2, 2],
  ])
  const { rows } = await client.query(`
    select min(f.first_on)::text as first, max(f.last_on)::text as last, count(distinct f.programme)::int as programmes
    from partnership p cross join lateral figures.referrals(p.id, 2) f where f.term_number = 2`)
  expect(rows).toEqual([{ first: '2022-09-01', last: '2023-03-31', programmes: 6 }])
})

test('Table 5: page views of the hub, counted day by day, are as published', async () => {
  const counted = (await figures('hub_views(p.id, 2)'))
    .filter((row) => row['term_number'] === 2)
    .map((row) => ({ section: text(row['section']), page: text(row['page']), visits: text(row['views']) }))
  expect(counted).toEqual(await published('hub-visits.csv'))
})

test('Table 6: change data, counted child by child, are as published; what is not collected stays empty', async () => {
  const rows = (await figures('change_data(p.id, 2)')).filter((row) => row['term_number'] === 2)
  const cell = (authority: string, indicator: string) =>
    rows.find((row) => row['authority'] === authority && row['indicator'] === indicator)?.['events']
  const counted = (await published('change-data.csv')).map((line) => {
    const borough = (line['borough'] ?? '').replace('&', 'and')
    const [atReferral, after] = [cell(borough, 'identified at referral'), cell(borough, 'identified after assessment')]
    return {
      ...line,
      new_dv_cases_at_referral: text(atReferral),
      new_dv_cases_after_assessment: text(after),
      total_cases: text(Number(atReferral) + Number(after)),
      new_cp_plans_dv_factor: text(cell(borough, 'child protection plan')),
      children_taken_into_care_dv_factor: text(cell(borough, 'taken into care')),
    }
  })
  expect(counted).toEqual(await published('change-data.csv'))
})

test('Section 4.4: the audits held, and those planned and not completed, are as published', async () => {
  const counted = (await figures('audits(p.id)')).map((row) => ({
    borough: text(row['authority']),
    wave: text(row['wave']),
    cases: text(row['cases']),
    sample: row['state'] === 'held' ? text(row['sample']) : text(row['state']),
    population: text(row['population']),
    period: text(row['period']),
  }))
  expect(sorted(counted)).toEqual(expect.arrayContaining(sorted(await published('case-audits-2022.csv'))))
})

test('Section 4.4: the groups and who sits in them are as published', async () => {
  const counted = await figures('governance(p.id, 2)')
  const rows = await published('governance-groups.csv')
  expect(counted.map(({ name, meets, holders }) => ({ group: name, meets, members: holders }))).toEqual(
    // The remark in brackets is what another place of the report says.
    rows.map((row) => ({ ...row, meets: row['meets']?.replace(/ \(.*\)/, '') })),
  )
})

test('Memberships: who joined and left when, as exactly as it is known', async () => {
  const { rows } = await client.query<{
    name: string
    joined: string
    known: string
    left: string | null
    note: string
  }>(`
    select o.name, m.starts::text as joined, m.starts_known_to as known, (m.ends - 1)::text as left, m.note
    from membership m join organisation o on o.id = m.organisation_id where m.capacity = 'authority'`)
  const counted = rows.map(({ name, joined, known, left, note }) => ({
    borough: name,
    joined: joined.slice(0, known === 'year' ? 4 : 7),
    left: left?.slice(0, 7) ?? '',
    note,
  }))
  expect(sorted(counted)).toEqual(sorted(await published('memberships.csv')))
})

test('Table 1: the register of data collection is as published', async () => {
  const { rows } = await client.query(`
    select one.name as data_collection, one.what as year_1, two.what as year_2
    from data_collection one join data_collection two using (name) where one.term_number = 1 and two.term_number = 2 order by one.sort`)
  expect(rows).toEqual(await published('data-collection.csv'))
})

test('Every printed cell is kept as printed, in the order of its file, beside every statement of the text', async () => {
  const keys: Record<string, readonly string[]> = {
    'data-collection.csv': ['data_collection'],
    'training-blocks.csv': ['course'],
    'training-attendance.csv': ['course', 'borough', 'year'],
    'training-survey-responses.csv': ['survey', 'measure'],
    'core-survey-demographics.csv': ['characteristic'],
    'case-consultations.csv': ['borough', 'year'],
    'marketplace-referrals.csv': ['measure', 'provider'],
    'hub-visits.csv': ['section', 'page'],
    'change-data.csv': ['borough'],
    'case-audits-2022.csv': ['borough', 'wave'],
    'governance-groups.csv': ['group'],
    'memberships.csv': ['borough'],
  }
  const statements = await published('printed-statements.csv')
  const { rows } = await client.query<Cells>(
    'select place, file, row_label, column_name, printed from printed_figure order by sort',
  )
  for (const [file, key] of Object.entries(keys)) {
    const cells = (await published(file)).flatMap((line) =>
      Object.entries(line)
        .filter(
          ([column, cell]) =>
            (key.includes(column) ? cell.includes(' & ') : column !== 'note') ||
            (column === 'note' && file === 'marketplace-referrals.csv'),
        )
        .map(([column, printed]) => ({
          row_label: key.map((name) => line[name]?.replace(' & ', ' and ')).join(' | '),
          column_name: column,
          printed: file === 'governance-groups.csv' ? printed.replace(/ \(.*\)/, '') : printed,
        })),
    )
    const kept = rows
      .filter((row) => row['file'] === file && !statements.some(({ place }) => place === row['place']))
      .map(({ row_label, column_name, printed }) => ({ row_label, column_name, printed }))
    expect(kept, file).toEqual(cells)
  }
  expect(rows.slice(-statements.length)).toEqual(statements)
})
