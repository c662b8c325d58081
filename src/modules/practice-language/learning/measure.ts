import { wilson } from '#platform/statistics/index.ts'
import { type Model, makeChecker } from '../engine/index.ts'
import { shippedRules } from '../shipped-rules.ts'
import { categoryNames } from '../words.ts'
import { type Found, type Score, type Share, score, scoreByCategory } from './score.ts'
import type { Measured } from './sets.ts'

/** What the checker finds in each text, as it is judged: at concern and consider, and not let pass. */
export const findingsIn = (texts: readonly Measured[], model: Model | undefined): readonly (readonly Found[])[] => {
  const checker = makeChecker({ rules: shippedRules, ...(model === undefined ? {} : { model }) })
  return texts.map(({ text }) => checker.check(text).filter(({ suppressed }) => suppressed === undefined))
}

const shareWords = ({ right, of }: Share): string => {
  const interval = wilson(right, of)
  if (interval === null) return 'none'
  const { low, high } = interval
  return `${(right / of).toFixed(2)} (${low.toFixed(2)} to ${high.toFixed(2)}; ${right} of ${of})`
}

const row = (name: string, { precision, recall }: Score): string =>
  `| ${name} | ${shareWords(precision)} | ${shareWords(recall)} |`

/** A table in Markdown: precision and recall by category with 95 % intervals, then sentences. */
export const tableOf = (texts: readonly Measured[], model: Model | undefined): string => {
  const found = findingsIn(texts, model)
  const all = score(texts, found)
  const rows = [...scoreByCategory(texts, found)].map(([category, one]) => row(categoryNames[category], one))
  return [
    '| category | precision | recall |',
    '|---|---|---|',
    ...rows,
    row('**all**', all),
    '',
    `Sentences with a label found: ${shareWords(all.sentences)}. Clean sentences flagged: ${shareWords(all.cleanFlagged)}.`,
  ].join('\n')
}
