import { describe, expect, it } from 'vitest'
import { cellText } from '#platform/documents/index.ts'
import { madeFigures } from '../fixtures/made-figures.ts'
import { buildReport } from './build.ts'
import type { Figures } from './figures.ts'

const tableOf = (id: string, change: Partial<Figures> = {}) => {
  const table = buildReport(madeFigures({ printed: null, ...change })).tables.find((one) => one.id === id)
  if (!table) throw new Error(`no ${id}`)
  return table
}

const shownOf = (id: string, change: Partial<Figures> = {}, index = 0) =>
  tableOf(id, change).shown[index]?.rows.map((row) => row.map(cellText))

describe('people who attended, by borough', () => {
  const attended = madeFigures().attended

  it('a borough that nobody came from lists its zero', () => {
    expect(tableOf('appendix-1', { attended: attended.slice(0, 1) }).rows).toEqual([
      { course: 'Overview', borough: 'Alder', year: 2, attended: 18 },
      { course: 'Overview', borough: 'Birch', year: 2, attended: 0 },
    ])
  })

  it('a register without boroughs gives one row, and no zeros', () => {
    const without = [{ term: 2, course: 'Overview', authority: null, attended: 30 }]
    expect(tableOf('appendix-1', { attended: without }).rows).toEqual([
      { course: 'Overview', borough: '(not available per borough)', year: 2, attended: 30 },
    ])
  })

  it('where some of a register have no borough, nobody counted is not zero', () => {
    const some = [...attended.slice(0, 1), { term: 2, course: 'Overview', authority: null, attended: 12 }]
    expect(tableOf('appendix-1', { attended: some }).rows.map(({ borough, attended: n }) => [borough, n])).toEqual([
      ['Alder', 18],
      ['Birch', null],
      ['(not available per borough)', 12],
    ])
    expect(shownOf('appendix-1', { attended: some })).toEqual([
      ['Alder', '18'],
      ['Birch', 'not available'],
      ['Borough not recorded', '12'],
      ['All', '30'],
    ])
  })
})

it('a course that was not yet offered has no zero', () => {
  expect(tableOf('table-2').rows).toEqual([
    {
      course: 'Overview',
      days: 1,
      mode: 'live',
      blocks_year_1: null,
      blocks_year_2: 2,
      attended_year_1: null,
      attended_year_2: 30,
    },
  ])
  expect(shownOf('table-2')?.[0]).toContain('not yet offered')
})

it('consultations stand beside the months they cover and their rate per month', () => {
  const table = tableOf('table-4')
  expect(table.derived?.rows[1]).toEqual({
    borough: 'Birch',
    year: 2,
    per_month: 2,
    per_month_low: 1.221,
    per_month_high: 3.089,
  })
  expect(shownOf('table-4')?.map((row) => row.slice(4))).toEqual([
    ['7', '10', '0.7 (0.3 to 1.4)'],
    ['20', '10', '2.0 (1.2 to 3.1)'],
    ['27', '20', '1.4 (0.9 to 2.0)'],
  ])
})

it('a page of the hub that nothing counted has no zero', () => {
  const hubViews = [{ term: 2, section: 'Training', page: 'Courses', views: null, firstOn: null, lastOn: null }]
  expect(tableOf('table-5', { hubViews }).rows).toEqual([{ section: 'Training', page: 'Courses', visits: null }])
  expect(shownOf('table-5', { hubViews })).toEqual([['Courses', 'Training', 'not available']])
})

describe('change data', () => {
  const notCollected = madeFigures().changeData.map((row) => ({
    ...row,
    events: row.indicator === 'identified at referral' ? row.events : null,
  }))

  it('has shares of all cases with their interval', () => {
    expect(tableOf('table-6').derived?.rows).toEqual([
      {
        borough: 'Alder',
        cp_share: 0.065,
        cp_share_low: 0.0384,
        cp_share_high: 0.108,
        care_share: 0.015,
        care_share_low: 0.0051,
        care_share_high: 0.0432,
      },
    ])
  })

  it('what is not collected is neither zero nor a share', () => {
    const [row] = tableOf('table-6', { changeData: notCollected }).rows
    expect(row).toMatchObject({ total_cases: 80, new_cp_plans_dv_factor: null, new_dv_cases_after_assessment: null })
    expect(shownOf('table-6', { changeData: notCollected })).toEqual([
      ['Alder', '80', 'not collected', '80', 'not collected', 'not available', 'not collected', 'not available'],
    ])
  })

  it('what is withheld is neither not collected nor part of a sum', () => {
    const withheld = madeFigures().changeData.map((row) =>
      row.indicator === 'identified at referral' ? { ...row, events: null, withheld: true } : row,
    )
    const shown = shownOf('table-6', { changeData: withheld })?.[0]
    expect(shown?.slice(0, 4)).toEqual(['Alder', 'withheld', '120', 'withheld'])
    expect(shown).not.toContain('not collected')
    expect(tableOf('table-6', { changeData: withheld }).notes.join()).toContain('A figure of Alder is withheld')
  })

  it('more plans than cases is no share', () => {
    const more = madeFigures().changeData.map((row) =>
      row.indicator === 'child protection plan' ? { ...row, events: 500 } : row,
    )
    expect(tableOf('table-6', { changeData: more }).derived?.rows[0]).toMatchObject({ cp_share: null })
  })
})

describe('referrals', () => {
  it('lists what there is, with the total, and the share found suitable', () => {
    const table = tableOf('figure-5')
    expect(table.rows.map(({ measure, provider, value }) => [measure, provider, value])).toEqual([
      ['referrals', 'Hazel', 5],
      ['referrals', '(all)', 5],
      ['accepted', 'Hazel', 5],
      ['suitable at assessment', 'Hazel', 5],
    ])
    expect(table.period).toBe('September 2022 to March 2023')
    expect(shownOf('figure-5')?.[0]).toEqual(['Hazel', '5', '5', '5', '100.0% (56.6 to 100.0)'])
  })

  it('nobody recorded as suitable is not zero where outcomes are not recorded', () => {
    const referrals = madeFigures().referrals.filter(({ measure }) => measure !== 'suitable at assessment')
    expect(shownOf('figure-5', { referrals })?.[0]).toEqual(['Hazel', '5', '5', 'not recorded', 'not available'])
    expect(tableOf('figure-5', { referrals }).notes).toEqual(['Hazel: no outcome is recorded for 5 of 5 accepted.'])
  })

  it('a term without referrals has no row of zeros and no chart', () => {
    const referrals = madeFigures().referrals.map((row) => ({ ...row, n: 0, firstOn: null, lastOn: null }))
    const table = tableOf('figure-5', { referrals })
    expect([table.rows, table.shown, table.chart, table.derived]).toEqual([[], [], null, null])
    expect(table.base).toBe('No referral is recorded in this term')
  })
})

it('rows stand in the order of print', () => {
  const boroughs = buildReport(madeFigures()).tables.find(({ id }) => id === 'table-4')?.rows
  expect(boroughs?.map(({ borough }) => borough)).toEqual(['Birch', 'Alder'])
})
