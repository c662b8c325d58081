import { formatDate } from '#platform/dates.ts'
import { writeFamilies } from '../../access.ts'
import { versionSeen } from '../../attempts/answers.ts'
import { askingForm } from '../../locations/asking-form.ts'
import { paths } from '../../paths.ts'
import { reviewForm } from '../form.ts'
import { loadAction } from '../load.ts'
import { type Action, statuses } from '../plan.ts'
import { insertReview, readPlan } from '../store.ts'
import { ReviewAction } from './view.tsx'

export const reviewActionPage = askingForm({
  path: paths.reviewAction,
  permission: writeFamilies,
  record: {
    act: 'family.plan-action-reviewed',
    opened: 'family.plan-action-read',
    subject: ({ family }) => ({ kind: 'family', id: family.id }),
  },
  title: 'Review an action of the plan',
  area: 'Families',
  draft: true,
  bodyLimit: 1024 * 1024,
  form: ({ today }) => reviewForm(today),
  load: loadAction,
  initial: ({ today }) => ({ on: today }),
  async save({ db, input, loaded: { family, action, writer }, asked }) {
    const seen = versionSeen(asked) === String(action.version)
    if (!seen || !(await insertReview(db, writer, action, input))) {
      const now = (await readPlan(db, family.id)).find(({ id }) => id === action.id)
      return { theirs: inWords(now ?? action) }
    }
    return { redirect: paths.plan.to({ familyId: family.id }), cookies: { flash: 'The review was recorded.' } }
  },
  view: ReviewAction,
})

const inWords = ({ status, reviews: [last] }: Action) => ({
  status: statuses[status],
  evidence: last?.evidence ?? '',
  on: last === undefined ? '' : formatDate(last.onDate),
  meeting: last?.meeting ?? '',
})
