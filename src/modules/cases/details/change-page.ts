import { writeFamilies } from '../access.ts'
import { readFamily } from '../family-store.ts'
import { askingForm } from '../locations/asking-form.ts'
import { paths } from '../paths.ts'
import { detailsForm, wholeTextLimit } from './form.ts'
import { versionSeen } from './seen.ts'
import { updateFamily } from './store.ts'
import { ChangeFamily } from './view.tsx'

export const changeFamilyPage = askingForm({
  path: paths.changeFamily,
  permission: writeFamilies,
  record: {
    act: 'family.details-changed',
    opened: 'family.details-read',
    subject: ({ family }) => ({ kind: 'family', id: family.id }),
  },
  title: 'Details of the record',
  area: 'Families',
  draft: true,
  bodyLimit: wholeTextLimit,
  form: detailsForm,
  async load({ db, params }) {
    const family = await readFamily(db, params.familyId)
    return family && { family }
  },
  initial: ({ family: { name, cmsId, legalStatus, communicationNeeds } }) => ({
    name,
    cmsId,
    legalStatus,
    communicationNeeds,
  }),
  async save({ db, input, loaded: { family }, asked }) {
    const seen = versionSeen(asked)
    if (seen === String(family.version) && (await updateFamily(db, family.id, family.version, input)))
      return {
        redirect: paths.people.to({ familyId: family.id }),
        cookies: { flash: 'The details were saved.' },
        changeAt: paths.changeFamily.to({ familyId: family.id }),
      }
    const now = (await readFamily(db, family.id)) ?? family
    return {
      theirs: {
        name: now.name,
        cmsId: now.cmsId,
        legalStatus: now.legalStatus,
        communicationNeeds: now.communicationNeeds,
      },
    }
  },
  view: ChangeFamily,
})
