import { type Reading, readingOf } from '#modules/people/index.ts'
import type { ReadDb } from '#platform/db/connection.ts'
import type { Given } from '#platform/web/page.ts'
import { houseMarks, type Mark } from '../mark.ts'
import { type Drawn, readCoreBlock, readDrawn, readMarks } from '../store.ts'

/** A borough's lines over time. */
export type LoadedLines = {
  readonly borough: { readonly id: string; readonly name: string }
  /** Null: nothing has been computed yet. */
  readonly drawn: Drawn | null
  /** What the house knows and what was entered, withdrawn marks too. */
  readonly marks: readonly Mark[]
}

const readHouseMarks = async (db: ReadDb, reading: Reading): Promise<Mark[]> => {
  const { partnership, memberships, organisation, today } = reading
  const [first] = memberships
    .filter((each) => each.capacity === 'authority' && each.organisation.id === organisation.id)
    .toSorted((a, b) => (a.starts < b.starts ? -1 : 1))
  if (partnership === null || first === undefined || first.starts > today) return []
  const coreBlock = await readCoreBlock(db, partnership.id, first.starts, today)
  return houseMarks({ joined: { on: first.starts, knownTo: first.startsKnownTo }, coreBlock })
}

/** The latest version of the reader's own borough and everything that is marked on its lines. Null for somebody who reads the partnership. */
export const loadLines = async (given: Given<string>): Promise<LoadedLines | null> => {
  const reading = await readingOf(given)
  if (reading === null || reading.wide) return null
  const { organisation: borough } = reading
  const marks = [...(await readHouseMarks(given.db, reading)), ...(await readMarks(given.db, borough.id))]
  return { borough, drawn: await readDrawn(given.db, borough.id), marks }
}
