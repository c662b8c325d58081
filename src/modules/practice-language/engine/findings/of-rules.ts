import type { Finding } from '../finding.ts'
import type { Guard, Hit, Listening } from '../guards/guard.ts'
import { guardsInOrder } from '../guards/in-order.ts'
import { hitsIn } from '../matching/hits.ts'
import type { PatternSet } from '../matching/pattern-set.ts'

type Heard = Pick<Finding, 'level' | 'suppressed'>

/** Asks the guards in order. A guess only lowers the finding to a question; what is a question already is let pass. */
export const heard = (
  hit: Hit,
  level: Finding['level'],
  listening: Listening,
  guards: readonly Guard[] = guardsInOrder,
): Heard => {
  for (const guard of guards) {
    const verdict = guard.listen(hit, listening)
    if (verdict === null) continue
    if (verdict.what === 'demote' && level !== 'prompt') return { level: 'prompt' }
    return { level, suppressed: { guard: guard.name, reason: verdict.reason } }
  }
  return { level }
}

export const ruleFindings = (listening: Listening, set: PatternSet): readonly Finding[] => {
  const { read } = listening
  const findings: Finding[] = []
  for (const hit of hitsIn(read, set)) {
    const rule = set.rules[hit.rule]?.rule
    if (rule === undefined) continue
    findings.push({
      ruleId: rule.id,
      category: rule.category,
      start: hit.start,
      end: hit.end,
      phrase: read.text.slice(hit.start, hit.end),
      message: rule.why,
      reframe: rule.reframe,
      source: rule.source,
      certainty: 'rule',
      ...heard(hit, rule.level, listening),
    })
  }
  return findings
}
