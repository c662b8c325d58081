import { readDraft, saveDraft } from '#platform/drafts/store.ts'
import { formPage } from '#platform/web/form-page.ts'
import { isPerson, notRecorded } from '#platform/web/route.ts'
import { manageStaff } from '../access.ts'
import { planImport } from '../import-plan.ts'
import { paths } from '../paths.ts'
import { readStaffList } from '../staff-list.ts'
import { readEverybody, readTeams } from '../staff-store.ts'
import { listForm } from './form.ts'
import { ImportStaff } from './view.tsx'

/** Where a list waits between its check and its confirmation: sealed, for its author only, like any half-filled form. */
export const waitingList = paths.checkImport.to()

export const importStaffPage = formPage({
  path: paths.importStaff,
  permission: manageStaff,
  record: notRecorded('nothing changes yet: the check that follows is recorded when it is confirmed'),
  title: 'Bring in a staff list',
  area: 'Settings',
  wide: true,
  // Five thousand people with long names and job roles.
  bodyLimit: 2 * 1024 * 1024,
  form: listForm,
  async load({ actor, db, services }) {
    if (!isPerson(actor)) return null
    const { organisationId, organisation } = actor.grant
    const waiting = await readDraft(db, services.sealer, actor.accountId, waitingList)
    const [teams, everybody] = [await readTeams(db, organisationId), await readEverybody(db, organisationId)]
    const problemsIn = (list: string) =>
      planImport(readStaffList(list, teams), everybody, services.clock.today()).problems
    return { accountId: actor.accountId, organisation, waiting: waiting?.values['list'] ?? null, problemsIn }
  },
  initial: ({ waiting }) => ({ list: waiting ?? '' }),
  async save({ db, input, loaded, services }) {
    const [first, ...others] = loaded.problemsIn(input.list)
    if (first) {
      const column = first.column === null ? '' : `, ${first.column}`
      const more = others.length === 0 ? '' : ` (and ${others.length} more, listed below)`
      return { errors: { list: `Line ${first.line}${column}: ${first.says}${more}` } }
    }
    await saveDraft(db, services.sealer, loaded.accountId, waitingList, { list: input.list }, 'any')
    return { redirect: waitingList }
  },
  view: ImportStaff,
})
