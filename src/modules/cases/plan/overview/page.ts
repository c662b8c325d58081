import { page } from '#platform/web/page.ts'
import { isPerson } from '#platform/web/route.ts'
import { seeFamilies, writeFamilies } from '../../access.ts'
import { readFamily } from '../../family-store.ts'
import { paths } from '../../paths.ts'
import { familyBalance } from '../load.ts'
import { readPlan } from '../store.ts'
import { PlanOverview } from './view.tsx'

export const planPage = page({
  path: paths.plan,
  permission: seeFamilies,
  record: { act: 'family.plan-read', subject: ({ family }) => ({ kind: 'family', id: family.id }) },
  title: 'Family record',
  area: 'Families',
  async load({ actor, db, params, services }) {
    const family = await readFamily(db, params.familyId)
    if (family === null || !isPerson(actor)) return null
    const actions = await readPlan(db, family.id)
    return {
      family,
      actions,
      balance: familyBalance(family, actions),
      today: services.clock.today(),
      canWrite: writeFamilies.roles.includes(actor.grant.role),
    }
  },
  view: PlanOverview,
})
