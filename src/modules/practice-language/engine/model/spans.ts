import { type Category, categories } from '../finding.ts'
import type { Chances } from './network.ts'
import type { Token } from './tokens.ts'

/** Words that may be of a category. `score` is from 0 to 1; it orders, and is no probability. */
export type Span = { readonly category: Category; readonly start: number; readonly end: number; readonly score: number }

/** A token below this belongs to no span. */
const floor = 0.15
const count = categories.length

/** Where a run of tokens above the floor ends, from `from` on. */
const runEnd = (tokens: Float64Array, length: number, from: number, category: number): number => {
  let to = from
  while (to < length && (tokens[to * count + category] ?? 0) >= floor) to++
  return to
}

const spanOf = (tokens: readonly Token[], chances: Chances, from: number, to: number, at: number): Span | undefined => {
  const of = (t: number) => chances.tokens[t * count + at] ?? 0
  let peak = from
  for (let t = from; t < to; t++) if (of(t) > of(peak)) peak = t
  const edge = Math.max(floor, of(peak) / 2)
  let first = peak
  let last = peak
  for (let t = from; t < to; t++) {
    if (of(t) < edge) continue
    first = Math.min(first, t)
    last = Math.max(last, t)
  }
  // A comma or a bracket at the edge is no part of the phrase.
  while (first < last && isMark(tokens[first])) first++
  while (last > first && isMark(tokens[last])) last--
  const [start, end, category] = [tokens[first]?.start, tokens[last]?.end, categories[at]]
  if (start === undefined || end === undefined || category === undefined) return undefined
  return { category, start, end, score: Math.sqrt(of(peak) * (chances.whole[at] ?? 0)) }
}

const isMark = (token: Token | undefined): boolean => token !== undefined && !/[\p{L}\p{N}]/u.test(token.word)

/** The spans of one sentence, whatever their score. */
export const spansOf = (tokens: readonly Token[], chances: Chances): readonly Span[] => {
  const spans: Span[] = []
  for (let category = 0; category < count; category++) {
    for (let t = 0; t < tokens.length; t++) {
      const to = runEnd(chances.tokens, tokens.length, t, category)
      if (to === t) continue
      const span = spanOf(tokens, chances, t, to, category)
      if (span !== undefined) spans.push(span)
      t = to
    }
  }
  return spans
}
