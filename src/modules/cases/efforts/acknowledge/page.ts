import { formPage } from '#platform/web/form-page.ts'
import { writeFamilies } from '../../access.ts'
import { paths } from '../../paths.ts'
import { versionSeen } from '../../pattern/form.ts'
import { acknowledgeForm, effortInWords } from '../form.ts'
import { loadEffort } from '../load.ts'
import { acknowledgeEffort, readEffort } from '../store.ts'
import { Acknowledge } from './view.tsx'

export const acknowledgeEffortPage = formPage({
  path: paths.acknowledgeEffort,
  permission: writeFamilies,
  record: {
    act: 'family.effort-acknowledged',
    opened: 'family.effort-form-opened',
    subject: ({ family }) => ({ kind: 'family', id: family.id }),
  },
  title: 'Say when an effort was acknowledged',
  area: 'Families',
  form: acknowledgeForm,
  async load(given) {
    const loaded = await loadEffort(given)
    return loaded === null || loaded.effort.withdrawnAt !== null ? null : loaded
  },
  initial: ({ effort, today }) => ({ told: effort.acknowledgedOn ?? today }),
  async save({ db, input, loaded: { family, effort }, asked }) {
    if (versionSeen(asked) === effort.version && (await acknowledgeEffort(db, family.id, effort, input.told)))
      return {
        redirect: paths.efforts.to({ familyId: family.id }),
        cookies: { flash: 'Recorded: it was said.' },
      }
    const { told } = effortInWords(family, (await readEffort(db, family.id, effort.id)) ?? effort)
    return { theirs: { told } }
  },
  view: Acknowledge,
})
