import { expect, test } from 'vitest'
import type { Membership, Term } from '#modules/people/index.ts'
import { localDate } from '#platform/dates.ts'
import { linesFor } from './home/sections.ts'
import { isOwed, missingTerms } from './owed.ts'

const term = (number: number): Term => ({
  id: `term ${number}`,
  number,
  name: `Year ${number}`,
  starts: localDate(`${2020 + number}-08-01`),
  ends: localDate(`${2021 + number}-08-01`),
  publishedOn: null,
  version: 1,
})

const member = (starts: string, ends: string | null = null): Membership => ({
  id: 'membership',
  partnershipId: 'partnership',
  organisation: { id: 'alder', name: 'Alder' },
  capacity: 'authority',
  stage: 'implementing',
  starts: localDate(starts),
  startsKnownTo: 'day',
  ends: ends === null ? null : localDate(ends),
  note: '',
  version: 1,
})

const known = (memberships: Membership[], today = '2024-02-01') => ({
  today: localDate(today),
  terms: [term(1), term(2), term(3)],
  memberships,
})
const numbers = (terms: readonly Term[]) => terms.map(({ number }) => number)
const ending = (day: string) => ({ ends: localDate(day) })

test('A return is owed only once its term is over', () => {
  const owes = (today: string) => isOwed(known([member('2021-08-01')], today), 'alder', term(2))
  expect([owes('2023-07-31'), owes('2023-08-01')]).toEqual([false, true])
})

test('A borough that joined in the last month of a term, or left in its first half, owes nothing for it', () => {
  const owes = (...memberships: Membership[]) => isOwed(known(memberships), 'alder', term(2))
  expect(owes(member('2023-07-01'))).toBe(false)
  expect(owes(member('2021-08-01', '2023-01-01'))).toBe(false)
  expect(owes(member('2021-08-01', '2023-07-01'))).toBe(true)
  // 365 days: half of them is 183, of which one membership alone has fewer.
  expect(owes(member('2022-08-01', '2022-11-01'), member('2023-05-01'))).toBe(true)
  expect(isOwed(known([member('2021-08-01')]), 'birch', term(2))).toBe(false)
  expect(owes({ ...member('2021-08-01'), capacity: 'host' })).toBe(false)
})

test('Nothing is missing before a borough’s first return; where none ever came, the last one is', () => {
  const all = { ...known([member('2021-08-01')], '2024-09-01') }
  expect(numbers(missingTerms(all, 'alder', []))).toEqual([3])
  expect(numbers(missingTerms(all, 'alder', [ending('2023-07-01')]))).toEqual([3])
  expect(numbers(missingTerms(all, 'alder', [ending('2022-07-01'), ending('2024-07-01')]))).toEqual([2])
  expect(numbers(missingTerms(known([]), 'alder', []))).toEqual([])
})

test('Home says nothing of a borough that owes nothing and sent nothing', () => {
  const reading = { ...known([member('2023-07-01')]), organisation: { id: 'alder', name: 'Alder' } }
  expect(linesFor(reading, [])).toEqual([])
})
