import { expect, test } from 'vitest'
import { localDate } from '#platform/dates.ts'
import type { Account, Grant } from '../admin-store.ts'
import { accountState, dueWords, lastSeenWords, whatNext } from './account-state.ts'

const today = localDate('2026-03-03')
const account: Account = {
  id: 'a',
  person_id: 'p',
  name: 'Ama Boateng',
  email: 'ama@grove.example',
  created_at: new Date('2026-01-01T09:00:00Z'),
  closed_at: null,
  last_signed_in: new Date('2026-02-10T09:00:00Z'),
}
const grant = (role: string, starts: string, ends: string | null = null): Grant => ({
  id: role,
  account_id: 'a',
  role,
  partnership_id: null,
  starts,
  ends,
  granted_by: null,
})
const closed = { ...account, closed_at: new Date('2026-02-20T09:00:00Z') }
const lead = grant('lead', '2025-01-01')

test('an account is open while some role is in force', () => {
  expect(accountState(account, [lead], today)).toBe('open')
  expect(accountState(account, [grant('lead', '2025-01-01', '2026-03-03')], today)).toBe('no role')
  expect(accountState(account, [grant('lead', '2026-03-04')], today)).toBe('no role')
  expect(accountState(account, [], today)).toBe('no role')
  expect(accountState(closed, [lead], today)).toBe('closed')
})

test.each([
  [
    'a role that ends within 30 days',
    account,
    [grant('lead', '2025-01-01', '2026-03-20')],
    'Implementation lead ends on 19 March 2026',
  ],
  [
    'the first of two that end',
    account,
    [grant('lead', '2025-01-01', '2026-03-20'), grant('quality', '2025-01-01', '2026-03-10')],
    'Quality assurance ends on 9 March 2026',
  ],
  ['a role that begins', account, [grant('champion', '2026-04-01')], 'Champion begins on 1 April 2026'],
  ['no role at all', account, [grant('lead', '2025-01-01', '2025-06-01')], 'Give a role, or close the account'],
  [
    'a role taken back before it began',
    account,
    [grant('lead', '2026-04-01', '2026-04-01')],
    'Give a role, or close the account',
  ],
  ['nobody came yet', { ...account, last_signed_in: null }, [lead], 'Has not signed in yet'],
  ['an end that is far off', account, [grant('lead', '2025-01-01', '2026-09-01')], ''],
  ['a closed account', closed, [], ''],
])('what next: %s', (_what, of, grants, words) => {
  expect(whatNext(of, grants, today)).toBe(words)
})

test('when somebody was last here is said as people say it', () => {
  expect(lastSeenWords(account, today)).toBe('10 February 2026, three weeks ago')
  expect(lastSeenWords({ ...account, last_signed_in: null }, today)).toBe('never')
})

test('an account needs a decision where it has no role to come, or one that ends soon', () => {
  expect(dueWords(account, [], today)).toBe('Give a role, or close the account')
  expect(dueWords(account, [grant('lead', '2025-01-01', '2026-03-20')], today)).toBe(
    'Implementation lead ends on 19 March 2026',
  )
  expect(dueWords(account, [grant('champion', '2026-04-01')], today)).toBeNull()
  expect(dueWords({ ...account, last_signed_in: null }, [lead], today)).toBeNull()
  expect(dueWords(closed, [], today)).toBeNull()
})
