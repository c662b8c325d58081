import { writeFamilies } from '../../access.ts'
import { askingForm } from '../../locations/asking-form.ts'
import { paths } from '../../paths.ts'
import { longForm } from '../../pattern/form.ts'
import { loadFamily } from '../../pattern/load.ts'
import { complexityForm } from '../form.ts'
import { insertComplexity } from '../store.ts'
import { AddComplexity } from './view.tsx'

export const addComplexityPage = askingForm({
  path: paths.addComplexity,
  permission: writeFamilies,
  record: {
    act: 'family.complexity-added',
    opened: 'family.complexity-form-opened',
    subject: ({ family }) => ({ kind: 'family', id: family.id }),
  },
  title: 'Add complexity',
  area: 'Families',
  draft: true,
  bodyLimit: longForm,
  form: complexityForm,
  load: loadFamily,
  async save({ db, input: { withdrawnWhy: _never, ...fields }, loaded: { family, personId } }) {
    const id = await insertComplexity(db, { familyId: family.id, authorityId: family.authorityId, personId }, fields)
    return {
      redirect: paths.complexities.to({ familyId: family.id }),
      changeAt: paths.changeComplexity.to({ familyId: family.id, entryId: id }),
      cookies: { flash: 'Added.' },
    }
  },
  view: AddComplexity,
})
