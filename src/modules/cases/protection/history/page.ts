import { page } from '#platform/web/page.ts'
import { seeFamilies } from '../../access.ts'
import { readFamily } from '../../family-store.ts'
import { paths } from '../../paths.ts'
import { readRevisions } from '../store.ts'
import { HistoryView } from './view.tsx'

export const historyPage = page({
  path: paths.history,
  permission: seeFamilies,
  record: { act: 'family.history-read', subject: ({ family }) => ({ kind: 'family', id: family.id }) },
  title: 'What was recorded before',
  area: 'Families',
  async load({ db, params }) {
    const family = await readFamily(db, params.familyId)
    const revisions = family === null ? [] : await readRevisions(db, family.id, params.entryId)
    return family === null || revisions.length === 0 ? null : { family, revisions }
  },
  view: HistoryView,
})
