import type { ReadDb } from '#platform/db/connection.ts'
import { authorityCodeOf, type Check, checksOf, readPublished } from '../checks/index.ts'
import type { Computed } from './compute.ts'

/** What a version's figures are held against on the day it is computed: the Department's figures as loaded, and the files with one another. */
export const runChecks = async (
  db: ReadDb,
  { figures, stack, stackFiles }: Pick<Computed, 'figures' | 'stack' | 'stackFiles'>,
): Promise<readonly Check[]> => {
  const code = authorityCodeOf(stack)
  const published = code === null ? new Map() : await readPublished(db, code)
  return checksOf({ figures, stack, files: stackFiles, published })
}
