import { expect, test } from 'vitest'
import { localDate } from '#platform/dates.ts'
import type { EngagementForm } from './engagement-form.ts'
import { inForce } from './engagement-form.ts'
import { askedOfTime, inSentences, overTime } from './over-time.ts'
import { standard1 } from './standard.ts'

const form = (number: number, heldOn: string, corrects: string | null = null): EngagementForm => ({
  id: `form ${number}`,
  familyId: 'family',
  number,
  definition: 'standard-1',
  heldOn: localDate(heldOn),
  state: 'completed',
  corrects,
  why: '',
  startedBy: 'me',
  startedAt: new Date(0),
  completedBy: 'me',
  completedAt: new Date(0),
  people: [],
  version: 2,
})
const answered = (number: number, heldOn: string, value: string) => ({
  form: form(number, heldOn),
  definition: standard1,
  answers: new Map([['spoken-parenting', { value, note: '', whyNot: '' }]]),
})
const parenting = (...given: ReturnType<typeof answered>[]) => {
  const found = overTime(given).find(({ question }) => question.key === 'spoken-parenting')
  if (!found) throw new Error('the standard form asks it')
  return found
}

test.each([
  [[], 'No completed form has an answer to this.', []],
  [['no'], 'Not yet. The only answer so far was No, last on 1 March 2026.', ['No']],
  [['no', 'no'], 'Not yet. All 2 answers so far were No, last on 1 April 2026.', ['No', 'No']],
  [['yes'], 'First Yes on 1 March 2026.', ['Yes']],
  [['no', 'yes'], 'First Yes on 1 April 2026. Before that the answer was No once.', ['No', 'Yes']],
  [
    ['no', 'no', 'yes', 'no'],
    'First Yes on 1 May 2026. Before that the answer was No 2 times. The last answer, on 1 June 2026, was No.',
    ['No', 'No', 'Yes', 'No'],
  ],
])('Answers %j over time are said in words', (values, says, words) => {
  const given = values.map((value, at) => answered(at + 1, `2026-0${at + 3}-01`, value))
  if (given.length === 0) return expect(overTime([])).toEqual([])
  // in whatever order they were filled in, the day counts
  const found = parenting(...given.toReversed())
  expect(inSentences(found)).toBe(says)
  return expect(found.answers.map((each) => each.words)).toEqual(words)
})

test('It is asked of time by name where there is one perpetrator', () => {
  const { question } = parenting(answered(1, '2026-03-01', 'yes'))
  expect(askedOfTime(question, ['Darren Ashworth'])).toBe(
    'When was Darren Ashworth first spoken to about abuse as a parenting choice?',
  )
  expect(askedOfTime(question, ['A', 'B'])).toContain('When was the perpetrator first')
})

test('A form that was corrected does not count any more; one whose correction is open does', () => {
  const [first, second] = [form(1, '2026-03-01'), form(2, '2026-03-01', 'form 1')]
  expect(inForce([second, first])).toEqual([second])
  expect(inForce([{ ...second, state: 'open' }, first])).toEqual([first])
})
