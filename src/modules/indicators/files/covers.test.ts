import { expect, test } from 'vitest'
import { localDate } from '#platform/dates.ts'
import { type CinExtract, dayOf } from '../readers/extract.ts'
import { coversOf, type SaidCovers } from './covers.ts'

const cin = (year: number | null, referenceDate: string | null): CinExtract => ({
  kind: 'cin',
  year,
  referenceDate: referenceDate === null ? null : dayOf(referenceDate),
  authority: null,
  writtenAt: null,
  children: [],
  episodes: [],
})
const today = localDate('2025-11-22')
const itself: SaidCovers = { kind: 'itself' }
const days = (from: string, to: string): SaidCovers => ({ kind: 'days', from: localDate(from), to: localDate(to) })

test('A census covers its year up to its reference date', () => {
  const whole = { coversFrom: '2024-04-01', coversTo: '2025-04-01' }
  expect(coversOf(cin(2025, '2025-03-31'), itself, today)).toEqual(whole)
  expect(coversOf(cin(2025, null), { kind: 'year', year: 2025 }, today)).toEqual(whole)
  expect(coversOf(cin(2025, '2024-09-30'), itself, today)).toEqual({ ...whole, coversTo: '2024-10-01' })
})

test('A census made in the middle of its year covers no day that is still to come, whatever its header says', () => {
  expect(coversOf(cin(2026, '2026-03-31'), itself, today)).toEqual({ coversFrom: '2025-04-01', coversTo: '2025-11-23' })
  expect(coversOf(cin(2027, '2027-03-31'), itself, today)).toHaveProperty('wrong')
})

test('What was said of a census must not contradict its header, and is needed where it has none', () => {
  expect(coversOf(cin(2025, null), { kind: 'year', year: 2024 }, today)).toHaveProperty('wrong')
  expect(coversOf(cin(2025, null), days('2024-04-01', '2025-04-01'), today)).toHaveProperty('wrong')
  expect(coversOf(cin(null, null), itself, today)).toHaveProperty('wrong')
  expect(coversOf(cin(null, null), { kind: 'year', year: 2023 }, today)).toEqual({
    coversFrom: '2022-04-01',
    coversTo: '2023-04-01',
  })
})

test('Other files cover what is said of them, if one of their dates lies in it', () => {
  const span = { from: dayOf('2024-06-01') ?? 0, to: dayOf('2024-07-01') ?? 0 }
  const care = { kind: 'ssda903', starts: [], unaccompanied: [], dates: span } as const
  expect(coversOf(care, itself, today)).toHaveProperty('wrong')
  expect(coversOf(care, days('2024-06-30', '2024-08-01'), today)).toEqual({
    coversFrom: '2024-06-30',
    coversTo: '2024-08-01',
  })
  // Half-open: the last day of the file is 30 June.
  expect(coversOf(care, days('2024-07-01', '2024-08-01'), today)).toHaveProperty('wrong')
  expect(coversOf({ ...care, dates: null }, days('2024-07-01', '2024-08-01'), today)).not.toHaveProperty('wrong')
})
