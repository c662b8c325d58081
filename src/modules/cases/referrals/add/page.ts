import type { Given } from '#platform/web/page.ts'
import { writeFamilies } from '../../access.ts'
import { loadFamilyForm } from '../../attempts/load.ts'
import { peopleOf } from '../../family.ts'
import { askingForm } from '../../locations/asking-form.ts'
import { paths } from '../../paths.ts'
import { referralForm } from '../form.ts'
import { insertReferral, readProgrammes } from '../store.ts'
import { AddReferral } from './view.tsx'

const load = async (given: Given<'/families/:familyId/referrals/add'>) => {
  const found = await loadFamilyForm(given)
  if (found === null) return null
  return {
    ...found,
    perpetrators: peopleOf(found.family, 'perpetrator'),
    programmes: await readProgrammes(given.db),
  }
}
export type LoadedReferralForm = NonNullable<Awaited<ReturnType<typeof load>>>

export const addReferralPage = askingForm({
  path: paths.addReferral,
  permission: writeFamilies,
  record: {
    act: 'family.referral-added',
    opened: 'family.referral-form-read',
    subject: ({ family }) => ({ kind: 'family', id: family.id }),
  },
  title: 'Record a referral',
  area: 'Families',
  form: referralForm,
  load,
  initial: ({ today }) => ({ sent: today }),
  async save({ db, input, loaded: { family, writer } }) {
    await insertReferral(db, writer, input)
    return {
      redirect: paths.engagement.to({ familyId: family.id }),
      cookies: { flash: 'The referral was recorded.' },
    }
  },
  view: AddReferral,
})
