import { page } from '#platform/web/page.ts'
import { isPerson } from '#platform/web/route.ts'
import { protectFamilies, writeFamilies } from '../../access.ts'
import { readFamily } from '../../family-store.ts'
import { paths } from '../../paths.ts'
import { readEmergenciesOf } from '../emergency-store.ts'
import { readSeal, readTies, readWalls } from '../store.ts'
import { ProtectionView } from './view.tsx'

export const protectionPage = page({
  path: paths.protection,
  permission: protectFamilies,
  record: { act: 'family.protection-read', subject: ({ family }) => ({ kind: 'family', id: family.id }) },
  title: 'Who may see a family record',
  area: 'Families',
  async load({ actor, db, params }) {
    const family = await readFamily(db, params.familyId)
    if (family === null) return null
    return {
      family,
      seal: await readSeal(db, family.id),
      walls: await readWalls(db, family.id),
      ties: await readTies(db, family.id),
      emergencies: await readEmergenciesOf(db, family.id),
      mayTie: isPerson(actor) && writeFamilies.roles.includes(actor.grant.role),
    }
  },
  view: ProtectionView,
})
