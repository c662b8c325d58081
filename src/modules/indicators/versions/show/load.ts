import type { ReadDb } from '#platform/db/connection.ts'
import { readWithdrawn } from '../compute.ts'
import { differences } from '../difference.ts'
import type { Reader } from '../reader.ts'
import { releaseOf } from '../release.ts'
import { readPastReleases, readReleased } from '../release-store.ts'
import { readWithholding } from '../setting/store.ts'
import { readVersion, readVersions } from '../store.ts'
import { isOpen, lastLocked, type Version } from '../version.ts'

/** What has left with a version, or would if it were locked now. */
export const leavingOf = async (db: ReadDb, authorityId: string, version: Version) => {
  const left = await readReleased(db, authorityId, version.id)
  if (left !== null) return { release: left.released, withholding: left.withholding }
  const withholding = await readWithholding(db, authorityId)
  return { release: releaseOf(version.figures, await readPastReleases(db, authorityId), withholding), withholding }
}

/** A version with what is compared with it: the last one locked before it, its files as they are now, and what leaves. */
export const loadVersion = async (db: ReadDb, reader: Reader, versionId: string) => {
  const version = await readVersion(db, reader.borough.id, versionId)
  if (version === null) return null
  const earlier = (await readVersions(db, reader.borough.id)).filter(({ number }) => number < version.number)
  const line = lastLocked(earlier)
  const before = line && (await readVersion(db, reader.borough.id, line.id))
  return {
    reader,
    version,
    before: before && { number: before.number, differences: differences(before.figures, version.figures) },
    withdrawn: await readWithdrawn(db, reader.borough.id, version.files),
    // What was given up leaves nothing, so there is nothing to look at.
    leaving: isOpen(version) || version.lead !== null ? await leavingOf(db, reader.borough.id, version) : null,
  }
}

export type LoadedVersion = NonNullable<Awaited<ReturnType<typeof loadVersion>>>
