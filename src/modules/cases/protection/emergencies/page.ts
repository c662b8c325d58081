import { page } from '#platform/web/page.ts'
import { isPerson } from '#platform/web/route.ts'
import { protectFamilies } from '../../access.ts'
import { paths } from '../../paths.ts'
import { readEmergencies } from '../emergency-store.ts'
import { EmergenciesView } from './view.tsx'

export const emergenciesPage = page({
  path: paths.emergencies,
  permission: protectFamilies,
  record: { act: 'family.emergencies-listed' },
  title: 'Opened in an emergency',
  area: 'Families',
  wide: true,
  async load({ actor, db, services }) {
    if (!isPerson(actor)) return null
    return { me: actor.personId, now: services.clock.now(), emergencies: await readEmergencies(db) }
  },
  view: EmergenciesView,
})
