import type { Reading } from '#modules/people/index.ts'
import type { ReadDb } from '#platform/db/connection.ts'
import { readVersion, readVersions } from '../versions/store.ts'
import { lastLocked, openOne, type Version, type VersionLine } from '../versions/version.ts'
import { type ShownKey, shownKeys } from './figure-lines.ts'

/** A borough's own figures: the version that is shown, and the other one that may be asked for. */
export type OwnQuarters = {
  readonly reading: Reading
  /** Null: nothing has been computed yet. */
  readonly version: Version | null
  /** A newer one that is not locked, where the locked one is shown; the locked one, where the newer is. */
  readonly other: VersionLine | null
  readonly chosen: ShownKey | null
}

/** The latest locked version; the open one where none is locked, or where `?version=open` asks for it. */
export const loadOwnQuarters = async (db: ReadDb, reading: Reading): Promise<OwnQuarters> => {
  const versions = await readVersions(db, reading.organisation.id)
  const [locked, open] = [lastLocked(versions), openOne(versions)]
  const asksOpen = reading.query.get('version') === 'open' && open !== null
  const line = asksOpen ? open : (locked ?? open)
  return {
    reading,
    version: line && (await readVersion(db, reading.organisation.id, line.id)),
    other: line === locked ? open : locked,
    chosen: shownKeys.find((key) => key === reading.query.get('figure')) ?? null,
  }
}
