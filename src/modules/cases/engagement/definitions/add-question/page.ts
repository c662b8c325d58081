import { formPage } from '#platform/web/form-page.ts'
import { isPerson } from '#platform/web/route.ts'
import { shapeForms } from '../../../access.ts'
import { paths } from '../../../paths.ts'
import { checkDefinition } from '../../definition.ts'
import { insertDefinition, lockDefinitions, readCurrentDefinition } from '../../definition-store.ts'
import { keyFor, withQuestion } from '../own-question.ts'
import { addQuestionForm } from './form.ts'
import { AddQuestion } from './view.tsx'

/** A question of the borough's own: a further version of its form, for the forms that are begun from now on. */
export const addQuestionPage = formPage({
  path: paths.addQuestion,
  permission: shapeForms,
  record: {
    act: 'engagement-form.question-added',
    subject: ({ organisationId: id }) => ({ kind: 'organisation', id }),
  },
  title: 'Add a question',
  area: 'Settings',
  form: ({ definition }) => addQuestionForm(definition.sections.map(({ key }) => key)),
  async load({ actor, db }) {
    if (!isPerson(actor)) return null
    const { organisation, organisationId } = actor.grant
    const { definition } = await readCurrentDefinition(db, organisationId)
    return { organisation, organisationId, personId: actor.personId, definition }
  },
  async save({ db, input, loaded: { organisationId, personId } }) {
    await lockDefinitions(db, organisationId)
    // The newest one, whatever was added while this page was open.
    const { definition } = await readCurrentDefinition(db, organisationId)
    const { section, label, hint, kind, options, note } = input
    const changed = checkDefinition(
      withQuestion(definition, section, {
        key: keyFor(definition, label),
        label,
        hint,
        kind,
        options,
        guidance: [],
        required: false,
        asksWhyNot: input.whyNot === 'yes',
        first: '',
      }),
    )
    if (!changed.ok) return { errors: { label: `The form cannot take this question. ${changed.problems.join('. ')}` } }
    await insertDefinition(db, { authorityId: organisationId, definition: changed.definition, note, personId })
    return { redirect: paths.formDefinitions.to(), reason: note, cookies: { flash: 'The question was added.' } }
  },
  view: AddQuestion,
})
