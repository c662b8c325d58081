import { z } from 'zod'
import { shippedRules } from '../../shipped-rules.ts'
import { phrasesOf, reasonOf } from '../questions.ts'
import { tryRule } from '../try-rule.ts'

const questions = z.strictObject({
  patterns: phrasesOf('Words to mark too'),
  examples: phrasesOf('Sentences that have to be marked'),
  except: phrasesOf('Words to let pass'),
  counter: phrasesOf('Sentences that must not be marked'),
  reason: reasonOf('Enter the reason: everybody in the borough can read it'),
})

type Given = Omit<z.output<typeof questions>, 'reason'>

const missing = ({ patterns, examples, except, counter }: Given): Partial<Record<keyof Given, string>> => {
  if (patterns.length === 0 && except.length === 0)
    return { patterns: 'Enter words to mark too, or words to let pass, or both' }
  return {
    ...(patterns.length > 0 && examples.length === 0 && { examples: 'Enter a sentence that the new words mark' }),
    ...(except.length > 0 && counter.length === 0 && { counter: 'Enter a sentence that the rule is to let pass' }),
  }
}

/** More words for one rule that is shipped: the rule is tried with them, with its own examples and the new ones. */
export const addWordsForm = (ruleId: string) =>
  questions.superRefine((typed, context) => {
    const rule = shippedRules.rules.find(({ id }) => id === ruleId)
    const wrong = missing(typed)
    const problems =
      rule === undefined || Object.keys(wrong).length > 0
        ? wrong
        : tryRule(shippedRules, {
            ...rule,
            patterns: [...rule.patterns, ...typed.patterns],
            except: [...(rule.except ?? []), ...typed.except],
            examples: [...rule.examples, ...typed.examples],
            counter: [...rule.counter, ...typed.counter],
          })
    for (const [name, message] of Object.entries(problems)) context.addIssue({ code: 'custom', path: [name], message })
  })
