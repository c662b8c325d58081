import { expect, test } from 'vitest'
import { localDate } from '#platform/dates.ts'
import { boroughCell, ownCell } from './attendance.ts'

const term = { number: 2, starts: localDate('2022-08-01'), ends: localDate('2023-08-01') }
const core = { id: 'core', name: 'Core', offeredFrom: localDate('2021-08-01') }
const late = { id: 'late', name: 'Supervisors', offeredFrom: localDate('2023-08-01') }
const block = (attended: number, starts = '2022-08-01', courseId = 'core') => ({
  courseId,
  starts: localDate(starts),
  attended,
})

test('A block counts in the term in which it begins, and in no other', () => {
  const blocks = [
    block(3),
    block(4, '2023-07-31'),
    block(50, '2023-08-01'),
    block(60, '2022-07-31'),
    block(70, '2022-09-01', 'other'),
  ]
  expect(ownCell(core, term, blocks, true)).toEqual({ kind: 'count', n: 7 })
})

test('Nothing is four different things', () => {
  expect(ownCell(core, term, [], true)).toEqual({ kind: 'count', n: 0 })
  expect(ownCell(core, term, [block(0)], true)).toEqual({ kind: 'none-recorded' })
  expect(ownCell(core, term, [block(0)], false)).toEqual({ kind: 'not-member' })
  expect(ownCell(late, term, [], true)).toEqual({ kind: 'not-offered' })
})

test('A borough is not available where no register of the course says a borough, and 0 where others do', () => {
  const rows = [
    { term: 2, course: 'Core', authorityId: 'a', attended: 5 },
    { term: 2, course: 'Working with Perpetrators', authorityId: null, attended: 137 },
  ]
  expect(boroughCell(rows, 'Core', 2, 'a', true)).toEqual({ kind: 'count', n: 5 })
  expect(boroughCell(rows, 'Core', 2, 'b', true)).toEqual({ kind: 'count', n: 0 })
  expect(boroughCell(rows, 'Working with Perpetrators', 2, 'a', true)).toEqual({ kind: 'not-available' })
  expect(boroughCell(rows, 'Overview', 2, 'a', true)).toEqual({ kind: 'count', n: 0 })
  expect(boroughCell(rows, 'Overview', 1, 'a', false)).toEqual({ kind: 'not-offered' })
})
