import { z } from 'zod'
import { lineOf, linesOf, oneOf } from '#platform/questions.ts'
import { categories, levels } from '../../engine/finding.ts'
import { shippedRules } from '../../shipped-rules.ts'
import { isWebAddress, ownRuleId } from '../overlay.ts'
import { optionalAddress, phrasesOf, reasonOf } from '../questions.ts'
import { tryRule } from '../try-rule.ts'

const needed = (name: string, missing: string) => phrasesOf(name).refine((lines) => lines.length > 0, missing)

const questions = {
  name: lineOf({ missing: 'Enter a short name, such as Chaotic household', name: 'Name', max: 60 }).refine(
    (text) => /^own\.[a-z0-9]/.test(ownRuleId(text)),
    'Enter a name with letters in it',
  ),
  category: oneOf(categories, 'Select the category'),
  level: oneOf(levels, 'Select how the rule prompts'),
  who: oneOf(['any', 'survivor'] as const, 'Select whom the words have to be about'),
  patterns: needed('Words to mark', 'Enter the words to mark'),
  examples: needed('Sentences that have to be marked', 'Enter a sentence that has to be marked'),
  except: phrasesOf('Words to let pass'),
  counter: needed('Sentences that must not be marked', 'Enter a sentence that is close and must not be marked'),
  why: linesOf({ name: 'Why', max: 500 }).refine((text) => text !== '', 'Enter why the words matter'),
  reframe: linesOf({ name: 'Question', max: 500 }).refine(
    (text) => text !== '',
    'Enter a question that helps to write it better',
  ),
  sourceTitle: lineOf({ missing: 'Enter where this comes from', name: 'Source', max: 300 }),
  sourceAddress: optionalAddress('Enter an address that begins with https://', isWebAddress),
  reason: reasonOf('Enter why your borough needs this rule'),
}

/** A rule of the borough's own. Its sentences are tried, and it is refused at the question that is wrong. */
export const ownRuleForm = z
  .strictObject(questions)
  .superRefine(({ category, level, who, patterns, except, examples, counter, why, reframe }, context) => {
    const rule = { category, level, who, patterns, except, examples, counter, why, reframe }
    const problems = tryRule(shippedRules, { ...rule, id: 'own.tried', source: [] })
    for (const [name, message] of Object.entries(problems)) context.addIssue({ code: 'custom', path: [name], message })
  })
  .transform(({ name, reason, sourceTitle, sourceAddress, ...rule }) => ({
    ruleId: ownRuleId(name),
    reason,
    rule: { ...rule, source: { title: sourceTitle, ...(sourceAddress !== '' && { url: sourceAddress }) } },
  }))
