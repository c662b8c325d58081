import { expect, test } from 'vitest'
import { localDate } from '#platform/dates.ts'
import { type Indicator, nextStep, type ReturnLine, summaries } from './indicator.ts'

const line = (indicator: Indicator, events: number | null, borough = 'Alder', starts = '2022-07-01'): ReturnLine => ({
  borough,
  starts: localDate(starts),
  ends: localDate('2023-07-01'),
  indicator,
  events,
})

test('New cases are both ways of identifying together, and plans and care are shares of them', () => {
  const [row] = summaries([
    line('identified at referral', 1107),
    line('identified after assessment', 538),
    line('child protection plan', 95),
    line('taken into care', 0),
  ])
  expect(row?.cases).toEqual({ n: 1645, partial: false })
  expect([row?.plans.of, row?.care.of]).toEqual([1645, 1645])
  expect(row?.plans.interval?.low).toBeCloseTo(0.0475, 3)
  expect(row?.care).toMatchObject({ kind: 'count', n: 0 })
})

test('What is not collected, what a return leaves out and 0 stay three things', () => {
  const [row] = summaries([
    line('identified at referral', 3182),
    line('identified after assessment', null),
    line('child protection plan', null),
  ])
  expect(row?.cases).toEqual({ n: 3182, partial: true })
  expect([row?.afterAssessment.kind, row?.plans.kind, row?.care.kind]).toEqual([
    'not-collected',
    'not-collected',
    'missing',
  ])
})

test('More plans than new cases are no share of them', () => {
  const [row] = summaries([
    line('identified at referral', 2),
    line('identified after assessment', 0),
    line('child protection plan', 3),
  ])
  expect(row?.plans).toMatchObject({ kind: 'count', n: 3, of: null, interval: null })
  expect(summaries([line('child protection plan', 3)])[0]?.cases).toBeNull()
})

test('Each borough and each period is a line of its own, in the order in which they come', () => {
  const rows = summaries([
    line('child protection plan', 1, 'Birch'),
    line('child protection plan', 2),
    line('taken into care', 3, 'Birch'),
    line('taken into care', 4, 'Birch', '2021-07-01'),
  ])
  expect(rows.map(({ borough, starts }) => [borough, starts])).toEqual([
    ['Birch', '2022-07-01'],
    ['Alder', '2022-07-01'],
    ['Birch', '2021-07-01'],
  ])
})

test('What is not collected asks from when it can be', () => {
  expect(nextStep({ events: null }).due).toBe(true)
  expect(nextStep({ events: 0 })).toEqual({ text: 'Nothing due', due: false })
})
