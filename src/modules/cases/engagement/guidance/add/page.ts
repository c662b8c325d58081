import { formPage } from '#platform/web/form-page.ts'
import { isPerson } from '#platform/web/route.ts'
import { keepGuidance } from '../../../access.ts'
import { paths } from '../../../paths.ts'
import { insertGuidance } from '../../guidance-store.ts'
import { addGuidanceForm } from '../form.ts'
import { AddGuidance } from './view.tsx'

export const addGuidancePage = formPage({
  path: paths.addGuidanceLink,
  permission: keepGuidance,
  record: { act: 'guidance-link.added' },
  title: 'Add a link',
  area: 'Settings',
  form: addGuidanceForm,
  load: async ({ actor }) =>
    isPerson(actor) && actor.grant.partnershipId !== null ? { partnershipId: actor.grant.partnershipId } : null,
  async save({ db, input, loaded }) {
    const id = await insertGuidance(db, loaded.partnershipId, input)
    return {
      redirect: paths.guidanceLinks.to(),
      subject: { kind: 'guidance link', id },
      cookies: { flash: 'The link was added.' },
    }
  },
  view: AddGuidance,
})
