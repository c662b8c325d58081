import type { Given } from '#platform/web/page.ts'
import { type LoadedFamily, loadFamily } from '../pattern/load.ts'
import type { Effort } from './effort.ts'
import { readEffort } from './store.ts'

export type LoadedEffort = LoadedFamily & { readonly effort: Effort }

/** One that was not withdrawn; null where there is none for this person. */
export const loadEffort = async <P extends string>(given: Given<P>): Promise<LoadedEffort | null> => {
  const loaded = await loadFamily(given)
  if (loaded === null) return null
  const effort = await readEffort(given.db, loaded.family.id, given.asked.params['entryId'] ?? '')
  return effort === null ? null : { ...loaded, effort }
}
