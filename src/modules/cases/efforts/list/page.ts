import { type Given, page } from '#platform/web/page.ts'
import { isPerson } from '#platform/web/route.ts'
import { seeFamilies, writeFamilies } from '../../access.ts'
import { readStaffNames } from '../../family-store.ts'
import { paths } from '../../paths.ts'
import { loadFamily } from '../../pattern/load.ts'
import { readEfforts } from '../store.ts'
import { Efforts } from './view.tsx'

export const effortsPage = page({
  path: paths.efforts,
  permission: seeFamilies,
  record: { act: 'family.efforts-read', subject: ({ family }) => ({ kind: 'family', id: family.id }) },
  title: 'Protective efforts',
  area: 'Families',
  load,
  view: Efforts,
})

async function load(given: Given<string>) {
  const loaded = await loadFamily(given)
  if (loaded === null || !isPerson(given.actor)) return null
  const all = await readEfforts(given.db, loaded.family.id)
  return {
    ...loaded,
    efforts: all.filter(({ withdrawnAt }) => withdrawnAt === null),
    withdrawn: all.filter(({ withdrawnAt }) => withdrawnAt !== null),
    staff: await readStaffNames(
      given.db,
      all.map(({ recordedBy }) => recordedBy),
    ),
    writes: writeFamilies.roles.includes(given.actor.grant.role),
  }
}

export type LoadedEfforts = NonNullable<Awaited<ReturnType<typeof load>>>
