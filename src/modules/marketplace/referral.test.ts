import { expect, test } from 'vitest'
import { localDate } from '#platform/dates.ts'
import { linesFor } from './home/sections.ts'
import { isLate, nextStep, type Referral, type Step, stateName } from './referral.ts'

const today = localDate('2026-03-10')
const referral = (sentOn: string, step: Step = 'sent'): Referral => ({
  id: 'r',
  programme: 'Caring Dads',
  from: 'Alder',
  sentOn: localDate(sentOn),
  step,
  stepOn: localDate(sentOn),
})

test('A referral is late on the fifth day without an answer, not on the fourth', () => {
  expect(isLate(referral('2026-03-06'), today)).toBe(false)
  expect(isLate(referral('2026-03-05'), today)).toBe(true)
  expect(isLate(referral('2026-01-01', 'accepted'), today)).toBe(false)
})

test('What comes next says by when', () => {
  expect(nextStep(referral('2026-03-06'), today)).toEqual({ text: 'Answer by 11 March 2026, tomorrow', due: false })
  expect(nextStep(referral('2026-03-01'), today)).toEqual({ text: 'Answer overdue since 6 March 2026', due: true })
  expect(nextStep(referral('2026-03-01', 'accepted'), today).text).toBe('Assess, then record the result')
  expect(nextStep(referral('2026-03-01', 'dropped out'), today).text).toBe('Nothing due')
})

test('Sent is a state that waits; every other step names itself', () => {
  expect(stateName('sent')).toBe('waiting for an answer')
  expect(stateName('transferred')).toBe('transferred')
})

test('Home says first what has waited five days or more, then what was just sent', () => {
  const sent = ['2026-03-01', '2026-03-05', '2026-03-06'].map(localDate)
  expect(linesFor(sent, today, true).map(({ text, due }) => [text, due])).toEqual([
    ['2 referrals without an answer for five days or more', true],
    ['1 referral sent in the last five days, to be answered', false],
  ])
  expect(linesFor(sent.slice(2), today, false).map(({ text }) => text)).toEqual([
    '1 referral from your borough sent in the last five days, to be answered',
  ])
  expect(linesFor([], today, true)).toEqual([])
})
