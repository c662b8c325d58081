import { formPage } from '#platform/web/form-page.ts'
import { isPerson } from '#platform/web/route.ts'
import { writeFamilies } from '../../access.ts'
import { paths } from '../../paths.ts'
import { correctionOf } from '../engagement-form.ts'
import { loadForm } from '../load.ts'
import { beginForm, readForms } from '../store.ts'
import { correctFormForm } from './form.ts'
import { CorrectForm } from './view.tsx'

/** A further form that begins with the answers of a completed one. The completed one stays. */
export const correctFormPage = formPage({
  path: paths.correctForm,
  permission: writeFamilies,
  record: { act: 'family.engagement-form-corrected', subject: ({ family }) => ({ kind: 'family', id: family.id }) },
  title: 'Correct an engagement form',
  area: 'Families',
  form: correctFormForm,
  async load(given) {
    const loaded = await loadForm(given, given.params)
    if (loaded?.form.state !== 'completed' || !isPerson(given.actor)) return null
    return { ...loaded, personId: given.actor.personId }
  },
  async save({ db, input: { why }, loaded: { family, form, personId } }) {
    const begun = await beginForm(db, family, { definition: form.definition, personId, correction: { of: form, why } })
    if (begun.kind === 'open')
      return { errors: { why: `Complete form ${begun.form.number} first: a family has one open form at a time` } }
    // Looked at behind the lock of `beginForm`: of two who correct the same form the second is told of the first.
    const earlier = correctionOf(
      (await readForms(db, family.id)).filter(({ id }) => id !== begun.id),
      form.id,
    )
    if (earlier !== null)
      return { errors: { why: `Form ${earlier.number} corrects this one already: correct that one instead` } }
    return { redirect: paths.engagementForm.to({ familyId: family.id, formId: begun.id }) }
  },
  view: CorrectForm,
})
