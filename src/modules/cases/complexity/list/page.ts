import { type Given, page } from '#platform/web/page.ts'
import { isPerson } from '#platform/web/route.ts'
import { seeFamilies, writeFamilies } from '../../access.ts'
import { readStaffNames } from '../../family-store.ts'
import { paths } from '../../paths.ts'
import { loadFamily } from '../../pattern/load.ts'
import { readComplexities } from '../store.ts'
import { Complexities } from './view.tsx'

export const complexitiesPage = page({
  path: paths.complexities,
  permission: seeFamilies,
  record: { act: 'family.complexity-read', subject: ({ family }) => ({ kind: 'family', id: family.id }) },
  title: 'Complexity',
  area: 'Families',
  wide: true,
  load,
  view: Complexities,
})

async function load(given: Given<string>) {
  const loaded = await loadFamily(given)
  if (loaded === null || !isPerson(given.actor)) return null
  const all = await readComplexities(given.db, loaded.family.id)
  return {
    ...loaded,
    complexities: all.filter(({ withdrawnAt }) => withdrawnAt === null),
    withdrawn: all.filter(({ withdrawnAt }) => withdrawnAt !== null),
    staff: await readStaffNames(
      given.db,
      all.map(({ recordedBy }) => recordedBy),
    ),
    writes: writeFamilies.roles.includes(given.actor.grant.role),
  }
}

export type LoadedComplexities = NonNullable<Awaited<ReturnType<typeof load>>>
