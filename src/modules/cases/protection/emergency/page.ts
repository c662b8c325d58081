import { enqueue } from '#platform/mail/outbox.ts'
import { formPage } from '#platform/web/form-page.ts'
import { openInEmergency as mayOpen } from '../../access.ts'
import { paths } from '../../paths.ts'
import { openInEmergency, readManagersToTell, readOwnByReference } from '../emergency-store.ts'
import { emergencyForm } from './form.ts'
import { EmergencyView } from './view.tsx'

export const emergencyPage = formPage({
  path: paths.emergency,
  permission: mayOpen,
  record: { act: 'family.opened-in-emergency' },
  title: 'Open a family record in an emergency',
  area: 'Families',
  form: emergencyForm,
  async load() {
    return {}
  },
  async save({ db, input, services }) {
    const own = await readOwnByReference(db, input.reference)
    if (own !== null)
      return {
        redirect: paths.family.to({ familyId: own }),
        subject: { kind: 'family', id: own },
        reason: 'Theirs already',
        cookies: { flash: 'You work with this family already: nothing was opened in an emergency.' },
      }
    const familyId = await openInEmergency(db, input.reference, input.reason)
    if (familyId === null)
      return { errors: { reference: 'There is no record with this reference that you can open. Check the reference.' } }
    for (const to of await readManagersToTell(db, familyId))
      await enqueue(db, services.sealer, {
        template: 'cases-to-look-at',
        to,
        data: { link: `${services.baseUrl}${paths.emergencies.to()}` },
      })
    return {
      redirect: paths.family.to({ familyId }),
      subject: { kind: 'family', id: familyId },
      reason: input.reason,
      cookies: { flash: 'The record is open to you for four hours. Its manager has been told.' },
    }
  },
  view: EmergencyView,
})
