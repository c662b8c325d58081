import { addressesIn, institutionsIn } from './addresses.ts'
import { fold } from './folding.ts'
import type { FoundLocation, LocationKind } from './location.ts'
import { postcodesIn } from './postcodes.ts'
import { telephonesIn } from './telephones.ts'

const nameSign = /[\p{L}\p{N}._%+'-]/u
const hostSign = /[\p{L}\p{N}.-]/u

/** From each @ outwards, so that a text of many signs and no @ costs nothing. */
const emailsIn = (text: string): [number, number][] => {
  const found: [number, number][] = []
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    let [start, end] = [at, at + 1]
    while (start > 0 && at - start < 64 && nameSign.test(text[start - 1] ?? '')) start -= 1
    while (end < text.length && end - at < 255 && hostSign.test(text[end] ?? '')) end += 1
    while (end > at && /[.-]/.test(text[end - 1] ?? '')) end -= 1
    if (start < at && /\.\p{L}{2,24}$/u.test(text.slice(Math.max(at + 1, end - 30), end))) found.push([start, end])
  }
  return found
}

const finders: readonly (readonly [LocationKind, (text: string) => [number, number][]])[] = [
  ['email', emailsIn],
  ['telephone', telephonesIn],
  ['postcode', postcodesIn],
  ['street address', addressesIn],
  ['school or refuge', institutionsIn],
]

/**
 * What looks like a place or a way to reach somebody, in the order of the text; where two overlap, the longer one.
 * It finds shapes, not truths: a name of one word without a number or a sign beside it is found by prints alone.
 */
export const findLocations = (text: string): FoundLocation[] => {
  const folded = fold(text)
  const all = finders.flatMap(([kind, find]) => find(folded.text).map(([start, end]) => ({ kind, start, end })))
  const inOrder = all.toSorted((a, b) => a.start - b.start || b.end - a.end)
  const kept: FoundLocation[] = []
  for (const one of inOrder) {
    const last = kept.at(-1)
    if (last === undefined || one.start >= last.end) kept.push(one)
    else if (one.end - one.start > last.end - last.start) kept[kept.length - 1] = one
  }
  const back = (position: number): number => folded.at[position] ?? text.length
  return kept.map(({ kind, start, end }) => ({ kind, start: back(start), end: endIn(text, back(end - 1)) }))
}

/** The end of the sign that begins here, which may be two units long. */
const endIn = (text: string, last: number): number => last + ((text.codePointAt(last) ?? 0) > 0xffff ? 2 : 1)
