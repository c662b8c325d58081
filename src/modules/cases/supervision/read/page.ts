import { page } from '#platform/web/page.ts'
import { isPerson } from '#platform/web/route.ts'
import { seeFamilies, superviseFamilies } from '../../access.ts'
import { readFamily } from '../../family-store.ts'
import { paths } from '../../paths.ts'
import { readPlan } from '../../plan/store.ts'
import { readSupervisions } from '../store.ts'
import { ReadSupervision } from './view.tsx'

export const readSupervisionPage = page({
  path: paths.readSupervision,
  permission: seeFamilies,
  record: { act: 'family.supervision-read', subject: ({ family }) => ({ kind: 'family', id: family.id }) },
  title: 'Supervision',
  area: 'Families',
  async load({ actor, db, params }) {
    const family = await readFamily(db, params.familyId)
    const supervision = family && (await readSupervisions(db, family.id)).find(({ id }) => id === params.entryId)
    if (!family || !supervision || !isPerson(actor)) return null
    const actions = (await readPlan(db, family.id)).filter(({ supervisionId }) => supervisionId === supervision.id)
    return { family, supervision, actions, mayChange: superviseFamilies.roles.includes(actor.grant.role) }
  },
  view: ReadSupervision,
})
