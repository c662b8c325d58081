import { writeFamilies } from '../../access.ts'
import { loadFamilyForm } from '../../attempts/load.ts'
import { askingForm } from '../../locations/asking-form.ts'
import { paths } from '../../paths.ts'
import { actionForm } from '../form.ts'
import { askable } from '../load.ts'
import { insertAction } from '../store.ts'
import { AddAction } from './view.tsx'

export const addActionPage = askingForm({
  path: paths.addAction,
  permission: writeFamilies,
  record: {
    act: 'family.plan-action-added',
    opened: 'family.plan-form-read',
    subject: ({ family }) => ({ kind: 'family', id: family.id }),
  },
  title: 'Add to the plan',
  area: 'Families',
  draft: true,
  bodyLimit: 1024 * 1024,
  form: ({ people, today }) => actionForm(people, today),
  async load(given) {
    const found = await loadFamilyForm(given)
    return found && { ...found, people: askable(found.family) }
  },
  // The plan is about the perpetrator's behaviour unless somebody says otherwise.
  initial: ({ people: { perpetrators } }) => {
    const [only, ...others] = perpetrators
    return only !== undefined && others.length === 0 ? { owner: only.individualId, kind: 'change' } : {}
  },
  async save({ db, input, loaded: { family, writer } }) {
    await insertAction(db, writer, input)
    return { redirect: paths.plan.to({ familyId: family.id }), cookies: { flash: 'The action was added to the plan.' } }
  },
  view: AddAction,
})
