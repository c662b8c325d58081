import { expect, test } from 'vitest'
import { localDate } from '#platform/dates.ts'
import { grantRoleForm } from './form.ts'

const form = grantRoleForm(['lead', 'admin'], localDate('2026-03-03'))
const fields = (starts: string, last = '', role = 'lead') => {
  const [sd = '', sm = '', sy = ''] = starts.split(' ')
  const [ld = '', lm = '', ly = ''] = last.split(' ')
  return {
    role,
    'starts-day': sd,
    'starts-month': sm,
    'starts-year': sy,
    'last-day': ld,
    'last-month': lm,
    'last-year': ly,
  }
}
const said = (typed: object) => form.safeParse(typed).error?.issues.map(({ path, message }) => [path[0], message])

test('a role begins on a day and may have no end', () => {
  expect(form.parse(fields('3 3 2026'))).toEqual({ role: 'lead', starts: '2026-03-03', ends: null })
})

test('the last day is one with the role: the grant ends on the day after', () => {
  expect(form.parse(fields('3 March 2026', '31 3 2026'))).toEqual({
    role: 'lead',
    starts: '2026-03-03',
    ends: '2026-04-01',
  })
  expect(form.parse(fields('3 3 2026', '3 3 2026'))).toMatchObject({ ends: '2026-03-04' })
})

test.each([
  [fields('3 3 2026', '', 'provider'), 'role', 'Choose a role'],
  [fields(''), 'starts', 'Enter the first day'],
  [fields('2 3 2026'), 'starts', 'First day must be today or in the future'],
  [fields('3 3'), 'starts-year', 'First day must include a year'],
  [fields('31 2 2026'), 'starts', 'First day must be a real date'],
  [fields('10 3 2026', '9 3 2026'), 'last', 'Last day must be the same as or after 10 March 2026, the first day'],
  [fields('3 3 2026', '31 4 2026'), 'last', 'Last day must be a real date'],
])('%j is refused at its place', (typed, place, words) => {
  expect(said(typed)).toEqual([[place, words]])
})

test('a question that was not answered and a field that was not asked are refused', () => {
  expect(said({})).toContainEqual(['role', 'Choose a role'])
  expect(form.safeParse({ ...fields('3 3 2026'), granted_by: 'me' }).success).toBe(false)
})
