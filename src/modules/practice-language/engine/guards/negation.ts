import type { Cues } from '../cues.ts'
import { placesOf } from '../matching/expression.ts'
import type { Range } from '../text/sentences.ts'
import { type Guard, letPass } from './guard.ts'
import { clauseEnd } from './reported.ts'

const BEFORE_CUE = 90

/** The end of what a weak cue reaches: three words, a comma, or a word that begins something new. */
const weakEnd = (cues: Cues, folded: string, from: number): number => {
  const rest = folded.slice(from, from + 120)
  const reach = /^(?:[ -]*[\w']+){0,3}[ -]*/.exec(rest)?.[0] ?? ''
  const [stop] = placesOf(cues('negation-ends'), reach)
  return from + Math.max(stop?.start ?? reach.length, 0)
}

/** The ranges of a sentence in which something is denied, in the manner of NegEx: strong cues, weak ones, and cues that come after. */
export const negatedIn = (cues: Cues, folded: string): readonly Range[] => {
  const ranges: Range[] = []
  for (const { end } of placesOf(cues('negation-strong'), folded)) {
    ranges.push({ start: end, end: clauseEnd(cues, folded, end) })
  }
  for (const { end } of placesOf(cues('negation-weak'), folded))
    ranges.push({ start: end, end: weakEnd(cues, folded, end) })
  for (const { start } of placesOf(cues('negation-after'), folded)) {
    ranges.push({ start: Math.max(0, start - BEFORE_CUE), end: start })
  }
  return ranges
}

/** Negation that belongs to the words themselves ("did not protect") begins with them and is no cue. */
export const negation: Guard = {
  name: 'negation',
  listen: (hit, { read }) =>
    read.negatedIn(hit.sentence).some(({ start, end }) => hit.start >= start && hit.start < end)
      ? letPass('The sentence denies or rejects this.')
      : null,
}
