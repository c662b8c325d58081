import { expect, test } from 'vitest'
import { coverageByTeam, coverageOfAll } from './coverage.ts'

const people = [
  { id: 'ann', team: 'MASH' },
  { id: 'ben', team: 'MASH' },
  { id: 'cas', team: null },
  { id: 'dan', team: 'Assessment' },
]

test('Only people now in post count, each once, and those without a team come last', () => {
  const completions = [
    { courseId: 'core', personId: 'ann' },
    { courseId: 'core', personId: 'ann' },
    { courseId: 'core', personId: 'gone' },
    { courseId: 'overview', personId: 'cas' },
  ]
  const coverage = coverageByTeam(people, completions)
  expect(coverage.map(({ team, inPost, completed }) => [team, inPost, completed.get('core') ?? 0])).toEqual([
    ['Assessment', 1, 0],
    ['MASH', 2, 1],
    [null, 1, 0],
  ])
  const all = coverageOfAll(people, completions)
  expect([all.inPost, all.completed.get('core'), all.completed.get('overview')]).toEqual([4, 1, 1])
})
