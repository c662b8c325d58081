import { expect, test } from 'vitest'
import { localDate } from '#platform/dates.ts'
import { lastDay, nextNumber, overlappingTerm, type Term, termLabel, termOn, termState } from './term.ts'
import { overlapMessage } from './term-form.ts'

const term = (number: number, starts: string, ends: string): Term => ({
  id: `term ${number}`,
  number,
  name: `Year ${number}`,
  starts: localDate(starts),
  ends: localDate(ends),
  publishedOn: null,
  version: 1,
})
const [one, two] = [term(1, '2021-08-01', '2022-08-01'), term(2, '2022-08-01', '2023-08-01')]

test('A term is said with its last day, kept with the day after', () => {
  expect(lastDay(two)).toBe('2023-07-31')
  expect(termLabel(two)).toBe('Year 2, August 2022 to July 2023')
})

test('The term of a day is the one that holds it, else the last that had begun', () => {
  expect(termOn([one, two], localDate('2022-07-31'))?.number).toBe(1)
  expect(termOn([one, two], localDate('2022-08-01'))?.number).toBe(2)
  expect(termOn([one, two], localDate('2030-01-01'))?.number).toBe(2)
  expect(termOn([one, two], localDate('2020-01-01'))).toBeNull()
})

test('A term is to come, running or over', () => {
  const on = (day: string) => termState(one, localDate(day))
  expect([on('2021-07-31'), on('2021-08-01'), on('2022-07-31'), on('2022-08-01')]).toEqual([
    'to come',
    'running',
    'running',
    'over',
  ])
})

test('Terms that meet do not overlap, terms that share a day do, and a term does not overlap itself', () => {
  const dates = (starts: string, ends: string) => ({ starts: localDate(starts), ends: localDate(ends) })
  expect(overlappingTerm(dates('2023-08-01', '2024-08-01'), [one, two])).toBeNull()
  expect(overlappingTerm(dates('2023-07-31', '2024-08-01'), [one, two])?.number).toBe(2)
  expect(overlappingTerm(one, [one, two], one.id)).toBeNull()
  expect(overlapMessage(dates('2023-07-31', '2024-08-01'), [one, two])).toBe(
    'These dates share days with Year 2, 1 August 2022 to 31 July 2023: a day belongs to one term',
  )
})

test('The next number follows the highest', () => {
  expect([nextNumber([]), nextNumber([two, one])]).toEqual([1, 3])
})
