import type { Finding } from '../engine/index.ts'
import type { CheckedText, Part, Placed } from './document.ts'

/** Where each line begins. A line ends at LF, CR LF or a CR that stands alone. */
export const lineStarts = (text: string): readonly number[] => {
  const starts = [0]
  for (const { index, 0: end } of text.matchAll(/\r\n|\n|\r/g)) starts.push(index + end.length)
  return starts
}

const lastAtOrBefore = (sorted: readonly number[], place: number): number => {
  let low = 0
  let high = sorted.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((sorted[middle] ?? Number.POSITIVE_INFINITY) <= place) low = middle
    else high = middle - 1
  }
  return low
}

/** Line and column of a place, both from 1. */
export const placeIn = (starts: readonly number[], place: number): { line: number; column: number } => {
  const at = lastAtOrBefore(starts, place)
  return { line: at + 1, column: place - (starts[at] ?? 0) + 1 }
}

const partAt = (parts: readonly Part[] | undefined, place: number): string | undefined =>
  parts?.findLast(({ start }) => start <= place)?.name

/** The findings with their places, the phrases as they stand in the file. */
export const placed = (findings: readonly Finding[], { text, parts }: CheckedText): readonly Placed[] => {
  const starts = findings.length > 0 ? lineStarts(text) : []
  return findings.map((finding) => {
    const from = placeIn(starts, finding.start)
    const to = placeIn(starts, finding.end)
    return {
      finding: { ...finding, phrase: text.slice(finding.start, finding.end) },
      ...from,
      endLine: to.line,
      endColumn: to.column,
      part: partAt(parts, finding.start),
    }
  })
}
