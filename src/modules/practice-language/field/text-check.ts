import type { TextCheck, TextFinding } from '#platform/text-check.ts'
import type { Checker, Finding } from '../engine/index.ts'
import { paths } from '../paths.ts'
import { checkerFor } from '../settings/checker.ts'
import { categoryNames } from '../words.ts'
import { makeParagraphCheck } from './by-paragraph.ts'

/** A finding as a page says it. */
export const inWords = (finding: Finding, { sources }: Pick<Checker, 'sources'>, answerHref: string): TextFinding => ({
  start: finding.start,
  end: finding.end,
  phrase: finding.phrase,
  kind: finding.category,
  name: categoryNames[finding.category],
  why: finding.message,
  question: finding.reframe,
  sources: finding.source.flatMap((key) => sources[key] ?? []),
  isCertain: finding.certainty === 'rule',
  answerHref,
  passed: finding.suppressed?.reason ?? null,
})

/** Where one says that words are right as they stand: the rule is all that the address tells. */
export const answerHref = (ruleId: string): string => `${paths.newAnswer.to()}?rule=${encodeURIComponent(ruleId)}`

/** The check of the long fields of every form, by the rules of whoever writes. */
export const textCheck: TextCheck = async (given) => {
  const checker = await checkerFor(given)
  const find = makeParagraphCheck(checker)
  return (text) => find(text).map((finding) => inWords(finding, checker, answerHref(finding.ruleId)))
}
