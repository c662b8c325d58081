import { page } from '#platform/web/page.ts'
import { isPerson } from '#platform/web/route.ts'
import { seeFamilies, writeFamilies } from '../../access.ts'
import { readAttempts, readSafetyPlans } from '../../attempts/store.ts'
import { readFamily, readStaffNames } from '../../family-store.ts'
import { paths } from '../../paths.ts'
import { readReferrals } from '../../referrals/store.ts'
import { readForms } from '../store.ts'
import { Engagement } from './view.tsx'

/** The engagement section of a family: its forms over time, the attempts to engage, and the referrals to a programme. */
export const engagementPage = page({
  path: paths.engagement,
  permission: seeFamilies,
  record: { act: 'family.engagement-read', subject: ({ family }) => ({ kind: 'family', id: family.id }) },
  title: 'Family record',
  area: 'Families',
  async load({ actor, db, params, services }) {
    const family = await readFamily(db, params.familyId)
    if (family === null || !isPerson(actor)) return null
    const forms = await readForms(db, family.id)
    const staff = forms.flatMap(({ startedBy, completedBy }) => [
      startedBy,
      ...(completedBy === null ? [] : [completedBy]),
    ])
    return {
      family,
      forms,
      attempts: await readAttempts(db, family.id),
      safetyPlans: await readSafetyPlans(db, family.id),
      referrals: await readReferrals(db, family.id),
      names: await readStaffNames(db, staff),
      mayWrite: writeFamilies.roles.includes(actor.grant.role),
      today: services.clock.today(),
    }
  },
  view: Engagement,
})
