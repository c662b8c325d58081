import { expect, test } from 'vitest'
import { localDate } from '#platform/dates.ts'
import { partnershipLines, staffLines } from './home/sections.ts'
import {
  boroughsAmong,
  joinedText,
  leftText,
  type Membership,
  membershipState,
  overlappingMembership,
  wasMember,
} from './partnership.ts'

const membership = (
  name: string,
  starts: string,
  ends: string | null,
  change: Partial<Membership> = {},
): Membership => ({
  id: `${name} ${starts}`,
  partnershipId: 'p',
  organisation: { id: name, name },
  capacity: 'authority',
  stage: 'implementing',
  starts: localDate(starts),
  startsKnownTo: 'day',
  ends: ends === null ? null : localDate(ends),
  note: '',
  version: 1,
  ...change,
})

test('When somebody joined is said as exactly as it is known', () => {
  const joined = (startsKnownTo: Membership['startsKnownTo']) =>
    joinedText({ starts: localDate('2019-01-01'), startsKnownTo })
  expect([joined('day'), joined('month'), joined('year')]).toEqual(['1 January 2019', 'January 2019', '2019'])
})

test('The last day of a membership is the day before its end, and on that day it is still a member', () => {
  const left = membership('Redbridge', '2021-08-01', '2023-07-01')
  expect(leftText(left)).toBe('30 June 2023')
  expect(membershipState(left, localDate('2023-06-30'))).toBe('member')
  expect(membershipState(left, localDate('2023-07-01'))).toBe('left')
  expect(membershipState(left, localDate('2021-07-31'))).toBe('to come')
})

test('An organisation may leave and come back, but not be a member twice at once in one capacity', () => {
  const others = [membership('Alder', '2021-08-01', '2023-07-01')]
  const asked = (starts: string, capacity: Membership['capacity'] = 'authority') => ({
    organisationId: 'Alder',
    capacity,
    starts: localDate(starts),
    ends: null,
  })
  expect(overlappingMembership(asked('2023-07-01'), others)).toBeNull()
  expect(overlappingMembership(asked('2023-06-30'), others)?.organisation.name).toBe('Alder')
  expect(overlappingMembership(asked('2022-01-01', 'host'), others)).toBeNull()
  expect(overlappingMembership(asked('2022-01-01'), others, others[0]?.id)).toBeNull()
})

test('Boroughs to filter by stand once, by name, past members too', () => {
  const all = [
    membership('Birch', '2021-08-01', '2022-01-01'),
    membership('Birch', '2023-01-01', null),
    membership('Alder', '2021-08-01', null),
    membership('Hazel', '2021-08-01', null, { capacity: 'provider' }),
  ]
  expect(boroughsAmong(all).map(({ name }) => name)).toEqual(['Alder', 'Birch'])
  expect(wasMember(all, 'Birch', { starts: localDate('2022-01-01'), ends: localDate('2023-01-01') })).toBe(false)
})

test('Home tells the project manager what is missing and when the term ends', () => {
  const term = {
    id: 't',
    number: 5,
    name: 'Year 5',
    starts: localDate('2025-08-01'),
    ends: localDate('2026-08-01'),
    publishedOn: null,
    version: 1,
  }
  const today = localDate('2026-06-01')
  const lines = partnershipLines([term], [membership('Alder', '2021-08-01', null, { stage: null })], today)
  expect(lines.map(({ text, due }) => [text, due])).toEqual([
    ['Alder has no stage yet', true],
    ['Year 5 ends on 31 July 2026, in eight weeks; no term follows it yet', true],
  ])
  expect(partnershipLines([term], [], localDate('2027-01-01')).map(({ text }) => text)).toEqual([
    'No term is running: add the next one',
  ])
})

test('Home tells the administrator who has no team and who leaves, only of those in post', () => {
  const member = (teamId: string | null, starts: string, ends: string | null) => ({
    id: starts,
    name: 'n',
    jobRole: '',
    teamId,
    team: teamId,
    starts: localDate(starts),
    ends: ends === null ? null : localDate(ends),
    version: 1,
  })
  const lines = staffLines(
    [
      member(null, '2020-01-01', null),
      member(null, '2030-01-01', null),
      member('t', '2020-01-01', '2026-06-20'),
      member(null, '2020-01-01', '2026-06-01'),
    ],
    localDate('2026-06-01'),
  )
  expect(lines.map(({ text }) => text)).toEqual([
    '1 person in post without a team',
    '1 person on the staff list leaves in the next 30 days',
  ])
})
