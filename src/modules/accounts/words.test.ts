import { expect, test } from 'vitest'
import { actWords, datesWords, inForce, momentWords } from './words.ts'

const today = '2026-03-03'

test('a grant is in force from its first day to the day before it ends', () => {
  expect(inForce({ starts: '2026-03-03', ends: null }, today)).toBe(true)
  expect(inForce({ starts: '2026-03-04', ends: null }, today)).toBe(false)
  expect(inForce({ starts: '2026-01-01', ends: '2026-03-04' }, today)).toBe(true)
  expect(inForce({ starts: '2026-01-01', ends: '2026-03-03' }, today)).toBe(false)
})

test.each([
  ['2026-01-01', null, 'since 1 January 2026'],
  ['2026-01-01', '2026-05-01', 'since 1 January 2026, until 30 April 2026'],
  ['2026-01-01', '2026-03-03', 'ended on 2 March 2026'],
  ['2026-04-01', null, 'begins on 1 April 2026'],
  ['2026-04-01', '2026-05-01', 'begins on 1 April 2026, until 30 April 2026'],
  ['2026-04-01', '2026-04-01', 'ended before it began'],
])('a role from %s to %s is %s', (starts, ends, words) => {
  expect(datesWords({ starts, ends }, today)).toBe(words)
})

test('a moment is said as it was in London', () => {
  expect(momentWords(new Date('2026-07-01T23:30:00Z'))).toBe('2 July 2026 at 00:30')
})

test('acts are said in words, those of rooms that came later too', () => {
  expect(actWords('account.signed-in')).toBe('Signed in')
  expect(actWords('training.block-changed')).toBe('Training: block changed')
  expect(actWords('home')).toBe('Home')
})
