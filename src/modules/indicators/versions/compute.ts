import { createHash } from 'node:crypto'
import type { Sealer } from '#platform/access/sealing.ts'
import { addDays } from '#platform/dates.ts'
import type { ReadDb } from '#platform/db/connection.ts'
import { figuresV1 } from '../definition/figures.ts'
import type { Figures } from '../definition/figures-shape.ts'
import { type Stack, type StackFile, stack } from '../definition/stack.ts'
import { asCovered } from '../files/covers.ts'
import { openExtracts } from '../files/extract-store.ts'
import { spanOf } from '../files/return-file.ts'
import type { VersionFile } from './version.ts'

/** What a version holds before anybody keeps it, and the files behind it. */
export type Computed = {
  readonly files: readonly VersionFile[]
  readonly figures: Figures
  readonly stack: Stack
  readonly stackFiles: readonly StackFile[]
}

const readSums = async (db: ReadDb, authorityId: string): Promise<ReadonlyMap<string, string>> => {
  const rows = await db.q
    .selectFrom('return_file')
    .select(['id', 'sha256'])
    .where('authority_id', '=', authorityId)
    .execute()
  return new Map(rows.map(({ id, sha256 }) => [id, sha256.toString('hex')]))
}

/**
 * The figures of all files of a borough that have not been withdrawn. Only in the role of its analyst, the one that opens extracts.
 * @throws where an extract does not open any more.
 */
export const computeVersion = async (db: ReadDb, sealer: Sealer, authorityId: string): Promise<Computed> => {
  const opened = await openExtracts(db, sealer, authorityId)
  const sums = await readSums(db, authorityId)
  const stackFiles = opened.map(({ file, extract }) => ({
    name: file.name,
    extract: asCovered(extract, file),
    span: spanOf(file),
  }))
  const stacked = stack(stackFiles)
  return {
    files: opened.map(({ file }) => ({
      id: file.id,
      kind: file.kind,
      name: file.name,
      first: file.coversFrom,
      last: addDays(file.coversTo, -1),
      sha256: sums.get(file.id) ?? '',
      mappingVersion: file.mappingVersion,
    })),
    figures: figuresV1(stacked),
    stack: stacked,
    stackFiles,
  }
}

/** Tells one set of files from another: what was looked at is what is computed, or the page is shown again. */
export const filesMark = (files: readonly Pick<VersionFile, 'id'>[]): string =>
  createHash('sha256')
    .update(
      files
        .map(({ id }) => id)
        .toSorted()
        .join(' '),
    )
    .digest('base64url')
    .slice(0, 22)

/** Of the files of a version those that were withdrawn since: its figures hold what somebody has taken back. */
export const readWithdrawn = async (
  db: ReadDb,
  authorityId: string,
  files: readonly Pick<VersionFile, 'id'>[],
): Promise<ReadonlySet<string>> => {
  if (files.length === 0) return new Set()
  const rows = await db.q
    .selectFrom('return_file')
    .select('id')
    .where('authority_id', '=', authorityId)
    .where(
      'id',
      'in',
      files.map(({ id }) => id),
    )
    .where('withdrawn_at', 'is', null)
    .execute()
  const kept = new Set(rows.map(({ id }) => id))
  return new Set(files.flatMap(({ id }) => (kept.has(id) ? [] : [id])))
}
