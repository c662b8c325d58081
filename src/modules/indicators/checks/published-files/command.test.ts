import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Database, openDatabase } from '#platform/db/connection.ts'
import type { CommandGiven } from '#platform/module.ts'
import { type TestDatabase, testDatabase } from '#test/postgres.ts'
import { readPublished } from '../store.ts'
import { publishedFiguresCommand } from './command.ts'

let database: TestDatabase
let db: Database
let folder: string

beforeAll(async () => {
  database = await testDatabase('published figures')
  db = openDatabase({ ...database.admin, max: 2 })
  folder = await mkdtemp(join(tmpdir(), 'published-'))
})
afterAll(async () => {
  await db?.close()
  await database?.drop()
  await rm(folder, { recursive: true })
})

/** Files by name with their text, and what the command says of them. */
const run = async (files: Readonly<Record<string, string | Buffer>>, args = Object.keys(files)) => {
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
  const printed: string[] = []
  const noted: string[] = []
  const errors = vi.spyOn(process.stderr, 'write').mockImplementation((text) => noted.push(String(text)) > 0)
  try {
    // The command uses its connection alone.
    const given = { db, args: args.map((name) => join(folder, name)), print: (text: string) => printed.push(text) }
    const code = await publishedFiguresCommand.run(given as unknown as CommandGiven)
    return { code, printed, noted: noted.join('').replaceAll(`${folder}/`, '') }
  } finally {
    errors.mockRestore()
  }
}

const figuresOf = async (code: string, year: number) => {
  const published = await db.read({ role: 'r_command' }, (reader) => readPublished(reader, code))
  return Object.fromEntries(published.get(year) ?? [])
}
const count = async (table: 'published_file' | 'published_figure') =>
  db.read({ role: 'r_command' }, async ({ q }) => (await q.selectFrom(table).selectAll().execute()).length)

const place = 'time_period,time_identifier,geographic_level,old_la_code,la_name,category'
const c1Head = `${place},referral_count,rereferral_count,rereferral_percent,no_further_action_count,referral_child_count,rereferral_child_count`
const row = (year: number, code: string, ...cells: (number | string)[]) =>
  [year, 'Reporting year', 'Local authority', code, `Authority ${code}`, 'All', ...cells].join(',')
const c1 = (...rows: string[]) => [c1Head, ...rows, ''].join('\n')
const c3 = (...rows: string[]) =>
  [
    `${place},Episodes_with_assessment_factor,Domestic_Abuse_child,Domestic_Abuse_parent,Domestic_Abuse_person`,
    ...rows,
    '',
  ].join('\n')
const d3 = (...rows: string[]) => [`${place},CPP_start,CPP_subsequent`, ...rows, ''].join('\n')

describe('throughline published-figures', () => {
  it('keeps the figures of every authority and year, symbols as symbols, and says how many', async () => {
    const { code, printed, noted } = await run({
      'c1.csv': c1(
        row(2023, '901', 4148, 413, 10, 249, 3900, 400),
        row(2024, '901', 3782, 'c', 'c', 'x', 'u', 'z'),
        row(2024, '902', 0, 0, 0, 'low', 'k', ':'),
        '2024,Reporting year,National,,,All,621880,139080,22.4,38920,551060,115550',
      ),
      'c3.csv': c3(row(2023, '901', 3281, 20, 776, 119)),
      'd3.csv': d3(row(2023, '901', 258, 44)),
    })
    expect([code, noted]).toEqual([0, ''])
    expect(printed).toEqual([
      'c1, c1.csv: 2 authorities, 2 years (2023 to 2024), 8 figures, 7 symbols (c 1, k 1, u 1, x 1, z 1, low 1, : 1).',
      'c3, c3.csv: 1 authority, 1 year (2023), 4 figures, 0 symbols.',
      'd3, d3.csv: 1 authority, 1 year (2023), 2 figures, 0 symbols.',
    ])
    expect(await figuresOf('901', 2023)).toEqual({
      referral_count: 4148,
      rereferral_count: 413,
      no_further_action_count: 249,
      referral_child_count: 3900,
      rereferral_child_count: 400,
      Episodes_with_assessment_factor: 3281,
      Domestic_Abuse_child: 20,
      Domestic_Abuse_parent: 776,
      Domestic_Abuse_person: 119,
      CPP_start: 258,
      CPP_subsequent: 44,
    })
    expect(await figuresOf('901', 2024)).toMatchObject({ rereferral_count: 'c', no_further_action_count: 'x' })
    expect(await figuresOf('902', 2024)).toEqual({
      referral_count: 0,
      rereferral_count: 0,
      no_further_action_count: 'low',
      referral_child_count: 'k',
      rereferral_child_count: ':',
    })
  })

  it('the later load wins, also where a number is taken back, and leaves other years alone', async () => {
    const first = c1(row(2021, '903', 100, 20, 20, 10, 90, 18), row(2022, '903', 110, 22, 20, 11, 99, 19))
    await run({ 'first.csv': first })
    await run({ 'second.csv': c1(row(2022, '903', 'x', 25, 20, 11, 99, 19)) })
    expect(await figuresOf('903', 2021)).toMatchObject({ referral_count: 100 })
    expect(await figuresOf('903', 2022)).toMatchObject({ referral_count: 'x', rereferral_count: 25 })
    // The first file again, byte for byte: it is the later load now, and still one file.
    const before = await count('published_file')
    expect((await run({ 'first.csv': first })).code).toBe(0)
    expect(await figuresOf('903', 2022)).toMatchObject({ referral_count: 110, rereferral_count: 22 })
    expect(await count('published_file')).toBe(before)
  })

  it('finds columns by their names, wherever they stand, after a byte order mark, without those of later years', async () => {
    const text = [
      '\ufeffCPP_Subsequent,new_column,geographic_level,old_la_code,CPP_start,time_period',
      '44,"a, b",Local authority,904,258,2020',
      '',
    ].join('\r\n')
    const early = `${place},referral_count,rereferral_count,no_further_action_count\n${row(2020, '904', 7, 'c', 6)}\n`
    expect((await run({ 'moved.csv': text, 'early.csv': early })).noted).toBe('')
    expect(await figuresOf('904', 2020)).toEqual({
      CPP_start: 258,
      CPP_subsequent: 44,
      referral_count: 7,
      rereferral_count: 'c',
      no_further_action_count: 6,
    })
  })

  it('leaves out authorities without three digits and empty cells, and says so', async () => {
    const { printed } = await run({
      'd3.csv': d3(row(2020, '905', 30, ''), row(2020, 'z', 20, 5), row(2020, '', 20, 5), row(2020, '9055', 20, 5)),
    })
    expect(printed).toEqual([
      'd3, d3.csv: 1 authority, 1 year (2020), 1 figure, 0 symbols, 3 rows without a code of three digits left out, 1 empty cell left out.',
    ])
    expect(await figuresOf('905', 2020)).toEqual({ CPP_start: 30 })
  })

  it.each([
    ['no figures', 'a,b\n1,2\n', 'it is none of the files that are read'],
    ['two of the files in one', 'CPP_start,referral_count\n1,2\n', 'it is none of the files that are read'],
    ['nothing', '', 'it is empty'],
    ['a column that is needed missing', `${place},CPP_start\n${row(2020, '906', 1)}\n`, 'has no column CPP_subsequent'],
    ['a column twice', `${place},CPP_start,CPP_start,CPP_subsequent\n`, 'it has the column CPP_start twice'],
    ['no local authority', d3('2024,Reporting year,National,,,All,6,7'), 'it has no row of a local authority'],
    ['thousands with a comma', d3(row(2020, '906', '"1,234"', 5)), 'line 2: CPP_start is “1,234”'],
    ['a part of a number', d3(row(2020, '906', 12.5, 5)), 'line 2: CPP_start is “12.5”'],
    ['a number below 0', d3(row(2020, '906', -100, 5)), 'line 2: CPP_start is “-100”'],
    ['a number that cannot be', d3(row(2020, '906', 99999999999, 5)), 'line 2: CPP_start is “99999999999”'],
    ['a symbol that is not known', d3(row(2020, '906', 5, '[c]')), 'line 2: CPP_subsequent is “[c]”'],
    ['a year of another kind', d3(row(202324, '906', 6, 7)), 'line 2: time_period is “202324”'],
    ['calendar years', d3(row(2020, '906', 6, 7).replace('Reporting', 'Calendar')), 'is “Calendar year”'],
    [
      'an authority twice',
      d3(row(2020, '906', 6, 7), row(2020, '906', 8, 9)),
      'line 3: authority 906 in 2020 stands on line 2',
    ],
    ['a row with a cell too many', d3(`${row(2020, '906', 6, 7)},8`), 'it is no CSV file that can be read'],
    ['a quotation mark that stays open', d3(row(2020, '906', '"6', 7)), 'it is no CSV file that can be read'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xd, 0xa, 0x1a, 0xa, 0, 0xff]), 'it is none of the files'],
  ])('a file with %s is refused, and what stood beside it is not loaded either', async (_, text, reason) => {
    const before = [await count('published_file'), await count('published_figure')]
    const { code, printed, noted } = await run({ 'right.csv': d3(row(2019, '907', 40, 6)), 'wrong.csv': text })
    expect([code, printed]).toEqual([1, []])
    expect(noted).toMatch(/^wrong\.csv: .*\. Nothing was loaded\.\n$/s)
    expect(noted).toContain(reason)
    expect([await count('published_file'), await count('published_figure')]).toEqual(before)
  })

  it('a cell without an end is refused long before it fills the memory', async () => {
    const { code, noted } = await run({ 'long.csv': `${place},CPP_start,CPP_subsequent\n"${'9'.repeat(3_000_000)}` })
    expect([code, noted]).toEqual([1, expect.stringContaining('it is no CSV file that can be read')])
  })

  it('a file that is not there is named', async () => {
    const { code, noted } = await run({}, ['nowhere.csv'])
    expect(code).toBe(1)
    expect(noted).toContain('nowhere.csv: ENOENT')
  })

  it('asked without a file it says how to ask', async () => {
    const { code, noted } = await run({})
    expect([code, noted]).toEqual([2, 'Say which files: published-figures c1.csv c3.csv d3.csv\n'])
  })
})
