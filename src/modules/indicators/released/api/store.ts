import type { z } from 'zod'
import { addDays, addMonths, localDate } from '#platform/dates.ts'
import type { ReadDb } from '#platform/db/connection.ts'
import { definitionSet, namedMeasure, type ReleasedCell } from '../released.ts'
import type { ownRelease } from './release.ts'

const readLatest = (db: ReadDb) =>
  db.q
    .selectFrom('change_release')
    .select(['id', 'version_id', 'highest_withheld', 'zeros_hidden', 'covers_from', 'covers_to', 'released_at'])
    .orderBy('released_at', 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()

const readCells = (db: ReadDb, releaseId: string) =>
  db.q
    .selectFrom('change_release_cell')
    .where('release_id', '=', releaseId)
    .select(['measure', 'ends', 'status', 'events', 'mature'])
    .orderBy('measure')
    .orderBy('ends')
    .execute()

/** What the borough of a key has released last: the database shows a key nothing of another borough. What comes of it is checked against the schema. */
export const readOwnRelease = async (db: ReadDb): Promise<z.input<typeof ownRelease>> => {
  const latest = await readLatest(db)
  if (latest === undefined) return { definition: definitionSet, release: null }
  const cells = await readCells(db, latest.id)
  return {
    definition: definitionSet,
    release: {
      id: latest.id,
      version: latest.version_id,
      releasedAt: latest.released_at.toISOString(),
      covers: { first: latest.covers_from, last: addDays(localDate(latest.covers_to), -1) },
      withheld: { upTo: latest.highest_withheld, zerosToo: latest.zeros_hidden },
      cells: cells.flatMap(({ measure, ends, status, events, mature }) => {
        const name = namedMeasure(measure)
        if (name === null) return []
        return [
          {
            measure: name,
            first: addMonths(localDate(ends), -12),
            last: addDays(localDate(ends), -1),
            months: 12 as const,
            status: status as ReleasedCell['status'], // the table's own check
            events,
            stillMaturing: status === 'shown' || status === 'withheld' ? !mature : null,
          },
        ]
      }),
    },
  }
}
