import { page } from '#platform/web/page.ts'
import { isPerson } from '#platform/web/route.ts'
import { seeFamilies, superviseFamilies } from '../../access.ts'
import { readFamily } from '../../family-store.ts'
import { paths } from '../../paths.ts'
import { readSupervisions } from '../store.ts'
import { Supervisions } from './view.tsx'

export const supervisionPage = page({
  path: paths.supervision,
  permission: seeFamilies,
  record: { act: 'family.supervisions-read', subject: ({ family }) => ({ kind: 'family', id: family.id }) },
  title: 'Family record',
  area: 'Families',
  async load({ actor, db, params }) {
    const family = await readFamily(db, params.familyId)
    if (family === null || !isPerson(actor)) return null
    return {
      family,
      supervisions: await readSupervisions(db, family.id),
      canWrite: superviseFamilies.roles.includes(actor.grant.role),
    }
  },
  view: Supervisions,
})
