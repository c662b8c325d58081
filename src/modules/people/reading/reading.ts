import type { LocalDate, Period } from '#platform/dates.ts'
import type { ReadDb } from '#platform/db/connection.ts'
import type { Given } from '#platform/web/page.ts'
import { isPerson } from '#platform/web/route.ts'
import { boroughsAmong, type Membership, type Named, type Partnership, wasMember } from '../partnership.ts'
import { readSurroundings } from '../store.ts'
import { type Term, termOn } from '../term.ts'

/** Who reads a room, of which partnership, and what they chose to see of it. What a filter says that nobody can read is as if it were not said. */
export type Reading = {
  readonly today: LocalDate
  /** Null: the organisation takes part in no partnership today. Its own records stay readable. */
  readonly partnership: Partnership | null
  readonly partnerships: readonly Partnership[]
  readonly terms: readonly Term[]
  readonly memberships: readonly Membership[]
  /** The boroughs of the partnership, past ones too. */
  readonly boroughs: readonly Named[]
  /** Reads the whole partnership (through counts), not one organisation. */
  readonly wide: boolean
  readonly organisation: Named
  /** From the filters: `?term=2`, `?borough=<id>`, `?page=3`. */
  readonly term: Term | null
  readonly borough: Named | null
  readonly page: number
  readonly query: URLSearchParams
}

/** Null for somebody who is not signed in. One round trip. */
export const readingOf = async ({ actor, db, query, services }: Given<string>): Promise<Reading | null> => {
  if (!isPerson(actor)) return null
  const { grant } = actor
  const { partnerships, termsOf, membershipsOf } = await readSurroundings(db)
  const partnership = partnerships.find(({ slug }) => slug === query.get('partnership')) ?? partnerships[0] ?? null
  const terms = partnership ? termsOf(partnership.id) : []
  const memberships = partnership ? membershipsOf(partnership.id) : []
  const boroughs = boroughsAmong(memberships)
  return {
    today: services.clock.today(),
    partnership,
    partnerships,
    terms,
    memberships,
    boroughs,
    wide: grant.partnershipId !== null,
    organisation: { id: grant.organisationId, name: grant.organisation },
    term: terms.find(({ number }) => String(number) === query.get('term')) ?? null,
    borough: boroughs.find(({ id }) => id === query.get('borough')) ?? null,
    page: pageNumber(query),
    query,
  }
}

/**
 * What a room's list page shows: one's own records; for the partnership's roles, which may count them and not list them, the figures in their place.
 * Null for somebody who is not signed in.
 */
export const ownOrFigures = async <Figures, Own>(
  given: Given<string>,
  figures: (db: ReadDb, reading: Reading) => Promise<Figures>,
  own: (db: ReadDb, reading: Reading) => Promise<Own>,
) => {
  const reading = await readingOf(given)
  if (reading === null) return null
  return reading.wide
    ? { figures: await figures(given.db, reading), own: null }
    : { figures: null, own: await own(given.db, reading) }
}

/** The page of a list that is asked for; the first where it does not say. */
export const pageNumber = (query: URLSearchParams): number => {
  const text = query.get('page') ?? ''
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 1
}

/** The term that "now" means: the one that runs, else the last that did. */
export const currentTerm = ({ terms, today }: Pick<Reading, 'terms' | 'today'>): Term | null => termOn(terms, today)

/** Whether an organisation was a member of the partnership in a term (or any other period). */
export const memberIn = (
  { memberships }: Pick<Reading, 'memberships'>,
  organisationId: string,
  during: Period,
): boolean => wasMember(memberships, organisationId, during)

/** The highest term number: how far the functions of schema `figures` are asked to count. */
export const upTo = ({ terms }: Pick<Reading, 'terms'>): number => Math.max(0, ...terms.map(({ number }) => number))

/** Rows of a page. */
export const pageSize = 50

/** One page of a list. `from` is the number of its first row, from 1. */
export type Paged<Row> = {
  readonly rows: readonly Row[]
  readonly total: number
  readonly page: number
  readonly from: number
}

/** Reads one page of a list: a page past the end is the last one. */
export const readPage = async <Row>(
  asked: number,
  count: () => Promise<number>,
  rows: (offset: number, limit: number) => Promise<readonly Row[]>,
): Promise<Paged<Row>> => {
  const total = await count()
  const page = Math.min(asked, Math.max(1, Math.ceil(total / pageSize)))
  const offset = (page - 1) * pageSize
  return { rows: total === 0 ? [] : await rows(offset, pageSize), total, page, from: offset + 1 }
}
