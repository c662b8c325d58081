import { expect, test } from 'vitest'
import { localDate } from '#platform/dates.ts'
import { endRoleForm } from './form.ts'

const form = (starts = '2025-01-01') => endRoleForm({ starts }, localDate('2026-03-03'))
const on = (day: string, month: string, year: string) => ({
  when: 'later',
  'last-day': day,
  'last-month': month,
  'last-year': year,
})

test('now is from this moment: today is the first day without it', () => {
  expect(form().parse({ when: 'now' })).toEqual({ ends: '2026-03-03' })
})

test('a role that has not begun ends before its first day', () => {
  expect(form('2026-04-01').parse({ when: 'now' })).toEqual({ ends: '2026-04-01' })
  expect(form('2026-04-01').parse(on('10', '3', '2026'))).toEqual({ ends: '2026-04-01' })
})

test('at the end of a day, the day itself counts', () => {
  expect(form().parse(on('31', '3', '2026'))).toEqual({ ends: '2026-04-01' })
  expect(form().parse(on('3', '3', '2026'))).toEqual({ ends: '2026-03-04' })
})

test.each([
  [{}, 'when', 'Choose when the role ends'],
  [{ when: 'later' }, 'last', 'Enter the last day'],
  [on('2', '3', '2026'), 'last', 'Last day must be today or in the future'],
  [on('', '3', '2026'), 'last-day', 'Last day must include a day'],
  [on('31', '2', '2027'), 'last', 'Last day must be a real date'],
])('%j is refused at its place', (typed, place, words) => {
  expect(
    form()
      .safeParse(typed)
      .error?.issues.map(({ path, message }) => [path[0], message]),
  ).toEqual([[place, words]])
})
