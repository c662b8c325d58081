import { z } from 'zod'
import { formPage } from '#platform/web/form-page.ts'
import { isPerson } from '#platform/web/route.ts'
import { writeFamilies } from '../../access.ts'
import { readFamily } from '../../family-store.ts'
import { paths } from '../../paths.ts'
import { readCurrentDefinition } from '../definition-store.ts'
import { beginForm, readForms } from '../store.ts'
import { StartForm } from './view.tsx'

/** Begins a form, or leads on to the one that is open: a family has one at a time. */
export const startFormPage = formPage({
  path: paths.startForm,
  permission: writeFamilies,
  record: { act: 'family.engagement-form-begun', subject: ({ family }) => ({ kind: 'family', id: family.id }) },
  title: 'Begin an engagement form',
  area: 'Families',
  form: z.strictObject({}),
  async load({ actor, db, params }) {
    const family = await readFamily(db, params.familyId)
    if (family === null || !isPerson(actor)) return null
    return {
      family,
      personId: actor.personId,
      forms: await readForms(db, family.id),
      definition: await readCurrentDefinition(db, family.authorityId),
    }
  },
  async save({ db, loaded: { family, personId, definition } }) {
    const begun = await beginForm(db, family, { definition: definition.name, personId, correction: null })
    const formId = begun.kind === 'open' ? begun.form.id : begun.id
    return {
      redirect: paths.engagementForm.to({ familyId: family.id, formId }),
      ...(begun.kind === 'open' && { cookies: { flash: `Form ${begun.form.number} is open already: go on with it.` } }),
    }
  },
  view: StartForm,
})
