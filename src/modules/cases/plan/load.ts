import type { Given } from '#platform/web/page.ts'
import { type LoadedFamilyForm, loadFamilyForm } from '../attempts/load.ts'
import { type Family, nameOf, peopleOf } from '../family.ts'
import type { Askable } from './form.ts'
import { type Action, type Balance, balanceOf } from './plan.ts'
import { readPlan } from './store.ts'

const named = (family: Family, part: 'perpetrator' | 'victim_survivor') =>
  peopleOf(family, part).map(({ individualId, name }) => ({ individualId, name }))

/** Those of a family of whom something can be asked; with somebody who has left and is asked something already. */
export const askable = (family: Family, action: Action | null = null): Askable => {
  const people = { perpetrators: named(family, 'perpetrator'), survivors: named(family, 'victim_survivor') }
  const id = action?.individualId ?? null
  if (id === null || [...people.perpetrators, ...people.survivors].some((each) => each.individualId === id))
    return people
  const left = { individualId: id, name: nameOf(family, id) }
  return action?.owner === 'survivor'
    ? { ...people, survivors: [...people.survivors, left] }
    : { ...people, perpetrators: [...people.perpetrators, left] }
}

/** How change is shared out in a family's plan. */
export const familyBalance = (family: Family, actions: readonly Action[]): Balance =>
  balanceOf(actions, askable(family), (id) => nameOf(family, id))

type PlanGiven = Pick<Given<'/families/:familyId/plan/:entryId'>, 'actor' | 'db' | 'params' | 'services'>

/** One action of a family's plan, and who can be asked. */
export const loadAction = async (
  given: PlanGiven,
): Promise<(LoadedFamilyForm & { action: Action; people: Askable }) | null> => {
  const found = await loadFamilyForm(given)
  const action = found && (await readPlan(given.db, found.family.id)).find(({ id }) => id === given.params.entryId)
  return found && action ? { ...found, action, people: askable(found.family, action) } : null
}
export type LoadedAction = NonNullable<Awaited<ReturnType<typeof loadAction>>>
