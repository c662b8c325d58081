import { page } from '#platform/web/page.ts'
import { seeFamilies } from '../../access.ts'
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
  async load({ db, params }) {
    const family = await readFamily(db, params.familyId)
    const supervision = family && (await readSupervisions(db, family.id)).find(({ id }) => id === params.entryId)
    if (!family || !supervision) return null
    const actions = (await readPlan(db, family.id)).filter(({ supervisionId }) => supervisionId === supervision.id)
    return { family, supervision, actions }
  },
  view: ReadSupervision,
})
