import { sql } from 'kysely'
import type { Named, Reading } from '#modules/people/index.ts'
import { type LocalDate, localDate, periodContains } from '#platform/dates.ts'
import type { ReadDb } from '#platform/db/connection.ts'
import { type BoroughRelease, type KeyFigure, keyFigures, namedMeasure, type ReleasedCell } from './released.ts'

/** What the boroughs of a partnership have released last, and what of it the reader asked for. */
export type LoadedReleases = {
  readonly reading: Reading
  /** By the boroughs' names. All of them, whatever was asked for. */
  readonly releases: readonly BoroughRelease[]
  /** Members today that have released nothing. */
  readonly nothingYet: readonly Named[]
  /** Null: all five. */
  readonly figure: KeyFigure | null
}

type Row = {
  authority_id: string
  authority: string
  released_at: Date
  highest_withheld: number
  covers_from: string
  covers_to: string
  measure: string
  ends: string
  status: string
  events: number | null
  mature: boolean
}

/** What each borough of a partnership has released last, boroughs by name. Empty where the reader is none of the partnership's roles. */
export const readReleases = async (db: ReadDb, reading: Reading): Promise<BoroughRelease[]> => {
  if (reading.partnership === null) return []
  const { rows } = await sql<Row>`select authority_id, authority, released_at, highest_withheld, covers_from, covers_to,
    measure, ends, status, events, mature from figures.change_releases(${reading.partnership.id})`.execute(db.q)
  return [...Map.groupBy(rows, ({ authority_id }) => authority_id).values()]
    .flatMap((own) => own.slice(0, 1).map((first) => releaseOf(first, own, reading)))
    .toSorted((a, b) => a.borough.name.localeCompare(b.borough.name, 'en-GB'))
}

const releaseOf = (first: Row, own: readonly Row[], reading: Reading): BoroughRelease => ({
  borough: { id: first.authority_id, name: first.authority },
  releasedAt: first.released_at,
  highestWithheld: first.highest_withheld,
  coversFrom: localDate(first.covers_from),
  coversTo: localDate(first.covers_to),
  leftAt: leftAt(reading, first.authority_id),
  cells: own.flatMap(cellOf),
})

const cellOf = ({ measure, ends, status, events, mature }: Row): ReleasedCell[] => {
  const known = namedMeasure(measure)
  if (known === null) return []
  return [
    {
      measure: known,
      ends: localDate(ends),
      status: status as ReleasedCell['status'], // the table's own check
      events,
      mature,
    },
  ]
}

const ofBorough = ({ memberships }: Reading, id: string) =>
  memberships.filter(({ capacity, organisation }) => capacity === 'authority' && organisation.id === id)

/** The first day on which a borough was no member any more; null while it is one. */
const leftAt = (reading: Reading, id: string): LocalDate | null => {
  const own = ofBorough(reading, id)
  if (own.some((each) => periodContains(each, reading.today))) return null
  return (
    own
      .flatMap(({ ends }) => (ends === null || ends > reading.today ? [] : [ends]))
      .toSorted()
      .at(-1) ?? null
  )
}

const isMember = (reading: Reading, id: string): boolean =>
  ofBorough(reading, id).some((each) => periodContains(each, reading.today))

/** What was released, with the reader's filters: `?borough=<id>`, `?figure=<measure>`. */
export const loadReleased = async (db: ReadDb, reading: Reading): Promise<LoadedReleases> => {
  const releases = await readReleases(db, reading)
  const released = new Set(releases.map(({ borough }) => borough.id))
  return {
    reading,
    releases,
    nothingYet: reading.boroughs.filter(({ id }) => isMember(reading, id) && !released.has(id)),
    figure: keyFigures.find((key) => key === reading.query.get('figure')) ?? null,
  }
}
