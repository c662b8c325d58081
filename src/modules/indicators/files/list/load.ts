import type { Given } from '#platform/web/page.ts'
import { isPerson } from '#platform/web/route.ts'
import { keepFiles } from '../../access.ts'
import { coveredBy, neededNext } from '../gaps.ts'
import { latestMapping } from '../mapping/store.ts'
import { readFiles } from '../store.ts'

/** The files of the reader's own borough, and what can be computed from them. */
export const loadFiles = async ({ actor, db }: Given<string>) => {
  if (!isPerson(actor)) return null
  const { organisation, organisationId, role } = actor.grant
  const files = await readFiles(db, organisationId)
  const counting = files.filter(({ withdrawn }) => withdrawn === null)
  const covered = coveredBy(counting)
  return {
    organisation,
    /** Whether they take files in, or only look at what is wrong with them. */
    keeps: keepFiles.roles.includes(role),
    counting,
    withdrawn: files.filter((file) => file.withdrawn !== null),
    covered,
    needed: neededNext(covered),
    mapping: await latestMapping(db, organisationId),
  }
}

export type LoadedFiles = NonNullable<Awaited<ReturnType<typeof loadFiles>>>
