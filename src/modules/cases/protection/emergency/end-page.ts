import { z } from 'zod'
import { formPage } from '#platform/web/form-page.ts'
import { isPerson } from '#platform/web/route.ts'
import { openInEmergency } from '../../access.ts'
import { paths } from '../../paths.ts'
import { endEmergency, readEmergency } from '../emergency-store.ts'
import { EndEmergencyView } from './end-view.tsx'

export const endEmergencyForm = z.strictObject({})

export const endEmergencyPage = formPage({
  path: paths.endEmergency,
  permission: openInEmergency,
  record: {
    act: 'family.emergency-ended',
    subject: ({ emergency }) => ({ kind: 'family', id: emergency.familyId }),
  },
  title: 'End access in an emergency',
  area: 'Families',
  form: endEmergencyForm,
  async load({ actor, db, params }) {
    const emergency = await readEmergency(db, params.emergencyId)
    if (!isPerson(actor) || emergency === null || emergency.personId !== actor.personId) return null
    return { emergency }
  },
  async save({ actor, db, loaded: { emergency } }) {
    if (isPerson(actor)) await endEmergency(db, emergency.id, actor.personId)
    return { redirect: paths.emergencies.to(), cookies: { flash: 'The record is closed to you again.' } }
  },
  view: EndEmergencyView,
})
