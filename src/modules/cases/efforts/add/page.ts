import { writeFamilies } from '../../access.ts'
import { askingForm } from '../../locations/asking-form.ts'
import { paths } from '../../paths.ts'
import { longForm } from '../../pattern/form.ts'
import { loadFamily } from '../../pattern/load.ts'
import { survivorsOf } from '../fields.tsx'
import { effortForm } from '../form.ts'
import { insertEffort } from '../store.ts'
import { AddEffort } from './view.tsx'

export const addEffortPage = askingForm({
  path: paths.addEffort,
  permission: writeFamilies,
  record: {
    act: 'family.effort-added',
    opened: 'family.effort-form-opened',
    subject: ({ family }) => ({ kind: 'family', id: family.id }),
  },
  title: 'Add a protective effort',
  area: 'Families',
  draft: true,
  bodyLimit: longForm,
  form: effortForm,
  load: loadFamily,
  initial({ family }) {
    const [only, ...others] = survivorsOf(family)
    return only !== undefined && others.length === 0 ? { survivor: only.individualId } : {}
  },
  async save({ db, input: { withdrawnWhy: _never, ...fields }, loaded: { family, personId } }) {
    const id = await insertEffort(db, { familyId: family.id, authorityId: family.authorityId, personId }, fields)
    return {
      redirect: paths.efforts.to({ familyId: family.id }),
      changeAt: paths.changeEffort.to({ familyId: family.id, entryId: id }),
      cookies: { flash: 'The protective effort was added.' },
    }
  },
  view: AddEffort,
})
