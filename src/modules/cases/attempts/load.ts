import type { Given } from '#platform/web/page.ts'
import { isPerson } from '#platform/web/route.ts'
import { peopleOf } from '../family.ts'
import { readColleagues, readFamily } from '../family-store.ts'
import { readSafetyPlans } from './store.ts'

/** Who is at a form of a family, what day it is, and who of their colleagues could have done what is recorded. */
export const loadFamilyForm = async ({
  actor,
  db,
  params,
  services,
}: Pick<Given<'/families/:familyId'>, 'actor' | 'db' | 'params' | 'services'>) => {
  if (!isPerson(actor)) return null
  const family = await readFamily(db, params.familyId)
  if (family === null) return null
  const colleagues = await readColleagues(db)
  const own = { id: actor.personId, name: actor.name }
  const staff = colleagues.some(({ id }) => id === own.id) ? colleagues : [own, ...colleagues]
  return {
    family,
    personId: actor.personId,
    today: services.clock.today(),
    staff: staff.map(({ id, name }) => ({ id, name })),
    writer: { authorityId: family.authorityId, familyId: family.id, personId: actor.personId },
  }
}

export type LoadedFamilyForm = NonNullable<Awaited<ReturnType<typeof loadFamilyForm>>>

/** The same, with the perpetrators of the family and the safety plan of each who has one. */
export const loadAttemptForm = async (given: Parameters<typeof loadFamilyForm>[0]) => {
  const found = await loadFamilyForm(given)
  if (found === null) return null
  const plans = await readSafetyPlans(given.db, found.family.id)
  const perpetrators = peopleOf(found.family, 'perpetrator').map((member) => ({
    ...member,
    plan: plans.find(({ perpetratorId }) => perpetratorId === member.individualId) ?? null,
  }))
  return { ...found, plans, perpetrators }
}
export type LoadedAttemptForm = NonNullable<Awaited<ReturnType<typeof loadAttemptForm>>>
