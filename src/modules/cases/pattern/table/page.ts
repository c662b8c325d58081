import { type Given, page } from '#platform/web/page.ts'
import { isPerson } from '#platform/web/route.ts'
import { seeFamilies, writeFamilies } from '../../access.ts'
import { readStaffNames } from '../../family-store.ts'
import { paths } from '../../paths.ts'
import { loadFamily } from '../load.ts'
import { readElsewhere, readPattern } from '../store.ts'
import { PatternTable } from './view.tsx'

export const patternTablePage = page({
  path: paths.patternTable,
  permission: seeFamilies,
  record: { act: 'family.pattern-read', subject: ({ family }) => ({ kind: 'family', id: family.id }) },
  title: 'Pattern as a table',
  area: 'Families',
  wide: true,
  load,
  view: PatternTable,
})

async function load(given: Given<string>) {
  const loaded = await loadFamily(given)
  if (loaded === null || !isPerson(given.actor)) return null
  const entries = await readPattern(given.db, loaded.family.id)
  return {
    ...loaded,
    entries: entries.filter(({ withdrawnAt }) => withdrawnAt === null),
    withdrawn: entries.filter(({ withdrawnAt }) => withdrawnAt !== null),
    elsewhere: await readElsewhere(given.db, loaded.family.id),
    staff: await readStaffNames(
      given.db,
      entries.map(({ recordedBy }) => recordedBy),
    ),
    writes: writeFamilies.roles.includes(given.actor.grant.role),
  }
}

export type LoadedTable = NonNullable<Awaited<ReturnType<typeof load>>>
