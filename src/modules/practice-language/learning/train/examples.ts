import { categories } from '../../engine/finding.ts'
import { flagOf, roleOf, suffixOf } from '../../engine/model/features.ts'
import { tokensOf } from '../../engine/model/tokens.ts'
import { quotationsOf } from '../../engine/text/quotations.ts'
import { sentencesOf } from '../../engine/text/sentences.ts'
import type { Labelled } from '../corpus.ts'
import type { Example } from './forwards.ts'
import type { Vectors } from './vectors.ts'

const overlaps = (a: { start: number; end: number }, b: { start: number; end: number }) =>
  a.start < b.end && b.start < a.end

/** The words of the text that are met at least `least` times, most frequent first. Row 0 is every other word. */
export const wordsOf = (documents: readonly Labelled[], least: number): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const { text } of documents) {
    for (const { word } of tokensOf(text)) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  const kept = [...counts].filter(([, count]) => count >= least)
  kept.sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1))
  return new Map(kept.map(([word], index) => [word, index + 1]))
}

/** The sentences of a document as the network sees them. */
export const examplesOf = (
  document: Labelled,
  words: ReadonlyMap<string, number>,
  vectors: Vectors,
  topic: Float32Array,
): readonly Example[] => {
  const { text, labels } = document
  const quoted = quotationsOf(text)
  return sentencesOf(text)
    .map(({ start, end }) => tokensOf(text, start, end))
    .filter((tokens) => tokens.length > 0)
    .map((tokens) => ({
      vectors: Int32Array.from(tokens, ({ word }) => vectors.rows.get(word) ?? -1),
      words: Int32Array.from(tokens, ({ word }) => words.get(word) ?? 0),
      suffixes: Int32Array.from(tokens, ({ word }) => suffixOf(word)),
      roles: Uint8Array.from(tokens, roleOf),
      kind: Uint8Array.from(tokens, (token) => {
        const label = labels.find((one) => overlaps(one, token))
        if (label !== undefined) return categories.indexOf(label.category) + 1
        // What stands in quotation marks is let pass by a guard, whatever the words: nothing is to be learned from it.
        return quoted.some((one) => overlaps(one, token)) ? 255 : 0
      }),
      flag: flagOf(tokens),
      topic,
    }))
}
