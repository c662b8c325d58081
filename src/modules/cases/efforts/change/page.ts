import { writeFamilies } from '../../access.ts'
import { askingForm } from '../../locations/asking-form.ts'
import { paths } from '../../paths.ts'
import { longForm, versionSeen } from '../../pattern/form.ts'
import { effortForm, effortInWords, typedOf } from '../form.ts'
import { loadEffort } from '../load.ts'
import { readEffort, updateEffort } from '../store.ts'
import { ChangeEffort } from './view.tsx'

export const changeEffortPage = askingForm({
  path: paths.changeEffort,
  permission: writeFamilies,
  record: {
    act: 'family.effort-changed',
    opened: 'family.effort-form-opened',
    subject: ({ family }) => ({ kind: 'family', id: family.id }),
  },
  title: 'Change a protective effort',
  area: 'Families',
  draft: true,
  bodyLimit: longForm,
  form: effortForm,
  load: loadEffort,
  initial: ({ effort }) => typedOf(effort),
  async save({ db, input: { withdrawnWhy, ...fields }, loaded: { family, effort }, asked }) {
    const isSeen = versionSeen(asked) === effort.version
    if (isSeen && (await updateEffort(db, family.id, effort, fields, withdrawnWhy)))
      return {
        redirect: paths.efforts.to({ familyId: family.id }),
        cookies: {
          flash: withdrawnWhy === '' ? 'The protective effort was changed.' : 'The protective effort was withdrawn.',
        },
      }
    return { theirs: effortInWords(family, (await readEffort(db, family.id, effort.id)) ?? effort) }
  },
  view: ChangeEffort,
})
