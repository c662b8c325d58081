import { coversWhole } from './covered.ts'
import type { Figures } from './figures-shape.ts'
import { episodeOf, placesOf } from './flag.ts'
import type { Stack } from './stack.ts'

/** So many of the flags must belong to a referral of the census: fewer mean that ids or dates are not those of the census. */
const enoughShare = 0.95
const mostLines = 100

/** Whether the borough's flags belong to referrals of its census: the same child, within a day. Null: there are no flags. */
export const checkFlags = ({ children, covered }: Stack): Figures['flags'] => {
  let [rows, inCensus, unknown] = [0, 0, 0]
  const unmatched: { file: string; line: number }[] = []
  for (const { episodes, flags } of children.values()) {
    if (flags.length === 0) continue
    const places = placesOf({ episodes })
    for (const { on, abuse, file, line } of flags) {
      rows += 1
      if (abuse === 'unknown') unknown += 1
      if (!coversWhole(covered.cin, { from: on, to: on + 1 })) continue
      inCensus += 1
      if (episodeOf(places, on) === undefined) unmatched.push({ file, line })
    }
  }
  if (rows === 0) return null
  const matched = inCensus - unmatched.length
  // In the order of the file, as the person who mends it goes through it.
  const inOrder = unmatched.sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1))
  return {
    rows,
    inCensus,
    matched,
    share: inCensus === 0 ? null : matched / inCensus,
    enough: inCensus === 0 ? null : matched >= enoughShare * inCensus,
    unknown,
    unknownShare: unknown / rows,
    unmatched: unmatched.length,
    lines: inOrder.slice(0, mostLines),
  }
}
