import type { Hit } from '../guards/guard.ts'
import type { ReadText } from '../read-text.ts'
import { placesOf } from './expression.ts'
import type { PatternSet } from './pattern-set.ts'

/** A hit of a rule, by the index of the rule in its set. */
export type RuleHit = Hit & { readonly rule: number }

/** Of the overlapping hits of one rule the longest stays, or the first of equally long ones. */
const withoutOverlap = (hits: readonly RuleHit[]): readonly RuleHit[] => {
  const kept: RuleHit[] = []
  const longestFirst = [...hits].sort(
    (one, other) => other.end - other.start - (one.end - one.start) || one.start - other.start,
  )
  for (const hit of longestFirst) {
    if (!kept.some((other) => other.rule === hit.rule && hit.start < other.end && other.start < hit.end)) kept.push(hit)
  }
  return kept
}

/** Everything in a text that the patterns match, sentence by sentence. */
export const hitsIn = (read: ReadText, set: PatternSet): readonly RuleHit[] =>
  read.sentences.flatMap((sentence, at) => {
    const folded = read.folded.slice(sentence.start, sentence.end)
    const hits: RuleHit[] = []
    for (const { rule: index, expression } of set.candidatesIn(folded)) {
      const entry = set.rules[index]
      if (entry === undefined) continue
      for (const { start, end } of placesOf(expression(), folded)) {
        hits.push({
          rule: index,
          start: start + sentence.start,
          end: end + sentence.start,
          sentence: at,
          who: entry.rule.who,
          implicit: entry.rule.implicit ?? false,
          agentless: entry.rule.agentless ?? false,
          except: entry.except(),
        })
      }
    }
    return withoutOverlap(hits)
  })
