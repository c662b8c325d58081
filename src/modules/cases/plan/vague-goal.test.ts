import { expect, test } from 'vitest'
import { vagueGoal, vagueInWords } from './vague-goal.ts'

test.each([
  ['Darren engages with services', 'engages with services'],
  ['Engage fully with the social worker', 'Engage fully with the social worker'],
  ['To engage in support', 'engage in support'],
  ['Works with professionals', 'Works with professionals'],
  ['Will work openly with children’s social care', "work openly with children's social care"],
  ['Complies with the plan', 'Complies with the plan'],
  ['Co-operates with agencies', 'Co-operates with agencies'],
  ['Attends appointments', 'Attends appointments'],
  ['He attends his sessions', 'attends his sessions'],
  ['Attend anger management', 'Attend anger management'],
  ['Attends regular meetings', 'Attends regular meetings'],
  ['Shows insight into what he did', 'Shows insight'],
  ['Develop a better understanding', 'Develop a better understanding'],
  ['Develops better understanding of abuse', 'Develops better understanding'],
  ['Demonstrates commitment', 'Demonstrates commitment'],
  ['Takes responsibility', 'Takes responsibility'],
  ['Addresses his behaviour', 'Addresses his behaviour'],
  ['Manages his anger', 'Manages his anger'],
  ['Improves communication', 'Improves communication'],
  ['Is a better father', 'Is a better father'],
  ['Reduces conflict in the home', 'Reduces conflict'],
  ['Prioritises the children', 'Prioritises the children'],
  ['By May, Darren\nengages  with\tservices', 'engages with services'],
])('%s is asked about', (text, phrase) => {
  expect(vagueGoal(text)?.phrase ?? null).toBe(phrase)
})

test.each([
  'Attends every one of the 26 Tuesday sessions of the programme',
  'Attends all 12 appointments up to 30 June',
  'Attends at least 24 sessions by 1 June',
  'Does not telephone, message or wait outside the school',
  'Pays £200 into her account on the first of each month',
  'Leaves the keys with his brother by 4 March and does not go back',
  'Speaks to Mia without shouting: Mia and her teacher are asked each Friday',
  'Tells his probation officer before he moves',
  'Signs the housing form that he has held back',
  'The school works out a plan with Mia',
  'Keeps to the contact times in the order',
  'Shows the bank letter to the worker by Friday',
  '',
])('%s is let pass', (text) => {
  expect(vagueGoal(text)).toBeNull()
})

test('It says which words, why, and asks; the first words come first', () => {
  const found = vagueGoal('Attends sessions and shows insight')
  expect(found && vagueInWords(found)).toBe(
    '“Attends sessions” counts being there, and not how often or what comes of it. Which sessions, how many of them, by when, and what would be different at home?',
  )
})

test.each(['fully ', 'the all other ', 'engages with the all ', 'shows some better ', 'attends his their '])(
  'A very long text is answered at once: %s',
  (words) => {
    const started = performance.now()
    vagueGoal(words.repeat(30_000))
    expect(performance.now() - started).toBeLessThan(3000)
  },
)
