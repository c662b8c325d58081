import { expect, test } from 'vitest'
import { shippedRules } from '../shipped-rules.ts'
import { makeChecker } from './index.ts'
import { question } from './question.ts'

test('names that were given take the place of the brackets, and a sentence still begins with a capital', () => {
  const roles = { perpetrator: ['dad', 'Mr Carr'], survivor: ['Ms Hale'] }
  expect(question("[Perpetrator] hit [survivor]; [perpetrator]'s family saw it.", roles)).toBe(
    "Dad hit Ms Hale; dad's family saw it.",
  )
})

test('without names it speaks of the abusive and the harmed person, and touches no other bracket', () => {
  expect(question('Say what [perpetrator] did to [survivor] on [date].')).toBe(
    'Say what the abusive person did to the harmed person on [date].',
  )
  expect(question('[Survivor] on [date]', { survivor: ['$& mum'] })).toBe('$& mum on [date]')
})

test('a finding asks with the names of the check, and what is said of a rule holds no bracket', () => {
  const checker = makeChecker({ rules: shippedRules })
  const [finding] = checker.check('Ana failed to protect Ella.', {
    roles: { survivor: ['Ana'], perpetrator: ['Mr B'] },
  })
  expect(finding?.reframe).toContain('what Mr B did')
  expect(checker.rules.filter(({ reframe }) => /\[(?:perpetrator|survivor)\]/i.test(reframe))).toEqual([])
})
