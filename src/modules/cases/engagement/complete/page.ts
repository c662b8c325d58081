import { formPage } from '#platform/web/form-page.ts'
import { isPerson } from '#platform/web/route.ts'
import { writeFamilies } from '../../access.ts'
import { paths } from '../../paths.ts'
import { answersOf, lackingOf } from '../answer.ts'
import { loadForm } from '../load.ts'
import { completeForm } from '../store.ts'
import { completeFormForm, markOf } from './form.ts'
import { CompleteForm } from './view.tsx'

/** Check your answers, and complete the form: from then on nobody changes it. */
export const completeFormPage = formPage({
  path: paths.completeForm,
  permission: writeFamilies,
  record: {
    act: 'family.engagement-form-completed',
    opened: 'family.engagement-form-read',
    subject: ({ family }) => ({ kind: 'family', id: family.id }),
  },
  title: 'Check your answers',
  area: 'Families',
  form: completeFormForm,
  async load(given) {
    const loaded = await loadForm(given, given.params)
    if (loaded === null || !isPerson(given.actor)) return null
    return { ...loaded, personId: given.actor.personId, mark: markOf(loaded.latest) }
  },
  async save({ db, input, loaded }) {
    const { family, form, definition, personId } = loaded
    const redirect = paths.engagementForm.to({ familyId: family.id, formId: form.id })
    if (loaded.lacking.length > 0) return { errors: { mark: 'Answer what is missing first' } }
    const done = await completeForm(db, family, {
      form,
      personId,
      check: (latest) => markOf(latest) === input.mark && lackingOf(definition, answersOf(latest)).length === 0,
    })
    if (done === 'changed')
      return { errors: { mark: 'An answer was changed after this page was opened: check the answers again' } }
    if (done === 'closed') return { errors: { mark: 'This form is completed or given up already' } }
    return { redirect, cookies: { flash: 'The form is completed.' } }
  },
  view: CompleteForm,
})
