import { formPage } from '#platform/web/form-page.ts'
import { isPerson } from '#platform/web/route.ts'
import { protectFamilies } from '../../access.ts'
import { paths } from '../../paths.ts'
import { readEmergency, reviewEmergency } from '../emergency-store.ts'
import { reviewEmergencyForm } from './form.ts'
import { ReviewEmergencyView } from './view.tsx'

export const reviewEmergencyPage = formPage({
  path: paths.reviewEmergency,
  permission: protectFamilies,
  record: {
    act: 'family.emergency-reviewed',
    subject: ({ emergency }) => ({ kind: 'family', id: emergency.familyId }),
  },
  title: 'Look at what was opened in an emergency',
  area: 'Families',
  form: reviewEmergencyForm,
  async load({ actor, db, params }) {
    const emergency = await readEmergency(db, params.emergencyId)
    // Nobody looks at what they did themselves.
    if (!isPerson(actor) || emergency === null || emergency.personId === actor.personId) return null
    return { emergency, me: actor.personId }
  },
  async save({ db, input, loaded: { emergency, me } }) {
    if (!(await reviewEmergency(db, emergency.id, { by: me, ...input }))) {
      const now = await readEmergency(db, emergency.id)
      return { theirs: { outcome: now?.outcome ?? '', note: now?.note ?? '' } }
    }
    return {
      redirect: paths.emergencies.to(),
      reason: `${input.outcome}: ${input.note}`.slice(0, 1000),
      cookies: { flash: 'What you found was recorded.' },
    }
  },
  view: ReviewEmergencyView,
})
