import { expect, test } from 'vitest'
import { localDate } from '#platform/dates.ts'
import { nextStep } from './consultation.ts'

const today = localDate('2026-03-31')
const on = (date: string) => nextStep({ heldOn: localDate(date) }, today)

test('A consultation to come says when; one held asks after four weeks, then no more', () => {
  expect(on('2026-04-02')).toEqual({ state: 'planned', next: 'Takes place in two days' })
  expect(on('2026-03-31')).toEqual({ state: 'held', next: 'Ask what was tried, from 28 April 2026' })
  expect(on('2026-03-04').next).toBe('Ask what was tried, from 1 April 2026')
  expect(on('2026-03-03').next).toBe('Nothing due')
})
