import { currentTerm, type Named, type Reading, type Term, upTo } from '#modules/people/index.ts'
import type { ReadDb } from '#platform/db/connection.ts'
import { endsIn, type ReturnLine, type ReturnSummary, summaries } from '../indicator.ts'
import { isOwed, missingTerms } from '../owed.ts'
import { readAllReturns, readOwnReturns } from '../store.ts'

/** Change data of one borough over time (`term` null unless one was asked for), or of every borough in one term. */
export type LoadedFigures = {
  readonly reading: Reading
  /** Null: every borough. */
  readonly borough: Named | null
  readonly term: Term | null
  readonly rows: readonly ReturnSummary[]
  /** What is owed and has not come, from the oldest term. `boroughs` is empty where `borough` says whose it is. */
  readonly missing: readonly { readonly term: Term; readonly boroughs: readonly string[] }[]
}

const ofOne = (reading: Reading, borough: Named, lines: readonly ReturnLine[]): LoadedFigures => {
  const own = lines.filter(({ boroughId }) => boroughId === borough.id)
  const term = reading.wide ? reading.term : null
  return {
    reading,
    borough,
    term,
    rows: summaries(term === null ? own : own.filter((line) => endsIn(line, term))),
    missing: missingTerms(reading, borough.id, own)
      .filter((each) => term === null || each.id === term.id)
      .map((each) => ({ term: each, boroughs: [] })),
  }
}

const ofAll = (reading: Reading, lines: readonly ReturnLine[]): LoadedFigures => {
  const returned = reading.terms
    .filter((each) => lines.some((line) => endsIn(line, each)))
    .toSorted((a, b) => a.number - b.number)
  const [first] = returned
  const term = reading.term ?? returned.at(-1) ?? currentTerm(reading)
  if (term === null) return { reading, borough: null, term, rows: [], missing: [] }
  const rows = summaries(lines.filter((line) => endsIn(line, term)))
  // Before the first return of all nobody was asked for one.
  const wasAsked = first === undefined || term.starts >= first.starts
  const boroughs = reading.boroughs
    .filter(({ id }) => wasAsked && isOwed(reading, id, term) && !rows.some(({ boroughId }) => boroughId === id))
    .map(({ name }) => name)
  return { reading, borough: null, term, rows, missing: boroughs.length === 0 ? [] : [{ term, boroughs }] }
}

/** The reader's own borough, every period; to the partnership's roles the borough that they chose, or every one in the last term with a return. */
export const loadFigures = async (db: ReadDb, reading: Reading): Promise<LoadedFigures> => {
  const { partnership, organisation, wide, borough } = reading
  if (!wide) return ofOne(reading, organisation, await readOwnReturns(db, organisation.id))
  const lines = partnership === null ? [] : await readAllReturns(db, partnership.id, upTo(reading))
  return borough === null ? ofAll(reading, lines) : ofOne(reading, borough, lines)
}
