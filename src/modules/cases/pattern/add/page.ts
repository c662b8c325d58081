import { writeFamilies } from '../../access.ts'
import { askingForm } from '../../locations/asking-form.ts'
import { paths } from '../../paths.ts'
import { perpetratorsOf } from '../entry.ts'
import { longForm, patternForm } from '../form.ts'
import { loadFamily } from '../load.ts'
import { insertEntry } from '../store.ts'
import { AddPattern } from './view.tsx'

export const addPatternPage = askingForm({
  path: paths.addPattern,
  permission: writeFamilies,
  record: {
    act: 'family.pattern-added',
    opened: 'family.pattern-form-opened',
    subject: ({ family }) => ({ kind: 'family', id: family.id }),
  },
  title: 'Add to the pattern',
  area: 'Families',
  draft: true,
  bodyLimit: longForm,
  form: patternForm,
  load: loadFamily,
  initial({ family }) {
    const [only, ...others] = perpetratorsOf(family)
    return only !== undefined && others.length === 0 ? { who: only.individualId } : {}
  },
  async save({ db, input, loaded: { family, personId } }) {
    const id = await insertEntry(db, { familyId: family.id, authorityId: family.authorityId, personId }, input)
    return {
      redirect: paths.family.to({ familyId: family.id }),
      changeAt: paths.changePattern.to({ familyId: family.id, entryId: id }),
      cookies: { flash: 'Added to the pattern.' },
    }
  },
  view: AddPattern,
})
