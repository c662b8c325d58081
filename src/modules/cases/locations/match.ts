import { type LettersOnly, lettersOnly } from './letters-only.ts'
import { hashOf, type OpenPrint, openPrint, type PrintKeys, printKeys } from './print-format.ts'
import type { Print } from './prints.ts'

/** Where a print stands in a text, in UTF-16 units, and which. */
export type PrintMatch<P> = { readonly start: number; readonly end: number; readonly print: P }

type Wanted<P> = OpenPrint & { readonly print: P }

const byLength = <P extends Print>(prints: readonly P[], keys: PrintKeys): Map<number, Map<number, Wanted<P>[]>> => {
  const lengths = new Map<number, Map<number, Wanted<P>[]>>()
  for (const print of prints) {
    const open = openPrint(print.sha, keys)
    // Of another format or key: to leave it out would let through what it guards.
    if (open === null || open.length === 0) throw new Error('a print is not of this format')
    const same = lengths.get(open.length) ?? new Map<number, Wanted<P>[]>()
    lengths.set(open.length, same)
    same.set(open.fingerprint, [...(same.get(open.fingerprint) ?? []), { ...open, print }])
  }
  return lengths
}

/** Sums of the beginnings, from which the fingerprint of any part follows. */
const sumsOf = (signs: string, base: number): Int32Array => {
  const sums = new Int32Array(signs.length + 1)
  for (let index = 0; index < signs.length; index++)
    sums[index + 1] = (Math.imul(sums[index] ?? 0, base) + signs.charCodeAt(index)) | 0
  return sums
}

const power = (base: number, exponent: number): number => {
  let result = 1
  for (let n = 0; n < exponent; n++) result = Math.imul(result, base)
  return result
}

/** Where any of these prints stands in a text, whatever the spacing, case, punctuation, line breaks and accents. In the order of the text. */
export const matchPrints = <P extends Print>(text: string, prints: readonly P[], key: Buffer): PrintMatch<P>[] => {
  if (prints.length === 0) return []
  const keys = printKeys(key)
  const read = lettersOnly(text)
  const sums = sumsOf(read.signs, keys.base)
  return [...byLength(prints, keys)]
    .flatMap(([length, wanted]) => ofLength(text, read, sums, { length, wanted, keys }))
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
}

type OneLength<P> = { length: number; wanted: ReadonlyMap<number, readonly Wanted<P>[]>; keys: PrintKeys }

const ofLength = <P>(
  text: string,
  read: LettersOnly,
  sums: Int32Array,
  { length, wanted, keys }: OneLength<P>,
): PrintMatch<P>[] => {
  const found: PrintMatch<P>[] = []
  const factor = power(keys.base, length)
  const hashes = new Map<string, Buffer>()
  const hash = (letters: string): Buffer => {
    const made = hashes.get(letters) ?? hashOf(letters, keys)
    if (hashes.size < 1000) hashes.set(letters, made)
    return made
  }
  for (let from = 0; from + length <= read.signs.length; from++) {
    const fingerprint = ((sums[from + length] ?? 0) - Math.imul(sums[from] ?? 0, factor)) | 0
    const candidates = wanted.get(fingerprint)
    if (candidates === undefined) continue
    const isWhole = read.edges[from] === 1 && read.edges[from + length] === 1
    const letters = read.signs.slice(from, from + length)
    const those = candidates.filter((one) => (isWhole || one.isLoose) && one.hash.equals(hash(letters)))
    if (those.length === 0) continue
    const place = placeOf(text, read, from, length)
    for (const { print } of those) found.push({ ...place, print })
    from += length - 1
  }
  return found
}

const placeOf = (text: string, { at }: LettersOnly, from: number, length: number): { start: number; end: number } => {
  const last = at[from + length - 1] ?? 0
  return { start: at[from] ?? 0, end: last + ((text.codePointAt(last) ?? 0) > 0xffff ? 2 : 1) }
}
