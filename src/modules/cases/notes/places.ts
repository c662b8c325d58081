import { findLocations, type LocationKind, type ProtectedKind } from '../locations/index.ts'

/** Looks for what the family keeps sealed. `broken`: it cannot. */
type Guard = {
  readonly broken: string | null
  hits(text: string): readonly { readonly start: number; readonly end: number; readonly kind: ProtectedKind }[]
}

/** What looks like a place, or a way to reach somebody, and on which line of the text. */
export type Place = { readonly line: number; readonly what: string; readonly words: string }

const shapes: Readonly<Record<LocationKind, string>> = {
  postcode: 'a postcode',
  telephone: 'a telephone number',
  email: 'an email address',
  'street address': 'an address',
  'school or refuge': 'the name of a school or refuge',
}
const sealed: Readonly<Record<ProtectedKind, string>> = {
  address: 'a protected address',
  telephone: 'a protected telephone number',
  email: 'a protected email address',
  'school or nursery': 'a protected school or nursery',
  refuge: 'a protected refuge',
  health: 'a protected health service',
  work: 'a protected place of work',
  'safe contact': 'a protected way of contact',
}

/** In the order of the text. What is known to be protected counts before what only looks so. */
export const placesIn = (text: string, guard: Guard): Place[] => {
  const known = guard.broken === null ? guard.hits(text).map((hit) => ({ ...hit, what: sealed[hit.kind] })) : []
  const shaped = findLocations(text)
    .filter(({ start, end }) => !known.some((hit) => hit.start < end && start < hit.end))
    .map((found) => ({ ...found, what: shapes[found.kind] }))
  let [line, at] = [1, 0]
  return [...known, ...shaped]
    .toSorted((a, b) => a.start - b.start)
    .map(({ start, end, what }) => {
      for (let next = text.indexOf('\n', at); next >= 0 && next < start; next = text.indexOf('\n', at)) {
        line += 1
        at = next + 1
      }
      return { line, what, words: text.slice(start, end) }
    })
}

const mostNamed = 5

/** "a postcode (line 2) and a telephone number (line 5)": never the words themselves. */
const placesInWords = (places: readonly Place[]): string => {
  const each = [...new Set(places.map(({ what, line }) => `${what} (line ${line})`))]
  const named = each.length > mostNamed ? [...each.slice(0, mostNamed), `${each.length - mostNamed} more`] : each
  return named.length < 2 ? (named[0] ?? '') : `${named.slice(0, -1).join(', ')} and ${named.at(-1)}`
}

type Written = { readonly text: string; readonly locationReason: string }

/**
 * What is asked before a note with a place in it is kept; null where there is nothing to ask. A reason that was given for what stood there before
 * does not answer for what was added.
 */
export const askAboutPlaces = (
  { text, locationReason }: Written,
  before: Written | null,
  guard: Guard,
): Record<'text' | 'locationReason', string> | null => {
  const places = placesIn(text, guard)
  const known = new Set(before === null ? [] : placesIn(before.text, guard).map(({ words }) => words))
  const added =
    before === null || before.locationReason === '' ? places : places.filter(({ words }) => !known.has(words))
  const isAnswered = locationReason !== '' && locationReason !== before?.locationReason
  if (added.length === 0 || isAnswered) return null
  return {
    text: `This looks like it holds ${placesInWords(added)}. Move it to the protected details and take it out of the note, or say why it may stay`,
    locationReason: before?.locationReason
      ? 'The reason was written before this was in the note: say why it may stay too'
      : 'Enter why it may stay, or take it out of the note',
  }
}
