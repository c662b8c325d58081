import { expect, test } from 'vitest'
import { counted, figuresOf, yearBefore } from '../direction/fixtures/figures.ts'
import { linesOf, whysOf } from './figure-lines.ts'
import { lastYearOf } from './last-year.ts'

const year = (
  endsWith: '2024-Q4' | '2023-Q4',
  measures: ReturnType<typeof figuresOf>['years'][number]['measures'],
) => ({
  endsWith,
  measures,
})

test('Each figure is of its own last twelve months, and the window is the last one of any', () => {
  const figures = figuresOf(4, () => ({ c_new_cp_plan_dv: yearBefore }), true)
  const [first] = figures.quarters
  if (first === undefined) throw new Error('four quarters were asked for')
  const both = {
    ...first.measures,
    b_new_dv_after_assessment: counted(40, { base: 160 }),
    c_new_cp_plan_dv: yearBefore,
  }
  const years = [
    year('2023-Q4', { ...both, d_taken_into_care_dv: counted(9, { base: 30 }) }),
    year('2024-Q4', { ...both, d_taken_into_care_dv: yearBefore }),
  ]
  const { endsWith, lines } = lastYearOf({ ...figures, years })
  expect(endsWith).toBe('2024-Q4')
  const of = Object.fromEntries(lines.map((line) => [line.key, line]))
  expect(of['b']).toMatchObject({ endsWith: '2024-Q4', share: { value: 0.25, of: 160 }, why: null })
  expect(of['d']).toMatchObject({ endsWith: '2023-Q4', figure: { events: 9 }, share: { value: 0.3 }, why: null })
  expect(of['c']).toMatchObject({ endsWith: null, share: null })
  expect(of['c']?.why).toContain('of the year before is needed as well')
})

test('Where no twelve months are covered there is no window', () => {
  expect(lastYearOf({ ...figuresOf(3, () => ({}), false), years: [] }).endsWith).toBeNull()
})

test('Quarters that lack the same census are said together, and those that lack another apart', () => {
  const lacks = (from: string, to: string) =>
    ({ status: 'not-computable', why: { reason: 'year-before', from, to } }) as const
  const given = [
    lacks('2021-04-01', '2022-03-31'),
    lacks('2021-07-01', '2022-06-30'),
    lacks('2024-04-01', '2025-03-31'),
  ]
  const figures = figuresOf(3, (index) => ({ c_new_cp_plan_dv: given[index] ?? counted(0) }), false)
  const found = whysOf(linesOf(figures, 'c_new_cp_plan_dv').toReversed())
  expect(
    found.map(({ words, quarters }) => [/that of [\d-]+, so that .* is covered/.exec(words)?.[0], quarters]),
  ).toEqual([
    ['that of 2021-22, so that 1 April 2021 to 30 June 2022 is covered', ['2022-Q1', '2022-Q2']],
    ['that of 2024-25, so that 1 April 2024 to 31 March 2025 is covered', ['2022-Q3']],
  ])
})
