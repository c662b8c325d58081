import { type Given, page } from '#platform/web/page.ts'
import { isPerson } from '#platform/web/route.ts'
import { seeFamilies, writeFamilies } from '../../access.ts'
import { readFamily } from '../../family-store.ts'
import { paths } from '../../paths.ts'
import { readPeople, readRelations } from '../store.ts'
import { People } from './view.tsx'

export const peoplePage = page({
  path: paths.people,
  permission: seeFamilies,
  record: { act: 'family.people-read', subject: ({ family }) => ({ kind: 'family', id: family.id }) },
  title: 'Family record',
  area: 'Families',
  wide: true,
  load,
  view: People,
})

async function load({ actor, db, params, services }: Given<typeof paths.people.pattern>) {
  const family = await readFamily(db, params.familyId)
  if (family === null || !isPerson(actor)) return null
  return {
    family,
    people: await readPeople(db, family.id),
    relations: await readRelations(db, family.id),
    writes: writeFamilies.roles.includes(actor.grant.role),
    today: services.clock.today(),
  }
}

export type LoadedPeople = NonNullable<Awaited<ReturnType<typeof load>>>
