import { writeFamilies } from '../../access.ts'
import { askingForm } from '../../locations/asking-form.ts'
import { paths } from '../../paths.ts'
import { loadForm } from '../load.ts'
import { giveUpForm } from '../store.ts'
import { giveUpFormForm } from './form.ts'
import { GiveUpForm } from './view.tsx'

/** A form that was begun by mistake: it is read and counts for nothing. The reason is in the access record. */
export const giveUpFormPage = askingForm({
  path: paths.giveUpForm,
  permission: writeFamilies,
  record: { act: 'family.engagement-form-given-up', subject: ({ family }) => ({ kind: 'family', id: family.id }) },
  title: 'Give up an engagement form',
  area: 'Families',
  form: giveUpFormForm,
  async load(given) {
    const loaded = await loadForm(given, given.params)
    return loaded?.form.state === 'open' ? loaded : null
  },
  async save({ db, input: { why }, loaded: { family, form } }) {
    if (!(await giveUpForm(db, form))) return { errors: { why: 'This form was completed or given up in the meantime' } }
    return {
      redirect: paths.engagement.to({ familyId: family.id }),
      reason: why,
      cookies: { flash: `Form ${form.number} was given up.` },
    }
  },
  view: GiveUpForm,
})
