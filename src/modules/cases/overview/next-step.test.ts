import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, localDate } from '#platform/dates.ts'
import type { Member } from '../family.ts'
import type { Attempt } from './deed.ts'
import { alsoWaiting, nextStep } from './next-step.ts'

const today = localDate('2026-04-04')
const person = (individualId: string, part: Member['part'], leftOn: string | null = null): Member => ({
  individualId,
  name: individualId,
  part,
  birthOn: null,
  expectedOn: null,
  gender: '',
  involvement: '',
  leftOn: leftOn === null ? null : localDate(leftOn),
})
const family = {
  people: [person('Darren Ashworth', 'perpetrator'), person('Mia Price', 'child')],
  openedOn: localDate('2026-01-05'),
  closedOn: null,
  goals: 0,
  efforts: 0,
  formSince: null,
  unansweredSince: null,
}
const attempt = (on: string, nextOn: string | null = null, perpetratorId = 'Darren Ashworth'): Attempt => ({
  perpetratorId,
  on: localDate(on),
  how: 'telephone',
  result: 'no answer',
  nextOn: nextOn === null ? null : localDate(nextOn),
})

describe('What comes next', () => {
  test.each([
    [[], 'nobody has tried to engage Darren Ashworth yet: this record was opened on 5 January 2026, 89 days ago'],
    [[attempt('2026-03-03')], 'nobody has tried to engage Darren Ashworth since 3 March 2026, 32 days ago'],
    [
      [attempt('2026-03-03'), attempt('2026-04-03')],
      'try to engage Darren Ashworth again by 1 May 2026. The last attempt was on 3 April 2026, yesterday',
    ],
    [[attempt('2026-03-30', '2026-04-02')], 'the next attempt to engage Darren Ashworth was due on 2 April 2026'],
  ])('is said of the perpetrator by name: %#', (attempts, words) => {
    expect(nextStep(family, attempts, today)).toBe(words)
  })

  test('is said of whoever was left longest, and of nobody who has left the family', () => {
    const people = [
      ...family.people,
      person('Joe Smith', 'perpetrator'),
      person('Old Pal', 'perpetrator', '2026-02-01'),
    ]
    const attempts = [attempt('2026-02-01'), attempt('2026-02-20', null, 'Joe Smith')]
    expect(nextStep({ ...family, people }, attempts, today)).toMatch(/engage Darren Ashworth since 1 February/)
    expect(nextStep({ ...family, people }, [...attempts, attempt('2026-04-01')], today)).toMatch(
      /engage Joe Smith since/,
    )
  })

  test('is to record the perpetrator where there is none, and nothing in a closed record', () => {
    expect(nextStep({ ...family, people: [] }, [], today)).toBe('record who the perpetrator is')
    const closed = { ...family, closedOn: today }
    expect([nextStep(closed, [], today), alsoWaiting(closed)]).toEqual([null, []])
  })

  test('is overdue from the 28th day on', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), (ago) => {
        const words = nextStep(family, [attempt(addDays(today, -ago))], today) ?? ''
        expect(words.startsWith('nobody has tried')).toBe(ago >= 28)
      }),
    )
  })

  test('and what else waits is named', () => {
    expect(alsoWaiting({ ...family, goals: 1, efforts: 1 })).toEqual([])
    expect(alsoWaiting({ ...family, formSince: today, unansweredSince: today })).toEqual([
      'The plan asks for no change of behaviour yet.',
      'No protective effort is recorded yet.',
      'An engagement form was begun on 4 April 2026 and is not completed.',
      'A referral sent on 4 April 2026 has no answer yet.',
    ])
  })
})
