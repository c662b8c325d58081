import { type Given, page } from '#platform/web/page.ts'
import { isPerson } from '#platform/web/route.ts'
import { seeFamilies, writeFamilies } from '../access.ts'
import { readComplexities } from '../complexity/store.ts'
import { readEfforts } from '../efforts/store.ts'
import { paths } from '../paths.ts'
import { loadFamily } from '../pattern/load.ts'
import { readElsewhere, readPattern } from '../pattern/store.ts'
import { readAttempts, readCompletedForms, readPlanned } from './store.ts'
import { Overview } from './view.tsx'

/** A family's own page: the pattern first. */
export const familyPage = page({
  path: paths.family,
  permission: seeFamilies,
  record: { act: 'family.read', subject: ({ family }) => ({ kind: 'family', id: family.id }) },
  title: 'Family record',
  area: 'Families',
  wide: true,
  load,
  view: Overview,
})

const isHere = ({ withdrawnAt }: { withdrawnAt: Date | null }) => withdrawnAt === null

async function load(given: Given<string>) {
  const loaded = await loadFamily(given)
  if (loaded === null || !isPerson(given.actor)) return null
  const { db } = given
  const { id } = loaded.family
  return {
    ...loaded,
    entries: (await readPattern(db, id)).filter(isHere),
    elsewhere: await readElsewhere(db, id),
    efforts: (await readEfforts(db, id)).filter(isHere),
    complexities: (await readComplexities(db, id)).filter(isHere),
    attempts: await readAttempts(db, id),
    forms: await readCompletedForms(db, id),
    planned: await readPlanned(db, id),
    writes: writeFamilies.roles.includes(given.actor.grant.role),
  }
}

export type LoadedOverview = NonNullable<Awaited<ReturnType<typeof load>>>
