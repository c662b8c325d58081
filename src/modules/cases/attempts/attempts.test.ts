import { describe, expect, test } from 'vitest'
import { localDate } from '#platform/dates.ts'
import { type Attempt, attemptsByPerpetrator, attemptsInWords } from './attempts.ts'

const attempt = (onDate: string, how: Attempt['how'], result: Attempt['result'] = 'no answer', withdrawn = false) => ({
  onDate: localDate(onDate),
  how,
  result,
  withdrawn,
})

describe('Attempts in words', () => {
  test('none are none, and say so', () => {
    expect(attemptsInWords([])).toBe('No attempt to engage is recorded')
  })

  test('one has no stretch of time', () => {
    expect(attemptsInWords([attempt('2026-03-02', 'telephone')])).toBe('One attempt: a call; not spoken to yet')
  })

  test('many show consistent effort: how long, how often, and what came of it', () => {
    const five = [
      attempt('2026-03-02', 'telephone'),
      attempt('2026-03-09', 'telephone', 'left a message'),
      attempt('2026-03-20', 'letter', 'no reply yet'),
      attempt('2026-04-01', 'home visit', 'spoke'),
      attempt('2026-04-11', 'telephone'),
    ]
    expect(attemptsInWords(five)).toBe(
      'Five attempts in six weeks: three calls, a letter, a home visit; spoken to once',
    )
    expect(attemptsInWords([...five, attempt('2026-04-12', 'meeting', 'spoke')])).toContain('spoken to twice')
  })

  test.each([
    ['2026-03-02', ' on one day:'],
    ['2026-03-08', ' in seven days:'],
    ['2026-03-29', ' in four weeks:'],
    ['2026-06-30', ' in four months:'],
    ['2028-03-10', ' in two years:'],
  ])('a second on %s is said as%s', (second, words) => {
    expect(attemptsInWords([attempt('2026-03-02', 'telephone'), attempt(second, 'telephone')])).toContain(words)
  })

  test('above ten are figures, and what was withdrawn does not count', () => {
    const many = Array.from({ length: 12 }, () => attempt('2026-03-02', 'telephone'))
    expect(attemptsInWords([...many, attempt('2020-01-01', 'letter', 'spoke', true)])).toBe(
      '12 attempts on one day: 12 calls; not spoken to yet',
    )
  })

  test('are said of each perpetrator, also of one with whom nothing was tried', () => {
    const people = [
      { individualId: 'a', name: 'Amir Khan' },
      { individualId: 'b', name: 'Ben Kay' },
    ]
    expect(attemptsByPerpetrator(people, [{ ...attempt('2026-03-02', 'letter'), perpetratorId: 'b' }])).toEqual([
      { individualId: 'a', name: 'Amir Khan', words: 'No attempt to engage is recorded' },
      { individualId: 'b', name: 'Ben Kay', words: 'One attempt: a letter; not spoken to yet' },
    ])
  })
})
