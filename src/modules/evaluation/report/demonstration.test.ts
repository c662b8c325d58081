import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { localDate } from '#platform/dates.ts'
import { type Database, openDatabase } from '#platform/db/connection.ts'
import { testDatabase } from '#test/postgres.ts'
import { loadDemonstration } from '../../../demonstration/index.ts'
import { readPartnerships, readReportFigures } from '../store.ts'
import { buildReport } from './build.ts'
import type { Kind, Report, Value } from './model.ts'

const published = join(import.meta.dirname, '../../../demonstration/published')

let db: Database
let year1: Report
let year2: Report
let year3: Report

const reportOf = (term: number): Promise<Report> =>
  db.read({ role: 'r_command' }, async (reader) => {
    const [partnership] = await readPartnerships(reader)
    const figures = partnership && (await readReportFigures(reader, partnership.id, term))
    if (!figures) throw new Error(`no term ${term}`)
    return buildReport(figures)
  })

beforeAll(async () => {
  const database = await testDatabase('report')
  await loadDemonstration({ connection: database.admin, today: localDate('2024-02-14'), log: () => {} })
  db = openDatabase(database.admin)
  year1 = await reportOf(1)
  year2 = await reportOf(2)
  year3 = await reportOf(3)
}, 180_000)

afterAll(() => db?.close())

/** A published file as it is: every cell's text, '' where it is empty. */
const fileRows = (file: string): Record<string, string>[] =>
  parse(readFileSync(join(published, file), 'utf8'), { columns: true })

const asText = (value: Value | undefined): string => (value === null || value === undefined ? '' : String(value))

const tableOf = (report: Report, id: string) => {
  const table = report.tables.find((one) => one.id === id)
  if (!table) throw new Error(`no ${id}`)
  return table
}

describe('every table of the report of Year 2 equals its published file, digit for digit', () => {
  it.each([
    ['table-1', 'data-collection.csv'],
    ['table-2', 'training-blocks.csv'],
    ['table-4', 'case-consultations.csv'],
    ['table-5', 'hub-visits.csv'],
    ['figure-5', 'marketplace-referrals.csv'],
    ['table-6', 'change-data.csv'],
    ['appendix-1', 'training-attendance.csv'],
  ])('%s is %s', (id, file) => {
    const table = tableOf(year2, id)
    expect(table.file).toBe(file)
    expect(readdirSync(published)).toContain(file)
    const rows = table.rows.map((row) =>
      Object.fromEntries(table.columns.map((column) => [column, asText(row[column])])),
    )
    expect(rows).toEqual(fileRows(file))
  })

  it('has numbers where the file has numbers', () => {
    expect(tableOf(year2, 'table-6').rows[1]).toMatchObject({ total_cases: 1884, care_share_as_printed: 0.003 })
    expect(tableOf(year2, 'appendix-1').rows[0]).toMatchObject({ year: 1, attended: 46 })
  })
})

describe('the contradictions of the report of Year 2', () => {
  const found = (kind: Kind, table: string) =>
    year2.contradictions.filter((one) => one.kind === kind && one.table === table)

  it('Table 6 prints proportions under a heading in per cent', () => {
    expect(found('unit', 'Table 6').map(({ column }) => column)).toEqual([
      'cp_share_as_printed',
      'care_share_as_printed',
    ])
  })

  it('Waltham Forest: 72 of 1884 is 0.0382 and not 0.003', () => {
    expect(found('decimal slip', 'Table 6')).toEqual([
      expect.objectContaining({
        row: 'Waltham Forest',
        column: 'care_share_as_printed',
        printed: '0.003',
        computed: 0.0382,
      }),
    ])
  })

  it('some shares of Table 6 are cut off where others are rounded', () => {
    const cut = found('truncated', 'Table 6')
    expect(cut.map(({ row, column }) => [row, column])).toEqual([
      ['Hackney', 'cp_share_as_printed'],
      ['Waltham Forest', 'cp_share_as_printed'],
      ['Redbridge', 'care_share_as_printed'],
      ['Newham', 'cp_share_as_printed'],
      ['Newham', 'care_share_as_printed'],
    ])
    expect(cut[3]).toMatchObject({ printed: '0.08', computed: 0.0875 })
    expect(cut[3]?.says).toContain('Redbridge (0.05)')
  })

  it('Working with Perpetrators was offered six times in the text and in 12 blocks in Table 2', () => {
    expect(found('statement', 'Table 2')).toEqual([
      expect.objectContaining({
        row: 'Working with Perpetrators',
        column: 'blocks_year_2',
        printed: '6',
        computed: 12,
      }),
    ])
  })

  it('Table 3 pads single digits, and its two waves are not the same people', () => {
    expect(found('padded', 'Table 3')).toEqual([expect.objectContaining({ printed: '03', computed: 3 })])
    expect(found('not the same people', 'Table 3').map(({ row }) => row)).toEqual(['Black/Caribbean'])
  })

  it('three, three of four, four boroughs with increased identification', () => {
    const [one] = found('statements disagree', 'Table 6')
    expect(one).toMatchObject({ column: 'boroughs_with_increased_identification', computed: null })
    expect(one?.printed).toBe('executive summary: 3; chapter 5: 3; reflections: 4')
  })

  it('the share called lowest is not', () => {
    expect(found('statement', 'Table 6')).toEqual([
      expect.objectContaining({ column: 'lowest_care_share', printed: 'Waltham Forest', computed: 'Hackney' }),
    ])
  })

  it('the performance management group meets weekly here and every two weeks there', () => {
    expect(year2.contradictions.filter(({ column }) => column === 'meets')).toEqual([
      expect.objectContaining({ row: 'Performance management', printed: 'weekly', computed: 'every two weeks' }),
    ])
  })

  it('counts of consultations cover 8 and 11 months', () => {
    const months = found('months differ', 'Table 4')
    expect(months.map(({ row }) => row)).toEqual(['(all boroughs) | 1', '(all boroughs) | 2'])
    expect(months[1]?.says).toContain('11 months for Tower Hamlets and Newham')
  })

  it('of the accepted, not every outcome was recorded', () => {
    expect(found('not accounted for', 'Figure 5').map(({ row, computed }) => [row, computed])).toEqual([
      ['referrals | Hackney DAPP', 24],
      ['accepted | Hackney DAPP', 7],
      ['accepted | Men and Masculinities', 36],
      ['accepted | FADA', 3],
    ])
  })

  it('and nothing else', () => {
    expect(year2.contradictions.map(({ kind }) => kind).toSorted()).toEqual(
      [
        ...Array(2).fill('unit'),
        'decimal slip',
        ...Array(5).fill('truncated'),
        ...Array(3).fill('statement'),
        'padded',
        'not the same people',
        'statements disagree',
        ...Array(2).fill('months differ'),
        ...Array(4).fill('not accounted for'),
      ].toSorted(),
    )
  })
})

describe('other terms', () => {
  it('Year 1 has what Year 1 holds and says of the rest that it is not available', () => {
    expect(tableOf(year1, 'table-2').columns).toEqual(['course', 'days', 'mode', 'blocks_year_1', 'attended_year_1'])
    expect(tableOf(year1, 'table-5').rows.every(({ visits }) => visits === null)).toBe(true)
    expect(tableOf(year1, 'figure-5').rows).toEqual([])
    expect(tableOf(year1, 'table-6').rows).toEqual([])
    expect(year1.contradictions).toEqual([])
  })

  it('a borough that joined in the last month of Year 2 made ready for Year 3, and has no zeros before', () => {
    expect(year2.boroughs).not.toContain('Barnet')
    expect(year2.boroughs).toContain('Tower Hamlets')
  })

  it('Year 3 compares three years and has no printed report', () => {
    expect(tableOf(year3, 'table-4').rows.map(({ year }) => year)).toContain(3)
    expect(tableOf(year3, 'table-2').columns).toContain('blocks_year_3')
    expect(year3.boroughs).toContain('Barnet')
    expect(year3.contradictions).toEqual([])
  })
})
