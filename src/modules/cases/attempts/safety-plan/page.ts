import { formatDate } from '#platform/dates.ts'
import { writeFamilies } from '../../access.ts'
import { askingForm } from '../../locations/asking-form.ts'
import { paths } from '../../paths.ts'
import { versionSeen } from '../answers.ts'
import type { SafetyPlan } from '../attempts.ts'
import { loadAttemptForm } from '../load.ts'
import { insertSafetyPlan, readSafetyPlans, updateSafetyPlan } from '../store.ts'
import { safetyPlanForm } from './form.ts'
import { EditSafetyPlan } from './view.tsx'

export const safetyPlanPage = askingForm({
  path: paths.safetyPlan,
  permission: writeFamilies,
  record: {
    act: 'family.safety-plan-saved',
    opened: 'family.safety-plan-read',
    subject: ({ family }) => ({ kind: 'family', id: family.id }),
  },
  title: 'Plan for safe contact',
  area: 'Families',
  draft: true,
  bodyLimit: 1024 * 1024,
  form: ({ today, perpetrator }) => safetyPlanForm(today, perpetrator.name),
  async load(given) {
    const found = await loadAttemptForm(given)
    const perpetrator = found?.perpetrators.find(({ individualId }) => individualId === given.params.individualId)
    return found && perpetrator ? { ...found, perpetrator, plan: perpetrator.plan } : null
  },
  initial: ({ plan }) =>
    plan === null ? {} : { safeWay: plan.safeWay, workerPlan: plan.workerPlan, reviewOn: plan.reviewOn ?? '' },
  async save({ db, input, loaded: { family, writer, perpetrator, plan }, asked }) {
    const saved =
      plan === null
        ? await insertSafetyPlan(db, writer, perpetrator.individualId, input)
        : versionSeen(asked) === String(plan.version) && (await updateSafetyPlan(db, plan, input))
    if (!saved) {
      const now = (await readSafetyPlans(db, family.id)).find((each) => each.perpetratorId === perpetrator.individualId)
      return { theirs: inWords(now ?? plan) }
    }
    const next = asked.query.get('then') === 'attempt' ? paths.attempt : paths.engagement
    return { redirect: next.to({ familyId: family.id }), cookies: { flash: 'The safety plan was saved.' } }
  },
  view: EditSafetyPlan,
})

const inWords = (plan: SafetyPlan | null) =>
  plan === null
    ? {}
    : {
        safeWay: plan.safeWay,
        workerPlan: plan.workerPlan,
        reviewOn: plan.reviewOn === null ? '' : formatDate(plan.reviewOn),
      }
