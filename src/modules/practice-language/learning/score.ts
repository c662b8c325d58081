import { type Category, categories } from '../engine/finding.ts'
import type { Measured } from './sets.ts'

type Range = { readonly start: number; readonly end: number }

export type Found = Range & { readonly category: Category }

/** `of` is how many could have been right, `right` how many were. */
export type Share = { readonly right: number; readonly of: number }

/**
 * A finding is right where it overlaps a labelled span of its category (precision); a labelled span is found where a finding of its
 * category overlaps it (recall). A sentence with a label is found where any finding touches it; a clean one is flagged where any does.
 */
export type Score = {
  readonly precision: Share
  readonly recall: Share
  readonly sentences: Share
  readonly cleanFlagged: Share
}

const overlaps = (a: Range, b: Range): boolean => a.start < b.end && b.start < a.end
const isSame = (a: Found, b: Found): boolean => a.category === b.category && overlaps(a, b)

const share = <T>(all: readonly T[], isRight: (one: T) => boolean): Share => ({
  right: all.filter(isRight).length,
  of: all.length,
})

const add = (shares: readonly Share[]): Share => ({
  right: shares.reduce((sum, { right }) => sum + right, 0),
  of: shares.reduce((sum, { of }) => sum + of, 0),
})

/** `found` holds what was found in each text, in the order of the texts. */
export const score = (texts: readonly Measured[], found: readonly (readonly Found[])[]): Score => {
  const parts = texts.map((text, index) => {
    const findings = found[index] ?? []
    const isLabelled = (sentence: Range) => text.labels.some((label) => overlaps(label, sentence))
    const isFlagged = (sentence: Range) => findings.some((finding) => overlaps(finding, sentence))
    return {
      precision: share(findings, (finding) => text.labels.some((label) => isSame(label, finding))),
      recall: share(text.labels, (label) => findings.some((finding) => isSame(label, finding))),
      sentences: share(text.sentences.filter(isLabelled), isFlagged),
      cleanFlagged: share(
        text.sentences.filter((sentence) => !isLabelled(sentence)),
        isFlagged,
      ),
    }
  })
  return {
    precision: add(parts.map(({ precision }) => precision)),
    recall: add(parts.map(({ recall }) => recall)),
    sentences: add(parts.map(({ sentences }) => sentences)),
    cleanFlagged: add(parts.map(({ cleanFlagged }) => cleanFlagged)),
  }
}

/** The same, for one category at a time. */
export const scoreByCategory = (
  texts: readonly Measured[],
  found: readonly (readonly Found[])[],
): ReadonlyMap<Category, Score> =>
  new Map(
    categories.map((category) => {
      const only = <T extends { readonly category: Category }>(all: readonly T[]) =>
        all.filter((one) => one.category === category)
      const those = texts.map((text) => ({ ...text, labels: only(text.labels) }))
      return [category, score(those, found.map(only))]
    }),
  )
