import { randomUUID } from 'node:crypto'
import { localDate } from '#platform/dates.ts'
import type { ReadDb, WriteDb } from '#platform/db/connection.ts'
import { figuresSchema } from '../definition/figures-shape.ts'
import type { QuarterName, ReleasedMeasure } from '../definition/measure.ts'
import type { CellStatus, PastRelease, Release } from './release.ts'
import type { Withholding } from './setting/withholding.ts'

type Safe = Extract<Release, { outcome: 'safe' }>

/** '2024-Q1' of twelve months that end before 2024-07-01. */
const quarterEnding = (ends: string): QuarterName => {
  const [year, month] = [Number(ends.slice(0, 4)), Number(ends.slice(5, 7))]
  // A quarter ends before 1 July, October, January or April.
  const part = { 7: 1, 10: 2, 1: 3, 4: 4 }[month] as 1 | 2 | 3 | 4 | undefined
  if (part === undefined) throw new Error('twelve months of a release end within a quarter')
  return `${month < 7 ? year - 1 : year}-Q${part}`
}

/** Everything that has left a borough, the earliest first, with the exact figures behind it. Inside the borough only. */
export const readPastReleases = async (db: ReadDb, authorityId: string): Promise<PastRelease[]> => {
  const releases = await db.q
    .selectFrom('change_release as r')
    .innerJoin('change_version as v', 'v.id', 'r.version_id')
    .where('r.authority_id', '=', authorityId)
    .select(['r.id', 'v.figures'])
    .orderBy('r.released_at')
    .execute()
  const cells = await db.q
    .selectFrom('change_release_cell')
    .where('authority_id', '=', authorityId)
    .select(['release_id', 'measure', 'ends', 'status', 'events'])
    .execute()
  const byRelease = Map.groupBy(cells, ({ release_id }) => release_id)
  return releases.map(({ id, figures }) => ({
    id,
    figures: figuresSchema.parse(figures),
    cells: (byRelease.get(id) ?? []).map(({ measure, ends, status, events }) => ({
      measure: measure as ReleasedMeasure, // written below by these names only
      endsWith: quarterEnding(ends),
      status: status as CellStatus, // the table's own check
      events,
    })),
  }))
}

/** What left with one version, as it left; null where nothing has. */
export const readReleased = async (db: ReadDb, authorityId: string, versionId: string) => {
  const release = await db.q
    .selectFrom('change_release')
    .where('authority_id', '=', authorityId)
    .where('version_id', '=', versionId)
    .select(['id', 'highest_withheld', 'zeros_hidden', 'covers_from', 'covers_to'])
    .executeTakeFirst()
  if (release === undefined) return null
  const cells = await db.q
    .selectFrom('change_release_cell')
    .where('release_id', '=', release.id)
    .select(['measure', 'ends', 'status', 'events', 'mature'])
    .orderBy('ends')
    .execute()
  const released: Safe = {
    outcome: 'safe',
    starts: localDate(release.covers_from),
    ends: localDate(release.covers_to),
    cells: cells.map(({ measure, ends, status, events, mature }) => ({
      measure: measure as ReleasedMeasure, // as above
      endsWith: quarterEnding(ends),
      ends: localDate(ends),
      status: status as CellStatus, // as above
      events,
      mature,
    })),
  }
  const withholding: Withholding = {
    highestWithheld: release.highest_withheld,
    zerosHidden: release.zeros_hidden,
    version: 0,
  }
  return { released, withholding }
}

/** Writes what leaves, in the transaction in which its version is locked. */
export const insertRelease = async (
  db: WriteDb,
  by: { readonly authorityId: string; readonly personId: string; readonly versionId: string },
  release: Safe,
  { highestWithheld, zerosHidden }: Withholding,
): Promise<void> => {
  const id = randomUUID()
  await db.q
    .insertInto('change_release')
    .values({
      id,
      authority_id: by.authorityId,
      version_id: by.versionId,
      highest_withheld: highestWithheld,
      zeros_hidden: zerosHidden,
      covers_from: release.starts,
      covers_to: release.ends,
      released_by: by.personId,
    })
    .execute()
  await db.q
    .insertInto('change_release_cell')
    .values(
      release.cells.map(({ measure, ends, status, events, mature }) => ({
        authority_id: by.authorityId,
        release_id: id,
        measure,
        ends,
        status,
        events,
        mature,
      })),
    )
    .execute()
}
