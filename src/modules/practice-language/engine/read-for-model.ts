import { makeCues } from './cues.ts'
import type { Roles } from './finding.ts'
import { makeReader, type Reader, type ReadText } from './read-text.ts'
import type { RuleData } from './rule-data.ts'

const readers = new WeakMap<RuleData, Reader>()

/**
 * Reads a text as a check does, for whoever trains or tries a model: `readText(text, roles, rules)`. In a check the model is given
 * what the check has read.
 */
export const readText = (text: string, roles: Roles, rules: RuleData): ReadText => {
  const known = readers.get(rules)
  const reader = known ?? makeReader(rules, makeCues(rules))
  if (!known) readers.set(rules, reader)
  return reader(text, roles)
}
