import { describe, expect, it } from 'vitest'
import { madeFigures, madePrint } from '../fixtures/made-figures.ts'
import { buildReport } from '../report/build.ts'
import type { Figures, PrintedFigure } from '../report/figures.ts'

type Planted = Partial<PrintedFigure> & Pick<PrintedFigure, 'file' | 'row' | 'column'>

const isCell = (figure: PrintedFigure, { file, row, column, place }: Planted) =>
  figure.file === file &&
  figure.row === row &&
  figure.column === column &&
  (place === undefined || figure.place === place)

/** What is found where the printed report has these cells instead of its own, or besides them. */
const foundWith = (planted: readonly Planted[], change: Partial<Figures> = {}) => {
  const kept = madePrint.map((figure) => ({ ...figure, ...planted.find((one) => isCell(figure, one)) }))
  const added = planted.filter((one) => !madePrint.some((figure) => isCell(figure, one)))
  const figures = [...kept, ...added.map((one) => ({ place: '', printed: '', ...one }))]
  return buildReport(madeFigures({ printed: { title: '', citation: '', figures }, ...change })).contradictions
}

const brief = (planted: readonly Planted[], change?: Partial<Figures>) =>
  foundWith(planted, change).map(({ table, row, column, printed, computed, kind }) => [
    table,
    row,
    column,
    printed,
    computed,
    kind,
  ])

it('a printed report that agrees with the records and with itself has no contradictions', () => {
  expect(foundWith([])).toEqual([])
})

it('a term without a printed report has none', () => {
  expect(buildReport(madeFigures({ printed: null })).contradictions).toEqual([])
})

describe('a planted error is found, and nothing beside it', () => {
  const attended = { file: 'training-attendance.csv', row: 'Overview | Alder | 2', column: 'attended' }
  const shares = { file: 'change-data.csv', row: 'Alder', column: 'cp_share_as_printed' }
  const blocks = { file: 'training-blocks.csv', row: 'Overview', column: 'blocks_year_2' }

  it('a count', () => {
    expect(brief([{ ...blocks, place: 'Table 2', printed: '3' }])[0]).toEqual([
      'Table 2',
      'Overview',
      'blocks_year_2',
      '3',
      2,
      'differs',
    ])
  })

  it('a text', () => {
    expect(brief([{ file: 'training-blocks.csv', row: 'Overview', column: 'mode', printed: 'by post' }])).toEqual([
      ['Table 2', 'Overview', 'mode', 'by post', 'live', 'differs'],
    ])
  })

  it('a cell left empty, and one filled in for nothing', () => {
    expect(brief([{ file: 'hub-visits.csv', row: 'Training | Courses', column: 'visits', printed: '' }])).toEqual([
      ['Table 5', 'Training | Courses', 'visits', '', 41, 'differs'],
    ])
    expect(brief([{ file: 'training-blocks.csv', row: 'Overview', column: 'blocks_year_1', printed: '0' }])).toEqual([
      ['Table 2', 'Overview', 'blocks_year_1', '0', null, 'not recorded'],
    ])
  })

  it('a row that the records do not have', () => {
    expect(
      brief([{ place: 'Table 5', file: 'hub-visits.csv', row: 'Training | Videos', column: 'visits', printed: '9' }]),
    ).toEqual([['Table 5', 'Training | Videos', 'visits', '9', null, 'not recorded']])
  })

  it('a slip of the decimal point, and a number cut off', () => {
    expect(brief([{ ...shares, printed: '65.0' }])).toEqual([
      ['Table 6', 'Alder', 'cp_share_as_printed', '65.0', 6.5, 'decimal slip'],
    ])
    expect(brief([{ ...shares, printed: '6' }])).toEqual([
      ['Table 6', 'Alder', 'cp_share_as_printed', '6', 6.5, 'truncated'],
    ])
  })

  it('proportions under a heading in per cent', () => {
    expect(brief([{ ...shares, printed: '0.065' }])).toEqual([
      ['Table 6', '(heading)', 'cp_share_as_printed', 'per cent', 'proportion', 'unit'],
    ])
  })

  it('a total that is not the sum of its printed parts', () => {
    expect(brief([{ ...attended, printed: '17' }])).toEqual([
      ['Table 2', 'Overview', 'attended_year_2', '30', 29, 'does not add up'],
      ['Appendix 1', 'Overview | Alder | 2', 'attended', '17', 18, 'differs'],
    ])
    expect(
      brief([{ file: 'marketplace-referrals.csv', row: 'referrals | (all)', column: 'value', printed: '6' }]),
    ).toEqual([['Figure 5', 'referrals | (all)', 'value', '6', 5, 'differs']])
  })

  it('accepted of whom the report does not say what became', () => {
    const suitable = {
      file: 'marketplace-referrals.csv',
      row: 'suitable at assessment | Hazel',
      column: 'value',
      printed: '4',
    }
    expect(brief([suitable])).toEqual([
      ['Figure 5', 'suitable at assessment | Hazel', 'value', '4', 5, 'differs'],
      ['Figure 5', 'accepted | Hazel', 'value', '5', 4, 'not accounted for'],
    ])
  })

  it('a sentence against the count', () => {
    expect(brief([{ ...blocks, place: 'chapter 4', printed: '6' }])).toEqual([
      ['Table 2', 'Overview', 'blocks_year_2', '6', 2, 'statement'],
    ])
    expect(
      brief([
        { file: 'governance-groups.csv', row: 'Steering', column: 'meets', place: 'chapter 5', printed: 'weekly' },
      ]),
    ).toEqual([['section 4.4', 'Steering', 'meets', 'weekly', 'monthly', 'statement']])
  })

  it('sentences against each other, where nothing can be counted', () => {
    const claim = { file: 'change-data.csv', row: '(all boroughs)', column: 'boroughs_with_increased_identification' }
    const claims = (second: string) => [
      { ...claim, place: 'summary', printed: '3' },
      { ...claim, place: 'chapter 5', printed: second },
    ]
    expect(brief(claims('3'))).toEqual([])
    expect(brief(claims('4'))).toEqual([
      ['Table 6', '(all boroughs)', claim.column, 'summary: 3; chapter 5: 4', null, 'statements disagree'],
    ])
    const before = madeFigures().changeData.map((row) => ({ ...row, term: 1, events: 1, ...alike }))
    expect(brief(claims('4'), { changeData: [...before, ...madeFigures().changeData] })).toEqual([
      ['Table 6', '(all boroughs)', claim.column, '3', 1, 'statement'],
      ['Table 6', '(all boroughs)', claim.column, '4', 1, 'statement'],
    ])
  })

  it('months of data that differ', () => {
    const consultations = madeFigures().consultations.map((row) => ({
      ...row,
      months: row.authority === 'Alder' ? 8 : 10,
    }))
    const print = { file: 'case-consultations.csv', row: 'Alder | 2', column: 'months', printed: '8' }
    expect(brief([print], { consultations }).map(([, , , , , kind]) => kind)).toEqual(['months differ'])
  })

  it('digits padded with a nought', () => {
    expect(
      brief([
        { file: 'core-survey-demographics.csv', row: 'Gay', column: 'post_percent', place: 'Table 3', printed: '03' },
      ]),
    ).toEqual([['Table 3', 'Gay', 'post_percent', '03', 3, 'padded']])
  })

  it('two waves of other people', () => {
    const print = { file: 'core-survey-demographics.csv', row: 'Female', column: 'post_percent', printed: '60' }
    expect(foundWith([print]).map(({ kind, row }) => [kind, row])).toEqual([['not the same people', 'Female']])
  })
})

// A year earlier, and as long.
const alike = { starts: '2021-07-01', ends: '2022-07-01' } as Pick<Figures['changeData'][number], 'starts' | 'ends'>
