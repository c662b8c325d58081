import { describe, expect, test } from 'vitest'
import { shippedRules as rules } from '../../shipped-rules.ts'
import { type CheckOptions, makeChecker } from '../index.ts'

const checker = makeChecker({ rules })
const levels = ['concern', 'consider', 'prompt'] as const

/** What became of the findings of one rule: shown at a level, or let pass by a guard. */
const fate = (ruleId: string, text: string, options: CheckOptions = {}): readonly string[] =>
  checker
    .check(text, { levels, documentChecks: false, ...options })
    .filter((finding) => finding.ruleId === ruleId)
    .map(({ level, suppressed }) => suppressed?.guard ?? level)

type Case = readonly [ruleId: string, text: string]

const cases: Readonly<Record<string, { readonly passes: readonly Case[]; readonly stays: readonly Case[] }>> = {
  quotation: {
    passes: [
      ['rs.failed-to-protect', 'The report says "mum failed to protect Ella" and nothing of him.'],
      ['rs.failed-to-protect', 'The report says ‘mum failed to protect Ella’.'],
      ['lb.domestic-dispute', "It was logged as a 'domestic dispute'."],
      ['lb.domestic-dispute', 'Log:\n> attended a domestic dispute\n'],
    ],
    stays: [
      ['rs.failed-to-protect', 'Mum failed to protect Ella. "I see," he said.'],
      ['rs.failed-to-protect', "Dad's mum's flat: mum failed to protect Ella's brother."],
      ['rs.failed-to-protect', 'He said "go.\n\nMum failed to protect" Ella.'],
    ],
  },
  exception: {
    passes: [
      ['mu.both-need-to-stop', 'Both parents need to give consent, and the parents should stop by to sign the form.'],
    ],
    stays: [['mu.both-need-to-stop', 'Both parents need to stop fighting.']],
  },
  reported: {
    passes: [
      ['vb.provoked', 'Fa said that she provoked him.'],
      ['vb.provoked', 'According to Mr Lowe she provoked him.'],
      ['vb.provoked', 'In his version she provoked him.'],
      ['vb.provoked', 'She provoked him, he told me.'],
      ['vb.provoked', 'Darren has always insisted that she provoked him.'],
      ['vb.provoked', 'By his own account she provoked him.'],
    ],
    stays: [
      ['vb.provoked', 'Police said that she provoked him.'],
      ['vb.provoked', 'According to the school mum provoked him.'],
      ['vb.provoked', 'He said he was sorry; she provoked him.'],
      ['vb.provoked', 'He said he was sorry, but she provoked him.'],
      ['vb.provoked', 'I was told she provoked him.'],
    ],
  },
  negation: {
    passes: [
      ['rs.failed-to-protect', 'There is no evidence at all on any of our files that mum failed to protect Ella.'],
      ['rs.failed-to-protect', 'It would be wrong to say that mum failed to protect Ella.'],
      ['rs.failed-to-protect', 'At no point has mum failed to protect Ella.'],
      ['vb.provoked', 'Mum has never provoked him.'],
      ['vb.refuses-to-leave', "Asking why she hasn't left is the wrong question."],
    ],
    stays: [
      ['rs.did-not-protect', 'Mum did not protect Ella.'],
      ['rs.failed-to-protect', 'Mum was not at home and failed to protect Ella.'],
      ['rs.failed-to-protect', 'There is no evidence of drug use but mum failed to protect Ella.'],
      ['vb.provoked', 'In this incident mum at the front provoked him.'],
    ],
  },
  'about-language': {
    passes: [
      ['lb.adj-relationship', 'We talked about the word toxic relationship.'],
      ['rs.failed-to-protect', 'This language of mum failed to protect has no place in a plan.'],
      ['rs.failed-to-protect', 'We discussed the phrase mum failed to protect.'],
    ],
    stays: [
      ['rs.failed-to-protect', 'Words were exchanged and mum failed to protect Ella.'],
      ['rs.failed-to-protect', 'In terms of safety, mum failed to protect Ella this term under the written agreement.'],
    ],
  },
  'other-context': {
    passes: [
      ['mi.pushing-shoving', 'There was pushing and shoving in the playground.'],
      ['mi.just-verbal', 'It was just an argument about a parking space.'],
      ['mi.just-verbal', 'It was just an argument with a colleague.'],
    ],
    stays: [
      ['mi.just-verbal', 'It was just an argument between mum and her partner outside the school.'],
      ['mi.just-verbal', 'It was just an argument.'],
    ],
  },
  subject: {
    passes: [
      ['vb.lacks-insight', 'The school lacks insight into coercive control.'],
      ['rs.failed-to-engage', 'The health visitor failed to engage with her.'],
      ['rs.failed-to-engage', 'His son failed to engage with the mentor.'],
    ],
    stays: [
      ['vb.lacks-insight', 'Mum lacks insight into the risk.'],
      ['rs.failed-to-engage', 'Mum met him at the course and failed to engage with the worker.'],
      ['rs.failed-to-engage', 'Failed to engage with the worker.'],
      ['rs.end-relationship', 'The plan is for Mum to end the relationship.'],
    ],
  },
  agent: {
    passes: [
      ['ip.was-assaulted', 'Mum was assaulted in the kitchen by Mr Lowe.'],
      ['ip.was-assaulted', 'She was kicked by him.'],
    ],
    stays: [
      ['ip.was-assaulted', 'Mum was assaulted by Friday.'],
      ['ip.was-assaulted', 'She was dragged by her hair.'],
      ['ip.was-assaulted', 'Mum was assaulted, and the report was written by PC Okell.'],
    ],
  },
}

describe.each(Object.entries(cases))('The guard %s', (guard, { passes, stays }) => {
  test.each(passes)('lets %s pass: %s', (ruleId, text) => {
    expect(fate(ruleId, text)).toContain(guard)
  })

  test.each(stays)('leaves %s: %s', (ruleId, text) => {
    const level = rules.rules.find(({ id }) => id === ruleId)?.level
    expect(fate(ruleId, text)).toContain(level)
  })
})

test('Every guard gives a reason', () => {
  for (const { passes } of Object.values(cases)) {
    for (const [ruleId, text] of passes) {
      const found = checker.check(text, { levels }).find((finding) => finding.ruleId === ruleId && finding.suppressed)
      expect(found?.suppressed?.reason).toMatch(/^[A-Z].+\.$/)
    }
  }
})

describe('Who is who', () => {
  test('a father who was not named is a guess: the finding becomes a question', () => {
    expect(fate('vb.lacks-insight', 'Father lacks insight into the harm.')).toEqual(['prompt'])
    expect(fate('rs.be-vigilant', 'He must be honest about contact.')).toEqual(['subject'])
  })

  test('with roles the person who abuses is let pass for certain', () => {
    const roles = { survivor: ['Aisha', 'mum'], perpetrator: ['Darren'] }
    expect(fate('vb.lacks-insight', 'Darren lacks insight into the harm.', { roles })).toEqual(['subject'])
    expect(fate('vb.lacks-insight', 'AISHA lacks insight into the harm.', { roles })).toEqual(['concern'])
    expect(fate('rs.allowed', 'Aisha allowed Darren to come back.', { roles })).toEqual(['concern'])
  })

  test('names count as whole words only', () => {
    const roles = { survivor: ['Mum'], perpetrator: ['Al'] }
    expect(fate('vb.lacks-insight', 'Alison lacks insight into the harm.', { roles })).toEqual(['concern'])
    expect(fate('vb.lacks-insight', 'al lacks insight into the harm.', { roles })).toEqual(['subject'])
  })

  test('a mother who abuses a father', () => {
    const roles = { survivor: ['Mr Tran', 'dad'], perpetrator: ['Ms Reid', 'mum'] }
    expect(fate('vb.lacks-insight', 'Mum lacks insight into the harm.', { roles })).toEqual(['subject'])
    expect(fate('vb.lacks-insight', 'She lacks insight into the harm.', { roles })).toEqual(['subject'])
    expect(fate('vb.lacks-insight', 'He lacks insight into the risk.', { roles })).toEqual(['concern'])
    expect(fate('rs.allowed', 'He allowed her to come back.', { roles })).toEqual(['concern'])
    expect(fate('vb.provoked', 'Mr Tran provoked her.', { roles })).toEqual(['consider'])
  })

  test('two women: only names and given words say who', () => {
    const roles = { survivor: ['Ms Okafor', 'Ngozi'], perpetrator: ['Ms Hart', 'Beth', 'her wife'] }
    expect(fate('rs.allowed', 'Ngozi allowed her to come back.', { roles })).toEqual(['concern'])
    expect(fate('rs.allowed', 'Ms Okafor allowed Beth to come back.', { roles })).toEqual(['concern'])
    expect(fate('vb.lacks-insight', 'Beth lacks insight into the harm.', { roles })).toEqual(['subject'])
    expect(fate('vb.lacks-insight', 'Ms Hart lacks insight into the harm.', { roles })).toEqual(['subject'])
    expect(fate('vb.lacks-insight', 'She lacks insight into the harm.', { roles })).toEqual(['concern'])
  })

  test('a child who was named is a child', () => {
    const roles = { survivor: ['Kerry'], perpetrator: ['Dean'], children: ['Alfie'] }
    expect(fate('rs.failed-to-engage', 'Alfie failed to engage with the mentor.', { roles })).toEqual(['subject'])
  })

  test('names may hold anything', () => {
    const roles = {
      survivor: ['', '  ', '{a|b', '<w>', "O'Neil", 'Ms ..9 (', '\ud800'],
      perpetrator: ['*', 'x'.repeat(5000)],
    }
    expect(fate('vb.lacks-insight', "O'Neil lacks insight into the harm.", { roles })).toEqual(['concern'])
  })
})
