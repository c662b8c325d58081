import { type Finding, levels } from '../finding.ts'
import { type Answer, answeredBy } from '../guards/answered.ts'
import { ignoredBy, ignoredIn, marksIn } from '../guards/ignored.ts'
import type { Range } from '../text/sentences.ts'

export const overlap = (one: Range, other: Range): boolean => one.start < other.end && other.start < one.end

const inOrder = (one: Finding, other: Finding): number =>
  one.start - other.start || one.end - other.end || (one.ruleId < other.ruleId ? -1 : one.ruleId > other.ruleId ? 1 : 0)

const weight = ({ level, start, end }: Finding): number =>
  -levels.indexOf(level) * 100_000 + Math.min(end - start, 99_999)

/** Two rules of one category that mark the same words say the same twice: the graver stays, or the longer. */
const withoutEchoes = (sorted: readonly Finding[]): readonly Finding[] => {
  const kept: Finding[] = []
  for (const finding of sorted) {
    if (finding.suppressed) {
      kept.push(finding)
      continue
    }
    let isEcho = false
    for (let at = kept.length - 1; at >= 0; at -= 1) {
      const before = kept[at]
      if (before === undefined || finding.start - before.start > FARTHEST) break
      if (before.suppressed || before.category !== finding.category || !overlap(before, finding)) continue
      if (weight(before) >= weight(finding)) {
        isEcho = true
        break
      }
      kept.splice(at, 1)
    }
    if (!isEcho) kept.push(finding)
  }
  return kept
}

/** No finding is longer than a sentence can be. */
const FARTHEST = 1500

/** Puts findings in order, says each thing once, and marks what the writer ignored or answered. */
export const settle = (text: string, findings: readonly Finding[], answers: readonly Answer[]): readonly Finding[] => {
  const ignored = ignoredIn(text)
  const marks = marksIn(text)
  const settled = withoutEchoes([...findings].sort(inOrder)).flatMap((finding): readonly Finding[] => {
    if (marks.some((mark) => overlap(finding, mark))) return []
    if (finding.suppressed) return [finding]
    const suppressed = ignoredBy(finding, ignored) ?? answeredBy(finding, answers)
    return [suppressed ? { ...finding, suppressed } : finding]
  })
  return [...settled].sort(inOrder)
}
