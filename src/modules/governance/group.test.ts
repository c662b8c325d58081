import { expect, test } from 'vitest'
import { type Group, meetingsAYear, seatsByHolder } from './group.ts'

test.each([
  ['every two weeks', 26],
  ['Every other week', 26],
  ['weekly', 52],
  [' monthly ', 12],
  ['every 2 months', 6],
  ['quarterly', 4],
  ['twice a year', 2],
])('A group that meets %s meets %i times a year', (meets, want) => {
  expect(meetingsAYear(meets)).toBe(want)
})

test.each(['when needed', 'every two weeks or so', ''])('A rhythm such as "%s" gives no number', (meets) => {
  expect(meetingsAYear(meets)).toBeNull()
})

test('Each holder stands once, those with most seats first', () => {
  const group = (id: string, ...holders: string[]): Group => ({ id, name: id, meets: 'monthly', holders })
  const holders = seatsByHolder([
    group('steering', 'project manager', 'evaluators'),
    group('operational', 'borough leads', 'evaluators'),
  ])
  expect(holders.map(({ holder, groups }) => [holder, [...groups]])).toEqual([
    ['evaluators', ['steering', 'operational']],
    ['borough leads', ['operational']],
    ['project manager', ['steering']],
  ])
})
