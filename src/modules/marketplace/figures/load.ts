import { currentTerm, type Reading, upTo } from '#modules/people/index.ts'
import type { ReadDb } from '#platform/db/connection.ts'
import { outcomesOf, outcomesOfAll } from '../outcomes.ts'
import { countAll, countOwn } from '../store.ts'

/** What came of the referrals of a term: the reader's own, or everybody's for the partnership's roles. */
export const loadFigures = async (db: ReadDb, reading: Reading) => {
  const term = reading.term ?? currentTerm(reading)
  const { partnership } = reading
  if (partnership === null || term === null) return { reading, term: null, programmes: [], all: null }
  const lines = reading.wide
    ? (await countAll(db, partnership.id, upTo(reading))).filter((line) => line.term === term.number)
    : await countOwn(db, partnership.id, term)
  return { reading, term, programmes: outcomesOf(lines), all: outcomesOfAll(lines) }
}

export type LoadedFigures = Awaited<ReturnType<typeof loadFigures>>
