import type { Reading } from '#modules/people/index.ts'
import type { ReadDb } from '#platform/db/connection.ts'
import { readAllRounds, readOwnRounds } from '../store.ts'

/** The rounds that the reader may count: their own borough's, or every borough's. */
export const loadFigures = async (db: ReadDb, reading: Reading) => {
  const { partnership, organisation } = reading
  if (!reading.wide) return { reading, rounds: await readOwnRounds(db, organisation.id) }
  return { reading, rounds: partnership ? await readAllRounds(db, partnership.id) : [] }
}

export type LoadedFigures = Awaited<ReturnType<typeof loadFigures>>
