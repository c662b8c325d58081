import type { Reading } from '#modules/people/index.ts'
import type { ReadDb } from '#platform/db/connection.ts'
import { readAllRounds, readOwnRounds } from '../store.ts'

/** The rounds that the reader may count: their own borough's; every borough's, or those of the borough that they chose. */
export const loadFigures = async (db: ReadDb, reading: Reading) => {
  const { partnership, organisation, borough } = reading
  if (!reading.wide) return { reading, rounds: await readOwnRounds(db, organisation.id) }
  const all = partnership ? await readAllRounds(db, partnership.id) : []
  return { reading, rounds: borough === null ? all : all.filter((round) => round.borough === borough.name) }
}

export type LoadedFigures = Awaited<ReturnType<typeof loadFigures>>
