import type { Given } from '#platform/web/page.ts'
import { loadFamilyForm } from '../attempts/load.ts'
import { readAttempts, readSafetyPlans } from '../attempts/store.ts'
import { askable, familyBalance } from '../plan/load.ts'
import { readPlan } from '../plan/store.ts'
import { readReferrals } from '../referrals/store.ts'
import { factsInWords } from './facts.ts'
import { readCompletedForms, readEfforts, readEntries, readSupervisions } from './store.ts'

/** A family for its supervision, with what its record says under each heading. */
export const loadSupervision = async (given: Given<'/families/:familyId/supervision/add'>) => {
  const found = await loadFamilyForm(given)
  if (found === null) return null
  const { db } = given
  const { family, today } = found
  const [last] = await readSupervisions(db, family.id)
  const actions = await readPlan(db, family.id)
  const facts = factsInWords({
    family,
    today,
    actions,
    lastOn: last?.heldOn ?? null,
    entries: await readEntries(db, family.id),
    efforts: await readEfforts(db, family.id),
    attempts: await readAttempts(db, family.id),
    safetyPlans: await readSafetyPlans(db, family.id),
    completedForms: await readCompletedForms(db, family.id),
    balance: familyBalance(family, actions),
    referrals: await readReferrals(db, family.id),
  })
  return { ...found, people: askable(family), lastOn: last?.heldOn ?? null, facts }
}
export type LoadedSupervision = NonNullable<Awaited<ReturnType<typeof loadSupervision>>>
