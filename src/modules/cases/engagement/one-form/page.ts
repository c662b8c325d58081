import { page } from '#platform/web/page.ts'
import { seeFamilies } from '../../access.ts'
import { paths } from '../../paths.ts'
import { loadForm } from '../load.ts'
import { OneForm } from './view.tsx'

/** One form: the list of its sections while it is open, its answers once it is completed. */
export const engagementFormPage = page({
  path: paths.engagementForm,
  permission: seeFamilies,
  record: { act: 'family.engagement-form-read', subject: ({ family }) => ({ kind: 'family', id: family.id }) },
  title: 'Engagement form',
  area: 'Families',
  load: (given) => loadForm(given, given.params),
  view: OneForm,
})
