import { expressionOf } from './matching/expression.ts'
import type { CueName, RuleData } from './rule-data.ts'

/** The lists of words that guards listen for, each as one expression; made when it is first asked for. */
export type Cues = (name: CueName) => RegExp

export const makeCues = (data: RuleData): Cues => {
  const made = new Map<CueName, RegExp>()
  return (name) => {
    const known = made.get(name)
    if (known) return known
    const expression = expressionOf(data.cues[name], data.lexicon)
    made.set(name, expression)
    return expression
  }
}
