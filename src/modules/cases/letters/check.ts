import { findLocations, type LocationKind, lineOfPlace, type ProtectedKind } from '../locations/index.ts'
import type { Guard, GuardHit } from '../vault/index.ts'
import type { Contents } from './letter.ts'
import type { FileReading, FileText } from './reading/read-file.ts'

/** A protected detail in a document: where, and of what kind. Never the words, never whose. */
type Stop = { readonly part: string; readonly line: number; readonly kind: ProtectedKind }
/** What only looks like a place. */
type Doubt = { readonly part: string; readonly line: number; readonly kind: LocationKind }

export type Check = {
  readonly stops: readonly Stop[]
  readonly doubts: readonly Doubt[]
  /** Files that cannot be looked through, by their number, and why. */
  readonly unreadable: readonly { readonly part: string; readonly why: string }[]
  /** Why nothing can be checked at all. */
  readonly broken: string | null
  /** Of whom something is held. Nobody's details can be found who has none. */
  readonly heldOf: readonly string[]
}

/** Nothing stands in the way but, perhaps, what only looks like a place. */
export const mayGo = ({ stops, unreadable, broken }: Check): boolean =>
  stops.length === 0 && unreadable.length === 0 && broken === null

type Text = { readonly part: string; readonly text: string; readonly search: FileText['search'] }

const textsOf = ({ subject, text, actions, attachments }: Contents, readings: readonly FileReading[]): Text[] => [
  { part: 'Subject', text: subject, search: 'both' as const },
  { part: 'Text', text, search: 'both' as const },
  ...actions.map(({ number, what, measure }) => ({
    part: `Action ${number} of the plan`,
    text: `${what}\n${measure}`,
    search: 'both' as const,
  })),
  ...attachments.map(({ name }, index) => ({ part: `Name of file ${index + 1}`, text: name, search: 'both' as const })),
  ...readings.flatMap((reading, index) =>
    'texts' in reading
      ? reading.texts.map(({ place, text: each, search }) => ({
          part: `File ${index + 1}, ${place}`,
          text: each,
          search,
        }))
      : [],
  ),
]

const overlaps = (a: { start: number; end: number }, others: readonly { start: number; end: number }[]): boolean =>
  others.some((b) => a.start < b.end && b.start < a.end)

const most = 50
const once = <T extends object>(all: readonly T[]): T[] =>
  [...new Map(all.map((one) => [JSON.stringify(one), one])).values()].slice(0, most)

/** Looks through everything that he would get. `readings` are those of the attachments, in their order. */
export const checkContents = (contents: Contents, readings: readonly FileReading[], guard: Guard): Check => {
  const looked = textsOf(contents, readings).map((one) => ({ ...one, hits: guard.hits(one.text) }))
  return {
    stops: once(
      looked.flatMap(({ part, text, search, hits }) =>
        (search === 'places' ? [] : hits)
          .slice(0, most)
          .map(({ start, kind }) => ({ part, line: lineOfPlace(text, start), kind })),
      ),
    ),
    doubts: once(
      looked.flatMap(({ part, text, search, hits }) =>
        search === 'protected'
          ? []
          : doubtsIn(text, [...hits, ...guard.own(text)]).map(({ start, kind }) => ({
              part,
              line: lineOfPlace(text, start),
              kind,
            })),
      ),
    ),
    unreadable: readings.flatMap((reading, index) =>
      'unreadable' in reading ? [{ part: `File ${index + 1}`, why: reading.unreadable }] : [],
    ),
    broken: guard.broken,
    heldOf: guard.heldOf,
  }
}

const doubtsIn = (text: string, settled: readonly { start: number; end: number }[]) =>
  findLocations(text)
    .filter((one) => !overlaps(one, settled))
    .slice(0, most)

/** A text as the page of the letter shows it: a protected detail is never repeated. */
export const masked = (text: string, hits: readonly GuardHit[]): string => {
  let [out, from] = ['', 0]
  for (const { start, end } of hits) {
    if (start >= from) out += `${text.slice(from, start)}[protected detail]`
    from = Math.max(from, end)
  }
  return out + text.slice(from)
}
