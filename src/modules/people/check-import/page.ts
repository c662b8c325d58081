import { createHash } from 'node:crypto'
import type { ReadDb, WriteDb } from '#platform/db/connection.ts'
import { deleteDraft, readDraft } from '#platform/drafts/store.ts'
import { formPage } from '#platform/web/form-page.ts'
import { isPerson, type Services } from '#platform/web/route.ts'
import { manageStaff } from '../access.ts'
import { type ImportPlan, planImport } from '../import-plan.ts'
import { waitingList } from '../import-staff/page.ts'
import { paths } from '../paths.ts'
import { readStaffList } from '../staff-list.ts'
import { insertMember, lockStaff, readEverybody, readTeams, updateMember } from '../staff-store.ts'
import { confirmForm } from './form.ts'
import { CheckImport } from './view.tsx'

export const checkImportPage = formPage({
  path: paths.checkImport,
  permission: manageStaff,
  record: {
    act: 'staff.imported',
    opened: 'staff.import-checked',
    subject: ({ organisationId }) => ({ kind: 'organisation', id: organisationId }),
  },
  title: 'Check what will change',
  area: 'Settings',
  wide: true,
  form: confirmForm,
  async load({ actor, db, services, asked }) {
    if (!isPerson(actor)) return null
    const { organisationId, organisation } = actor.grant
    const waiting = await readDraft(db, services.sealer, actor.accountId, waitingList)
    const list = waiting?.values['list'] ?? null
    // A second sending finds the list gone already: it is to get the answer of the first, not a page that is not there.
    if (list === null && asked.method === 'GET') return null
    const { accountId } = actor
    return {
      accountId,
      organisationId,
      organisation,
      list: list ?? '',
      ...(await planOf(db, services, organisationId, list ?? '')),
    }
  },
  async save({ db, input, loaded, services }) {
    const { accountId, organisationId, list } = loaded
    await lockStaff(db, organisationId)
    // Made again under the lock: what is written is what the person saw, or nothing.
    const { plan, mark } = await planOf(db, services, organisationId, list)
    if (mark !== input.plan) return { errors: { plan: changedSince } }
    if (plan.problems.length > 0)
      return { errors: { plan: 'The list cannot be taken in as it is: put it right first' } }
    if (!(await carryOut(db, organisationId, plan))) return { errors: { plan: changedSince } }
    await deleteDraft(db, accountId, waitingList)
    return { redirect: paths.staff.to(), reason: summary(plan), cookies: { flash: 'The staff list was brought in.' } }
  },
  view: CheckImport,
})

const changedSince = 'The staff list has changed since this check was made: look at the changes again'

const planOf = async (db: ReadDb, services: Services, organisationId: string, list: string) => {
  const [teams, everybody] = [await readTeams(db, organisationId), await readEverybody(db, organisationId)]
  const plan = planImport(readStaffList(list, teams), everybody, services.clock.today())
  return { plan, mark: createHash('sha256').update(JSON.stringify(plan)).digest('base64url') }
}

/** False where somebody changed one of the people in between: then the transaction is undone. */
const carryOut = async (db: WriteDb, organisationId: string, { steps }: ImportPlan): Promise<boolean> => {
  for (const step of steps) {
    if (step.kind === 'add') await insertMember(db, organisationId, step.after)
    if (step.kind === 'change' && !(await updateMember(db, step.id, step.version, step.after))) return false
  }
  return true
}

/** For the access record: how many, nobody named. */
const summary = ({ steps }: ImportPlan): string =>
  `${steps.filter(({ kind }) => kind === 'add').length} added, ${steps.filter(({ kind }) => kind === 'change').length} changed`
