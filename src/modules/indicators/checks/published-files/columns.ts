import { type PublishedSource, publishedNames, publishedSources } from '../published.ts'

/** One of the Department's files cannot be read. `message` says why, after the file's name. */
export class NotReadable extends Error {}

/** Where in a file's rows things stand, counted from 0. `kind`: of time_identifier, where the file has it. */
export type Header = {
  readonly source: PublishedSource
  readonly level: number
  readonly period: number
  readonly kind: number | undefined
  readonly code: number
  readonly figures: readonly { readonly name: string; readonly place: number }[]
}

// The Department gave these to later years only, or may drop them: nothing is held against them.
const optional: ReadonlySet<string> = new Set(['referral_child_count', 'rereferral_child_count'])

/** By which column a file is recognised. */
const known: Readonly<Record<PublishedSource, string>> = {
  c1: 'referral_count',
  c3: 'Episodes_with_assessment_factor',
  d3: 'CPP_start',
}

const plain = (cell: string): string => cell.trim().toLowerCase()

/**
 * Which of the files it is and where its columns stand, by their names: the Department adds columns and moves them from year to year.
 * @throws NotReadable where it is none of them, or lacks a column that is needed.
 */
export const columnsOf = (cells: readonly string[]): Header => {
  const names = cells.map(plain)
  const placeOf = (name: string): number | undefined => {
    const place = names.indexOf(plain(name))
    if (place !== names.lastIndexOf(plain(name))) throw new NotReadable(`it has the column ${name} twice`)
    return place === -1 ? undefined : place
  }
  const sources = publishedSources.filter((source) => placeOf(known[source]) !== undefined)
  const [source] = sources
  if (source === undefined || sources.length > 1) {
    const all = publishedSources.map((each) => `${each} (${known[each]})`).join(', ')
    throw new NotReadable(`it is none of the files that are read, which are known by a column each: ${all}`)
  }
  const needed = (name: string): number => {
    const place = placeOf(name)
    if (place === undefined) throw new NotReadable(`it looks like ${source}, and has no column ${name}`)
    return place
  }
  return {
    source,
    level: needed('geographic_level'),
    period: needed('time_period'),
    kind: placeOf('time_identifier'),
    code: needed('old_la_code'),
    figures: publishedNames[source].flatMap((name) => {
      const place = optional.has(name) ? placeOf(name) : needed(name)
      return place === undefined ? [] : [{ name, place }]
    }),
  }
}
