import { currentTerm, memberIn, type Reading } from '#modules/people/index.ts'
import type { ReadDb } from '#platform/db/connection.ts'
import { summaries } from '../indicator.ts'
import { readAllReturns, readOwnReturns } from '../store.ts'

/** The reader's own borough, every period; or every borough in one term, with those that sent nothing. */
export const loadFigures = async (db: ReadDb, reading: Reading) => {
  const { partnership, organisation } = reading
  if (!reading.wide) {
    const lines = await readOwnReturns(db, { authorityId: organisation.id, endsIn: null, indicator: null })
    return { reading, term: null, rows: summaries(lines), without: [] }
  }
  const term = reading.term ?? currentTerm(reading)
  if (partnership === null || term === null) return { reading, term: null, rows: [], without: [] }
  const rows = summaries(await readAllReturns(db, partnership.id, term.number))
  const members = reading.boroughs.filter(({ id }) => memberIn(reading, id, term))
  const without = members.filter(({ name }) => !rows.some(({ borough }) => borough === name)).map(({ name }) => name)
  return { reading, term, rows, without }
}

export type LoadedFigures = Awaited<ReturnType<typeof loadFigures>>
