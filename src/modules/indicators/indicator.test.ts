import { expect, test } from 'vitest'
import { localDate } from '#platform/dates.ts'
import { aMonth, directionWords, type Indicator, nextStep, type ReturnLine, summaries } from './indicator.ts'

const line = (indicator: Indicator, events: number | null, borough = 'Alder', starts = '2022-07-01'): ReturnLine => ({
  boroughId: borough,
  borough,
  starts: localDate(starts),
  ends: localDate('2023-07-01'),
  indicator,
  events,
  withheld: false,
})

test('New cases are both ways of identifying together, and plans and care are shares of them', () => {
  const [row] = summaries([
    line('identified at referral', 1107),
    line('identified after assessment', 538),
    line('child protection plan', 95),
    line('taken into care', 0),
  ])
  expect(row?.cases).toEqual({ n: 1645, partial: false })
  expect(row?.plans.base).toMatchObject({ kind: 'counted', of: 1645 })
  expect(row?.plans.base?.kind === 'counted' && row.plans.base.interval?.low).toBeCloseTo(0.0475, 3)
  expect(row?.care).toMatchObject({ cell: { kind: 'count', n: 0 }, base: { kind: 'counted', of: 1645 } })
})

test('Beside what is withheld there is no sum and no share: its other part would tell it', () => {
  const [row] = summaries([
    { ...line('identified at referral', null), withheld: true },
    line('identified after assessment', 30),
    line('child protection plan', 7),
    { ...line('taken into care', null), withheld: true },
  ])
  expect(row?.atReferral).toEqual({ kind: 'withheld' })
  expect(row?.cases).toBeNull()
  expect(row?.plans).toMatchObject({ cell: { kind: 'count', n: 7 }, base: { kind: 'not-available' } })
  expect(row?.care).toEqual({ cell: { kind: 'withheld' }, base: null })
})

test('What is not collected, what a return leaves out and 0 stay three things', () => {
  const [row] = summaries([
    line('identified at referral', 3182),
    line('identified after assessment', null),
    line('child protection plan', null),
  ])
  expect(row?.cases).toEqual({ n: 3182, partial: true })
  expect([row?.plans.base, row?.care.base]).toEqual([null, null])
  expect([row?.afterAssessment.kind, row?.plans.cell.kind, row?.care.cell.kind]).toEqual([
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
  expect(row?.plans).toEqual({ cell: { kind: 'count', n: 3 }, base: { kind: 'exceeded' } })
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

test('Of new cases that were counted in one way only nothing is a share', () => {
  const [row] = summaries([
    line('identified at referral', 168),
    line('identified after assessment', null),
    line('child protection plan', 17),
    line('taken into care', 0),
  ])
  expect(row?.plans).toEqual({ cell: { kind: 'count', n: 17 }, base: { kind: 'not-available' } })
  expect(row?.care).toEqual({ cell: { kind: 'count', n: 0 }, base: { kind: 'not-available' } })
})

test('What is not collected asks from when it can be, at the latest return only', () => {
  const [old, latest] = [
    line('taken into care', null),
    { ...line('taken into care', null), ends: localDate('2024-07-01') },
  ]
  expect([old, latest].map((each) => nextStep(each, [old, latest]).due)).toEqual([false, true])
  expect(nextStep({ ...latest, events: 0 }, [old, latest])).toEqual({ text: 'Nothing due', due: false })
})

test('Returns of twelve and of three months stand side by side as counts a month', () => {
  expect(aMonth(1107, { starts: localDate('2022-07-01'), ends: localDate('2023-07-01') })).toBe(92.25)
  expect(aMonth(284, { starts: localDate('2024-04-01'), ends: localDate('2024-07-01') })).toBeCloseTo(94.67, 2)
})

test('Fewer than six returns are too few to speak of a direction, fewer than twelve a trial', () => {
  expect([1, 5, 6, 11, 12].map(directionWords)).toEqual([
    '1 return so far: too few to speak of a direction',
    '5 returns so far: too few to speak of a direction',
    '6 returns so far: until there are 12, any direction is on trial',
    '11 returns so far: until there are 12, any direction is on trial',
    null,
  ])
})
