import { formatDate } from '#platform/dates.ts'
import { writeFamilies } from '../../access.ts'
import { versionSeen } from '../../attempts/answers.ts'
import type { Family } from '../../family.ts'
import { askingForm } from '../../locations/asking-form.ts'
import { paths } from '../../paths.ts'
import { actionForm } from '../form.ts'
import { loadAction } from '../load.ts'
import type { Action } from '../plan.ts'
import { readPlan, updateAction } from '../store.ts'
import { kindNames, ownerInWords } from '../words.ts'
import { ChangeAction } from './view.tsx'

export const changeActionPage = askingForm({
  path: paths.changeAction,
  permission: writeFamilies,
  record: {
    act: 'family.plan-action-changed',
    opened: 'family.plan-action-read',
    subject: ({ family }) => ({ kind: 'family', id: family.id }),
  },
  title: 'Change an action of the plan',
  area: 'Families',
  draft: true,
  bodyLimit: 1024 * 1024,
  form: ({ people, today, action }) => actionForm(people, today, action),
  load: loadAction,
  initial: ({ action }) => ({
    owner: action.individualId ?? action.owner,
    agency: action.agency,
    whySurvivor: action.whySurvivor,
    kind: action.kind,
    what: action.what,
    measure: action.measure,
    due: action.dueOn ?? '',
    shareable: action.shareable ? 'yes' : '',
  }),
  async save({ db, input, loaded: { family, action }, asked }) {
    if (versionSeen(asked) !== String(action.version) || !(await updateAction(db, action, input))) {
      const now = (await readPlan(db, family.id)).find(({ id }) => id === action.id)
      return { theirs: inWords(family, now ?? action) }
    }
    return { redirect: paths.plan.to({ familyId: family.id }), cookies: { flash: 'The action was changed.' } }
  },
  view: ChangeAction,
})

const inWords = (family: Family, action: Action) => ({
  owner: ownerInWords(family, action),
  whySurvivor: action.whySurvivor,
  kind: kindNames[action.kind],
  what: action.what,
  measure: action.measure,
  due: action.dueOn === null ? '' : formatDate(action.dueOn),
  shareable: action.shareable ? 'may be shared' : 'not to be shared',
})
