import { superviseFamilies } from '../../access.ts'
import { askingForm } from '../../locations/asking-form.ts'
import { paths } from '../../paths.ts'
import { insertAction } from '../../plan/store.ts'
import { loadSupervision } from '../load.ts'
import { insertSupervision } from '../store.ts'
import { supervisionForm } from './form.ts'
import { AddSupervision } from './view.tsx'

export const addSupervisionPage = askingForm({
  path: paths.addSupervision,
  permission: superviseFamilies,
  record: {
    act: 'family.supervision-added',
    opened: 'family.supervision-form-read',
    subject: ({ family }) => ({ kind: 'family', id: family.id }),
  },
  title: 'Record supervision',
  area: 'Families',
  wide: true,
  draft: true,
  bodyLimit: 8 * 1024 * 1024,
  form: supervisionForm,
  load: loadSupervision,
  initial: ({ today, family, staff, personId }) => {
    const worker = family.workers.find(
      (each) => each.personId !== personId && staff.some(({ id }) => id === each.personId),
    )
    return { held: today, withPerson: worker?.personId ?? '' }
  },
  async save({ db, input: { actions, ...supervision }, loaded: { family, writer } }) {
    const id = await insertSupervision(db, writer, supervision)
    for (const action of actions) await insertAction(db, writer, action, id)
    return {
      redirect: paths.readSupervision.to({ familyId: family.id, entryId: id }),
      cookies: { flash: 'The supervision was recorded.' },
    }
  },
  view: AddSupervision,
})
