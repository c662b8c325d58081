import type { LocalDate } from '#platform/dates.ts'
import type { Given } from '#platform/web/page.ts'
import { isPerson } from '#platform/web/route.ts'
import type { Family } from '../family.ts'
import { readFamily } from '../family-store.ts'
import type { PatternEntry } from './entry.ts'
import { readEntry } from './store.ts'

/** What every form of a family begins with. */
export type LoadedFamily = { readonly family: Family; readonly today: LocalDate; readonly personId: string }

export const loadFamily = async <P extends string>({
  actor,
  db,
  services,
  asked,
}: Given<P>): Promise<LoadedFamily | null> => {
  if (!isPerson(actor)) return null
  const family = await readFamily(db, asked.params['familyId'] ?? '')
  return family === null ? null : { family, today: services.clock.today(), personId: actor.personId }
}

export type LoadedEntry = LoadedFamily & { readonly entry: PatternEntry }

export const loadEntry = async <P extends string>(given: Given<P>): Promise<LoadedEntry | null> => {
  const loaded = await loadFamily(given)
  if (loaded === null) return null
  const entry = await readEntry(given.db, loaded.family.id, given.asked.params['entryId'] ?? '')
  return entry === null ? null : { ...loaded, entry }
}
