import type { Finding, Suppressed } from '../finding.ts'
import { fold } from '../text/fold.ts'

/** "This is right as it stands", with the reason: for these words by this rule, wherever they stand in the text. */
export type Answer = { readonly ruleId: string; readonly phrase: string; readonly reason: string }

const comparable = (phrase: string): string => fold(phrase).trim().replaceAll(/ +/g, ' ')

export const answeredBy = (
  { ruleId, phrase }: Pick<Finding, 'ruleId' | 'phrase'>,
  answers: readonly Answer[],
): Suppressed | null => {
  const one = answers.find((answer) => answer.ruleId === ruleId && comparable(answer.phrase) === comparable(phrase))
  return one ? { guard: 'answered', reason: one.reason } : null
}
